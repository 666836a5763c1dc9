import type { Journaled } from '../../journal/store/journaled.ts'
import { insertRows } from '../../kit/db/bulk.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'

/** How the journal seals that somebody acknowledged the privacy notice. */
export const privacyRecord: Journaled = { table: 'privacy_acceptance', scope: null, person: 'person_id' }

type Of = {
  readonly mineId: Id<'mine'>
  readonly accountId: Id<'account'>
  readonly version: string
}

/** When an account acknowledged a version; undefined when it has not. */
export async function findAcceptance(db: Db, { mineId, accountId, version }: Of): Promise<Date | undefined> {
  const row = await db
    .selectFrom('privacy_acceptance')
    .select('recorded_at')
    .where('mine_id', '=', mineId)
    .where('account_id', '=', accountId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.recorded_at
}

/** Notes that an account acknowledged a version. Violates a key when it did before. */
export async function addAcceptance(
  tx: Tx,
  { mineId, accountId, version }: Of,
  { personId, now }: { readonly personId: Id<'person'> | null; readonly now: Date },
): Promise<Id<'privacy_acceptance'>> {
  const id = newId<'privacy_acceptance'>()
  const row = {
    ...{ mine_id: mineId, id, account_id: accountId, person_id: personId, version, recorded_at: now },
  }
  await insertRows(tx, 'privacy_acceptance', [row])
  return id
}
