import { CompiledQuery, sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { DAY_FIELDS } from '../journal/rules/pack/day.ts'
import { type Journaled, type JournaledRow, listJournaledRows } from '../journal/store/journaled.ts'
import { type Opened, openDb, type Tx } from '../kit/db/db.ts'
import { newId } from '../kit/id.ts'
import { type Clone, cloneDatabase } from '../kit/test/clone.ts'
import { records } from './records.ts'
import { UNJOURNALED } from './unjournaled.ts'

let database: Clone
let opened: Opened
beforeAll(async () => {
  database = await cloneDatabase(inject('databaseUrl'))
  opened = openDb(database.url, 2)
})
afterAll(async () => {
  await opened.close()
  await database.drop()
})

const run = (tx: Tx, text: string): Promise<unknown> => tx.executeQuery(CompiledQuery.raw(text, []))

/** Runs work in a transaction that leaves nothing behind. */
async function onceOver<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  let answer: { readonly of: T } | undefined
  const undo = new Error('undone')
  await opened.db
    .transaction()
    .execute(async (tx) => {
      answer = { of: await work(tx) }
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  if (!answer) throw new Error('nothing was done')
  return answer.of
}

/** The tables of the database with their columns, as the database itself tells them. */
async function listTables(tx: Tx): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ name: string; columns: string[] }>`
    select t.table_name as name, array_agg(c.column_name::text order by c.ordinal_position) as columns
    from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
    where t.table_schema = 'public' and t.table_type = 'BASE TABLE' group by t.table_name order by 1`.execute(
    tx,
  )
  return new Map(rows.map(({ name, columns }) => [name, columns]))
}

const JOURNALED = new Set<string>(
  records.flatMap(({ table, parts = [] }) => [table, ...parts.map((part) => part.table)]),
)

/** Tables that nobody seals and nobody gives a reason for, and reasons for tables that need none. */
async function findUncovered(tx: Tx): Promise<string[]> {
  const tables = [...(await listTables(tx)).keys()]
  const open = tables.filter((table) => !JOURNALED.has(table) && !UNJOURNALED[table])
  const stale = Object.keys(UNJOURNALED).filter((table) => JOURNALED.has(table) || !tables.includes(table))
  return [...open, ...stale]
}

test('every table is sealed, or stands among those that hold no record with its reason', async () => {
  expect(await onceOver(findUncovered)).toEqual([])
})

test('a table that is neither fails', async () => {
  const found = await onceOver(async (tx) => {
    await run(tx, 'create table reward (mine_id uuid not null, id uuid not null, primary key (mine_id, id))')
    return findUncovered(tx)
  })
  expect(found).toEqual(['reward'])
})

/** One row of a record and of each of its parts, empty but for what they are found by, in tables like theirs without any rule. */
async function readEmpty(tx: Tx, of: Journaled): Promise<JournaledRow> {
  const [mineId, id, mine] = [newId(), newId(), of.mine ?? 'mine_id']
  const add = async (table: string, key: string, by: string): Promise<void> => {
    await run(tx, `create temp table ${table} on commit drop as table public.${table} with no data`)
    if (key === by) await run(tx, `insert into ${table} (${key}) values ('${id}')`)
    else await run(tx, `insert into ${table} (${by}, ${key}) values ('${mineId}', '${id}')`)
  }
  await add(of.table, 'id', mine)
  for (const part of of.parts ?? []) await add(part.table, part.key, 'mine_id')
  const [row] = await listJournaledRows(tx, of, mine === 'id' ? id : mineId, [id])
  if (!row) throw new Error(`${of.table} was not read back`)
  return row
}

/** The columns of a record and its parts that no commitment covers and no reason leaves out. */
async function findUnsealed(tx: Tx, of: Journaled): Promise<string[]> {
  const tables = await listTables(tx)
  const row = await readEmpty(tx, of)
  const missing = (table: string, sealed: readonly string[]): string[] =>
    (tables.get(table) ?? [])
      .filter((column) => column !== 'mine_id' && !sealed.includes(column))
      .map((column) => `${table}.${column}`)
  const own = missing(of.table, [...row.names, ...Object.keys(of.unsealed ?? {})])
  const inParts = (of.parts ?? []).flatMap(({ table, name, later = [] }) => {
    const [first] = [row.get(name)].flat()
    const sealed = typeof first === 'object' && first !== null ? Object.keys(first) : []
    return row.names.includes(name) ? missing(table, [...sealed, ...later]) : [`${of.table}: ${name}`]
  })
  return [...own, ...inParts]
}

test.each(records.map((of) => [of.table, of] as const))('every column of %s is sealed', async (_, of) => {
  expect(await onceOver((tx) => findUnsealed(tx, of))).toEqual([])
})

test('what is left out of a seal exists, and a reason says why', async () => {
  const tables = await onceOver(listTables)
  for (const { table, unsealed = {} } of records)
    for (const [column, why] of Object.entries(unsealed)) {
      expect(tables.get(table)).toContain(column)
      expect(why).not.toBe('')
    }
})

test('a record that has its day itself took place on the day a pack is held to', async () => {
  const tables = await onceOver(listTables)
  const dayIn = (table: string) => DAY_FIELDS.find((field) => tables.get(table)?.includes(field))
  const own = records.filter(({ table, happened }) => happened && !happened.through && dayIn(table))
  expect(own.length).toBeGreaterThan(4)
  for (const { table, happened } of own) expect([table, happened?.column]).toEqual([table, dayIn(table)])
})

/** What guards a table: its triggers as the database writes them, and the body of what they run. */
async function readGuard(tx: Tx, table: string): Promise<readonly string[]> {
  const { rows } = await sql<{ text: string }>`
    select pg_get_triggerdef(t.oid) || t.tgenabled::text || pg_get_functiondef(t.tgfoid) as text from pg_trigger t
    where t.tgrelid = ${table}::regclass and not t.tgisinternal and t.tgname like 'guard\\_%' order by t.tgname`.execute(
    tx,
  )
  return rows.map(({ text }) => text)
}

/** The tables of a record that are not guarded as it is declared. */
async function findUnguarded(tx: Tx, of: Journaled): Promise<string[]> {
  const unsealed = `{${Object.keys(of.unsealed ?? {}).join()}}`
  const declared = [
    [of.table, 'id', of.mine ?? 'mine_id', unsealed],
    ...(of.parts ?? []).map(({ table, key }) => [table, key, 'mine_id', '{}']),
  ] as const
  const open: string[] = []
  for (const [table, key, mine, left] of declared) {
    const before = await readGuard(tx, table)
    await sql`call guard(${table}, ${key}, ${mine}, ${left}::text[])`.execute(tx)
    const after = await readGuard(tx, table)
    if (JSON.stringify(before) !== JSON.stringify(after)) open.push(table)
  }
  return open
}

test('every journaled table is guarded: a migration that makes one ends with `call guard(…)`', async () => {
  const open = await onceOver(async (tx) => {
    const found: string[] = []
    for (const of of records) found.push(...(await findUnguarded(tx, of)))
    return found
  })
  expect(open).toEqual([])
})

test.each([
  ['a trigger that is gone', 'drop trigger guard_delete on attendance'],
  ['one that is off', 'alter table attendance disable trigger guard_insert'],
  ['one that looks at another column', "call guard('attendance', 'person_id')"],
])('%s fails', async (_, change) => {
  const found = await onceOver(async (tx) => {
    const meeting = records.find(({ table }) => table === 'meeting')
    await run(tx, change)
    return meeting ? findUnguarded(tx, meeting) : []
  })
  expect(found).toEqual(['attendance'])
})
