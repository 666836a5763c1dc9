import type { By } from '../../journal/store/append.ts'
import type { Actor } from '../../kit/contract.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { type Refused, refuse } from '../../kit/refuse.ts'
import type { Place } from '../../kit/server/action.ts'
import { BRANCH_KINDS } from '../../org/rules.ts'
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
export const MAY_MEET: readonly string[] = [...BRANCH_KINDS, 'partyGroup']

/** Where something is: at its unit; refused by this code when it is not there. */
export const placeIn = <C extends string>(
  found: { readonly orgId: Id<'org'> } | undefined,
  code: C,
): Place | Refused<C> => (found ? { orgId: found.orgId } : refuse(code))

/** A unit and, when it is a branch, its groups. */
export async function unitsOf(db: Db, mineId: Id<'mine'>, orgId: Id<'org'>): Promise<Id<'org'>[]> {
  const units = await listUnitsOf(db, { mineId, branches: [orgId] })
  return [...new Set([orgId, ...units.map(({ id }) => id)])]
}
