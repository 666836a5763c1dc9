import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { type Id, newId } from '../../kit/id.ts'
import { type Caller, makeWorld, type World } from '../../server/world.ts'
import { type Records, recordsIn } from '../../server/world-records.ts'

let world: World
let records: Records
let secretary: Caller
let branch: Id<'org'>
let other: Id<'org'>
let person: Id<'person'>
beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
  branch = await records.branch({ code: 'A1' })
  other = await records.branch({ code: 'A2' })
  person = await records.person(branch, { no: 'DY1', name: '钱七' })
  secretary = await world.as('secretary', branch)
})
afterAll(() => world.close())

const states = [
  ['present', ''],
  ['absent', '井下当班'],
  ['absent', '住院，已补课'],
  ['absent', ''],
  ['excluded', '借调'],
] as const

async function called(orgId: Id<'org'>, heldOn: string, [state, reason]: (typeof states)[number]) {
  const meetingId = await records.meeting(orgId, { held_on: day(heldOn) })
  const line = { mine_id: world.mineId, meeting_id: meetingId, person_id: person, state, reason }
  await world.db.insertInto('attendance').values(line).execute()
  return meetingId
}

test('meetings.listOfPerson tells where somebody was and why not, the latest first, page by page', async () => {
  for (const [at, line] of states.entries()) await called(branch, `2026-0${at + 1}-10`, line)
  const first = (await secretary.get('meetings.listOfPerson', { personId: person, limit: 3 })).body
  expect(first.meetings.map(({ heldOn, state, reason }) => [heldOn, state, reason])).toEqual([
    ['2026-05-10', 'excluded', '借调'],
    ['2026-04-10', 'absent', ''],
    ['2026-03-10', 'madeUp', '住院，已补课'],
  ])
  expect(first.sums).toEqual({ present: 1, of: 4 })
  const rest = { personId: person, limit: 3, ...(first.next && { after: first.next }) }
  const second = (await secretary.get('meetings.listOfPerson', rest)).body
  expect(second.meetings.map(({ state }) => state)).toEqual(['withGround', 'present'])
  expect(second.next).toBeNull()
})

test('what they did in a branch that is not the asker’s is not told', async () => {
  await called(other, '2026-06-10', states[0])
  const own = (await secretary.get('meetings.listOfPerson', { personId: person })).body
  expect([own.meetings.length, own.sums.of]).toEqual([5, 4])
  const staff = await world.as('committeeStaff')
  expect((await staff.get('meetings.listOfPerson', { personId: person })).body.sums.of).toBe(5)
  const stranger = await world.as('secretary', other)
  expect((await stranger.get('meetings.listOfPerson', { personId: person })).problem.code).toBe('not-allowed')
  const nobody = await staff.get('meetings.listOfPerson', { personId: newId() })
  expect(nobody.problem.code).toBe('no-such-person')
})

test('leave stands beside the meeting it was asked from, and ahead while that is to come', async () => {
  const plan = async (heldAs: Id<'meeting'> | null) => {
    const id = newId<'planned_meeting'>()
    const now = world.now()
    await world.db
      .insertInto('planned_meeting')
      .values({
        ...{ mine_id: world.mineId, id, org_id: branch, kind: 'themeDay', subject: '排查隐患' },
        ...{ state: heldAs ? 'held' : 'planned', meeting_id: heldAs, recorded_at: now },
      })
      .execute()
    const asked = { mine_id: world.mineId, id: newId<'leave_request'>(), planned_id: id, person_id: person }
    await world.db
      .insertInto('leave_request')
      .values({ ...asked, reason: 'onShift', state: 'asked', recorded_at: now })
      .execute()
    return id
  }
  const held = await called(branch, '2026-07-10', states[1])
  await plan(held)
  const ahead = await plan(null)
  const { body } = await secretary.get('meetings.listOfPerson', { personId: person })
  const leave = { reason: 'onShift', note: '', state: 'asked' }
  expect(body.meetings.find(({ id }) => id === held)).toMatchObject({ state: 'withGround', leave })
  expect(body.ahead).toEqual([{ plannedId: ahead, kind: 'themeDay', subject: '排查隐患', day: null, leave }])
})
