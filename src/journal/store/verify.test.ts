import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openKeys } from '../../kit/keys/keys.ts'
import { append } from './append.ts'
import { foundIn, liveMine, makeSealedMine, sealAll } from './test/life.ts'
import { meetingRecord, type TestMine, testRecords } from './test/mine.ts'
import { verify } from './verify.ts'

let mine: TestMine
beforeAll(async () => {
  mine = await makeSealedMine()
})
afterAll(() => mine.close())

test('nothing is found where nothing was changed', async () => {
  const [one, two] = [await liveMine(mine), await liveMine(mine)]
  expect(one.mineId).not.toBe(two.mineId)
  expect(await verify({ ...mine, records: testRecords, now: mine.clock() })).toEqual({
    mines: 3,
    leaves: 30,
    entries: 32,
    rows: 18,
    checkpoints: 7,
    waiting: 2,
    erased: 2,
    lost: 0,
    found: 0,
    findings: [],
  })
})

test('a part that came with a later migration is nothing while it is empty, and told of when it is not', async () => {
  const parts = [
    ...(meetingRecord.parts ?? []),
    { name: 'guests', table: 'guest', key: 'meeting_id', orderBy: 'id' } as const,
  ]
  const records = testRecords.map((of) => (of === meetingRecord ? { ...of, parts } : of))
  const own = await liveMine(mine)
  expect(await foundIn(own, { records })).toEqual([])
  await own.meddle(
    `insert into guest (mine_id, id, meeting_id, name)
     select mine_id, gen_random_uuid(), id, 'x' from meeting where mine_id = $1 limit 1`,
    [own.mineId],
  )
  expect(await foundIn(own, { records })).toEqual(['row-changed guest guests'])
})

describe('what else is found', () => {
  test.each([
    [
      'a row nobody sealed',
      `insert into meeting select (m).* from (select jsonb_populate_record(meeting, '{"id":"01990000-0000-7000-8000-00000000000a","no":"x"}') as m from meeting where mine_id = $1 limit 1) x`,
      ['row-unsealed meeting'],
    ],
    [
      'a row that is sealed as gone',
      `insert into meeting select (m).* from (select jsonb_populate_record(meeting, jsonb_build_object('no', 'x', 'id',
         (select subject from journal_entry where mine_id = $1 and kind = 'meetings.withdraw'))) as m
       from meeting where mine_id = $1 limit 1) x`,
      ['row-returned meeting'],
    ],
    [
      'an entry that says it is the third when it is the second',
      `update journal_entry set rev = 3 where mine_id = $1 and kind = 'meetings.withdraw'`,
      ['entry-changed journal_entry rev 12', 'revision-broken journal_entry rev'],
    ],
    ['a row that is gone', 'delete from dues_payment where mine_id = $1', ['row-missing dues_payment']],
    [
      'a roll call with a name less',
      'delete from attendance where ctid = (select ctid from attendance where mine_id = $1 limit 1)',
      ['row-changed attendance attendance'],
    ],
    [
      'leaves cut off at the end',
      'delete from journal_leaf where mine_id = $1 and idx > 5',
      [
        'log-shorter journal_checkpoint note 10',
        'log-shorter journal_checkpoint note 12',
        'log-shorter journal_checkpoint note 14',
        'log-shorter 14',
        'head-changed journal_head size',
        'head-changed journal_head root',
        'head-changed journal_head frontier',
        'head-changed journal_head last_received',
        'entry-lost journal_entry',
      ],
    ],
    [
      'a leaf left out',
      'delete from journal_leaf where mine_id = $1 and idx = 12',
      [
        'leaf-missing journal_leaf 12',
        'log-shorter journal_checkpoint note 14',
        'log-shorter 14',
        'head-changed journal_head size',
        'entry-lost journal_entry',
      ],
    ],
    [
      'an entry left out',
      `delete from journal_entry where mine_id = $1 and kind = 'dues.record'`,
      ['entry-missing journal_leaf entry_id 10', 'row-unsealed dues_payment'],
    ],
    [
      'a checkpoint left out',
      'delete from journal_checkpoint where mine_id = $1 and size = 12',
      ['checkpoint-missing journal_checkpoint prev 14'],
    ],
    [
      'an entry that waits for nothing',
      `insert into journal_pending values ($1, '01990000-0000-7000-8000-00000000000a')`,
      ['waiting-changed journal_pending entry_id'],
    ],
    [
      'an entry that waits no more',
      'delete from journal_pending where mine_id = $1',
      ['entry-lost journal_entry'],
    ],
    [
      'an entry that waits although it has its place',
      'insert into journal_pending select mine_id, entry_id from journal_leaf where mine_id = $1 and idx = 3',
      ['waiting-changed journal_pending'],
    ],
    [
      'a reader ahead of the log',
      `insert into journal_reader values ($1, 'assessment', 15)`,
      ['reader-ahead journal_reader idx 15'],
    ],
    [
      'a head that is gone',
      'delete from journal_head where mine_id = $1',
      ['head-changed journal_head mine_id'],
    ],
  ])('%s', async (_, meddling, expected) => {
    const fresh = await liveMine(mine)
    expect(await foundIn(fresh)).toEqual([])
    await fresh.meddle(meddling, [fresh.mineId])
    expect(await foundIn(fresh)).toEqual(expected)
  })
})

test('a database put back to an earlier state, whole in itself, is shorter than what was signed', async () => {
  const fresh = await liveMine(mine)
  const [before] = [12]
  for (const undo of [
    'delete from journal_pending where mine_id = $1',
    `delete from journal_entry where mine_id = $1 and id not in (select entry_id from journal_leaf where mine_id = $1 and idx < ${before})`,
    `delete from journal_leaf where mine_id = $1 and idx >= ${before}`,
    'delete from journal_checkpoint where mine_id = $1 and size > 12',
  ])
    await fresh.meddle(undo, [fresh.mineId])
  expect(await foundIn(fresh)).toContain('log-shorter 14')
})

test('a log written anew after it was signed is not what was signed', async () => {
  const fresh = await liveMine(mine)
  await fresh.meddle(
    `update journal_leaf set bytes = n.bytes, hash = sha256('\\x00'::bytea || n.bytes)
     from (select idx, convert_to(replace(convert_from(bytes, 'UTF8'), '"src":"web"', '"src":"job"'), 'UTF8') as bytes
           from journal_leaf where mine_id = $1) n
     where journal_leaf.mine_id = $1 and journal_leaf.idx = n.idx and n.idx = 3`,
    [fresh.mineId],
  )
  await fresh.meddle(
    "update journal_entry set src = 'job' where mine_id = $1 and id = (select entry_id from journal_leaf where mine_id = $1 and idx = 3)",
    [fresh.mineId],
  )
  const found = await foundIn(fresh)
  expect(found).toContain('checkpoint-inconsistent journal_checkpoint 10')
  expect(found).toContain('signer-inconsistent 14')
  expect(found).toContain('head-changed journal_head root')
})

test('a key destroyed without notice', async () => {
  const fresh = await liveMine(mine)
  const entries = await fresh.db
    .selectFrom('journal_entry')
    .select('key_owner')
    .where('mine_id', '=', fresh.mineId)
    .where('kind', '=', 'dues.record')
    .execute()
  await fresh.keys.owners.erase(
    fresh.mineId,
    entries.map(({ key_owner }) => key_owner),
  )
  expect(await foundIn(fresh)).toEqual(['erased-without-notice journal_entry key_owner'])
})

test('a key folder that is not the one', async () => {
  const fresh = await liveMine(mine)
  const keys = openKeys(join(fresh.dataDir, 'other-keys'))
  const found = await foundIn(fresh, { keys })
  keys.close()
  expect(found).toContain('key-missing journal_entry key_owner')
  expect(found).toContain('checkpoint-changed journal_checkpoint note 10')
})

test('a kind of record that nobody knows', async () => {
  const fresh = await liveMine(mine)
  const found = await foundIn(fresh, { records: testRecords.filter((of) => of !== meetingRecord) })
  expect(found).toEqual(['record-unknown journal_entry record'])
})

test('an entry that waits for more than an hour', async () => {
  const fresh = await liveMine(mine)
  const later = (ms: number): Date => new Date(fresh.clock().getTime() + ms)
  expect(await foundIn(fresh, { now: later(3_600_000) })).toEqual([])
  expect(await foundIn(fresh, { now: later(3_600_001) })).toEqual(['waiting-long journal_entry'])
  const { findings } = await verify({ ...fresh, records: testRecords, now: new Date(0) })
  expect(findings.filter(({ mineId }) => mineId === fresh.mineId)).toEqual([])
})

test('a column that came later is empty until it is sealed', async () => {
  const fresh = await liveMine(mine)
  await fresh.meddle('alter table meeting add column later text')
  expect(await foundIn(fresh)).toEqual([])
  await fresh.meddle("update meeting set later = 'x' where mine_id = $1", [fresh.mineId])
  expect(await foundIn(fresh)).toEqual(['row-changed meeting later'])
  const meetings = await fresh.db
    .selectFrom('meeting')
    .select('id')
    .where('mine_id', '=', fresh.mineId)
    .execute()
  const ids = meetings.map(({ id }) => id)
  await fresh.db.transaction().execute((tx) => append(tx, fresh.by, 'meetings.correct', meetingRecord, ids))
  expect(await foundIn(fresh)).toEqual([])
  await fresh.meddle('alter table meeting drop column later')
  expect(await foundIn(fresh)).toEqual(['row-changed meeting later'])
})

test('it looks while others write and sign', async () => {
  const fresh = await liveMine(mine)
  let writing = true
  const writer = (async () => {
    while (writing) {
      const meetings = await fresh.db
        .selectFrom('meeting')
        .select('id')
        .where('mine_id', '=', fresh.mineId)
        .limit(1)
        .execute()
      const ids = meetings.map(({ id }) => id)
      await fresh.db
        .transaction()
        .execute((tx) => append(tx, fresh.by, 'meetings.correct', meetingRecord, ids))
      await sealAll(fresh)
    }
  })()
  for (let times = 0; times < 5; times++) expect(await foundIn(fresh)).toEqual([])
  writing = false
  await writer
})
