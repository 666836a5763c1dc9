import { sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import type { SealedField } from '../../people/store/sealed.ts'

/** How the journal seals that somebody saw a masked value. */
export const unmaskingRecord: Journaled = { table: 'unmasking', scope: null, person: 'person_id' }

/** Whether masked values may be shown at all: not until somebody holds the security office and somebody the audit office (R10.2). */
export async function isUnmaskingOn(db: Db, mineId: Id<'mine'>): Promise<boolean> {
  const { rows } = await sql<{ held: number }>`
    select count(distinct role)::int as held from office
    where mine_id = ${mineId} and role in ('securityAdmin', 'auditAdmin') and ended_at is null`.execute(db)
  return rows[0]?.held === 2
}

/** Who saw which value, and why; `personId` null: everybody's, in an export. */
export type Unmasking = {
  readonly accountId: Id<'account'>
  readonly personId: Id<'person'> | null
  readonly field: SealedField
  readonly reason: string
}

/** Notes that somebody sees a masked value. */
export async function addUnmasking(
  tx: Tx,
  { mineId, now }: { readonly mineId: Id<'mine'>; readonly now: Date },
  { accountId, personId, field, reason }: Unmasking,
): Promise<Id<'unmasking'>> {
  const id = newId<'unmasking'>()
  await tx
    .insertInto('unmasking')
    .values({
      mine_id: mineId,
      id,
      person_id: personId,
      field,
      reason,
      account_id: accountId,
      recorded_at: now,
    })
    .execute()
  return id
}

/** Somebody saw a value: who, when and why. */
export type Unmasked = {
  readonly id: Id<'unmasking'>
  readonly field: SealedField
  readonly byName: string
  readonly reason: string
  readonly at: Date
}

/** Who saw a person's masked values, in exports of everybody's too; the latest first. */
export async function listUnmaskings(
  db: Db,
  mineId: Id<'mine'>,
  personId: Id<'person'>,
): Promise<Unmasked[]> {
  const { rows } = await sql<Unmasked>`
    select u.id, u.field, a.name as "byName", u.reason, u.recorded_at as at
    from unmasking u join account a on a.mine_id = u.mine_id and a.id = u.account_id
    where u.mine_id = ${mineId} and (u.person_id = ${personId} or (u.person_id is null and u.recorded_at >=
      (select p.recorded_at from person p where p.mine_id = ${mineId} and p.id = ${personId})))
    order by u.recorded_at desc, u.id desc`.execute(db)
  return rows
}
