import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { newId } from '../kit/id.ts'
import { makeWorld, type World } from '../server/world.ts'
import { type Records, recordsIn } from '../server/world-records.ts'

let world: World
let records: Records
beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
})
afterAll(() => world.close())

test('study.listPlan shows the year of a branch and its groups, with the meetings that did it', async () => {
  const branch = await records.branch()
  const group = await records.group(branch)
  const meeting = await records.meeting(branch, {
    ...{ no: 'HY1', held_on: day('2026-02-03'), registered_on: day('2026-02-11') },
  })
  await records.planned(branch, { month: day('2026-12-01'), subject: '年末', prepared: false })
  await records.planned(group, { month: day('2026-01-01'), subject: '年初', meeting_id: meeting })
  await records.planned(branch, { month: day('2025-12-01') })
  await records.planned(branch, { month: day('2027-01-01') })
  await records.planned(await records.branch())
  const member = await world.as('member', branch)
  const { body } = await member.get('study.listPlan', { branchId: branch, year: 2026 })
  const shown = body.rows.map(({ month, subject, orgId, prepared, meeting: done }) => [
    ...[month, subject, orgId, prepared, done],
  ])
  expect(shown).toEqual([
    ['2026-01', '年初', group, null, { id: meeting, no: 'HY1', heldOn: '2026-02-03', recordedAfterDays: 8 }],
    ['2026-12', '年末', branch, false, null],
  ])
  const inspector = await world.as('inspector')
  const { problem } = await inspector.get('study.listPlan', { branchId: newId(), year: 2026 })
  expect(problem.code).toBe('no-such-unit')
})

const row = { content: '', form: '', lecturer: '', hoursHundredths: 200, prepared: null }

test('study.addPlanRow adds once; study.changePlanRow names a meeting of the branch', async () => {
  const branch = await records.branch()
  const group = await records.group(branch)
  const meeting = await records.meeting(group, { held_on: day('2026-09-03'), hours_hundredths: 150 })
  await records.meeting(branch, { held_on: day('2026-09-04'), hours_hundredths: 250 })
  await records.meeting(branch, { held_on: day('2026-09-05'), hours_hundredths: 999, chair: '' })
  const foreign = await records.meeting(await records.branch())
  const secretary = await world.as('secretary', branch)
  const added = { orgId: branch, month: '2026-09', subject: '条例', ...row }
  const { status, body } = await secretary.post('study.addPlanRow', added)
  expect(status).toBe(200)
  expect((await secretary.post('study.addPlanRow', added)).problem.code).toBe('subject-taken')
  const change = { id: body.id, rev: 1, ...row, prepared: true, meetingId: meeting }
  expect((await secretary.post('study.changePlanRow', change)).status).toBe(200)
  const late = await secretary.post('study.changePlanRow', { ...change, content: '旧的' })
  expect(late).toMatchObject({ status: 409, problem: { code: 'changed-meanwhile', facts: { rev: 2 } } })
  const wrong = await secretary.post('study.changePlanRow', { ...change, rev: 2, meetingId: foreign })
  expect(wrong.problem.code).toBe('no-such-meeting')
  const plan = (await secretary.get('study.listPlan', { branchId: branch, year: 2026 })).body
  expect(plan.rows[0]).toMatchObject({
    rev: 2,
    prepared: true,
    content: '',
    meeting: { id: meeting },
    cancelledOn: null,
  })
  expect(plan.hours).toMatchObject({ heldHundredths: 250, askedHundredths: 3200, clause: 'R4' })
  const committee = await world.addUnit({ code: 'DW', kind: 'committee' })
  const staff = await world.as('committeeStaff')
  const above = await staff.post('study.addPlanRow', { ...added, orgId: committee })
  expect(above.problem.code).toBe('not-a-branch')
  expect((await staff.post('study.addPlanRow', { ...added, orgId: newId() })).status).toBe(404)
})

test('study.cancelPlanRow keeps the row with its reason, once', async () => {
  const branch = await records.branch()
  const id = await records.planned(branch, { month: day('2026-12-01') })
  const secretary = await world.as('secretary', branch)
  const cancel = { id, reason: '与上级安排重复' }
  expect((await secretary.post('study.cancelPlanRow', cancel)).status).toBe(200)
  expect((await secretary.post('study.cancelPlanRow', cancel)).problem.code).toBe('row-cancelled')
  const change = await secretary.post('study.changePlanRow', { id, rev: 1, ...row, meetingId: null })
  expect(change.problem.code).toBe('row-cancelled')
  const plan = (await secretary.get('study.listPlan', { branchId: branch, year: 2026 })).body
  expect(plan.rows[0]).toMatchObject({ cancelledOn: '2026-10-08', cancelReason: '与上级安排重复' })
  const stranger = await world.as('secretary', await records.branch())
  expect((await stranger.post('study.cancelPlanRow', cancel)).problem.code).toBe('not-allowed')
  expect((await stranger.post('study.cancelPlanRow', { ...cancel, id: newId() })).problem.code).toBe(
    'no-such-row',
  )
})
