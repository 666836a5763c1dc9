import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { newId } from '../../kit/id.ts'
import { makeWorld, type World } from '../../server/world.ts'
import { type Records, recordsIn } from '../../server/world-records.ts'

let world: World
let records: Records
beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
})
afterAll(() => world.close())

const asked = { task: '党课每季一次', fact: 'meeting.held(党课)', goal: '3', deadline: '2026-09-30' }

test('assessment.addTarget sets a task once, in the one spelling of its fact', async () => {
  const branch = await records.branch()
  await records.meeting(branch, { kind: 'partyLecture', held_on: day('2026-05-05') })
  const staff = await world.as('committeeStaff')
  const target = { orgId: branch, no: ' R 1 ', ...asked }
  expect((await staff.post('assessment.addTarget', target)).status).toBe(200)
  expect((await staff.post('assessment.addTarget', target)).problem.code).toBe('number-taken')
  const { body } = await staff.get('assessment.listTargets', { branchId: branch })
  expect(body.targets).toMatchObject([
    { no: 'R1', fact: 'meeting.held(partyLecture)', goal: '3', value: '1', isMet: false, source: 'product' },
  ])
})

test('assessment.addTarget says no', async () => {
  const branch = await records.branch()
  const staff = await world.as('committeeStaff')
  const code = async (more: object) =>
    (await staff.post('assessment.addTarget', { orgId: branch, no: 'R9', ...asked, ...more })).problem.code
  expect(await code({ fact: 'dues.arrears' })).toBe('no-such-fact')
  expect(await code({ fact: 'manual(x)' })).toBe('no-such-fact')
  expect(await code({ orgId: newId() })).toBe('no-such-unit')
  expect(await code({ orgId: await world.addUnit({ code: 'DWT', kind: 'committee' }) })).toBe('not-a-branch')
  expect(await code({ goal: '-1' })).toBe('bad-input')
  const secretary = await world.as('secretary', branch)
  const own = await secretary.post('assessment.addTarget', { orgId: branch, no: 'R9', ...asked })
  expect(own.problem.code).toBe('not-allowed')
})

test('assessment.changeTarget keeps number and unit, and seals the change', async () => {
  const branch = await records.branch()
  const id = await records.target(branch, { no: 'T77' })
  const staff = await world.as('committeeStaff')
  const change = { id, rev: 0, ...asked, goal: '4' }
  expect((await staff.post('assessment.changeTarget', change)).status).toBe(200)
  const late = await staff.post('assessment.changeTarget', { ...change, task: '旧的' })
  expect(late).toMatchObject({ status: 409, problem: { code: 'changed-meanwhile', facts: { rev: 1 } } })
  const wrong = await staff.post('assessment.changeTarget', { ...change, rev: 1, fact: 'target.met' })
  expect(wrong.problem.code).toBe('no-such-fact')
  const none = await staff.post('assessment.changeTarget', { ...change, id: newId() })
  expect(none.problem.code).toBe('no-such-target')
  const { body } = await staff.get('assessment.listTargets', { branchId: branch })
  expect(body.targets).toMatchObject([
    { no: 'T77', task: '党课每季一次', goal: '4', source: 'product', rev: 1 },
  ])
  const sealed = await world.db
    .selectFrom('journal_entry')
    .select(['kind', 'scope'])
    .where('subject', '=', id)
    .execute()
  expect(sealed).toEqual([{ kind: 'assessment.changeTarget', scope: branch }])
})
