import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sequence } from '../journal/jobs/sequence.ts'
import { sign } from '../journal/jobs/sign.ts'
import { checkFields } from '../journal/rules/proof.ts'
import type { Tx } from '../kit/db/db.ts'
import { type Id, newId } from '../kit/id.ts'
import { convene } from '../meetings/api/test/scene.ts'
import { fieldWords, isOpened } from './opening/words.ts'
import { records as journaled } from './records.ts'
import { type Caller, makeWorld, type World } from './world.ts'
import { asPerson } from './world-people.ts'
import { type Records, recordsIn } from './world-records.ts'

let world: World
let records: Records
let branch: Id<'org'>
let secretary: Caller
let person: Id<'person'>
let meeting: Id<'meeting'>

const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const blank = { starts: '', ends: '', place: '', lecturer: '', resolution: '', absence: '' }

const somebody = {
  ...{ no: 'P1', name: '王小燕', ethnicity: '汉族', bornOn: '1990-05-01', education: '大专' },
  ...{ joinedOn: null, fullSince: null, crew: '', note: '' },
  sex: '女',
  category: 'fullMember',
  duesClass: 'employed',
  ...{ posts: '', shift: '早班', idNumber: '110105199005010026', phone: '13800001234' },
  ...{ duesBase: '4900', from: '2026-01-01' },
} as const

beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
  branch = await records.branch()
  secretary = await world.as('secretary', branch)
  person = (await secretary.post('people.addPerson', { ...somebody, orgId: branch })).body.id
  const what = { kind: 'groupMeeting', heldOn: '2026-10-07', chair: '张三', recorder: '李四' } as const
  const roll = [{ personId: person, state: 'present', reason: '' }] as const
  const { body } = await secretary.post('meetings.enterMeeting', {
    ...{ ...blank, ...what, orgId: branch, subject: '学习', hoursHundredths: null, roll: [...roll] },
  })
  meeting = body.id
  while ((await sequence(world.db, world.mineId, world.now)) > 0) {}
  await sign(world, world.mineId)
})
afterAll(() => world.close())

/** Who holds what in the house itself; a notice of erasure, which outlives whom it names; and inspections, which prove what they rest on with packs of their own. */
const NOT_OPENED = [
  ...['mine', 'journal_break', 'account', 'unmasking', 'privacy_acceptance', 'calendar_feed'],
  ...['witness', 'witness_quorum', 'erasure'],
  ...['inspection', 'inspection_sample', 'finding', 'rectification', 'recheck'],
]

test('every kind of record is opened with a word for each of its fields, or is one that is opened nowhere', async () => {
  const { rows } = await sql<{ table: string; name: string }>`
    select table_name as "table", column_name as name from information_schema.columns
    where table_schema = current_schema() and column_name <> 'mine_id'`.execute(world.db)
  const nameless = journaled.flatMap(({ table, parts = [] }) => {
    if (!isOpened(table)) return NOT_OPENED.includes(table) ? [] : [table]
    const names = [...rows.filter((row) => row.table === table), ...parts].map(({ name }) => name)
    return names.filter((name) => !fieldWords(table, name)).map((name) => `${table}.${name}`)
  })
  expect(nameless).toEqual([])
})

/** The record's latest leaf, as a browser gets it. */
async function leafOf(subject: string, by = secretary): Promise<string> {
  const { entries } = (await by.get('journal.findHistory', { subject: subject as Id })).body
  const entryId = entries.at(-1)?.id as Id
  return (await by.get('journal.findProof', { entryId })).body.leaf
}
const open = (subject: string, by = secretary) => by.get('journal.findOpening', { subject: subject as Id })

test('every field of a meeting opens its commitment, the roll included', async () => {
  const { body } = await open(meeting)
  expect([body.rev, body.withheld]).toEqual([1, []])
  expect(body.fields.find(({ name }) => name === 'chair')?.said).toEqual({ zh: '主持人', en: 'Chair' })
  const checked = checkFields(await leafOf(meeting), body.fields)
  expect(checked.map(({ good }) => good)).toEqual(checked.map(() => true))
  expect(checked.find(({ name }) => name === 'subject')?.value).toBe('"学习"')
  expect(checked.find(({ name }) => name === 'roll')?.value).toContain(person)
})

test('ids in it come with what they are called', async () => {
  const { names, record } = (await open(meeting)).body
  const { name } = (await secretary.get('org.listUnits', {})).body.units.find(({ id }) => id === branch) ?? {}
  expect([record, names[branch]]).toEqual(['meeting', name])
})

test('a value, a salt, a name or a leaf of another record: each is seen', async () => {
  const { fields } = (await open(meeting)).body
  const leaf = await leafOf(meeting)
  const [first, second] = fields.filter(({ name }) => ['chair', 'subject'].includes(name))
  if (!first || !second) throw new Error('no fields')
  const wrong = [
    { ...first, value: '"王五"' },
    { ...first, salt: second.salt },
    { ...first, name: second.name },
    { ...first, salt: '' },
  ]
  expect(checkFields(leaf, wrong).map(({ good }) => good)).toEqual([false, false, false, false])
  expect(checkFields(await leafOf(person), [first])[0]?.good).toBe(false)
})

test('a person is opened without what is masked', async () => {
  const { body } = await open(person)
  expect(body.withheld.map(({ name }) => name)).toEqual([
    'id_number',
    'id_number_mac',
    'note',
    'phone',
    'standings',
  ])
  expect(JSON.stringify(body)).not.toMatch(/4900|110105|13800001234/)
  expect(checkFields(await leafOf(person), body.fields).every(({ good }) => good)).toBe(true)
})

const ROOM = [
  'meeting_vote',
  'decision',
  'minute',
  'meeting_signature',
  'addendum',
  'make_up',
  'meeting_photo',
  'expected_exclusion',
  'leave_request',
  'material',
  'planned_meeting',
] as const

/** A meeting with something in every table of the room, and one record of each. */
async function runRoom(): Promise<{ by: Caller; subjects: readonly string[] }> {
  const agenda = [{ kind: 'vote', title: '通过方案', vote: 'ordinary' }] as const
  const scene = { world, records, kindsOf: async () => [], close: async () => {} }
  const {
    secretary: by,
    other,
    id,
    people,
    call,
    branch: orgId,
  } = await convene(scene, {
    ...{ open: true, agenda: [...agenda] },
  })
  const absent = people[3]
  await by.post('meetings.takeRoll', { id, times: 0, roll: call(people.slice(0, 3)) })
  const itemId = (await by.get('meetings.findRoom', { id })).body.agenda[0]?.id ?? newId()
  await by.post('meetings.recordVote', { id, itemId, yes: 3, no: 0, abstain: 0 })
  await by.post('meetings.decideItem', { id, itemId, text: '整改', ownerId: people[0], dueOn: '2026-10-20' })
  await by.post('meetings.saveMinute', { id, itemId, rev: 0, text: '一致同意' })
  await by.post('meetings.addPhoto', { meetingId: id, caption: '会场', base64: PICTURE })
  await by.post('meetings.closeMeeting', { id, ends: '10:30', chair: '张三', recorder: '李四' })
  const { digest } = (await by.get('meetings.findRoom', { id })).body
  await by.post('meetings.signMeeting', { id, role: 'chair', digest })
  await other.post('meetings.signMeeting', { id, role: 'recorder', digest })
  await by.post('meetings.addAddendum', { id, text: '会后补充' })
  const given = { on: '2026-10-08', shift: '夜班', given: '要点' } as const
  await by.post('meetings.recordMakeUp', { meetingId: id, personId: absent, ...given })
  const away = { ground: 'longIll', approvalNo: '〔2026〕12号', consentMeetingId: id } as const
  await by.post('meetings.excludeFromExpected', { orgId, personId: absent, ...away, from: '2026-10-09' })
  const file = { orgId, title: '党章', body: '第一章', file: null }
  const materialIds = [(await by.post('library.addMaterial', file)).body.id]
  const next = { orgId, kind: 'themeDay', subject: '主题党日', note: '', materialIds } as const
  const sessions = [{ day: '2026-10-20', starts: '15:30', ends: '', place: '', shift: '' }]
  const plannedId = (await by.post('meetings.planMeeting', { ...next, materialIds, sessions })).body.id
  await (await asPerson(world, people[1])).post('meetings.askLeave', { plannedId, reason: 'onShift' })
  const found = ROOM.map((table) =>
    world.db.selectFrom(table).select('id').orderBy('id', 'desc').executeTakeFirstOrThrow(),
  )
  return { by, subjects: (await Promise.all(found)).map((row) => row.id) }
}

test('all that belongs to a room is opened to whoever may read it, field by field as it was sealed', async () => {
  const { by, subjects } = await runRoom()
  while ((await sequence(world.db, world.mineId, world.now)) > 0) {}
  await sign(world, world.mineId)
  for (const [at, subject] of subjects.entries()) {
    const { body, status } = await open(subject, by)
    expect([ROOM[at], status]).toEqual([ROOM[at], 200])
    const checked = checkFields(await leafOf(subject, by), body.fields)
    expect([ROOM[at], checked.filter(({ good }) => !good)]).toEqual([ROOM[at], []])
    expect(body.fields.some(({ said, name }) => said.zh === name)).toBe(false)
  }
})

/** Changes something behind the journal. */
const behind = (change: (tx: Tx) => Promise<unknown>): Promise<void> =>
  world.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await change(tx)
  })

test('a row changed behind the journal no longer agrees, that field alone', async () => {
  await behind((tx) => tx.updateTable('meeting').set({ chair: '王五' }).where('id', '=', meeting).execute())
  const checked = checkFields(await leafOf(meeting), (await open(meeting)).body.fields)
  expect(checked.filter(({ good }) => !good).map(({ name }) => name)).toEqual(['chair'])
})

test('a record deleted behind the journal is said to be gone, with no notice to excuse it', async () => {
  const { body } = await secretary.post('people.addPerson', {
    ...somebody,
    no: 'P2',
    idNumber: '',
    orgId: branch,
  })
  await behind((tx) => tx.deleteFrom('person').where('id', '=', body.id).execute())
  expect(await open(body.id)).toMatchObject({ status: 409, problem: { code: 'record-gone' } })
})

test('nothing is opened to those who may not read it, nor of what there is not', async () => {
  const other = await records.branch()
  const stranger = await world.as('secretary', other)
  expect((await open(meeting, stranger)).problem.code).toBe('not-allowed')
  expect((await open(meeting, await world.as('auditAdmin'))).problem.code).toBe('not-allowed')
  expect((await open(newId())).problem.code).toBe('no-such-record')
})

test('what is said to the committee past the branch is opened to the committee, and not to the branch', async () => {
  const member = await asPerson(world, person)
  const said = { kind: 'complaint', text: '热水不够' } as const
  const { body } = await member.post('voice.send', { ...said, to: 'committee' })
  const row = await world.db.selectFrom('voice').selectAll().where('id', '=', body.id).executeTakeFirst()
  expect(row?.org_id).toBeNull()
  expect((await open(body.id)).problem.code).toBe('not-allowed')
  const opened = await open(body.id, await world.as('committeeStaff'))
  expect(opened.body.fields.find(({ name }) => name === 'text')).toMatchObject({
    ...{ said: { zh: '内容', en: 'Text' }, value: '"热水不够"' },
  })
})
