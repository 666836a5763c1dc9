import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '../../kit/contract.ts'
import { makeWorld, type World } from '../../server/world.ts'
import { asPerson } from '../../server/world-people.ts'
import { type Records, recordsIn } from '../../server/world-records.ts'
import { branchWith, kindsOf, type Plan, plan, session } from './test/plan.ts'

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

test('a planned meeting comes to each with the sitting of their own shift', async () => {
  const { branch, secretary, asEarly, asNight } = await branchWith(world, records)
  const { body } = await secretary.post('meetings.planMeeting', plan(branch))
  const mine = async (who: typeof asEarly) =>
    (await who.get('meetings.listMine', {})).body.coming.map(({ id, subject, mySession }) => [
      id,
      subject,
      mySession?.day,
      mySession?.isMine,
    ])
  expect(await mine(asEarly)).toEqual([[body.id, '安全生产与党员责任', '2026-10-20', true]])
  expect(await mine(asNight)).toEqual([[body.id, '安全生产与党员责任', '2026-10-21', true]])
  const found = (await asNight.get('meetings.findMine', { id: body.id })).body
  expect(found).toMatchObject({ myShift: '夜班', mayAskLeave: true, leave: null })
  expect(found.sessions).toHaveLength(2)

  const elsewhere = await asPerson(world, await records.person(await records.branch()))
  expect(await mine(elsewhere)).toEqual([])
  expect((await elsewhere.get('meetings.findMine', { id: body.id })).problem.code).toBe('no-such-plan')
  expect((await asEarly.get('meetings.findPlanned', { id: body.id })).status).toBe(200)
  expect((await elsewhere.get('meetings.findPlanned', { id: body.id })).problem.code).toBe('not-allowed')
})

test('a committee meeting comes to its committee alone, a group’s to the group', async () => {
  const { branch, secretary, asEarly } = await branchWith(world, records)
  const group = await records.group(branch)
  const clerk = await asPerson(world, await records.person(group, {}, { posts: '宣传委员' }))
  await secretary.post('meetings.planMeeting', plan(branch, { kind: 'committeeMeeting' }))
  await secretary.post('meetings.planMeeting', plan(group, { kind: 'groupMeeting' }))
  const kinds = async (who: typeof clerk) =>
    (await who.get('meetings.listMine', {})).body.coming.map(({ kind }) => kind).sort()
  expect(await kinds(asEarly)).toEqual([])
  expect(await kinds(clerk)).toEqual(['committeeMeeting', 'groupMeeting'])
})

test('what was taken back is no longer to be read, nor chosen anew, and stays where it was chosen', async () => {
  const { branch, secretary, asEarly } = await branchWith(world, records)
  const add = async (title: string) => {
    const given = { orgId: branch, title, body: '文', file: null }
    return (await secretary.post('library.addMaterial', given)).body.id
  }
  const [old, fresh] = [await add('旧文'), await add('新文')]
  const given = plan(branch, { materialIds: [old, fresh] })
  const { id } = (await secretary.post('meetings.planMeeting', given)).body
  expect((await secretary.post('library.withdrawMaterial', { id: old })).status).toBe(200)

  const mine = (await asEarly.get('meetings.findMine', { id })).body.materials
  expect(mine.map(({ title }) => title)).toEqual(['新文'])
  expect((await asEarly.get('meetings.listMine', {})).body.coming).toMatchObject([{ toReadCount: 1 }])
  const found = (await secretary.get('meetings.findPlanned', { id })).body.materials
  expect(found.map(({ title, isWithdrawn }) => [title, isWithdrawn])).toEqual([
    ['旧文', true],
    ['新文', false],
  ])

  expect((await secretary.post('meetings.planMeeting', given)).problem.code).toBe('no-such-material')
  const { orgId: _, ...same } = given
  const changed = { id, rev: 1, ...same, subject: '换题' }
  expect((await secretary.post('meetings.changePlanned', changed)).status).toBe(200)
  const without = { ...changed, rev: 2, materialIds: [fresh] }
  expect((await secretary.post('meetings.changePlanned', without)).status).toBe(200)
  const again = await secretary.post('meetings.changePlanned', { ...changed, rev: 3 })
  expect(again.problem.code).toBe('no-such-material')
})

test('a planned meeting is changed, called off, or becomes the record of the meeting that was held', async () => {
  const { branch, early, secretary, asEarly } = await branchWith(world, records)
  const { id } = (await secretary.post('meetings.planMeeting', plan(branch))).body
  const { orgId: _, ...given } = plan(branch, { sessions: [session({ day: '2026-10-08' })] })
  const changed = { id, rev: 1, ...given, subject: '换题' }
  expect((await secretary.post('meetings.changePlanned', changed)).status).toBe(200)
  const late = await secretary.post('meetings.changePlanned', { ...changed, subject: '旧的' })
  expect(late).toMatchObject({ status: 409, problem: { code: 'changed-meanwhile', facts: { rev: 2 } } })
  expect((await secretary.get('meetings.findPlanned', { id })).body).toMatchObject({
    subject: '换题',
    rev: 2,
    sessions: [{ day: '2026-10-08', shift: '' }],
  })

  const held: InputOf<'meetings.enterMeeting'> = {
    ...{ orgId: branch, kind: 'partyLecture', heldOn: '2026-10-08', starts: '14:00', ends: '15:30' },
    ...{
      place: '',
      chair: '张三',
      recorder: '李四',
      lecturer: '',
      subject: '换题',
      resolution: '',
      absence: '',
    },
    ...{ hoursHundredths: 150, roll: [{ personId: early, state: 'present', reason: '' }], plannedId: id },
  }
  const elsewhere = await records.branch()
  const stray = await (await world.as('committeeStaff')).post('meetings.enterMeeting', {
    ...{ ...held, orgId: elsewhere },
    roll: [{ personId: await records.person(elsewhere), state: 'present', reason: '' }],
  })
  expect(stray.problem.code).toBe('no-such-plan')
  const entered = await secretary.post('meetings.enterMeeting', held)
  expect(entered.status).toBe(200)
  expect((await secretary.get('meetings.findPlanned', { id })).body).toMatchObject({
    state: 'held',
    meetingId: entered.body.id,
  })
  expect((await kindsOf(world, id)).map(({ kind }) => kind)).toEqual([
    'meetings.planMeeting',
    'meetings.changePlanned',
    'meetings.enterMeeting',
  ])
  expect((await secretary.post('meetings.cancelPlanned', { id, why: '停产' })).problem.code).toBe(
    'plan-ended',
  )
  const twice = await secretary.post('meetings.enterMeeting', held)
  expect(twice.problem.code).toBe('plan-ended')
  const mine = (await asEarly.get('meetings.listMine', {})).body
  expect(mine.attended.map(({ subject, state }) => [subject, state])).toEqual([['换题', 'present']])
  expect(mine.hours).toEqual({ year: 2026, hundredths: 150 })
  expect(mine.coming).toEqual([])

  const other = (await secretary.post('meetings.planMeeting', plan(branch))).body.id
  expect((await secretary.post('meetings.cancelPlanned', { id: other, why: '停产检修' })).status).toBe(200)
  const { plans } = (await secretary.get('meetings.listPlanned', { branchId: branch })).body
  expect(plans.map(({ state, whyCancelled }) => [state, whyCancelled]).sort()).toEqual([
    ['cancelled', '停产检修'],
    ['held', ''],
  ])
})

test('meetings.planMeeting says no', async () => {
  const branch = await records.branch()
  const committee = await world.addUnit({ code: 'DW6', kind: 'committee' })
  const staff = await world.as('committeeStaff')
  const codeOf = async (input: Plan) => (await staff.post('meetings.planMeeting', input)).problem.code
  expect(await codeOf(plan(committee))).toBe('not-a-branch')
  expect(await codeOf(plan(branch, { sessions: [session({ day: '2026-10-07' })] }))).toBe('in-the-past')
  expect(await codeOf(plan(branch, { sessions: [session({ ends: '13:59' })] }))).toBe('ends-before-start')
  const long = session({ starts: '20:00', ends: '02:01' })
  expect(await codeOf(plan(branch, { sessions: [long] }))).toBe('ends-before-start')
  expect(await codeOf(plan(branch, { sessions: [session(), session({ day: '2026-11-01' })] }))).toBe(
    'shift-twice',
  )
  expect(await codeOf(plan(branch, { materialIds: [branch as never] }))).toBe('no-such-material')
  expect(await codeOf(plan(branch, { sessions: [session({ day: '2026-10-08' })] }))).toBe(undefined)
})

test('a meeting past midnight is still to come on the day after it began, until it ends', async () => {
  const { branch, secretary, asEarly } = await branchWith(world, records)
  const sessions = [session({ starts: '23:30', ends: '00:20' })]
  const { body, status } = await secretary.post('meetings.planMeeting', plan(branch, { sessions }))
  expect(status).toBe(200)
  const before = world.now()
  const seenAt = async (at: string) => {
    world.setNow(new Date(at))
    const { coming } = (await asEarly.get('meetings.listMine', {})).body
    const { mayAskLeave } = (await asEarly.get('meetings.findMine', { id: body.id })).body
    return [coming.map(({ id }) => id), mayAskLeave]
  }
  expect(await seenAt('2026-10-20T23:59:00+08:00')).toEqual([[body.id], true])
  expect(await seenAt('2026-10-21T00:19:59+08:00')).toEqual([[body.id], true])
  expect(await seenAt('2026-10-21T00:20:00+08:00')).toEqual([[], false])
  world.setNow(before)
})
