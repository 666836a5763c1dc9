import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../kit/id.ts'
import type { Json } from '../rules/jcs.ts'
import { commitActor, commitField } from '../rules/leaf.ts'
import { append, appendGone } from './append.ts'
import { ENTRY_COLUMNS, openSalts, type StoredEntry } from './entry.ts'
import { ask } from './statement.ts'
import {
  addMeetings,
  addPeople,
  makeTestMine,
  meetingRecord,
  personRecord,
  type TestMine,
} from './test/mine.ts'

let mine: TestMine
beforeAll(async () => {
  mine = await makeTestMine()
})
afterAll(() => mine.close())

type Row = StoredEntry & { readonly salts: Buffer }
const entriesOf = (subject: string): Promise<Row[]> =>
  ask(
    mine.db,
    `select ${ENTRY_COLUMNS}, e.salts from journal_entry e where e.mine_id = $1 and e.subject = $2 order by e.rev`,
    [mine.mineId, subject],
  )
const pending = async (): Promise<string[]> => {
  const rows = await ask<{ id: string }>(mine.db, 'select entry_id as id from journal_pending', [])
  return rows.map(({ id }) => id)
}

function saltsOf(entry: Row): Map<string, Uint8Array> {
  const key = mine.keys.owners.find(mine.mineId, entry.owner)
  if (!key || key === 'erased') throw new Error('no key')
  const salts = openSalts(key, mine.mineId, entry, entry.salts)
  if (!salts) throw new Error('the seal is broken')
  return salts
}
const opens = (entry: Row, name: string, value: Json): boolean =>
  entry.fields[name] === commitField(saltsOf(entry).get(name) ?? new Uint8Array(0), name, value)

test('a record is sealed with every column and its parts, by who did it and when', async () => {
  const [id = '', people] = await mine.db.transaction().execute(async (tx) => {
    const people = await addPeople(tx, mine, 2)
    const [id] = await addMeetings(tx, mine, { count: 1, people })
    const by = { ...mine.by, occurred: new Date('2026-11-20T01:00:00Z') }
    await append(tx, by, 'meetings.recordRollCall', meetingRecord, id ? [id] : [])
    return [id, people] as const
  })
  const [entry, ...more] = await entriesOf(id)
  if (!entry) throw new Error('no entry')
  expect(more).toEqual([])
  expect(entry).toMatchObject({
    kind: 'meetings.recordRollCall',
    record: 'meeting',
    scope: mine.orgId,
    subject: id,
    rev: 1,
    src: 'web',
    dev: null,
    files: [],
    owner: mine.orgId,
    occurred: Date.parse('2026-11-20T01:00:00Z') * 1000,
    at: Date.parse('2026-11-22T04:00:00Z') * 1000,
  })
  expect(Object.keys(entry.fields).sort()).toEqual(
    ['absence', 'attendance', 'chair', 'closed_at', 'discarded_why', 'ends', 'expected', 'held_on', 'hours_hundredths', 'id', 'kind', 'lecturer', 'no', 'opened_at', 'org_id', 'place', 'present', 'recorded_at', 'recorder', 'registered_on', 'reopened_at', 'reopened_why', 'resolution', 'room_state', 'source', 'starts', 'subject'], // biome-ignore format: one line of names
  )
  expect(opens(entry, 'subject', '安全生产')).toBe(true)
  expect(opens(entry, 'subject', '安全')).toBe(false)
  expect(opens(entry, 'present', 2)).toBe(true)
  expect(opens(entry, 'held_on', '2026-11-20')).toBe(true)
  expect(opens(entry, 'recorded_at', '2026-11-22T04:00:00+00:00')).toBe(true)
  expect(opens(entry, 'hours_hundredths', null)).toBe(true)
  const rows = [...people]
    .sort()
    .map((person) => ({ meeting_id: id, person_id: person, state: 'present', reason: '' }))
  expect(opens(entry, 'attendance', rows)).toBe(true)
  const actor = mine.keys.owners.find(mine.mineId, mine.by.actorId)
  expect(actor !== 'erased' && actor && commitActor(actor.salt, mine.by.actorId)).toBe(entry.actor)
  expect(await pending()).toContain(entry.id)
})

test('each revision counts on and has salts of its own', async () => {
  const [id = ''] = await mine.db.transaction().execute(async (tx) => {
    const ids = await addMeetings(tx, mine, { count: 1, people: [] })
    await append(tx, mine.by, 'meetings.hold', meetingRecord, ids)
    await append(tx, mine.by, 'meetings.correct', meetingRecord, ids)
    return ids
  })
  await mine.db.transaction().execute((tx) => append(tx, mine.by, 'meetings.correct', meetingRecord, [id]))
  const entries = await entriesOf(id)
  expect(entries.map(({ rev }) => rev)).toEqual([1, 2, 3])
  expect(new Set(entries.flatMap(({ fields }) => Object.values(fields))).size).toBe(3 * 27)
  expect(new Set(entries.flatMap((entry) => [...saltsOf(entry).values()].map(String))).size).toBe(3 * 27)
})

test("a person's record is sealed with the person's key, stored ciphertext as it is", async () => {
  const [id = ''] = await mine.db.transaction().execute(async (tx) => {
    const ids = await addPeople(tx, mine, 1)
    await append(tx, mine.by, 'people.add', personRecord, ids)
    return ids
  })
  const [entry] = await entriesOf(id)
  if (!entry) throw new Error('no entry')
  expect([entry.owner, entry.scope]).toEqual([id, null])
  expect(opens(entry, 'id_number', '\\x010203')).toBe(true)
})

test('what is undone leaves nothing', async () => {
  const before = await pending()
  const undone = mine.db.transaction().execute(async (tx) => {
    const ids = await addMeetings(tx, mine, { count: 1, people: [] })
    await append(tx, mine.by, 'meetings.hold', meetingRecord, ids)
    throw new Error('undo')
  })
  await expect(undone).rejects.toThrow('undo')
  expect(await pending()).toEqual(before)
})

test('thousands are sealed in one call', async () => {
  const ids = await mine.db.transaction().execute(async (tx) => {
    const made = await addMeetings(tx, mine, { count: 1300, people: [] })
    await append(tx, { ...mine.by, src: 'import' }, 'ledger.commit', meetingRecord, made)
    return made
  })
  const [{ count } = { count: 0 }] = await ask<{ count: number }>(
    mine.db,
    `select count(distinct (subject, id))::int as count from journal_entry
     where subject = any($1) and src = 'import' and rev = 1`,
    [ids],
  )
  expect(count).toBe(1300)
  for (const id of [ids[0], ids[499], ids[500], ids[1299]]) {
    const [entry] = await entriesOf(id ?? '')
    expect(entry && opens(entry, 'no', id ?? '')).toBe(true)
  }
})

test('a record that is gone is sealed without fields, also when its key is destroyed', async () => {
  const ids = await mine.db.transaction().execute(async (tx) => {
    const made = await addPeople(tx, mine, 1)
    await append(tx, mine.by, 'people.add', personRecord, made)
    return made
  })
  await mine.keys.owners.erase(mine.mineId, ids)
  await mine.db.transaction().execute(async (tx) => {
    await tx.deleteFrom('person').where('id', 'in', ids).execute()
    await appendGone(tx, mine.by, 'people.erase', personRecord, ids)
  })
  const [, gone] = await entriesOf(ids[0] ?? '')
  expect(gone).toMatchObject({ kind: 'people.erase', rev: 2, fields: {}, owner: mine.mineId })
  expect(gone && saltsOf(gone).size).toBe(0)
})

test('nothing can be sealed with a destroyed key', async () => {
  const sealing = mine.db.transaction().execute(async (tx) => {
    const [id = ''] = await addPeople(tx, mine, 1)
    await mine.keys.owners.erase(mine.mineId, [id])
    await append(tx, mine.by, 'people.add', personRecord, [id])
  })
  await expect(sealing).rejects.toThrow('destroyed')
})

test.each([
  ['to seal a record that is not there', append, 'is there'],
  ['to seal the end of a record never sealed', appendGone, 'was sealed before'],
])('it is a bug %s', async (_, sealing, message) => {
  const done = mine.db.transaction().execute((tx) => sealing(tx, mine.by, 'x.y', meetingRecord, [newId()]))
  await expect(done).rejects.toThrow(message)
})

test('it is a bug to seal in another time zone', async () => {
  const sealing = mine.db.transaction().execute(async (tx) => {
    const ids = await addMeetings(tx, mine, { count: 1, people: [] })
    await ask(tx, "set local timezone = 'Asia/Shanghai'", [])
    await append(tx, mine.by, 'meetings.hold', meetingRecord, ids)
  })
  await expect(sealing).rejects.toThrow('UTC')
})

test('to seal nothing does nothing', async () => {
  const before = await pending()
  await mine.db.transaction().execute(async (tx) => {
    await append(tx, mine.by, 'x.y', meetingRecord, [])
    await appendGone(tx, mine.by, 'x.y', meetingRecord, [])
  })
  expect(await pending()).toEqual(before)
})
