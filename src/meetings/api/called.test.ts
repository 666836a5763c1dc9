import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Id } from '../../kit/id.ts'
import { makeWorld, type World } from '../../server/world.ts'
import { asPerson } from '../../server/world-people.ts'
import { type Records, recordsIn } from '../../server/world-records.ts'

let world: World
let records: Records
beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

const session = { day: '2026-10-20', starts: '14:00', ends: '', place: '会议室', shift: '' }
const planOf = (orgId: Id<'org'>, kind: 'generalMeeting' | 'committeeMeeting') => ({
  ...{ orgId, kind, subject: '讨论分工', note: '', materialIds: [], sessions: [session] },
})

test('meetings.listCalled tells who is expected, who comes besides, who is excluded and why, and where leave stands', async () => {
  const branch = await records.branch()
  const member = await records.person(branch, { no: '1', name: '甲' }, { posts: '支部书记' })
  await records.person(branch, { no: '2', name: '乙' }, { category: 'probationaryMember' })
  const old = await records.person(branch, { no: '3', name: '丙' })
  await records.person(branch, { no: '4', name: '丁' }, { category: 'masses' })
  const secretary = await world.as('secretary', branch)
  const consentMeetingId = await records.meeting(branch, { held_on: '2026-09-01' as never })
  const exclusion = {
    orgId: branch,
    personId: old,
    ground: 'longIll' as const,
    approvalNo: '党委〔2026〕12号',
  }
  const excluded = await secretary.post('meetings.excludeFromExpected', {
    ...exclusion,
    ...{ consentMeetingId, from: '2026-09-02' },
  })
  expect(excluded.status).toBe(200)

  const { id } = (await secretary.post('meetings.planMeeting', planOf(branch, 'generalMeeting'))).body
  const asked = await (await asPerson(world, member)).post('meetings.askLeave', {
    plannedId: id,
    reason: 'ill',
  })
  expect(asked.status).toBe(200)
  const { people } = (await secretary.get('meetings.listCalled', { id })).body
  expect(people.map(({ name, isExpected, whyNot, leave }) => [name, isExpected, whyNot, leave])).toEqual([
    ['甲', true, null, 'asked'],
    ['乙', false, 'probationary', null],
    ['丙', false, 'longIll', null],
  ])

  const own = (await secretary.post('meetings.planMeeting', planOf(branch, 'committeeMeeting'))).body
  const committee = (await secretary.get('meetings.listCalled', { id: own.id })).body.people
  expect(committee.map(({ name, isExpected }) => [name, isExpected])).toEqual([['甲', true]])
})
