import { sql } from 'kysely'
import type { Actor, Office } from '../../kit/contract.ts'
import { dayAt } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Place } from '../../kit/server/action.ts'
import type { Gate, Use } from '../../kit/server/serve.ts'
import { listAncestors } from '../../org/store.ts'
import { isBeforeChange, isOpen, may, reachOf } from '../rules/may.ts'
import { idleLimitMs, SEEN_EVERY_MS } from '../rules/roles.ts'
import { readToken } from './secrets.ts'

type Row = {
  readonly name: string
  readonly hash: Buffer
  readonly accountId: Id<'account'>
  readonly personId: Id<'person'> | null
  readonly mustChange: boolean
  readonly seenAt: Date
  readonly offices: readonly Office[]
}

/*
 * Offices that were given, and what the roster makes of the account's person today: a member or a worker of their branch. Staff and
 * inspectors of the one committee above everything hold theirs over the mine.
 */
const OFFICES = sql`
  select o.role, case when o.role in ('committeeStaff', 'inspector') and u.kind = 'committee' and u.parent_id is null
      and not exists (select from org_unit t where t.mine_id = o.mine_id and t.parent_id is null and t.id <> o.org_id)
    then null else o.org_id end as org_id
  from office o left join org_unit u on u.mine_id = o.mine_id and u.id = o.org_id
  where o.mine_id = a.mine_id and o.account_id = a.id and o.ended_at is null`

const offices = (on: string) => sql`
  ${OFFICES}
  union all
  select case when s.category in ('fullMember', 'probationaryMember') then 'member' else 'worker' end, b.branch_id
  from standing s
    join branch_of b on b.mine_id = s.mine_id and b.org_id = s.org_id
    join org_unit u on u.mine_id = b.mine_id and u.id = b.branch_id and u.kind in ('branch', 'jointBranch', 'temporaryBranch')
  where s.mine_id = a.mine_id and s.person_id = a.person_id
    and s.from_day <= ${on} and (s.to_day is null or s.to_day >= ${on})`

type At = { readonly mineId: Id<'mine'>; readonly hashes: readonly Buffer[] }

async function listRows(db: Db, { mineId, hashes }: At, now: Date): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select a.id as "accountId", a.person_id as "personId", a.must_change as "mustChange", s.seen_at as "seenAt",
      a.name, s.token_hash as hash,
      (select coalesce(json_agg(json_build_object('role', held.role, 'orgId', held.org_id)), '[]')
        from (${offices(dayAt(now))}) held) as offices
    from session s join account a on a.mine_id = s.mine_id and a.id = s.account_id
    where s.mine_id = ${mineId} and s.token_hash = any(${hashes}::bytea[]) and s.expires_at > ${now}
      and a.disabled_at is null`.execute(db)
  return rows
}

const idleMsOf = ({ seenAt }: Row, now: Date): number => now.getTime() - seenAt.getTime()
const isIdle = (row: Row, now: Date): boolean =>
  idleMsOf(row, now) > idleLimitMs(row.offices.map(({ role }) => role))

const actorOf = (mineId: Id<'mine'>, { accountId, personId, mustChange, offices: held }: Row): Actor => ({
  mineId,
  accountId,
  personId,
  mustChange,
  offices: held,
})

async function readSession(db: Db, token: string, now: Date, use: Use): Promise<Actor | undefined> {
  const at = readToken(token)
  const [row] = at ? await listRows(db, { mineId: at.mineId, hashes: [at.hash] }, now) : []
  if (!at || !row || isIdle(row, now)) return undefined
  if (use === 'attended' && idleMsOf(row, now) >= SEEN_EVERY_MS)
    await sql`update session set seen_at = ${now} where mine_id = ${at.mineId} and token_hash = ${at.hash}`.execute(
      db,
    )
  return actorOf(at.mineId, row)
}

/** Somebody signed in, and the name of the account. */
export type SignedIn = { readonly actor: Actor; readonly name: string }

/**
 * Who stands behind session tokens of a mine, by token; those that ended, and tokens of other mines, are left out. Looking does not count as using: a screen
 * left open does not keep a session alive. One statement.
 */
export async function listSignedIn(
  db: Db,
  mineId: Id<'mine'>,
  tokens: readonly string[],
  now: Date,
): Promise<Map<string, SignedIn>> {
  const read = tokens.flatMap((token) => {
    const at = readToken(token)
    return at?.mineId === mineId ? [{ token, hash: at.hash }] : []
  })
  const rows = await listRows(db, { mineId, hashes: read.map(({ hash }) => hash) }, now)
  const live = rows.filter((row) => !isIdle(row, now))
  const byHash = new Map(live.map((row) => [row.hash.toString('hex'), row]))
  return new Map(
    read.flatMap(({ token, hash }) => {
      const row = byHash.get(hash.toString('hex'))
      return row ? [[token, { actor: actorOf(mineId, row), name: row.name }] as const] : []
    }),
  )
}

/** The mine a session token is of, whether or not it stands for anybody; undefined when it is none. */
export const mineOfToken = (token: string): Id<'mine'> | undefined => readToken(token)?.mineId

type Ask = {
  readonly db: Db
  readonly actor: Actor | undefined
  readonly action: string
  readonly place: Place
}

/** The tree is asked only when the answer hangs on it. */
async function mayHere({ db, actor, action, place }: Ask): Promise<boolean> {
  if (!actor) return may(actor, action, 'mine')
  if (place === 'mine' || place === 'wherever-allowed') return may(actor, action, place)
  if (may(actor, action, 'mine')) return true
  if (!may(actor, action, 'wherever-allowed')) return false
  return may(actor, action, { ancestors: await listAncestors(db, actor.mineId, place.orgId) })
}

/** Who somebody is, and what they may: what the server asks of access. */
export const gate: Gate = { readSession, may: mayHere, reachOf, isOpen, isBeforeChange }
