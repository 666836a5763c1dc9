import type { By } from '../../journal/store/append.ts'
import type { Actor } from '../../kit/contract.ts'
import type { Id } from '../../kit/id.ts'
import type { Keys } from '../../kit/keys/keys.ts'

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

/** The same where nobody is signed in: an account that makes itself. */
export const byItself = (
  { mineId, accountId }: { readonly mineId: Id<'mine'>; readonly accountId: Id<'account'> },
  { now, keys }: Pick<Asker, 'now' | 'keys'>,
): By => ({ mineId, actorId: accountId, now, src: 'web', keys })

/** A login as it is compared: full width and blanks around it passed over. */
export const loginOf = (typed: string): string => typed.normalize('NFKC').trim()
