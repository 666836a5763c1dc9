import type { By } from '../../journal/store/append.ts'
import type { Actor } from '../../kit/contract.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { listUnitsOf } from '../store/units.ts'

/** Who did it, for the journal. */
export const by = ({ actor, now, keys }: { actor: Actor; now: Date; keys: Keys }): By => ({
  mineId: actor.mineId,
  actorId: actor.accountId,
  now,
  src: 'web',
  keys,
})

/** The kinds of unit that meet (A1.6). */
export const MAY_MEET: readonly string[] = ['branch', 'jointBranch', 'temporaryBranch', 'partyGroup']

/** A unit and, when it is a branch, its groups. */
export async function unitsOf(db: Db, mineId: Id<'mine'>, orgId: Id<'org'>): Promise<Id<'org'>[]> {
  const units = await listUnitsOf(db, { mineId, branches: [orgId] })
  return [...new Set([orgId, ...units.map(({ id }) => id)])]
}
