import type { By } from '../../journal/store/append.ts'
import type { Actor } from '../../kit/contract.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import type { Desk } from '../sheets/hand.ts'
import { noNames } from './bring-in.ts'

/** Who asks, under which keys, when. */
export type Asked = { readonly actor: Actor; readonly keys: Keys; readonly now: Date }

/** Where an import asked by an actor comes in. */
export const deskOf = ({ actor, keys, now }: Asked): Desk & { by: By } => ({
  mineId: actor.mineId,
  keys,
  now,
  names: noNames(),
  by: { mineId: actor.mineId, actorId: actor.accountId, now, src: 'import', keys },
})
