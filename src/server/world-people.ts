import type { Id } from '../kit/id.ts'
import type { Caller, World } from './world.ts'

/** Lets somebody of the roster ask: an account of theirs, with no office but what the roster makes of them. */
export async function asPerson(world: World, personId: Id<'person'>): Promise<Caller> {
  const caller = await world.as('securityAdmin')
  await world.db.deleteFrom('office').where('account_id', '=', caller.accountId).execute()
  await world.db
    .updateTable('account')
    .set({ person_id: personId })
    .where('id', '=', caller.accountId)
    .execute()
  return caller
}
