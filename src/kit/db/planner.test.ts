import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Clone, cloneDatabase } from '../test/clone.ts'
import { type Opened, openDb } from './db.ts'
import { measureGrown } from './planner.ts'

let database: Clone
let opened: Opened
beforeAll(async () => {
  database = await cloneDatabase(inject('databaseUrl'))
  opened = openDb(database.url, 1)
})
afterAll(async () => {
  await opened.close()
  await database.drop()
})

/** The database counts rows with a delay; here it counts at once. */
async function add(count: number): Promise<void> {
  const { pool } = opened
  await pool.query(`insert into mine (id, log_origin, created_at)
    select id, id::text, now() from (select gen_random_uuid() as id from generate_series(1, ${count})) as made`)
  await pool.query('select pg_stat_force_next_flush()')
}

test('a table that outgrew what the planner knows is measured, once', async () => {
  await opened.pool.query('vacuum analyze mine')
  await add(15)
  expect(await measureGrown(opened.db)).not.toContain('mine')
  await add(10)
  expect(await measureGrown(opened.db)).toContain('mine')
  const { rows } = await opened.pool.query(
    "select reltuples::int as known from pg_class where relname = 'mine'",
  )
  expect(rows).toEqual([{ known: 25 }])
  await add(20)
  expect(await measureGrown(opened.db)).not.toContain('mine')
})
