import { type Selectable, sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Day } from '../../kit/day.ts'
import { insertRows, updateRows } from '../../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'

type Row = Selectable<Tables['dues_payment']>

/** Money received from a person for a month (its first day). `believedFen`: what the branch thought was due, null when it wrote nothing. */
export type Payment = {
  readonly id: Id<'dues_payment'>
  readonly month: Row['month']
  readonly personId: Row['person_id']
  readonly believedFen: Row['believed_fen']
  readonly paidFen: Row['paid_fen']
  readonly paidOn: Row['paid_on']
  readonly source: Row['source']
}

/** A payment with whose it is, and when it was written down. */
export type NamedPayment = Payment & {
  readonly no: string
  readonly name: string
  readonly recordedAt: Date
}

/** In which mine something is written, and when. */
export type Entered = { readonly mineId: Id<'mine'>; readonly now: Date }

/** How the journal seals a payment; it belongs to the person wherever they are. */
export const paymentRecord: Journaled = {
  ...{ table: 'dues_payment', scope: null, person: 'person_id' },
  happened: { column: 'paid_on', counted: { at: ['recorded_at'], source: 'source' } },
}

const paymentOf = (row: Row): Payment => ({
  id: row.id,
  month: row.month,
  personId: row.person_id,
  believedFen: row.believed_fen,
  paidFen: row.paid_fen,
  paidOn: row.paid_on,
  source: row.source,
})

const rowOf = (payment: Payment, { mineId, now }: Entered): Row => ({
  mine_id: mineId,
  id: payment.id,
  month: payment.month,
  person_id: payment.personId,
  believed_fen: payment.believedFen,
  paid_fen: payment.paidFen,
  paid_on: payment.paidOn,
  source: payment.source,
  recorded_at: now,
})

const named = (db: Db, mineId: Id<'mine'>) =>
  db
    .selectFrom('dues_payment as d')
    .innerJoin('person as p', (on) =>
      on.onRef('p.mine_id', '=', 'd.mine_id').onRef('p.id', '=', 'd.person_id'),
    )
    .selectAll('d')
    .select(['p.no', 'p.name'])
    .where('d.mine_id', '=', mineId)
    .orderBy('d.month')
    .orderBy(sql`p.no collate "C"`)
    .orderBy('d.paid_on')

const namedOf = ({ no, name, ...row }: Row & { no: string; name: string }): NamedPayment => ({
  ...paymentOf(row),
  no,
  name,
  recordedAt: row.recorded_at,
})

/** Which payments: for months from one to another (first days), of those who are on the roster of a branch on a day. */
export type Which = {
  readonly branchId: Id<'org'>
  readonly on: Day
  readonly from: Day
  readonly to: Day
}

/** Payments by month, number of person and day. */
export async function listPayments(
  db: Db,
  mineId: Id<'mine'>,
  { branchId, on, from, to }: Which,
): Promise<NamedPayment[]> {
  const rows = await named(db, mineId)
    .where('d.month', '>=', from)
    .where('d.month', '<=', to)
    .where(
      sql<boolean>`d.person_id in (
        select s.person_id from standing s join branch_of b on b.mine_id = s.mine_id and b.org_id = s.org_id
        where s.mine_id = ${mineId} and b.branch_id = ${branchId}
          and s.from_day <= ${on} and (s.to_day is null or s.to_day >= ${on}))`,
    )
    .execute()
  return rows.map(namedOf)
}

/** Payments of people for months from one to another (first days), by month, number and day. */
export async function listPaymentsOf(
  db: Db,
  mineId: Id<'mine'>,
  { people, from, to }: { readonly people: readonly Id<'person'>[]; readonly from: Day; readonly to: Day },
): Promise<NamedPayment[]> {
  const rows = await named(db, mineId)
    .where('d.month', '>=', from)
    .where('d.month', '<=', to)
    .where(sql<boolean>`d.person_id = any(${people}::uuid[])`)
    .execute()
  return rows.map(namedOf)
}

/** Every payment of the mine by month, number of person and day: what a ledger holds. */
export async function listPaymentsForLedger(db: Db, mineId: Id<'mine'>): Promise<NamedPayment[]> {
  return (await named(db, mineId).execute()).map(namedOf)
}

/** Reads a payment and keeps others from changing it until this transaction ends. */
export async function holdPayment(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'dues_payment'>,
): Promise<Payment | undefined> {
  const row = await tx
    .selectFrom('dues_payment')
    .selectAll()
    .where('mine_id', '=', mineId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && paymentOf(row)
}

/** Whose payment it is; undefined when there is none of that id. */
export async function findPersonOfPayment(
  db: Db,
  mineId: Id<'mine'>,
  id: Id<'dues_payment'>,
): Promise<Id<'person'> | undefined> {
  const row = await db
    .selectFrom('dues_payment')
    .select('person_id')
    .where('mine_id', '=', mineId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.person_id
}

/** Adds a payment; undefined, and nothing added, when one for the same month, person and day is there. */
export async function addPayment(
  tx: Tx,
  entered: Entered,
  payment: Omit<Payment, 'id'>,
): Promise<Id<'dues_payment'> | undefined> {
  const row = await tx
    .insertInto('dues_payment')
    .values(rowOf({ ...payment, id: newId() }, entered))
    .onConflict((conflict) => conflict.columns(['mine_id', 'month', 'person_id', 'paid_on']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Adds payments, thousands in one statement; answers their ids in the same order. Violates a key when one is there. */
export async function addPayments(
  tx: Tx,
  entered: Entered,
  added: readonly Omit<Payment, 'id'>[],
): Promise<Id<'dues_payment'>[]> {
  const whole = added.map((payment): Payment => ({ ...payment, id: newId() }))
  await insertRows(
    tx,
    'dues_payment',
    whole.map((payment) => rowOf(payment, entered)),
  )
  return whole.map(({ id }) => id)
}

/** Writes the amounts of payments found by id, thousands in one statement. */
export async function changePayments(tx: Tx, entered: Entered, changed: readonly Payment[]): Promise<void> {
  await updateRows(
    tx,
    'dues_payment',
    ['believed_fen', 'paid_fen', 'source'],
    changed.map((payment) => rowOf(payment, entered)),
  )
}
