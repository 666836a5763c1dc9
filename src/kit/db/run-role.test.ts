import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { asRunLogin, type Clone, cloneDatabase } from '../test/clone.ts'
import { letRun } from './run-role.ts'

let database: Clone
let runUrl: string
let server: pg.Client
beforeAll(async () => {
  database = await cloneDatabase(inject('databaseUrl'))
  runUrl = asRunLogin(database.url, inject('runPassword'))
  server = new pg.Client({ connectionString: runUrl })
  await server.connect()
})
afterAll(async () => {
  await server.end()
  await database.drop()
})

const MINE = `insert into mine (id, log_origin, created_at) values (gen_random_uuid(), gen_random_uuid()::text, now())`

test.each([
  ...['journal_entry', 'journal_leaf', 'journal_checkpoint'].flatMap((table) => [
    `update ${table} set mine_id = mine_id`,
    `delete from ${table}`,
    `truncate ${table}`,
  ]),
  'truncate meeting cascade',
  'alter table journal_entry disable trigger all',
  'alter table meeting disable trigger guard_update',
  'drop trigger guard_update on meeting',
  'alter table meeting add column note_2 text',
  'drop table journal_leaf',
  'create table reward (id uuid)',
  'create function reward() returns void language sql as $$ $$',
  "call guard('meeting', 'org_id')",
  'alter function check_due() owner to current_user',
  'set session_replication_role = replica',
  'set role pitlamp',
  "insert into journal_due values (gen_random_uuid(), '', '{}')",
  'delete from migration',
])('the server cannot: %s', async (text) => {
  await expect(server.query(text)).rejects.toMatchObject({ code: '42501' })
})

test('a row without its journal is refused, whatever the server says of itself', async () => {
  await server.query('set pitlamp.unguarded = on')
  await expect(server.query(MINE)).rejects.toMatchObject({ code: 'PL001' })
  await server.query('reset pitlamp.unguarded')
})

test('a table that only lends its name is not taken for the journal', async () => {
  await server.query('create temp table journal_entry as table public.journal_entry with no data')
  await expect(server.query(MINE)).rejects.toMatchObject({ code: 'PL001' })
  await server.query('drop table pg_temp.journal_entry')
})

test('a login apart from the owner is said to be so, and the owner to be the owner', async () => {
  expect(await letRun(database.url, runUrl)).toBe('apart')
  expect(await letRun(database.url, runUrl)).toBe('apart')
  expect(await letRun(database.url, database.url)).toBe('owner')
})
