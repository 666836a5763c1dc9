import { sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import type { SealedField } from '../../people/store/sealed.ts'

/** How the journal seals that somebody saw a masked value. */
export const unmaskingRecord: Journaled = { table: 'unmasking', scope: null, person: 'person_id' }

/** Unmasking is off until somebody holds the security office and somebody the audit office (R10.2). */
export async function findUnmasking(db: Db, mineId: Id<'mine'>): Promise<'on' | 'off'> {
  const { rows } = await sql<{ held: number }>`
    select count(distinct role)::int as held from office
    where mine_id = ${mineId} and role in ('securityAdmin', 'auditAdmin') and ended_at is null`.execute(db)
  return rows[0]?.held === 2 ? 'on' : 'off'
}

/** Who saw which value of whom, and why. */
export type Unmasking = {
  readonly mineId: Id<'mine'>
  readonly accountId: Id<'account'>
  readonly personId: Id<'person'>
  readonly field: SealedField
  readonly reason: string
}

/** Notes that somebody sees a masked value. */
export async function addUnmasking(tx: Tx, seen: Unmasking, now: Date): Promise<Id<'unmasking'>> {
  const id = newId<'unmasking'>()
  await tx
    .insertInto('unmasking')
    .values({
      mine_id: seen.mineId,
      id,
      person_id: seen.personId,
      field: seen.field,
      reason: seen.reason,
      account_id: seen.accountId,
      recorded_at: now,
    })
    .execute()
  return id
}
