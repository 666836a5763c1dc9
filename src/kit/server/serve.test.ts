import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { type Actor, type Contract, read, slice, write } from '../contract.ts'
import { openDb, type Tx } from '../db/db.ts'
import { newId } from '../id.ts'
import { type Keys, openKeys } from '../keys/keys.ts'
import { refuse } from '../refuse.ts'
import { type Clone, cloneDatabase } from '../test/clone.ts'
import { on } from './action.ts'
import { describeActions } from './openapi.ts'
import { type Gate, serveActions } from './serve.ts'

const contract = slice('toys', {
  find: read({
    about: 'Finds a toy.',
    input: z.object({ name: z.string(), count: z.coerce.number().int().optional() }),
    output: z.object({ name: z.string(), count: z.number().nullable() }),
    refusals: { 'no-such-toy': 404 },
  }),
  rename: write({
    about: 'Renames a toy.',
    input: z.object({ to: z.string().min(1).max(60) }),
    output: z.object({ turn: z.number() }),
    refusals: { 'name-taken': 409 },
  }),
})

const mineId = newId<'mine'>()
const actor: Actor = { mineId, accountId: newId<'account'>(), personId: null, offices: [], mustChange: false }
let clone: Clone
let opened: ReturnType<typeof openDb>
let keys: Keys
const keyDir = mkdtempSync(join(tmpdir(), 'pitlamp-serve-'))
let turn = 0
let allowed = true
let mustChange = false
const faults: unknown[] = []

const gate: Gate = {
  readSession: async (_db, token) => (token === 'good' ? { ...actor, mustChange } : undefined),
  may: async () => allowed,
  reachOf: () => 'mine',
  isOpen: () => false,
  isBeforeChange: () => false,
}
/** The database ends the connection of a transaction, which learns of it between two statements. */
async function cutOff(tx: Tx): Promise<void> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
  await sql`select pg_terminate_backend(${rows[0]?.pid}, 5000)`.execute(opened.db)
  await new Promise((resolve) => setTimeout(resolve, 100))
  await sql`select 1`.execute(tx)
}

const actions = [
  on(contract.find, 'mine', async ({ input }) => {
    if (input.name === 'broken') throw new Error('a bug')
    if (input.name === 'none') return refuse('no-such-toy')
    return { name: input.name, count: input.count ?? null }
  }),
  on(contract.rename, 'mine', async ({ input, tx, now, keepWritten }) => {
    const values = {
      id: newId<'mine'>(),
      log_origin: `toy/${input.to.replaceAll(' ', '-')}`,
      name: input.to,
      created_at: now,
    }
    await tx.insertInto('mine').values(values).execute()
    if (input.to === 'taken but kept') keepWritten()
    if (input.to.startsWith('taken')) return refuse('name-taken', 'A1.1', { name: 'taken' })
    if (input.to === 'cut') await cutOff(tx)
    if (input.to === 'slow') await new Promise((resolve) => setTimeout(resolve, 150))
    turn += 1
    return { turn }
  }),
]

beforeAll(async () => {
  clone = await cloneDatabase(inject('databaseUrl'))
  opened = openDb(clone.url, 5)
  keys = openKeys(keyDir)
})
afterAll(async () => {
  await opened.close()
  await clone.drop()
  keys.close()
  rmSync(keyDir, { recursive: true })
})
beforeEach(() => {
  turn = 0
  allowed = true
  mustChange = false
  faults.length = 0
})

const app = (): ReturnType<typeof serveActions> =>
  serveActions({
    actions,
    db: opened.db,
    keys,
    dataDir: keyDir,
    gate,
    clock: () => new Date('2026-10-08T02:00:00Z'),
    log: ({ error }) => void faults.push(error),
  })
const ask = async (
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; type: string; body: Record<string, unknown> }> => {
  const headers = { cookie: 'pitlamp=good', 'content-type': 'application/json', ...init.headers }
  const response = await app().request(path, { ...init, headers })
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    body: (await response.json()) as Record<string, unknown>,
  }
}
const rename = (to: string, key?: string): ReturnType<typeof ask> =>
  ask('/api/toys.rename', {
    method: 'POST',
    body: JSON.stringify({ to }),
    ...(key && { headers: { 'idempotency-key': key } }),
  })
const countNamed = async (name: string): Promise<number> =>
  (await opened.db.selectFrom('mine').select('id').where('name', '=', name).execute()).length

test('a read takes its input from the query and parses it', async () => {
  expect(await ask('/api/toys.find?name=lamp&count=3')).toMatchObject({
    status: 200,
    body: { name: 'lamp', count: 3 },
  })
})

test.each([
  ['an unknown action', '/api/toys.lose', {}, 404, 'no-such-action'],
  ['a read sent as POST', '/api/toys.find', { method: 'POST', body: '{}' }, 405, 'wrong-method'],
  ['a write sent as GET', '/api/toys.rename', {}, 405, 'wrong-method'],
  ['no session', '/api/toys.find?name=x', { headers: { cookie: '' } }, 401, 'not-signed-in'],
  [
    'a session nobody has',
    '/api/toys.find?name=x',
    { headers: { cookie: 'pitlamp=bad' } },
    401,
    'not-signed-in',
  ],
  ['a missing field', '/api/toys.find', {}, 400, 'bad-input'],
  ['a body that is no JSON', '/api/toys.rename', { method: 'POST', body: '{' }, 400, 'bad-input'],
  [
    'a body of another type',
    '/api/toys.rename',
    { method: 'POST', body: '{}', headers: { 'content-type': 'text/plain' } },
    415,
    'not-json',
  ],
  ['a declared refusal', '/api/toys.find?name=none', {}, 404, 'no-such-toy'],
])('%s is a problem with its own status and code', async (_, path, init, status, code) => {
  const answer = await ask(path, init)
  expect(answer).toMatchObject({ status, body: { status, code } })
  expect(answer.type).toContain('application/problem+json')
})

test('a bad field is named by its path, with the limit it went over', async () => {
  const long = { path: 'to', code: 'too-long', most: 60 }
  expect((await rename('长'.repeat(61))).body['fields']).toEqual([long])
  expect((await rename('')).body['fields']).toEqual([{ path: 'to', code: 'missing' }])
})

test('who may not is told so, and who must change the password first too', async () => {
  allowed = false
  expect(await ask('/api/toys.find?name=x')).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  mustChange = true
  expect(await ask('/api/toys.find?name=x')).toMatchObject({
    status: 403,
    body: { code: 'password-change-due' },
  })
})

test('a bug answers 500 with a reference, and nothing of the error leaves the server', async () => {
  const { status, body } = await ask('/api/toys.find?name=broken')
  expect(status).toBe(500)
  expect(body['reference']).toMatch(/^[0-9a-f]{12}$/)
  expect(JSON.stringify(body)).not.toContain('a bug')
  expect(faults).toHaveLength(1)
})

test('a refusal undoes what the action wrote', async () => {
  expect(await rename('taken')).toMatchObject({
    status: 409,
    body: { clause: 'A1.1', facts: { name: 'taken' } },
  })
  expect(await countNamed('taken')).toBe(0)
})

test('the same key is done once and answered twice', async () => {
  const first = await rename('once', 'key-once-1')
  expect(await rename('once', 'key-once-1')).toEqual(first)
  expect(await countNamed('once')).toBe(1)
})

test('two at the same moment under one key are one write', async () => {
  const answers = await Promise.all([rename('slow', 'key-slow-1'), rename('slow', 'key-slow-1')])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(answers[0]?.body).toEqual(answers[1]?.body)
  expect(await countNamed('slow')).toBe(1)
})

test('what a repeat is answered from lies sealed', async () => {
  await rename('sealed', 'key-sealed-1')
  const kept = await opened.db
    .selectFrom('idempotency')
    .select('answer')
    .where('key', '=', 'key-sealed-1')
    .executeTakeFirstOrThrow()
  expect(kept.answer).not.toContain('turn')
  expect(kept.answer.length).toBeGreaterThan(20)
})

test('a refused write leaves nothing behind, save what the action asks to keep', async () => {
  expect((await rename('taken and gone')).status).toBe(409)
  expect(await countNamed('taken and gone')).toBe(0)
  expect((await rename('taken but kept')).status).toBe(409)
  expect(await countNamed('taken but kept')).toBe(1)
})

test('a key is not reused for something else', async () => {
  await rename('first', 'key-reuse-1')
  expect(await rename('second', 'key-reuse-1')).toMatchObject({ status: 409, body: { code: 'key-reused' } })
})

test('the interface description names every action, its refusals and its shapes', () => {
  const described = describeActions(Object.values(contract) as Contract[], '1.0.0') as {
    paths: Record<string, { post?: { responses: Record<string, unknown> } }>
  }
  expect(Object.keys(described.paths)).toEqual(['/api/toys.find', '/api/toys.rename'])
  expect(JSON.stringify(described.paths['/api/toys.rename']?.post?.responses['409'])).toContain('name-taken')
})

test('a write that loses its database answers busy, and may be asked again', async () => {
  expect(await rename('cut')).toMatchObject({ status: 503, body: { code: 'busy' } })
  expect(await countNamed('cut')).toBe(0)
  expect(await rename('mended')).toMatchObject({ status: 200 })
})
