import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '../../kit/contract.ts'
import type { Id } from '../../kit/id.ts'
import { makeWorld, type World } from '../../server/world.ts'
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

const plan = (orgId: Id<'org'>, day: string): InputOf<'meetings.planMeeting'> => ({
  ...{ orgId, kind: 'partyLecture', subject: '安全生产', note: '', materialIds: [] },
  sessions: [{ day, starts: '14:00', ends: '', place: '会议室', shift: '' }],
})

test('a month shows what is planned, called off and held in it, and which duty a plan would fill', async () => {
  const branch = await records.branch()
  const person = await records.person(branch)
  const secretary = await world.as('secretary', branch)
  const inOctober = (await secretary.post('meetings.planMeeting', plan(branch, '2026-10-20'))).body.id
  const inNovember = (await secretary.post('meetings.planMeeting', plan(branch, '2026-11-20'))).body.id
  const off = (await secretary.post('meetings.planMeeting', plan(branch, '2026-11-03'))).body.id
  await secretary.post('meetings.cancelPlanned', { id: off, why: '检修' })
  await secretary.post('meetings.enterMeeting', {
    ...{ orgId: branch, kind: 'themeDay', heldOn: '2026-10-05', starts: '09:00', ends: '', place: '' },
    ...{ chair: '张三', recorder: '李四', lecturer: '', hoursHundredths: null },
    ...{
      subject: '主题',
      resolution: '',
      absence: '',
      roll: [{ personId: person, state: 'present', reason: '' }],
    },
  })

  const october = (await secretary.get('meetings.findCalendar', { year: '2026', month: '10' })).body
  expect(october.plans.map(({ id }) => id)).toEqual([inOctober])
  expect(october.held).toMatchObject([
    { heldOn: '2026-10-05', kind: 'themeDay', failed: [], branchId: branch },
  ])
  const lecture = october.branches[0]?.duties.find(({ kind }) => kind === 'partyLecture')
  expect(lecture?.windows).toMatchObject([
    { window: '2026Q4', state: 'due', planned: { id: inOctober, day: '2026-10-20' } },
  ])
  const themeDay = october.branches[0]?.duties.find(({ kind }) => kind === 'themeDay')
  expect(themeDay?.windows).toMatchObject([{ window: '2026-10', state: 'done', planned: null }])

  const november = (await secretary.get('meetings.findCalendar', { year: '2026', month: '11' })).body
  expect(november.plans.map(({ id, state }) => [id, state])).toEqual([
    [off, 'cancelled'],
    [inNovember, 'planned'],
  ])
  const whole = (await secretary.get('meetings.findCalendar', { year: '2026' })).body
  expect(whole.branches[0]?.duties.find(({ kind }) => kind === 'themeDay')?.windows).toHaveLength(12)
  expect([whole.plans, whole.held]).toEqual([[], []])
})

test('a committee sees every branch below it, a secretary only their own, whatever unit is asked for', async () => {
  const committee = await world.addUnit({ code: 'C-1', kind: 'committee' })
  const first = await world.addUnit({ code: 'C-11', kind: 'branch', parentId: committee })
  const second = await world.addUnit({ code: 'C-12', kind: 'branch', parentId: committee })
  const staff = await world.as('committeeStaff', committee)
  const seen = async (who: typeof staff, orgId?: Id<'org'>) =>
    (await who.get('meetings.findCalendar', { year: '2026', ...(orgId && { orgId }) })).body.branches.map(
      ({ id }) => id,
    )
  expect(await seen(staff)).toEqual([first, second])
  expect(await seen(staff, second)).toEqual([second])
  const secretary = await world.as('secretary', first)
  expect(await seen(secretary)).toEqual([first])
  expect(await seen(secretary, second)).toEqual([])
})
