import type { z } from 'zod'
import type { Actor, Contract, Reach, Refusals } from '../contract.ts'
import type { Db, Tx } from '../db/db.ts'
import type { Id } from '../id.ts'
import type { Keys } from '../keys/keys.ts'
import type { Refused } from '../refuse.ts'

/**
 * Where an action happens, for the question "may this actor do this here?".
 * A unit of the tree; the whole mine; or everywhere the actor may: then the handler itself keeps to `actor`'s offices.
 */
export type Place = { readonly orgId: Id<'org'> } | 'mine' | 'wherever-allowed'

/** What a handler is given. `now` is read once; `tx` is the action's one transaction (for reads: a connection of the pool). */
export type Asked<C extends Contract> = {
  readonly input: z.output<C['input']>
  readonly actor: Actor
  /** Where this actor may do this: what a list answers keeps to it. */
  readonly reach: Reach
  readonly now: Date
  readonly tx: C['kind'] extends 'write' ? Tx : Db
  readonly keys: Keys
  /** The folder of what is kept outside the database. */
  readonly dataDir: string
  /** Sets or, with null, ends the session cookie of this answer. */
  readonly setSession: (token: string | null) => void
  /** What was written stays, although the action refuses: a wrong sign-in is counted. */
  readonly keepWritten: () => void
  /** What the caller brought as session, hashed nowhere yet; null when none. */
  readonly sessionToken: string | null
}

type Answer<C extends Contract> = z.input<C['output']> | Refused<keyof C['refusals'] & string>

export type Handler<C extends Contract> = (asked: Asked<C>) => Promise<Answer<C>>

/** Finds where an action happens from what was asked; a refusal when there is no such record. */
export type Where<C extends Contract> =
  | 'mine'
  | 'wherever-allowed'
  | ((
      asked: Pick<Asked<C>, 'input' | 'actor' | 'now'> & { readonly db: Db },
    ) => Promise<Place | Refused<keyof C['refusals'] & string>>)

/** A contract with what fulfils it. */
export type Action = {
  readonly contract: Contract
  readonly where: (asked: { input: unknown; actor: Actor; now: Date; db: Db }) => Promise<Place | Refused>
  readonly handle: (asked: Asked<Contract>) => Promise<unknown>
}

/** Fulfils a contract: where it happens, then load → decide → store → journal → answer. */
export function on<C extends Contract<string, 'read' | 'write', z.ZodType, z.ZodType, Refusals>>(
  contract: C,
  where: Where<C>,
  handle: Handler<C>,
): Action {
  const find = typeof where === 'function' ? where : async (): Promise<Place> => where
  return { contract, where: find as Action['where'], handle: handle as Action['handle'] }
}
