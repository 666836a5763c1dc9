import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '../kit/contract.ts'
import { day } from '../kit/day.ts'
import type { Id } from '../kit/id.ts'
import { makeWorld, type World } from '../server/world.ts'
import { type Records, recordsIn } from '../server/world-records.ts'

let world: World
let records: Records
beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
})
afterAll(() => world.close())

type Entry = InputOf<'meetings.enterMeeting'>
const entry = (orgId: Id<'org'>, roll: Entry['roll'], more: Partial<Entry> = {}): Entry => ({
  orgId,
  kind: 'generalMeeting',
  heldOn: '2026-10-07',
  starts: '14:00',
  ends: '15:30',
  place: '会议室',
  chair: '张三',
  recorder: '李四',
  lecturer: '',
  subject: '学习',
  resolution: '',
  absence: '',
  hoursHundredths: null,
  roll,
  ...more,
})
const line = (personId: Id<'person'>, state: Entry['roll'][number]['state'] = 'present', reason = '') => ({
  personId,
  state,
  reason,
})
const entriesOf = (id: string) =>
  world.db
    .selectFrom('journal_entry')
    .select(['kind', 'rev'])
    .where('subject', '=', id)
    .orderBy('rev')
    .execute()

test('meetings.enterMeeting counts the roll against the roster of that day', async () => {
  const branch = await records.branch({ code: 'ZB1' })
  const people: Id<'person'>[] = []
  for (let n = 0; n < 5; n += 1) people.push(await records.person(branch))
  const guest = await records.person(branch, {}, { category: 'probationaryMember' })
  const [a, b, c, d, e] = people
  if (!a || !b || !c || !d || !e) throw new Error('no people')
  const secretary = await world.as('secretary', branch)

  const roll = [line(a), line(b), line(c, 'excluded', '长期病休'), line(d, 'absent', '上夜班'), line(guest)]
  const entered = await secretary.post('meetings.enterMeeting', entry(branch, roll))
  expect(entered.status).toBe(200)
  expect(entered.body).toEqual({
    id: entered.body.id,
    no: 'ZB1-2026-001',
    expected: 4,
    present: 2,
    failed: [],
  })

  const { body } = await secretary.get('meetings.findMeeting', { id: entered.body.id })
  expect(body).toMatchObject({
    no: 'ZB1-2026-001',
    orgName: 'ZB1单位',
    registeredOn: '2026-10-08',
    recordedAfterDays: 1,
    source: 'product',
    failed: [],
  })
  const states = new Map(body.roll.map(({ personId, state, reason }) => [personId, [state, reason]]))
  expect(states).toEqual(
    new Map([
      [a, ['present', '']],
      [b, ['present', '']],
      [c, ['excluded', '长期病休']],
      [d, ['absent', '上夜班']],
      [e, ['absent', '']],
      [guest, ['present', '']],
    ]),
  )
  expect(await entriesOf(entered.body.id)).toEqual([{ kind: 'meetings.enterMeeting', rev: 1 }])

  const next = await secretary.post('meetings.enterMeeting', entry(branch, [line(a, 'absent')]))
  expect(next.body).toMatchObject({ no: 'ZB1-2026-002', expected: 5, present: 0, failed: ['A2.3'] })
})

test('meetings.enterMeeting draws different numbers for meetings entered at once', async () => {
  const branch = await records.branch({ code: 'ZB2' })
  const person = await records.person(branch)
  await records.meeting(branch, { no: 'ZB2-2026-002' })
  const secretary = await world.as('secretary', branch)
  const replies = await Promise.all(
    Array.from({ length: 5 }, () => secretary.post('meetings.enterMeeting', entry(branch, [line(person)]))),
  )
  const numbers = replies.map(({ body }) => body.no).sort()
  expect(numbers).toEqual([1, 3, 4, 5, 6].map((n) => `ZB2-2026-00${n}`))
})

test('a committee meets with those who hold its posts, a group with its own members', async () => {
  const branch = await records.branch()
  const group = await records.group(branch)
  const secretaryOf = await records.person(branch, {}, { posts: '书记兼组织委员' })
  const leader = await records.person(group, {}, { posts: '党小组长' })
  const clerk = await records.person(group, {}, { posts: '宣传委员', category: 'probationaryMember' })
  const secretary = await world.as('secretary', branch)
  const enter = (orgId: Id<'org'>, kind: Entry['kind'], roll: Entry['roll']) =>
    secretary.post('meetings.enterMeeting', entry(orgId, roll, { kind }))

  const committee = await enter(branch, 'committeeMeeting', [line(secretaryOf)])
  expect(committee.body).toMatchObject({ expected: 2, present: 1 })
  const own = await enter(group, 'groupMeeting', [line(leader), line(clerk)])
  expect(own.body).toMatchObject({ expected: 2, present: 2 })
  const stranger = await enter(group, 'groupMeeting', [line(secretaryOf)])
  expect(stranger.problem.code).toBe('not-on-the-roster')
})

test('meetings.enterMeeting says no', async () => {
  const branch = await records.branch()
  const person = await records.person(branch)
  const left = await records.person(branch, {}, { to_day: day('2026-10-06') })
  const committee = await world.addUnit({ code: 'DW', kind: 'committee' })
  const empty = await records.branch()
  const staff = await world.as('committeeStaff')
  const codeOf = async (input: Entry) => {
    const { status, problem } = await staff.post('meetings.enterMeeting', input)
    return [status, problem.code]
  }
  const ghost = await records.branch()
  await world.db.deleteFrom('org_path').where('org_id', '=', ghost).execute()
  await world.db.deleteFrom('org_unit').where('id', '=', ghost).execute()

  expect(await codeOf(entry(ghost, [line(person)]))).toEqual([404, 'no-such-unit'])
  expect(await codeOf(entry(committee, [line(person)]))).toEqual([422, 'not-a-branch'])
  expect(await codeOf(entry(branch, [line(person)], { heldOn: '2026-10-09' }))).toEqual([
    422,
    'in-the-future',
  ])
  expect(await codeOf(entry(branch, [line(person)], { ends: '13:59' }))).toEqual([422, 'ends-before-start'])
  expect(await codeOf(entry(branch, [line(left)]))).toEqual([422, 'not-on-the-roster'])
  expect(await codeOf(entry(branch, [line(person), line(person)]))).toEqual([422, 'called-twice'])
  expect(await codeOf(entry(empty, [line(person)]))).toEqual([422, 'not-on-the-roster'])
  const past = { starts: '23:30', ends: '00:20' }
  expect(await codeOf(entry(branch, [line(person)], { ...past, heldOn: '2026-10-08' }))).toEqual([
    422,
    'in-the-future',
  ])
  expect(await codeOf(entry(branch, [line(person)], { ...past, heldOn: '2026-10-07' }))).toEqual([
    200,
    undefined,
  ])
  expect(await codeOf(entry(branch, [line(person)], { heldOn: '2026-10-08', ends: '14:01' }))).toEqual([
    200,
    undefined,
  ])
})

test('a meeting nobody was expected at is recorded and does not count', async () => {
  const branch = await records.branch()
  const person = await records.person(branch)
  const secretary = await world.as('secretary', branch)
  const { body } = await secretary.post('meetings.enterMeeting', entry(branch, [line(person, 'excluded')]))
  expect(body).toMatchObject({ expected: 0, present: 0, failed: ['A2.2'] })
})

test('meetings.changeMeeting keeps the number and the roll, and seals the new wording', async () => {
  const branch = await records.branch()
  const id = await records.meeting(branch, { no: 'HY-1', chair: '', registered_on: day('2026-08-20') })
  const secretary = await world.as('secretary', branch)
  const { roll: _, orgId: __, ...fields } = entry(branch, [])
  const change = (more: Partial<typeof fields>, caller = secretary) =>
    caller.post('meetings.changeMeeting', { id, ...fields, ...more })

  expect((await change({ heldOn: '2026-10-09' })).problem.code).toBe('in-the-future')
  expect((await change({ ends: '13:00' })).problem.code).toBe('ends-before-start')
  expect((await change({ chair: '' })).body).toEqual({ failed: ['A2.1'] })
  expect((await change({ chair: '王五', subject: '换题' })).body).toEqual({ failed: [] })
  const { body } = await secretary.get('meetings.findMeeting', { id })
  expect(body).toMatchObject({
    no: 'HY-1',
    chair: '王五',
    subject: '换题',
    heldOn: '2026-10-07',
    expected: 10,
    present: 9,
    registeredOn: '2026-08-20',
    recordedAfterDays: 0,
    source: 'product',
  })
  expect(await entriesOf(id)).toEqual([
    { kind: 'meetings.changeMeeting', rev: 1 },
    { kind: 'meetings.changeMeeting', rev: 2 },
  ])
  const stranger = await world.as('secretary', await records.branch())
  expect((await change({}, stranger)).status).toBe(403)
})

test('meetings.listMeetings lists a branch and its groups, latest first, and what each fails', async () => {
  const branch = await records.branch()
  const group = await records.group(branch)
  await records.meeting(branch, { no: 'L1', held_on: day('2026-07-01'), registered_on: day('2026-07-09') })
  await records.meeting(group, { no: 'L2', held_on: day('2026-08-01'), kind: 'groupMeeting' })
  await records.meeting(branch, { no: 'L3', held_on: day('2026-09-01'), present: 4 })
  await records.meeting(await records.branch(), { no: 'L4' })
  const inspector = await world.as('inspector')
  const list = async (more: Omit<InputOf<'meetings.listMeetings'>, 'branchId'> = {}) => {
    const { body } = await inspector.get('meetings.listMeetings', { branchId: branch, ...more })
    return body.meetings.map(({ no, failed, recordedAfterDays }) => [no, failed, recordedAfterDays])
  }
  const [l1, l2, l3] = [
    ['L1', [], 8],
    ['L2', [], null],
    ['L3', ['A2.3'], null],
  ]
  expect(await list()).toEqual([l3, l2, l1])
  expect(await list({ from: '2026-07-02', to: '2026-08-01' })).toEqual([l2])
  expect(await list({ kind: 'generalMeeting' })).toEqual([l3, l1])
})

test('meetings.listDuties says what is due, done, late, missed and what does not apply', async () => {
  const branch = await records.branch({ founded_on: day('2026-04-02') })
  const group = await records.group(branch, { code: 'DG1' })
  const inTime = await records.meeting(branch, {
    held_on: day('2026-07-05'),
    registered_on: day('2026-07-12'),
  })
  await records.meeting(branch, {
    kind: 'themeDay',
    held_on: day('2026-08-05'),
    registered_on: day('2026-08-13'),
  })
  const ofGroup = await records.meeting(group, { kind: 'groupMeeting', held_on: day('2026-10-02') })
  const secretary = await world.as('secretary', branch)
  const { body } = await secretary.get('meetings.listDuties', { branchId: branch, year: 2026 })
  const statesOf = (kind: string) =>
    body.duties.filter((duty) => duty.kind === kind).map(({ windows }) => windows.map(({ state }) => state))

  expect(statesOf('generalMeeting')).toEqual([['notApplicable', 'notApplicable', 'done', 'due']])
  expect(statesOf('partyLecture')).toEqual([['notApplicable', 'notApplicable', 'missed', 'due']])
  expect(statesOf('themeDay')[0]?.slice(3, 10)).toEqual([
    'notApplicable',
    'missed',
    'missed',
    'missed',
    'late',
    'missed',
    'due',
  ])
  expect(statesOf('committeeMeeting')[0]?.[8]).toBe('notApplicable')
  const groups = body.duties.filter(({ groupId }) => groupId === group)
  expect(groups.map(({ kind, groupName }) => [kind, groupName])).toEqual([['groupMeeting', 'DG1单位']])
  expect(groups[0]?.windows[9]).toMatchObject({ window: '2026-10', state: 'done', meetingIds: [ofGroup] })
  const general = body.duties.find(({ kind }) => kind === 'generalMeeting')
  expect(general).toMatchObject({ clause: 'R1.3', source: '支部条例 第11条、第14条' })
  expect(general?.windows[2]).toEqual({
    window: '2026Q3',
    first: '2026-07-01',
    last: '2026-09-30',
    state: 'done',
    why: null,
    meetingIds: [inTime],
  })
  expect(general?.windows[0]?.why).toBe('founded-later')
})
