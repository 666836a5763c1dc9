import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { inject } from 'vitest'
import type { Role } from '../access/rules/roles.ts'
import { gate } from '../access/store/gate.ts'
import type { ActionName, InputOf, OutputOf, Problem, ReadName, WriteName } from '../kit/contract.ts'
import { type Db, openDb } from '../kit/db/db.ts'
import { type Id, newId } from '../kit/id.ts'
import { type Keys, openKeys } from '../kit/keys/keys.ts'
import { SESSION_COOKIE } from '../kit/server/serve.ts'
import { asRunLogin, cloneDatabase } from '../kit/test/clone.ts'
import { makeApp } from './app.ts'
import { type Live, makeLive } from './live/live.ts'

/** An answer as a test sees it: the body of a 200, or the problem. */
export type Reply<N extends ActionName> = {
  readonly status: number
  readonly body: OutputOf<N>
  readonly problem: Problem
}

/** Somebody who asks. */
export type Caller = {
  readonly accountId: Id<'account'>
  readonly cookie: string
  readonly get: <N extends ReadName>(name: N, input: InputOf<N>) => Promise<Reply<N>>
  readonly post: <N extends WriteName>(name: N, input: InputOf<N>, key?: string) => Promise<Reply<N>>
}

export type UnitKind =
  | 'committee'
  | 'generalBranch'
  | 'branch'
  | 'jointBranch'
  | 'temporaryBranch'
  | 'partyGroup'

/** A product of its own for one test file: database, keys, clock, app, and people who ask. */
export type World = {
  readonly db: Db
  readonly url: string
  readonly keys: Keys
  readonly dataDir: string
  readonly mineId: Id<'mine'>
  readonly app: Hono
  readonly live: Live
  readonly faults: readonly unknown[]
  readonly now: () => Date
  readonly setNow: (now: Date) => void
  /** An account with one role; `orgId` left out: over the mine. */
  readonly as: (role: Role, orgId?: Id<'org'>) => Promise<Caller>
  readonly nobody: Caller
  readonly addUnit: (unit: { code: string; kind: UnitKind; parentId?: Id<'org'> }) => Promise<Id<'org'>>
  readonly close: () => Promise<void>
}

const FIRST_NOW = new Date('2026-10-08T02:00:00Z')

function callerOf(app: Hono, accountId: Id<'account'>, cookie: string): Caller {
  const reply = async <N extends ActionName>(response: Response): Promise<Reply<N>> => {
    const body = JSON.parse(await response.text())
    return { status: response.status, body, problem: body }
  }
  const headers = { cookie: `${SESSION_COOKIE}=${cookie}` }
  return {
    accountId,
    cookie,
    get: async (name, input) => {
      const given = Object.entries(input ?? {}).filter(([, value]) => value !== undefined)
      const query = new URLSearchParams(given.map(([key, value]) => [key, String(value)]))
      return reply(await app.request(`/api/${name}?${query}`, { headers }))
    },
    post: async (name, input, key = newId()) =>
      reply(
        await app.request(`/api/${name}`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': key },
          body: JSON.stringify(input),
        }),
      ),
  }
}

async function addAccount(db: Db, mineId: Id<'mine'>, now: Date): Promise<Id<'account'>> {
  const id = newId<'account'>()
  await db
    .insertInto('account')
    .values({ mine_id: mineId, id, login: `t-${id}`, name: '测试', must_change: false, recorded_at: now })
    .execute()
  return id
}

async function signIn(db: Db, mineId: Id<'mine'>, accountId: Id<'account'>, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  // Seen ahead of time: a caller stays signed in wherever a test sets the clock.
  const ends = new Date(now.getTime() + 400 * 86_400_000)
  await db
    .insertInto('session')
    .values({
      mine_id: mineId,
      token_hash: createHash('sha256').update(token).digest(),
      account_id: accountId,
      made_at: now,
      seen_at: ends,
      expires_at: ends,
    })
    .execute()
  return `${mineId}.${token}`
}

async function addUnit(
  db: Db,
  mineId: Id<'mine'>,
  now: Date,
  unit: { code: string; kind: UnitKind; parentId?: Id<'org'> },
): Promise<Id<'org'>> {
  const id = newId<'org'>()
  const { code, kind, parentId = null } = unit
  await db
    .insertInto('org_unit')
    .values({
      mine_id: mineId,
      id,
      code,
      name: `${code}单位`,
      kind,
      parent_id: parentId,
      source: 'product',
      recorded_at: now,
    })
    .execute()
  const above = parentId
    ? await db
        .selectFrom('org_path')
        .select('ancestor_id')
        .where('mine_id', '=', mineId)
        .where('org_id', '=', parentId)
        .execute()
    : []
  const ancestors = [id, ...above.map((row) => row.ancestor_id)]
  await db
    .insertInto('org_path')
    .values(ancestors.map((ancestor) => ({ mine_id: mineId, org_id: id, ancestor_id: ancestor })))
    .execute()
  return id
}

/** Makes a world from the migrated template. Its clock stands still until it is set. */
export async function makeWorld(): Promise<World> {
  const clone = await cloneDatabase(inject('databaseUrl'))
  const { db, close } = openDb(clone.url, 20)
  const served = openDb(asRunLogin(clone.url, inject('runPassword')), 20)
  const dataDir = await mkdtemp(join(tmpdir(), 'pitlamp-world-'))
  const keys = openKeys(join(dataDir, 'keys'))
  const mineId = newId<'mine'>()
  let now = FIRST_NOW
  await db
    .insertInto('mine')
    .values({ id: mineId, name: '测试矿', log_origin: `test.example/${mineId}`, created_at: now })
    .execute()
  const faults: unknown[] = []
  const log = ({ error }: { error: unknown }): void => void faults.push(error)
  const live = makeLive({ db: served.db, gate, clock: () => now, log })
  const app = makeApp({ db: served.db, keys, dataDir, clock: () => now, live, log })
  return {
    db,
    url: clone.url,
    keys,
    dataDir,
    mineId,
    app,
    live,
    faults,
    now: () => now,
    setNow: (next) => {
      now = next
    },
    as: async (role, orgId) => {
      const accountId = await addAccount(db, mineId, now)
      const office = {
        mine_id: mineId,
        id: newId<'office'>(),
        account_id: accountId,
        role,
        org_id: orgId ?? null,
        recorded_at: now,
      }
      await db.insertInto('office').values(office).execute()
      return callerOf(app, accountId, await signIn(db, mineId, accountId, now))
    },
    nobody: callerOf(app, newId(), ''),
    addUnit: (unit) => addUnit(db, mineId, now, unit),
    close: async () => {
      live.stop()
      await Promise.all([close(), served.close()])
      keys.close()
      await clone.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
