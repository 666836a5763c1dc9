import { day, monthOf } from '../kit/day.ts'
import { refuse } from '../kit/refuse.ts'
import { type Action, on } from '../kit/server/action.ts'
import { findUnit } from '../org/store.ts'
import { contract } from './contract.ts'
import * as store from './store.ts'

const listPlan = on(
  contract.listPlan,
  async ({ input }) => ({ orgId: input.branchId }),
  async ({ input, actor, tx }) => {
    const { mineId } = actor
    const { branchId, year } = input
    if (!(await findUnit(tx, mineId, branchId))) return refuse('no-such-unit')
    const rows = await store.listPlan(tx, { mineId, branchId }, day(`${year}-01-01`), day(`${year}-12-01`))
    return { rows: rows.map(({ month, ...row }) => ({ ...row, month: monthOf(month) })) }
  },
)

/** What study plans can do. */
export const actions: readonly Action[] = [listPlan]
