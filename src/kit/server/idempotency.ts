import { createHash, timingSafeEqual } from 'node:crypto'
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
  const row = await db
    .selectFrom('idempotency')
    .select(['request_hash', 'status', 'answer'])
    .where('mine_id', '=', actor.mineId)
    .where('account_id', '=', actor.accountId)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!row) return undefined
  if (!timingSafeEqual(row.request_hash, hash)) return 'other'
  return { status: row.status, answer: keys.open(contextOf(ask), Buffer.from(row.answer, 'base64')) }
}

/** Keeps an answer with the write it belongs to. Violates the primary key when the same write ended meanwhile. */
export async function keepAnswer(tx: Tx, ask: Ask, kept: Kept, now: Date): Promise<void> {
  await tx
    .insertInto('idempotency')
    .values({
      mine_id: ask.actor.mineId,
      account_id: ask.actor.accountId,
      key: ask.key,
      action: ask.action,
      request_hash: ask.hash,
      status: kept.status,
      answer: ask.keys.seal(contextOf(ask), kept.answer).toString('base64'),
      at: now,
    })
    .execute()
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
