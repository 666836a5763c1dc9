import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '../../kit/contract.ts'
import { addDays, day } from '../../kit/day.ts'
import type { Id } from '../../kit/id.ts'
import { listWorking } from '../../people/facts/work.ts'
import { minutesOf, startOf, USUAL_SYSTEMS, workOf } from '../../people/rules/shifts.ts'
import { makeWorld, type World } from '../../server/world.ts'
import { asPerson } from '../../server/world-people.ts'
import { type Records, recordsIn } from '../../server/world-records.ts'

let world: World
let records: Records
const CYCLE = ['早班', '早班', '中班', '中班', '夜班', '夜班', '', '']
const CREWS = ['甲班', '乙班', '丙班', '丁班'].map((name, at) => ({ name, offset: at * 2 }))

beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
  const staff = await world.as('committeeStaff')
  for (const { restDays, shifts, ...system } of USUAL_SYSTEMS)
    await staff.post('people.setShiftSystem', { ...system, restDays: [...restDays], shifts: [...shifts] })
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

async function branchWith(people = 12) {
  const branch = await records.branch({ shift_system: '三八制' })
  const secretary = await world.as('secretary', branch)
  const ids: Id<'person'>[] = []
  for (let at = 0; at < people; at++)
    ids.push(
      await records.person(
        branch,
        {},
        { shift: CREWS[at % 4]?.name ?? '', category: at === 3 ? 'probationaryMember' : 'fullMember' },
      ),
    )
  await secretary.post('people.setRota', { orgId: branch, from: '2026-01-01', cycle: CYCLE, crews: CREWS })
  return { branch, secretary, ids }
}
const ask = (orgId: Id<'org'>, more: Partial<InputOf<'meetings.proposeSessions'>> = {}) => ({
  ...{ orgId, kind: 'partyLecture' as const, from: '2026-10-09', to: '2026-11-05', minutes: 90 },
  ...more,
})

test('a lecture is proposed in sittings that reach everybody, with nobody on shift or at rest; each crew has one', async () => {
  const { branch, secretary, ids } = await branchWith()
  const { body } = await secretary.get('meetings.proposeSessions', ask(branch))
  const [best] = body.proposals
  expect(body).toMatchObject({ invited: 12, unknown: 0 })
  expect(best).toMatchObject({ reached: 12, of: 12, percent: 100, missed: [] })
  const span = { first: day('2026-10-09'), last: day('2026-11-05') }
  const working = await listWorking(world.db, { mineId: world.mineId, personIds: ids, span })
  const reached = new Set<string>()
  for (const { personId, worker } of working)
    for (const one of best?.sessions ?? []) {
      const [from, to] = [startOf(one.day) + minutesOf(one.starts), startOf(one.day) + minutesOf(one.ends)]
      if (!workOf(worker, span).some((busy) => busy.from < to && from < busy.to)) reached.add(personId)
    }
  expect(reached.size).toBe(12)
  const named = best?.sessions.flatMap(({ shift }) => shift.split('、')) ?? []
  if ((best?.sessions.length ?? 0) > 1) expect(named.sort()).toEqual(CREWS.map(({ name }) => name).sort())
})

test('a proposal can be planned as it is, and each finds the sitting of their crew', async () => {
  const { branch, secretary } = await branchWith()
  const { body } = await secretary.get('meetings.proposeSessions', ask(branch, { minutes: 240 }))
  const sessions = (body.proposals[0]?.sessions ?? []).map(({ reached: _, ...one }) => ({
    ...one,
    place: '',
  }))
  expect(sessions.length).toBeGreaterThan(1)
  const planned = await secretary.post('meetings.planMeeting', {
    ...{ orgId: branch, kind: 'partyLecture', subject: '安全', note: '', materialIds: [], sessions },
  })
  expect(planned.status).toBe(200)
})

test('a general meeting is one sitting with a quorum of those with the right to vote', async () => {
  const { branch, secretary } = await branchWith()
  const { body } = await secretary.get(
    'meetings.proposeSessions',
    ask(branch, { kind: 'generalMeeting', vote: 'admission' }),
  )
  expect(body.proposals.map(({ sessions }) => sessions.length)).toEqual([1, 1, 1])
  const [first] = body.proposals
  expect(first?.reasons[0]).toMatchObject({ code: 'quorate', of: 11, clause: 'R2' })
  expect(first?.reasons[0]?.source).toContain('支部条例 第11条')
  expect(first?.missed.length).toBe(12 - (first?.reached ?? 0))
  for (const { why } of first?.missed ?? []) expect(['shift', 'rest']).toContain(why[0])
})

test('who was called on a day off this quarter is counted', async () => {
  const { branch, secretary } = await branchWith(4)
  const ofFirst = await secretary.get('people.listRota', { orgId: branch, month: '2026-10' })
  const off = ofFirst.body.people[0]?.shifts.findIndex(({ shift }, at) => shift === '' && at > 8) ?? 0
  const on = addDays(day('2026-10-01'), off)
  const crew = ofFirst.body.people[0]?.crew ?? ''
  await secretary.post('meetings.planMeeting', {
    ...{ orgId: branch, kind: 'partyLecture', subject: '安全', note: '', materialIds: [] },
    sessions: [{ day: on, starts: '14:30', ends: '16:00', place: '', shift: crew }],
  })
  const { body } = await secretary.get('meetings.proposeSessions', ask(branch, { from: on, to: on }))
  const shared = body.proposals[0]?.reasons.find(({ code }) => code === 'shared')
  expect(shared).toMatchObject({ n: 0, of: 1 })
})

test('where no shift is known people count as free, and it is said', async () => {
  const branch = await records.branch({ shift_system: '自定' })
  await records.person(branch, {}, { shift: '' })
  const secretary = await world.as('secretary', branch)
  const { body } = await secretary.get('meetings.proposeSessions', ask(branch))
  expect(body).toMatchObject({ invited: 1, unknown: 1 })
  expect(body.proposals[0]?.percent).toBe(100)
})

test.each([
  ['the days are the wrong way round', { from: '2026-11-05', to: '2026-10-09' }],
  ['the days are too many', { to: '2026-12-31' }],
])('refused when %s', async (_, more) => {
  const { branch, secretary } = await branchWith(1)
  const answer = await secretary.get('meetings.proposeSessions', ask(branch, more as never))
  expect(answer.problem.code).toBe('no-days')
})

test('nobody is proposed at the hour of another meeting they are called to, nor on the day of granted leave', async () => {
  const { branch, secretary, ids } = await branchWith(4)
  const session = { day: '2026-10-14', starts: '07:00', ends: '22:00', place: '', shift: '' } as const
  const plan = { orgId: branch, kind: 'themeDay', subject: '主题党日', note: '', materialIds: [] } as const
  const planned = await secretary.post('meetings.planMeeting', {
    ...plan,
    materialIds: [],
    sessions: [session],
  })
  const { id: plannedId } = planned.body
  const day14 = ask(branch, { from: '2026-10-14', to: '2026-10-14' })
  const why = async (more: Partial<InputOf<'meetings.proposeSessions'>> = {}) => {
    const { body } = await secretary.get('meetings.proposeSessions', { ...day14, ...more })
    return body.proposals[0]?.missed.flatMap((one) => one.why) ?? []
  }
  const before = await why({ plannedId })
  expect(before).not.toContain('meeting')
  const [first] = ids
  if (!first) throw new Error('nobody')
  const { id } = (
    await (await asPerson(world, first)).post('meetings.askLeave', { plannedId, reason: 'trip', note: '' })
  ).body
  expect((await secretary.post('meetings.answerLeave', { id, state: 'granted' })).status).toBe(200)
  expect(await why({ plannedId })).toContain('leave')
  const other = await secretary.get('meetings.proposeSessions', day14)
  expect(other.body.proposals.every(({ reached }) => reached === 0)).toBe(true)
})
