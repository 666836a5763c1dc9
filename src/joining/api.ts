import { dayAt } from '../kit/day.ts'
import { refuse } from '../kit/refuse.ts'
import { type Action, on } from '../kit/server/action.ts'
import { findUnit } from '../org/store.ts'
import { findCase, findMine } from './api/cases.ts'
import { correctStep, openCase, recordStep } from './api/steps.ts'
import { contract } from './contract.ts'
import { defectsOf } from './rules.ts'
import { listCasesOf } from './store/cases.ts'
import { listNamed } from './store/named.ts'

const listCases = on(
  contract.listCases,
  async ({ input }) => ({ orgId: input.branchId }),
  async ({ input, actor, now, tx }) => {
    const { mineId } = actor
    const { branchId } = input
    if (!(await findUnit(tx, mineId, branchId))) return refuse('no-such-unit')
    const today = dayAt(now)
    const cases = await listCasesOf(tx, { mineId, branches: [branchId], on: today })
    const namedIn = await listNamed(
      tx,
      mineId,
      cases.map(({ id }) => id),
    )
    return {
      cases: cases.map(({ id, personId, no, name, steps, numbers, source, bornOn }) => ({
        ...{ id, personId, no, name, steps, numbers, source },
        ...namedIn(id),
        defects: defectsOf({ bornOn, steps, numbers }, today).map(({ clause, on }) => ({ clause, on })),
      })),
    }
  },
)

/** What admission cases can do. */
export const actions: readonly Action[] = [listCases, findCase, findMine, openCase, recordStep, correctStep]
