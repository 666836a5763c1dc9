import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Role } from '../../src/access/rules/roles.ts'
import { SESSION_COOKIE } from '../../src/kit/server/serve.ts'
import { MINE, seedId } from './mine.ts'

/** Somebody signed in: the header by which the server knows them. */
export type Cookie = string

/** Their sessions do not lie idle while measures are taken. */
const FAR_AHEAD = '2099-01-01'

/** Makes the account of the nth caller of a made mine, with one role over a unit (null: the mine), signed in. */
export async function addCaller(
  client: pg.Client,
  n: number,
  { role, orgId, mineId = MINE }: { role: Role; orgId: string | null; mineId?: string },
): Promise<Cookie> {
  const secret = createHash('sha256').update(`caller ${n}`).digest('base64url')
  const account = seedId('account', n)
  await client.query(
    `insert into account (mine_id, id, login, name, must_change, recorded_at) values ($1, $2, $3, '测量', false, now())`,
    [mineId, account, `caller${n}`],
  )
  await client.query(
    `insert into office (mine_id, id, account_id, role, org_id, recorded_at) values ($1, $2, $3, $4, $5, now())`,
    [mineId, seedId('office', n), account, role, orgId],
  )
  await client.query(
    `insert into session (mine_id, token_hash, account_id, made_at, seen_at, expires_at) values ($1, $2, $3, now(), $4, $4)`,
    [mineId, createHash('sha256').update(secret).digest(), account, FAR_AHEAD],
  )
  return `${SESSION_COOKIE}=${mineId}.${secret}`
}
