import type { Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { SESSION_LIFE_MS } from '../rules/roles.ts'
import { drawToken, readToken } from './secrets.ts'

/** Whose session. */
export type SessionOf = { readonly mineId: Id<'mine'>; readonly accountId: Id<'account'> }

/** Begins a session; answers its token, which is kept nowhere. */
export async function addSession(tx: Tx, { mineId, accountId }: SessionOf, now: Date): Promise<string> {
  const { token, hash } = drawToken(mineId)
  await tx
    .insertInto('session')
    .values({
      mine_id: mineId,
      token_hash: hash,
      account_id: accountId,
      made_at: now,
      seen_at: now,
      expires_at: new Date(now.getTime() + SESSION_LIFE_MS),
    })
    .execute()
  return token
}

/** Ends a session. */
export async function endSession(tx: Tx, token: string): Promise<void> {
  const read = readToken(token)
  if (!read) return
  await tx
    .deleteFrom('session')
    .where('mine_id', '=', read.mineId)
    .where('token_hash', '=', read.hash)
    .execute()
}

/** Ends every session of an account, but the one whose token is given. */
export async function endSessions(
  tx: Tx,
  { mineId, accountId }: SessionOf,
  but: string | null,
): Promise<void> {
  const kept = but ? readToken(but) : undefined
  const all = tx.deleteFrom('session').where('mine_id', '=', mineId).where('account_id', '=', accountId)
  await (kept ? all.where('token_hash', '<>', kept.hash) : all).execute()
}

/** Throws away sessions that have ended by themselves. */
export async function forgetSessions(tx: Tx, mineId: Id<'mine'>, now: Date): Promise<void> {
  await tx.deleteFrom('session').where('mine_id', '=', mineId).where('expires_at', '<', now).execute()
}
