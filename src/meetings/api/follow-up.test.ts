import { afterAll, beforeAll, expect, test } from 'vitest'
import { sequence } from '../../journal/jobs/sequence.ts'
import type { InputOf } from '../../kit/contract.ts'
import type { Id } from '../../kit/id.ts'
import { catchUp } from '../../notices/jobs.ts'
import { asPerson } from '../../server/world-people.ts'
import { type Convened, convene, onDayIn, promiseIn, type Scene, setScene } from './test/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})
afterAll(() => scene.close())

const onDay = <T>(day: string, what: () => Promise<T>): Promise<T> => onDayIn(scene, day, what)
const promised = (dueOn: string) => promiseIn(scene, dueOn)

test.each<
  [string, InputOf<'meetings.planMeeting'>['agenda'], Partial<InputOf<'meetings.planMeeting'>>, string]
>([
  [
    'a vote in two sittings',
    [{ kind: 'vote', title: '接收', vote: 'admission' }],
    {
      sessions: ['早班', '夜班'].map((shift) => ({
        day: '2026-10-20',
        starts: '09:00',
        ends: '',
        place: '',
        shift,
      })),
    },
    'votes-need-one-sitting',
  ],
  [
    'a vote in a lecture',
    [{ kind: 'vote', title: '接收', vote: 'admission' }],
    { kind: 'partyLecture' },
    'vote-not-here',
  ],
])('%s is not planned', async (_, agenda, more, code) => {
  const { secretary, plan } = await convene(scene)
  const planned = await secretary.post('meetings.planMeeting', { ...plan, ...more, agenda })
  expect(planned).toMatchObject({ status: 422, problem: { code } })
})

test('promises are listed with their clocks, kept or let go once', async () => {
  const one = await promised('2026-10-12')
  const { secretary, branch, decisionId } = one
  const list = async () =>
    (await secretary.get('meetings.listDecisions', { branchId: branch })).body.decisions
  expect(await list()).toMatchObject([
    {
      id: decisionId,
      state: 'open',
      clock: 'soon',
      daysLeft: 4,
      ownerName: expect.any(String),
      heldOn: '2026-10-08',
    },
  ])
  const finish = (on: string) =>
    secretary.post('meetings.finishDecision', { id: decisionId, on, how: '已换' })
  expect((await finish('2026-10-09')).problem.code).toBe('in-the-future')
  expect((await finish('2026-10-07')).problem.code).toBe('before-the-meeting')
  expect((await finish('2026-10-08')).status).toBe(200)
  expect((await finish('2026-10-08')).problem.code).toBe('decision-ended')
  expect((await secretary.post('meetings.dropDecision', { id: decisionId, why: '不办' })).problem.code).toBe(
    'decision-ended',
  )
  expect(await list()).toMatchObject([{ state: 'done', doneOn: '2026-10-08', how: '已换', clock: null }])
})

test('whoever owns a decision is told of it, once', async () => {
  const one = await promised('2026-10-20')
  const { db, mineId } = scene.world
  await sequence(db, mineId, scene.world.now)
  await catchUp(db, scene.world.now())
  const rows = await db
    .selectFrom('notice')
    .select(['person_id', 'facts'])
    .where('kind', '=', 'decisionMade')
    .where('about', '=', one.decisionId)
    .execute()
  expect(rows).toMatchObject([{ person_id: one.people[1] }])
  expect(JSON.parse(rows[0]?.facts ?? '')).toMatchObject({ text: '更换活动室灯具', day: '2026-10-20' })
  const owner = await asPerson(scene.world, one.people[1])
  const { body } = await onDay('2026-10-09', () => owner.get('notices.listMine', {}))
  expect(body.notices.map(({ kind }) => kind)).toContain('decisionMade')
})

test('a promise that falls due stands in the day of its owner and of the secretary', async () => {
  const one = await promised('2026-10-12')
  const owner = await asPerson(scene.world, one.people[1])
  const cardsOf = async () =>
    (await owner.get('home.findToday', {})).body.cards.filter(({ kind }) => kind === 'promise')
  const linesOf = async () =>
    (await one.secretary.get('home.findOpen', {})).body.lines.filter(({ kind }) => kind === 'promise')
  expect(await cardsOf()).toMatchObject([{ id: one.decisionId, by: '2026-10-12' }])
  const [card] = await cardsOf()
  expect(card?.text.zh).toMatch(/^更换活动室灯具（.+10月8日.*支部党员大会决定）$/)
  expect(await linesOf()).toMatchObject([
    { what: one.id, until: '2026-10-12', state: 'risk', branches: [{ name: '更换活动室灯具' }] },
  ])
  const done = { id: one.decisionId, on: '2026-10-08', how: '' }
  await one.secretary.post('meetings.finishDecision', done)
  expect([await cardsOf(), await linesOf()]).toEqual([[], []])
})

const people = { chair: '张三', recorder: '李四' }
/** A lecture at which the last of four was missing. */
async function missed(): Promise<Convened> {
  const one = await convene(scene, { open: true, kind: 'partyLecture' })
  const { secretary, id, call } = one
  await secretary.post('meetings.takeRoll', { id, times: 0, roll: call(one.people.slice(0, 3)) })
  await secretary.post('meetings.closeMeeting', { id, ends: '', ...people })
  return one
}

test('who was absent is given what they missed, once, and it is no attendance', async () => {
  const one = await missed()
  const { secretary, branch, id } = one
  const list = async () => (await secretary.get('meetings.listMakeUps', { branchId: branch })).body
  expect(await list()).toMatchObject({
    owed: 1,
    missed: [{ meetingId: id, personId: one.people[3], kind: 'partyLecture', made: null }],
  })
  const give = (more: Partial<InputOf<'meetings.recordMakeUp'>> = {}) =>
    secretary.post('meetings.recordMakeUp', {
      ...{ meetingId: id, personId: one.people[3], on: '2026-10-08', shift: '夜班班前会', given: '党课讲稿' },
      ...more,
    })
  expect((await give({ personId: one.people[0] })).problem.code).toBe('not-absent')
  expect((await give({ on: '2026-10-07' })).problem.code).toBe('before-the-meeting')
  expect((await give({ on: '2026-10-09' })).problem.code).toBe('in-the-future')
  const absentee = await asPerson(scene.world, one.people[3])
  const owed = async () =>
    (await absentee.get('home.findToday', {})).body.cards.filter(({ kind }) => kind === 'makeUp')
  expect(await owed()).toMatchObject([{ id, by: null }])
  expect((await onDay('2026-10-16', give)).status).toBe(200)
  expect(await owed()).toEqual([])
  expect((await give()).problem.code).toBe('made-up')
  expect(await list()).toMatchObject({ owed: 0, missed: [{ made: { by: '测试', recordedAfterDays: 8 } }] })
  const { body } = await secretary.get('meetings.findMeeting', { id })
  expect(body).toMatchObject({ expected: 4, present: 3 })
})

test('nothing is made up of a meeting that is still open', async () => {
  const { secretary, id, people: all } = await convene(scene, { open: true, kind: 'partyLecture' })
  const given = { meetingId: id, personId: all[0], on: '2026-10-08', shift: '', given: '讲稿' }
  expect((await secretary.post('meetings.recordMakeUp', given)).problem.code).toBe('meeting-open')
})

test('who is excluded with both approvals is not expected; who comes all the same counts', async () => {
  const one = await convene(scene)
  const { secretary, branch, call, people: all } = one
  const consentMeetingId = await scene.records.meeting(branch, { held_on: '2026-09-01' as never })
  const exclude = (more: Partial<InputOf<'meetings.excludeFromExpected'>> = {}) =>
    secretary.post('meetings.excludeFromExpected', {
      ...{ orgId: branch, personId: all[3], ground: 'longIll', approvalNo: '党委〔2026〕12号' },
      ...{ consentMeetingId, from: '2026-09-02' },
      ...more,
    })
  expect((await exclude({ consentMeetingId: null })).problem.code).toBe('consent-needed')
  const elsewhere = await scene.records.meeting(await scene.records.branch())
  expect((await exclude({ consentMeetingId: elsewhere })).problem.code).toBe('consent-needed')
  expect((await exclude({ from: '2026-08-31' })).problem).toMatchObject({
    code: 'consent-later',
    facts: { day: '2026-09-01' },
  })
  const added = await exclude()
  expect(added.status).toBe(200)
  expect((await exclude({ ground: 'abroad' })).problem.code).toBe('excluded-already')
  const discipline = { ground: 'probationWithinParty' as const, personId: all[2], consentMeetingId: null }
  expect((await exclude(discipline)).status).toBe(200)

  const { id } = (await secretary.post('meetings.openMeeting', { plannedId: one.plannedId })).body
  const room = async () => (await secretary.get('meetings.findRoom', { id })).body
  const seated = (await room()).people.map(({ personId, isExpected, whyNot }) => [
    personId,
    isExpected,
    whyNot,
  ])
  expect(seated.slice(2)).toEqual([
    [all[2], false, 'probationWithinParty'],
    [all[3], false, 'longIll'],
  ])
  const take = (times: number, ...who: Id<'person'>[]) =>
    secretary.post('meetings.takeRoll', { id, times, roll: call(who) })
  expect((await take(0, all[0], all[2])).body).toMatchObject({ expected: 2, present: 1, quorate: true })
  expect((await take(1, all[0], all[3])).body).toMatchObject({ expected: 3, present: 2 })
  await take(2, all[0])
  await secretary.post('meetings.closeMeeting', { id, ends: '', ...people })
  const lines = (await room()).people.map(({ called }) => called && [called.state, called.reason])
  expect(lines).toEqual([['present', ''], ['absent', ''], null, ['excluded', '年老体弱或长期卧床']])

  const listed = (await secretary.get('meetings.listExclusions', { branchId: branch })).body.exclusions
  expect(listed.map(({ ground, holds }) => [ground, holds])).toEqual(
    expect.arrayContaining([
      ['longIll', true],
      ['probationWithinParty', true],
    ]),
  )
  expect(
    (await secretary.post('meetings.endExclusion', { id: added.body.id, on: '2026-09-01' })).problem.code,
  ).toBe('ends-before-it-begins')
  expect(
    (await secretary.post('meetings.endExclusion', { id: added.body.id, on: '2026-10-07' })).status,
  ).toBe(200)
  expect((await exclude({ from: '2026-10-08' })).status).toBe(200)
})
