import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayAt } from '../../kit/day.ts'
import { makeWorld, type World } from '../../server/world.ts'
import { asPerson } from '../../server/world-people.ts'
import { type Records, recordsIn } from '../../server/world-records.ts'
import { branchWith, kindsOf, plan, session } from './test/plan.ts'

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

test('leave is asked, answered by somebody else, and asked again when it was refused', async () => {
  const { branch, secretary, asNight, asEarly } = await branchWith(world, records)
  const { id: plannedId } = (await secretary.post('meetings.planMeeting', plan(branch))).body
  const asked = await asNight.post('meetings.askLeave', { plannedId, reason: 'onShift', note: '连班' })
  expect(asked.status).toBe(200)
  const again = await asNight.post('meetings.askLeave', { plannedId, reason: 'ill' })
  expect(again.problem.code).toBe('leave-asked')
  const waiting = (await secretary.get('meetings.listLeave', { branchId: branch })).body.requests
  expect(waiting.map(({ id, reason, note, state, day: on }) => [id, reason, note, state, on])).toEqual([
    [asked.body.id, 'onShift', '连班', 'asked', '2026-10-20'],
  ])

  const { id } = asked.body
  const answer = (who: typeof secretary, state: 'granted' | 'refused', text = '') =>
    who.post('meetings.answerLeave', { id, state, answer: text })
  expect((await answer(asEarly, 'granted')).problem.code).toBe('not-allowed')
  expect((await answer(secretary, 'refused')).problem.code).toBe('answer-needed')
  expect((await answer(secretary, 'refused', '请调到早班场次')).status).toBe(200)
  expect((await answer(secretary, 'granted')).problem.code).toBe('leave-answered')
  const own = (await asNight.get('meetings.findMine', { id: plannedId })).body
  expect(own).toMatchObject({ leave: { state: 'refused', answer: '请调到早班场次' }, mayAskLeave: true })

  expect((await asNight.post('meetings.askLeave', { plannedId, reason: 'ill' })).body.id).toBe(id)
  expect((await answer(secretary, 'granted')).status).toBe(200)
  expect((await secretary.get('meetings.findPlanned', { id: plannedId })).body.leave).toEqual({
    asked: 0,
    granted: 1,
    refused: 0,
    withdrawn: 0,
  })
  expect((await kindsOf(world, id)).map(({ kind }) => kind)).toEqual([
    'meetings.askLeave',
    'meetings.answerLeave',
    'meetings.askLeave',
    'meetings.answerLeave',
  ])
})

test('leave is taken back by who asked for it, seen so by who answers, and asked again', async () => {
  const { branch, secretary, asNight, asEarly } = await branchWith(world, records)
  const { id: plannedId } = (await secretary.post('meetings.planMeeting', plan(branch))).body
  const withdraw = (who: typeof asNight) => who.post('meetings.withdrawLeave', { plannedId })
  expect((await withdraw(asNight)).problem.code).toBe('no-leave-to-withdraw')
  const { id } = (await asNight.post('meetings.askLeave', { plannedId, reason: 'trip' })).body
  expect((await withdraw(asEarly)).problem.code).toBe('no-leave-to-withdraw')
  expect((await withdraw(secretary)).problem.code).toBe('no-such-plan')
  expect((await withdraw(asNight)).status).toBe(200)
  expect((await withdraw(asNight)).problem.code).toBe('no-leave-to-withdraw')

  const own = async () => (await asNight.get('meetings.findMine', { id: plannedId })).body
  const withdrawn = { state: 'withdrawn', reason: 'trip' }
  expect(await own()).toMatchObject({ leave: withdrawn, mayAskLeave: true, mayWithdrawLeave: false })
  const granting = { id, state: 'granted', answer: '同意' } as const
  expect((await secretary.post('meetings.answerLeave', granting)).problem.code).toBe('leave-withdrawn')

  expect((await asNight.post('meetings.askLeave', { plannedId, reason: 'ill' })).body.id).toBe(id)
  expect((await secretary.post('meetings.answerLeave', granting)).status).toBe(200)
  expect(await own()).toMatchObject({ mayAskLeave: false, mayWithdrawLeave: true })
  expect((await withdraw(asNight)).status).toBe(200)
  const { requests } = (await secretary.get('meetings.listLeave', { branchId: branch })).body
  expect(requests).toMatchObject([{ id, state: 'withdrawn', answer: '同意' }])
  expect((await secretary.get('meetings.listLeave', { branchId: branch, state: 'granted' })).body).toEqual({
    requests: [],
  })
  expect((await kindsOf(world, id)).map(({ kind }) => kind.replace('meetings.', ''))).toEqual([
    ...['askLeave', 'withdrawLeave', 'askLeave', 'answerLeave', 'withdrawLeave'],
  ])
})

test('leave cannot be taken back once the meeting has begun', async () => {
  const { branch, secretary, asNight } = await branchWith(world, records)
  const sessions = [session({ day: dayAt(world.now()) })]
  const { id: plannedId } = (await secretary.post('meetings.planMeeting', plan(branch, { sessions }))).body
  await asNight.post('meetings.askLeave', { plannedId, reason: 'trip' })
  expect((await secretary.post('meetings.openMeeting', { plannedId })).status).toBe(200)
  expect((await asNight.post('meetings.withdrawLeave', { plannedId })).problem.code).toBe('plan-begun')
  expect((await asNight.get('meetings.findMine', { id: plannedId })).body.mayWithdrawLeave).toBe(false)
})

test('nobody answers their own request for leave', async () => {
  const branch = await records.branch()
  const personId = await records.person(branch)
  const own = await asPerson(world, personId)
  const office = { mine_id: world.mineId, id: personId as never, account_id: own.accountId }
  await world.db
    .insertInto('office')
    .values({ ...office, role: 'secretary', org_id: branch, recorded_at: world.now() })
    .execute()
  const { id: plannedId } = (await own.post('meetings.planMeeting', plan(branch))).body
  const { id } = (await own.post('meetings.askLeave', { plannedId, reason: 'trip' })).body
  const answered = await own.post('meetings.answerLeave', { id, state: 'granted' })
  expect(answered.problem.code).toBe('own-leave')
})

test('leave is not asked from what is over', async () => {
  const { branch, secretary, asEarly } = await branchWith(world, records)
  const sessions = [session({ day: '2026-10-08' })]
  const { id: plannedId } = (await secretary.post('meetings.planMeeting', plan(branch, { sessions }))).body
  const before = world.now()
  world.setNow(new Date(before.getTime() + 86_400_000))
  const asked = await asEarly.post('meetings.askLeave', { plannedId, reason: 'ill' })
  world.setNow(before)
  expect(asked.problem.code).toBe('plan-ended')
})
