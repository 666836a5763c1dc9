import { sql } from 'kysely'
import { insertRows } from '../../kit/db/bulk.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { FieldKeys } from '../../kit/keys/field.ts'
import { CODE_LIFE_DAYS, LINK_LIFE_HOURS } from '../rules/codes.ts'
import { drawCode, drawToken, hashCode, readToken } from './secrets.ts'

const HOUR_MS = 3_600_000

/** What a one-time link is for. */
export type LinkPurpose = keyof typeof LINK_LIFE_HOURS

/** A link that is still good. */
export type Ticket = {
  readonly mineId: Id<'mine'>
  readonly purpose: LinkPurpose | 'firstSignIn'
  readonly hash: Buffer
}

/** Draws a link for a purpose; earlier ones for it are no longer good. Answers its token, which is kept nowhere. */
export async function addLink(tx: Tx, mineId: Id<'mine'>, purpose: LinkPurpose, now: Date): Promise<string> {
  await tx
    .updateTable('ticket')
    .set({ used_at: now })
    .where('mine_id', '=', mineId)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .execute()
  const { token, hash } = drawToken(mineId)
  const expires = new Date(now.getTime() + LINK_LIFE_HOURS[purpose] * HOUR_MS)
  await tx
    .insertInto('ticket')
    .values({ mine_id: mineId, token_hash: hash, purpose, expires_at: expires })
    .execute()
  return token
}

const good = (db: Db, token: string, now: Date) => {
  const read = readToken(token)
  if (!read) return undefined
  return db
    .selectFrom('ticket')
    .select(['mine_id as mineId', 'purpose', 'token_hash as hash'])
    .where('mine_id', '=', read.mineId)
    .where('token_hash', '=', read.hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
}

/** What a link is good for now; undefined when it is not, any more. */
export const findTicket = async (db: Db, token: string, now: Date): Promise<Ticket | undefined> =>
  good(db, token, now)?.executeTakeFirst()

/** Reads a link that is good now and keeps others from using it. */
export const holdTicket = async (tx: Tx, token: string, now: Date): Promise<Ticket | undefined> =>
  good(tx, token, now)?.forUpdate().executeTakeFirst()

/** Uses a link up. */
export async function endTicket(tx: Tx, { mineId, hash }: Ticket, now: Date): Promise<void> {
  await tx
    .updateTable('ticket')
    .set({ used_at: now })
    .where('mine_id', '=', mineId)
    .where('token_hash', '=', hash)
    .execute()
}

/** Ends the codes of accounts: a password of their own stands, or a new code. */
export async function endCodes(
  tx: Tx,
  mineId: Id<'mine'>,
  accounts: readonly Id<'account'>[],
): Promise<void> {
  await tx
    .deleteFrom('ticket')
    .where('mine_id', '=', mineId)
    .where('purpose', '=', 'firstSignIn')
    .where(sql<boolean>`account_id = any(${accounts}::uuid[])`)
    .execute()
}

/** In which mine, when and with which keys codes are drawn. */
export type Drawn = { readonly mineId: Id<'mine'>; readonly now: Date; readonly keys: FieldKeys }

/** Draws a code for each account; answers them in the same order. They are kept nowhere. */
export async function addCodes(tx: Tx, drawn: Drawn, accounts: readonly Id<'account'>[]): Promise<string[]> {
  const { mineId, now, keys } = drawn
  const codes = accounts.map(drawCode)
  const expires = new Date(now.getTime() + CODE_LIFE_DAYS * 24 * HOUR_MS)
  const rows = accounts.map((accountId, at) => ({
    mine_id: mineId,
    token_hash: hashCode(keys, { mineId, accountId }, codes[at] ?? ''),
    purpose: 'firstSignIn' as const,
    account_id: accountId,
    expires_at: expires,
    used_at: null,
  }))
  await insertRows(tx, 'ticket', rows)
  return codes
}
