import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Opened, openDb, type Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { append, appendGone } from './append.ts'
import { ask } from './statement.ts'
import { addMeetings, addPeople, makeTestMine, meetingRecord, type TestMine } from './test/mine.ts'

let mine: TestMine
/** The same database as the server opens it: guarded. */
let guarded: Opened
let meetingId: string
let people: readonly Id<'person'>[]
beforeAll(async () => {
  mine = await makeTestMine()
  guarded = openDb(mine.url, 4, { 'pitlamp.unguarded': 'off' })
  people = await mine.db.transaction().execute((tx) => addPeople(tx, mine, 3))
  meetingId = await inOne(async (tx) => {
    const [id = ''] = await addMeetings(tx, mine, { count: 1, people: people.slice(0, 2) })
    await append(tx, mine.by, 'meetings.enterMeeting', meetingRecord, [id])
    return id
  })
})
afterAll(async () => {
  await guarded.close()
  await mine.close()
})

const inOne = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => guarded.db.transaction().execute(work)
const seal = (tx: Tx): Promise<void> =>
  append(tx, mine.by, 'meetings.changeMeeting', meetingRecord, [meetingId])

const ADD_ROLL = `insert into attendance (mine_id, meeting_id, person_id, state) values ($1, $2, $3, 'present')`
type Change = readonly [what: string, text: string, by: 'record' | 'person']
const CHANGES: readonly Change[] = [
  ['a changed record', `update meeting set place = '五楼' || $1::text where id = $2`, 'record'],
  ['a row put into a part', ADD_ROLL, 'person'],
  [
    'a changed part',
    `update attendance set state = 'absent' where mine_id = $1 and meeting_id = $2`,
    'record',
  ],
  ['a row taken out of a part', 'delete from attendance where mine_id = $1 and meeting_id = $2', 'record'],
]
const change = async (tx: Tx, text: string, by: Change[2] = 'record'): Promise<unknown> =>
  ask(tx, text, [mine.mineId, meetingId, ...(by === 'person' ? [people[2]] : [])])

test.each(CHANGES)('%s is refused without an entry, and let in with one', async (_, text, by) => {
  const entries = 'select count(*)::int as count from journal_entry'
  const before = await ask(guarded.db, entries, [])
  await expect(inOne((tx) => change(tx, text, by))).rejects.toThrow(/changed without an entry/)
  expect(await ask(guarded.db, entries, [])).toEqual(before)
  await inOne(async (tx) => {
    await change(tx, text, by)
    await seal(tx)
  })
})

test('an entry of another transaction does not count, nor one for another record', async () => {
  await inOne(seal)
  const text = `update meeting set place = '' where mine_id = $1 and id = $2`
  await expect(inOne((tx) => change(tx, text))).rejects.toThrow(new RegExp(`meeting of ${meetingId}`))
  const both = inOne(async (tx) => {
    await change(tx, text)
    const [id = ''] = await addMeetings(tx, mine, { count: 1, people: [] })
    await append(tx, mine.by, 'meetings.enterMeeting', meetingRecord, [id])
  })
  await expect(both).rejects.toThrow(new RegExp(`meeting of ${meetingId}`))
})

test('of many records changed by one statement each needs its entry', async () => {
  const ids = await inOne(async (tx) => {
    const added = await addMeetings(tx, mine, { count: 600, people: [] })
    await append(tx, mine.by, 'meetings.enterMeeting', meetingRecord, added)
    return added
  })
  const all = inOne(async (tx) => {
    await ask(tx, `update meeting set place = '井口' where id = any($1::uuid[])`, [ids])
    await append(tx, mine.by, 'meetings.changeMeeting', meetingRecord, ids.slice(1))
  })
  await expect(all).rejects.toThrow(new RegExp(`meeting of ${ids[0]} changed without an entry`))
})

test('a record that moves from one to another needs an entry for both', async () => {
  const [from = '', to = ''] = await inOne(async (tx) => {
    const ids = await addMeetings(tx, mine, { count: 2, people: [] })
    await ask(tx, ADD_ROLL, [mine.mineId, ids[0], people[0]])
    await append(tx, mine.by, 'meetings.enterMeeting', meetingRecord, ids)
    return ids
  })
  const move = (sealed: readonly string[]): Promise<void> =>
    inOne(async (tx) => {
      await ask(tx, 'update attendance set meeting_id = $2 where meeting_id = $1', [from, to])
      await append(tx, mine.by, 'meetings.changeMeeting', meetingRecord, sealed)
    })
  await expect(move([to])).rejects.toThrow(new RegExp(`attendance of ${from}`))
  await expect(move([from])).rejects.toThrow(new RegExp(`attendance of ${to}`))
  await move([from, to])
})

test('a record is deleted only when it is sealed as gone', async () => {
  const [id = ''] = await inOne(async (tx) => {
    const ids = await addMeetings(tx, mine, { count: 1, people: [] })
    await append(tx, mine.by, 'meetings.enterMeeting', meetingRecord, ids)
    return ids
  })
  const remove = (tx: Tx): Promise<unknown> => ask(tx, 'delete from meeting where id = $1', [id])
  await expect(inOne(remove)).rejects.toThrow(/changed without an entry/)
  await inOne(async (tx) => {
    await remove(tx)
    await appendGone(tx, mine.by, 'meetings.removeMeeting', meetingRecord, [id])
  })
})

test('a column that is left out of the seal changes without an entry, beside it nothing', async () => {
  const set = (what: string): Promise<unknown> =>
    ask(guarded.db, `update mine set ${what} where id = $1`, [mine.mineId])
  await set('demo = not demo')
  await expect(set("demo = not demo, name = '别的矿'")).rejects.toThrow(/mine of .* changed without an entry/)
})

test('nothing is left behind for others to read', async () => {
  expect(await ask(guarded.db, 'select * from journal_due', [])).toEqual([])
})

test.each([
  ['journal_entry', 'update journal_entry set src = src'],
  ['journal_entry', 'delete from journal_entry'],
  ['journal_entry', 'truncate journal_entry'],
  ['journal_leaf', 'update journal_leaf set idx = idx + 1'],
  ['journal_leaf', 'delete from journal_leaf where false'],
  ['journal_leaf', 'truncate journal_leaf'],
  ['journal_checkpoint', 'update journal_checkpoint set note = note'],
  ['journal_checkpoint', 'delete from journal_checkpoint'],
  ['journal_checkpoint', 'truncate journal_checkpoint'],
  ['attendance', 'truncate attendance'],
  ['mine', 'truncate mine cascade'],
])('%s: "%s" is refused', async (_, text) => {
  await expect(ask(guarded.db, text, [])).rejects.toThrow(/is not to be (update|delete|truncate)d/)
})
