import { createHash, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../contract.ts'
import type { Db, Tx } from '../db/db.ts'
import type { FieldKeys } from '../keys/field.ts'

/** A write as its caller may repeat it: who, under which key, and what exactly was asked. */
export type Ask = {
  readonly actor: Actor
  readonly key: string
  readonly action: string
  readonly hash: Buffer
  /** Answers may hold what is shown once and kept nowhere else: they are kept sealed. */
  readonly keys: FieldKeys
}

const contextOf = ({ actor, key }: Ask): string =>
  `idempotency.answer:${actor.mineId}:${actor.accountId}:${key}`

export type Kept = { readonly status: number; readonly answer: string }

/** The fingerprint of a request, to tell a repeat from another request under the same key. */
export const hashOf = (action: string, body: string): Buffer =>
  createHash('sha256').update(action).update('\n').update(body).digest()

/** What was answered under this key before; 'other' when it was asked something else then; undefined when never. */
export async function findAnswer(db: Db, ask: Ask): Promise<Kept | 'other' | undefined> {
  const { actor, key, hash, keys } = ask
  const { rows } = await sql<Kept & { hash: Buffer }>`
    select request_hash as hash, status, answer from idempotency
    where mine_id = ${actor.mineId} and account_id = ${actor.accountId} and key = ${key}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  if (!timingSafeEqual(row.hash, hash)) return 'other'
  return { status: row.status, answer: keys.open(contextOf(ask), Buffer.from(row.answer, 'base64')) }
}

/** Keeps an answer with the write it belongs to. Violates the primary key when the same write ended meanwhile. */
export async function keepAnswer(tx: Tx, ask: Ask, kept: Kept, now: Date): Promise<void> {
  const answer = ask.keys.seal(contextOf(ask), kept.answer).toString('base64')
  await sql`
    insert into idempotency (mine_id, account_id, key, action, request_hash, status, answer, at)
    values (${ask.actor.mineId}, ${ask.actor.accountId}, ${ask.key}, ${ask.action}, ${ask.hash}, ${kept.status}, ${answer}, ${now})`.execute(
    tx,
  )
}

/** Answers are kept for so many days: nobody repeats a write later. */
export const KEPT_DAYS = 7
const DAY_MS = 86_400_000

/** Forgets the answers kept for longer; answers how many there were. */
export async function forgetAnswers(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * DAY_MS)
  const { numDeletedRows } = await db.deleteFrom('idempotency').where('at', '<', before).executeTakeFirst()
  return Number(numDeletedRows)
}
