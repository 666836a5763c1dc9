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
  const meeting = await records.meeting(branch, { no: 'HY1', held_on: day('2026-02-03') })
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
    ['2026-01', '年初', group, null, { id: meeting, no: 'HY1', heldOn: '2026-02-03' }],
    ['2026-12', '年末', branch, false, null],
  ])
  const inspector = await world.as('inspector')
  const { problem } = await inspector.get('study.listPlan', { branchId: newId(), year: 2026 })
  expect(problem.code).toBe('no-such-unit')
})
