import { append, type By } from '../../journal/store/append.ts'
import type { Actor } from '../../kit/contract.ts'
import { type Day, dayAt, type Month, spanOfMonth } from '../../kit/day.ts'
import type { Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { refuse } from '../../kit/refuse.ts'
import { on } from '../../kit/server/action.ts'
import { findUnit } from '../../org/store.ts'
import { findOrgOfPerson } from '../../people/store/find.ts'
import { contract } from '../contract.ts'
import { addCorrection, correctionRecord } from '../store/corrections.ts'
import { listPersonMonths } from '../store/months.ts'
import { findPayer } from '../store/payers.ts'
import * as payments from '../store/payments.ts'
import { dueOf, listDues } from './months.ts'

const by = ({ actor, now, keys }: { actor: Actor; now: Date; keys: Keys }): By => ({
  mineId: actor.mineId,
  actorId: actor.accountId,
  now,
  src: 'web',
  keys,
})

type Handed = {
  readonly personId: Id<'person'>
  readonly month: Month
  readonly paidFen: number
  readonly paidOn: Day
}

/** Adds what somebody handed in; undefined when a payment of that month and day is there already. */
const addHanded = (tx: Tx, entered: payments.Entered, { month, ...handed }: Handed) =>
  payments.addPayment(tx, entered, {
    ...handed,
    month: spanOfMonth(month).first,
    believedFen: null,
    source: 'product',
  })

export const recordPayment = on(
  contract.recordPayment,
  async ({ input, actor, now, db }) => {
    const of = { personId: input.personId, on: dayAt(now) }
    const orgId = await findOrgOfPerson(db, actor.mineId, of)
    return orgId ? { orgId } : refuse('no-such-person')
  },
  async ({ input, actor, now, tx, keys }) => {
    const { mineId } = actor
    const { personId, month, paidOn } = input
    const today = dayAt(now)
    const payer = await findPayer(tx, keys, { mineId, personId, on: today })
    if (!payer) return refuse('no-such-person')
    if (!payer.isMember) return refuse('not-a-member', 'A3.2')
    if (paidOn > today) return refuse('in-the-future', 'A3.2', { day: paidOn })

    const id = await addHanded(tx, { mineId, now }, input)
    if (!id) return refuse('payment-recorded', 'A3.2', { month, day: paidOn })
    const asked = { mineId, whose: { personId, reach: 'mine' as const }, months: [spanOfMonth(month)], today }
    const [stood] = await listPersonMonths(tx, keys, asked)
    const author = by({ actor, now, keys })
    await append(tx, author, contract.recordPayment.name, payments.paymentRecord, [id])
    return { id, dueFen: dueOf(stood) }
  },
)

export const recordPayments = on(
  contract.recordPayments,
  async ({ input }) => ({ orgId: input.branchId }),
  async ({ input, actor, now, tx, keys }) => {
    const { mineId } = actor
    const { branchId, month, paidOn } = input
    const [people, today] = [new Set(input.personIds), dayAt(now)]
    if (!(await findUnit(tx, mineId, branchId))) return refuse('no-such-unit')
    if (paidOn > today) return refuse('in-the-future', 'A3.2', { day: paidOn })
    const asked = { mineId, whose: { branchId }, months: [spanOfMonth(month)], today }
    const listed = await listDues({ db: tx, keys, bases: 'masked', ahead: 'shown' }, asked)
    const owing = listed.flatMap(({ personId, months: [one] }) => {
      const missing = -(one?.differenceFen ?? 0)
      return people.has(personId) && missing > 0 ? [{ personId, paidFen: missing }] : []
    })
    if (owing.length < people.size) return refuse('nothing-due', 'A3.2', { n: people.size - owing.length })

    const ids: Id<'dues_payment'>[] = []
    for (const handed of owing) {
      const id = await addHanded(tx, { mineId, now }, { ...handed, month, paidOn })
      if (!id) return refuse('payment-recorded', 'A3.2', { month, day: paidOn })
      ids.push(id)
    }
    const author = by({ actor, now, keys })
    await append(tx, author, contract.recordPayments.name, payments.paymentRecord, ids)
    return { count: ids.length, paidFen: owing.reduce((sum, { paidFen }) => sum + paidFen, 0) }
  },
)

export const correctPayment = on(
  contract.correctPayment,
  async ({ input, actor, now, db }) => {
    const personId = await payments.findPersonOfPayment(db, actor.mineId, input.id)
    const of = personId && { personId, on: dayAt(now) }
    const orgId = of && (await findOrgOfPerson(db, actor.mineId, of))
    return orgId ? { orgId } : refuse('no-such-payment')
  },
  async ({ input, actor, now, tx, keys }) => {
    const { mineId, accountId } = actor
    const { id, paidFen, reason } = input
    const payment = await payments.holdPayment(tx, mineId, id)
    if (!payment) return refuse('no-such-payment')
    if (payment.paidFen === paidFen) return refuse('same-amount', 'R3.2')

    const entered = { mineId, now }
    const addendum = { paymentId: id, personId: payment.personId, accountId, reason }
    const amounts = { fromFen: payment.paidFen, toFen: paidFen }
    const added = await addCorrection(tx, entered, { ...addendum, ...amounts })
    await payments.changePayments(tx, entered, [{ ...payment, paidFen, source: 'product' }])
    const author = by({ actor, now, keys })
    const { name } = contract.correctPayment
    await append(tx, author, name, correctionRecord, [added])
    await append(tx, author, name, payments.paymentRecord, [id])
    return {}
  },
)
