import { sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'

/** How the journal seals a branch's reason: with the key of whoever the late record is about. */
export const reasonRecord: Journaled = { table: 'late_reason', scope: 'org_id', person: 'person_id' }

/** A reason to keep, with the unit and the person of the record. */
export type NewReason = {
  readonly mineId: Id<'mine'>
  readonly subject: Id
  readonly orgId: Id<'org'> | null
  readonly personId: Id<'person'> | null
  readonly text: string
  readonly accountId: Id<'account'>
  readonly now: Date
}

/** Keeps a reason; answers its id. */
export async function addReason(tx: Tx, reason: NewReason): Promise<Id<'late_reason'>> {
  const { mineId, subject, orgId, personId, text, accountId, now } = reason
  const id = newId<'late_reason'>()
  await tx
    .insertInto('late_reason')
    .values({
      ...{ mine_id: mineId, id, subject, text, account_id: accountId, recorded_at: now },
      ...{ org_id: orgId, person_id: personId },
    })
    .execute()
  return id
}

/** A reason as it was given. */
export type Reason = {
  readonly subject: string
  readonly text: string
  readonly by: string
  readonly at: Date
}

/** The reasons beside records, the first one first. */
export async function listReasons(
  db: Db,
  mineId: Id<'mine'>,
  subjects: readonly string[],
): Promise<Reason[]> {
  const { rows } = await sql<Reason>`
    select r.subject, r.text, a.name as by, r.recorded_at as at
    from late_reason r join account a on a.mine_id = r.mine_id and a.id = r.account_id
    where r.mine_id = ${mineId} and r.subject = any(${subjects}::uuid[]) order by r.recorded_at, r.id`.execute(
    db,
  )
  return rows
}
