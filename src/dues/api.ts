import { day, dayAt, monthOf } from '../kit/day.ts'
import { refuse } from '../kit/refuse.ts'
import { type Action, on } from '../kit/server/action.ts'
import { findUnit } from '../org/store.ts'
import { dueOf, findMine, listMonths, listOfPerson, monthsOf } from './api/months.ts'
import { correctPayment, recordPayment, recordPayments } from './api/payments.ts'
import { listDaysAfter } from './api/recorded.ts'
import { contract } from './contract.ts'
import { listPersonMonths } from './store/months.ts'
import * as payments from './store/payments.ts'

const listPayments = on(
  contract.listPayments,
  async ({ input }) => ({ orgId: input.branchId }),
  async ({ input, actor, now, tx, keys }) => {
    const { mineId } = actor
    const { branchId, year } = input
    if (!(await findUnit(tx, mineId, branchId))) return refuse('no-such-unit')
    const [from, to, today] = [day(`${year}-01-01`), day(`${year}-12-01`), dayAt(now)]
    const listed = await payments.listPayments(tx, mineId, { branchId, on: today, from, to })
    const asked = { mineId, whose: { branchId }, months: monthsOf(year), today }
    const stood = await listPersonMonths(tx, keys, asked)
    const due = new Map(stood.map((one) => [`${one.personId} ${one.month}`, dueOf(one)]))
    const after = await listDaysAfter(tx, mineId, listed)
    return {
      payments: listed.map(({ month, recordedAt, ...payment }) => ({
        ...payment,
        recordedAfterDays: after.get(payment.id) ?? null,
        month: monthOf(month),
        dueFen: due.get(`${payment.personId} ${monthOf(month)}`) ?? null,
      })),
    }
  },
)

/** What dues can do. */
export const actions: readonly Action[] = [
  listPayments,
  listMonths,
  findMine,
  listOfPerson,
  recordPayment,
  recordPayments,
  correctPayment,
]
