import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { isRefused } from '../refuse.ts'
import { type Clone, copyDatabase, runSql } from '../test/clone.ts'
import { migrate } from './migrate.ts'
import { readSnapshot, writeSnapshot } from './snapshot.ts'

/** A version of the tables that came before the present one. */
const EARLIER = '0019_guard.sql'
const MINE = "insert into mine (id, name, log_origin, created_at) values ($1, '旧矿', 'old/1', now())"
const ID = '01a20844-67a8-7000-adaf-8fcb2a6a52c5'

const server = inject('databaseUrl')
let folder = ''
let file = ''
let made: Clone[] = []

/** A database without any table, or with those of the present version. */
async function database(tables: 'none' | 'present'): Promise<string> {
  const clone = await (tables === 'none' ? copyDatabase(server, 'template0') : copyDatabase(server))
  made.push(clone)
  return clone.url
}

async function ask(url: string, sql: string, values: readonly unknown[] = []): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url, options: '-c pitlamp.unguarded=on' })
  await client.connect()
  try {
    return (await client.query(sql, [...values])).rows
  } finally {
    await client.end()
  }
}

/** All that a version of the tables consists of, by name. */
const shapeOf = (url: string): Promise<unknown[]> =>
  ask(
    url,
    `select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as is from information_schema.columns where table_schema = 'public'
    union select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
    union select conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
    union select 'indexed: ' || indexdef from pg_indexes where schemaname = 'public'
    union select 'routine: ' || oid::regprocedure || ' ' || md5(prosrc) from pg_proc where pronamespace = 'public'::regnamespace
    union select 'migration: ' || name || ' ' || checksum from migration order by 1`,
  )

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pitlamp-snapshot-'))
  file = join(folder, 'earlier')
  const url = await database('none')
  expect(isRefused(await migrate(url, { upTo: EARLIER }))).toBe(false)
  await ask(url, MINE, [ID])
  await writeSnapshot(url, file)
})
afterEach(async () => {
  for (const clone of made) await clone.drop()
  made = []
})
afterAll(() => rm(folder, { recursive: true, force: true }))

for (const tables of ['none', 'present'] as const)
  test(`a backup of an earlier version is brought forward in a database with tables: ${tables}`, async () => {
    const present = await shapeOf(await database('present'))
    const url = await database(tables)
    expect(await readSnapshot(url, file)).toMatchObject({ tables: { mine: 1 } })
    expect(await ask(url, 'select id, name from mine')).toEqual([{ id: ID, name: '旧矿' }])
    expect(await shapeOf(url)).toEqual(present)
  })

test('a backup of a version that is not known here is refused, and nothing is written', async () => {
  const later = await database('present')
  const newer = join(folder, 'newer')
  await ask(later, MINE, [ID])
  await runSql(later, "insert into migration (name, checksum) values ('9999_later.sql', 'x')")
  await writeSnapshot(later, newer)
  const url = await database('none')
  expect(await readSnapshot(url, newer)).toMatchObject({ refused: 'other-migrations' })
  expect(await ask(url, 'select from mine')).toEqual([])
})

test('a database in use is left alone', async () => {
  const url = await database('present')
  await ask(url, MINE, [ID])
  expect(await readSnapshot(url, file)).toMatchObject({ refused: 'database-not-empty' })
})

test('what cannot be read as a file is an error that can be caught', async () => {
  const url = await database('present')
  await expect(readSnapshot(url, folder)).rejects.toMatchObject({ code: 'EISDIR' })
  await expect(readSnapshot(url, join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'ENOENT' })
})
