import type { By } from '../../journal/store/append.ts'
import type { Actor } from '../../kit/contract.ts'
import { dayAt } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { type Refused, refuse } from '../../kit/refuse.ts'
import type { Place } from '../../kit/server/action.ts'
import { findOrgOfPerson } from '../store/find.ts'
import type { Entered } from '../store/write.ts'

/** What a handler knows of who asks. */
export type Asker = { readonly actor: Actor; readonly now: Date; readonly keys: Keys }

/** Who did it, for the journal. */
export const by = ({ actor, now, keys }: Asker): By => ({
  mineId: actor.mineId,
  actorId: actor.accountId,
  now,
  src: 'web',
  keys,
})

/** Where, when and with which keys something is written. */
export const entered = ({ actor, now, keys }: Asker): Entered => ({
  mineId: actor.mineId,
  now,
  keys: keys.field,
})

type AskedOf = { readonly db: Db; readonly actor: Actor; readonly now: Date }

/** A person's place is the unit they stand in today. */
export async function placeOf(
  { db, actor, now }: AskedOf,
  personId: Id<'person'>,
): Promise<Place | Refused<'no-such-person'>> {
  const orgId = await findOrgOfPerson(db, actor.mineId, { personId, on: dayAt(now) })
  return orgId ? { orgId } : refuse('no-such-person')
}
