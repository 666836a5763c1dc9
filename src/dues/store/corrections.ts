import { sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import type { Entered } from './payments.ts'

/** What an amount was corrected from and to, why and when. */
export type Correction = {
  readonly fromFen: number
  readonly toFen: number
  readonly reason: string
  readonly at: Date
}
/** Corrections by payment, oldest first. */
export type Corrections = ReadonlyMap<Id<'dues_payment'>, readonly Correction[]>

/** How the journal seals a correction: a record of its own beside the payment (R3.2). */
export const correctionRecord: Journaled = { table: 'dues_correction', scope: null, person: 'person_id' }

/** Every correction of payments of people. One statement. */
export async function listCorrections(
  db: Db,
  mineId: Id<'mine'>,
  people: readonly Id<'person'>[],
): Promise<Corrections> {
  const rows = await db
    .selectFrom('dues_correction as c')
    .innerJoin('dues_payment as d', (on) =>
      on.onRef('d.mine_id', '=', 'c.mine_id').onRef('d.id', '=', 'c.payment_id'),
    )
    .select(['c.payment_id', 'c.from_fen as fromFen', 'c.to_fen as toFen', 'c.reason', 'c.recorded_at as at'])
    .where('c.mine_id', '=', mineId)
    .where(sql<boolean>`d.person_id = any(${people}::uuid[])`)
    .orderBy('c.recorded_at')
    .orderBy('c.id')
    .execute()
  const byPayment = Map.groupBy(rows, ({ payment_id }) => payment_id)
  return new Map(
    [...byPayment].map(([id, of]) => [
      id,
      of.map(({ fromFen, toFen, reason, at }) => ({ fromFen, toFen, reason, at })),
    ]),
  )
}

/** Whose payment is corrected, from what to what, why, and by whom. */
export type NewCorrection = Omit<Correction, 'at'> & {
  readonly paymentId: Id<'dues_payment'>
  readonly personId: Id<'person'>
  readonly accountId: Id<'account'>
}

/** Adds an addendum to a payment; it is never changed afterwards. */
export async function addCorrection(
  tx: Tx,
  { mineId, now }: Entered,
  { paymentId, personId, accountId, fromFen, toFen, reason }: NewCorrection,
): Promise<Id<'dues_correction'>> {
  const id = newId<'dues_correction'>()
  await tx
    .insertInto('dues_correction')
    .values({
      ...{ mine_id: mineId, id, payment_id: paymentId, person_id: personId, reason },
      ...{ from_fen: fromFen, to_fen: toFen, account_id: accountId, recorded_at: now },
    })
    .execute()
  return id
}
