import { sql } from 'kysely'
import type { Db, Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { FieldKeys } from '../../kit/keys/field.ts'
import { isLocked, NO_TRIES, type Tries } from '../rules/tries.ts'

/** The tries of one login; `lastStep`: the last step of an authenticator that was used. */
export type Tried = Tries & { readonly hash: Buffer; readonly lastStep: number | null }

/** A login that nobody has may be a password typed in the wrong place: only what is equal for equal ones is kept. */
const hashLogin = (keys: FieldKeys, mineId: Id<'mine'>, login: string): Buffer =>
  keys.lookup(`sign_in_try:${mineId}`, login)

/** Whose tries, in which mine; `login` may be nobody's. */
export type TriesOf = { readonly mineId: Id<'mine'>; readonly login: string; readonly keys: FieldKeys }

/** Reads the tries of a login and lets nobody else try it until this transaction ends. */
export async function holdTries(tx: Tx, { mineId, login, keys }: TriesOf, now: Date): Promise<Tried> {
  const hash = hashLogin(keys, mineId, login)
  const row = await tx
    .insertInto('sign_in_try')
    .values({ mine_id: mineId, login_hash: hash, wrong_count: 0, at: now })
    .onConflict((conflict) => conflict.columns(['mine_id', 'login_hash']).doUpdateSet({ at: now }))
    .returning(['wrong_count', 'locked_until', 'totp_last_step'])
    .executeTakeFirstOrThrow()
  return { hash, wrong: row.wrong_count, lockedUntil: row.locked_until, lastStep: row.totp_last_step }
}

/** Keeps what became of the tries. */
export async function setTries(tx: Tx, mineId: Id<'mine'>, tried: Tried): Promise<void> {
  await tx
    .updateTable('sign_in_try')
    .set({ wrong_count: tried.wrong, locked_until: tried.lockedUntil, totp_last_step: tried.lastStep })
    .where('mine_id', '=', mineId)
    .where('login_hash', '=', tried.hash)
    .execute()
}

/** Forgets the wrong tries of a login. */
export async function clearTries(tx: Tx, of: TriesOf, now: Date): Promise<void> {
  const tried = await holdTries(tx, of, now)
  await setTries(tx, of.mineId, { ...tried, ...NO_TRIES })
}

const FORGET_AFTER = '2 days'

/** Forgets old tries of logins that were never right, so that guessing leaves nothing behind for long. */
export async function forgetTries(tx: Tx, mineId: Id<'mine'>, now: Date): Promise<void> {
  await sql`delete from sign_in_try where mine_id = ${mineId} and totp_last_step is null
    and at < ${now}::timestamptz - ${FORGET_AFTER}::interval`.execute(tx)
}

/** Which of these logins are locked now. */
export async function listLocked(
  db: Db,
  of: Omit<TriesOf, 'login'> & { readonly logins: readonly string[] },
  now: Date,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('sign_in_try')
    .select(['login_hash', 'wrong_count', 'locked_until'])
    .where('mine_id', '=', of.mineId)
    .where('locked_until', '>', now)
    .execute()
  const held = rows.filter((row) => isLocked({ wrong: row.wrong_count, lockedUntil: row.locked_until }, now))
  const hashes = new Set(held.map((row) => row.login_hash.toString('hex')))
  if (hashes.size === 0) return new Set()
  return new Set(
    of.logins.filter((login) => hashes.has(hashLogin(of.keys, of.mineId, login).toString('hex'))),
  )
}
