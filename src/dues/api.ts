import { append } from '../journal/store/append.ts'
import { type Day, day, dayAt, monthOf, spanOfMonth } from '../kit/day.ts'
import { refuse } from '../kit/refuse.ts'
import { type Action, on } from '../kit/server/action.ts'
import { findUnit } from '../org/store.ts'
import { findOrgOfPerson } from '../people/store/find.ts'
import { findMine } from './api/months.ts'
import { contract } from './contract.ts'
import { duesFen } from './rules.ts'
import { findPayer, listPayers, type Payer } from './store/payers.ts'
import * as payments from './store/payments.ts'

/** What a member owes for a month; null when that cannot be computed, or is not owed at all (A3.2). */
const dueFor = (payer: Payer | undefined, month: Day): number | null =>
  (payer && duesFen(payer.duesClass, payer.baseFen, monthOf(month))) ?? null

const listPayments = on(
  contract.listPayments,
  async ({ input }) => ({ orgId: input.branchId }),
  async ({ input, actor, now, tx, keys }) => {
    const { mineId } = actor
    const { branchId, year } = input
    if (!(await findUnit(tx, mineId, branchId))) return refuse('no-such-unit')
    const [from, to, today] = [day(`${year}-01-01`), day(`${year}-12-01`), dayAt(now)]
    const listed = await payments.listPayments(tx, mineId, { branchId, on: today, from, to })
    const members = await listPayers(tx, keys, { mineId, branches: [branchId], on: today })
    const payers = new Map(members.map((payer) => [payer.personId, payer]))
    return {
      payments: listed.map(({ month, ...payment }) => ({
        ...payment,
        month: monthOf(month),
        dueFen: dueFor(payers.get(payment.personId), month),
      })),
    }
  },
)

const recordPayment = on(
  contract.recordPayment,
  async ({ input, actor, now, db }) => {
    const of = { personId: input.personId, on: dayAt(now) }
    const orgId = await findOrgOfPerson(db, actor.mineId, of)
    return orgId ? { orgId } : refuse('no-such-person')
  },
  async ({ input, actor, now, tx, keys }) => {
    const { mineId, accountId } = actor
    const { personId, month, paidFen, paidOn } = input
    const today = dayAt(now)
    const payer = await findPayer(tx, keys, { mineId, personId, on: today })
    if (!payer) return refuse('no-such-person')
    if (!payer.isMember) return refuse('not-a-member', 'A3.2')
    if (paidOn > today) return refuse('in-the-future', 'A3.2', { day: paidOn })

    const first = spanOfMonth(month).first
    const payment = { month: first, personId, believedFen: null, paidFen, paidOn, source: 'product' as const }
    const id = await payments.addPayment(tx, { mineId, now }, payment)
    if (!id) return refuse('payment-recorded', 'A3.2', { month, day: paidOn })
    const by = { mineId, actorId: accountId, now, src: 'web' as const, keys }
    await append(tx, by, contract.recordPayment.name, payments.paymentRecord, [id])
    return { id, dueFen: dueFor(payer, first) }
  },
)

/** What dues can do. */
export const actions: readonly Action[] = [listPayments, findMine, recordPayment]
