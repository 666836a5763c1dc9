import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sequence } from '../../src/journal/jobs/sequence.ts'
import { sign } from '../../src/journal/jobs/sign.ts'
import { SESSION_COOKIE } from '../../src/kit/server/serve.ts'
import { makeWorld, type World } from '../../src/server/world.ts'
import { openCaller } from '../caller.ts'
import { seeded } from '../seeded.ts'
import { check } from './check.ts'
import type { Acknowledged } from './writers.ts'
import { drawWrite, makeScene } from './writes.ts'

const WRITES = 40
/** Units and people that the writes need. */
const MADE = 8

let world: World
let db: pg.Client
const acknowledged: Acknowledged[] = []

beforeAll(async () => {
  world = await makeWorld()
  const { cookie } = await world.as('committeeStaff')
  const staff = openCaller(async (path, init) => {
    const headers = { ...init.headers, cookie: `${SESSION_COOKIE}=${cookie}` }
    return world.app.request(path, { ...init, headers })
  })
  const scene = await makeScene(staff)
  const random = seeded(1)
  for (let at = 0; at < WRITES; at += 1) {
    const write = drawWrite(scene, at, random)
    const { text } = await staff.attempt(write.name, write.body, write.key)
    acknowledged.push({ ...write, answer: text, attempts: 1, begun: world.now() })
  }
  await sequence(world.db, world.mineId, world.now)
  await sign(world, world.mineId)
  db = new pg.Client({ connectionString: world.url, options: '-c timezone=UTC' })
  await db.connect()
})
afterAll(async () => {
  await db.end()
  await world.close()
})

/** What the check says when something was done to the database, which is undone. */
async function factsAfter(statement: string): Promise<readonly string[]> {
  await db.query('begin')
  await db.query('set local session_replication_role = replica')
  await db.query(statement)
  const { facts } = await check(db, acknowledged, MADE)
  await db.query('rollback')
  return facts
}

test('what was acknowledged is there once and whole', async () => {
  const kinds = new Set(acknowledged.map(({ name }) => name))
  expect(kinds.size).toBe(4)
  expect(await check(db, acknowledged, MADE)).toEqual({ facts: [], doneBefore: 0 })
})

const last = (table: string): string => `(select id from ${table} order by id desc limit 1)`

test.each([
  ['a lost record', `delete from dues_payment where id = ${last('dues_payment')}`, /is lost/],
  [
    'a doubled record',
    `insert into meeting select (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'no', 'twice'))).*
     from meeting m where id = ${last('meeting')}`,
    /is there 2 times/,
  ],
  [
    'a record nobody was told of',
    `insert into person select (jsonb_populate_record(p, '{"id": "${crypto.randomUUID()}", "no": "x", "note": "x"}')).*
     from person p limit 1`,
    /never acknowledged/,
  ],
  ['a person without a standing', `delete from standing where person_id = ${last('person')}`, /is \{/],
  [
    'a roll with a line missing',
    `delete from attendance where ctid = (select ctid from attendance limit 1)`,
    /is \{/,
  ],
  ['a unit without its way up', `delete from org_path where org_id = ${last('org_unit')}`, /is \{/],
  ['a changed value', 'update dues_payment set paid_fen = paid_fen + 1', /is \{/],
  [
    'a record without its entry',
    `delete from journal_entry where subject = ${last('meeting')}`,
    /entries \[\], not one/,
  ],
  [
    'an entry without its record',
    `update journal_entry set subject = gen_random_uuid() where subject = ${last('meeting')}`,
    /1 records have entries and were never acknowledged/,
  ],
  [
    'a second entry',
    `insert into journal_entry select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'rev', 2))).*
     from journal_entry e where subject = ${last('meeting')}`,
    /enterMeeting 2\], not one/,
  ],
  ['an entry without its leaf', 'delete from journal_leaf where idx = 20', /0 leaves, not one/],
  ['a log that is not signed to its end', 'delete from journal_checkpoint', /not whole and signed/],
  ['an answer not kept', `delete from idempotency where key = 'write-000003'`, /0 answers kept/],
  [
    'an answer nobody was given',
    `update idempotency set key = 'write-999999' where key = 'write-000003'`,
    /nobody was given/,
  ],
])('%s is told', async (_, statement, told) => {
  const facts = await factsAfter(statement)
  expect(facts.filter((fact) => told.test(fact))).not.toEqual([])
})

test('a write that was done before it was asked again is counted', async () => {
  const later = new Date(world.now().getTime() + 1000)
  const [first, ...rest] = acknowledged
  const again = first ? [{ ...first, attempts: 2, begun: later }, ...rest] : []
  expect(await check(db, again, MADE)).toEqual({ facts: [], doneBefore: 1 })
})
