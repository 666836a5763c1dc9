import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '../../kit/contract.ts'
import type { Id } from '../../kit/id.ts'
import { type Convened, convene, onDayIn, promiseIn, type Scene, setScene } from './test/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})
afterAll(() => scene.close())

const onDay = <T>(day: string, what: () => Promise<T>): Promise<T> => onDayIn(scene, day, what)
const promised = (dueOn: string) => promiseIn(scene, dueOn)
const planAgain = ({ secretary, plan }: Convened, day: string, more: Partial<typeof plan> = {}) =>
  secretary.post('meetings.planMeeting', {
    ...{ ...plan, subject: '下一次', ...more },
    sessions: [{ day, starts: '09:00', ends: '', place: '', shift: '' }],
  })
const agendaOf = async ({ secretary }: Convened, id: Id<'planned_meeting'>) =>
  (await secretary.get('meetings.findPlanned', { id })).body.agenda

test.each([
  ['that falls due by then', '2026-10-20', {}, ['更换活动室灯具']],
  ['that falls due later', '2026-10-21', {}, ['更换活动室灯具']],
  ['in a lecture', '2026-10-20', { kind: 'partyLecture' as const }, []],
])('a promise %s stands on the next agenda by itself, or not', async (_, dueOn, more, titles) => {
  const one = await promised(dueOn)
  const { body } = await planAgain(one, '2026-10-20', more)
  expect((await agendaOf(one, body.id)).map(({ title }) => title)).toEqual(titles)
})

test('a promise stands on one agenda at a time, and comes back when that meeting was called off', async () => {
  const one = await promised('2026-10-15')
  const first = (await planAgain(one, '2026-10-20')).body.id
  expect(await agendaOf(one, first)).toMatchObject([{ promise: { id: one.decisionId, dueOn: '2026-10-15' } }])
  const second = (await planAgain(one, '2026-10-21')).body.id
  expect(await agendaOf(one, second)).toEqual([])
  await one.secretary.post('meetings.cancelPlanned', { id: first, why: '停产检修' })
  const third = (await planAgain(one, '2026-10-22')).body.id
  expect(await agendaOf(one, third)).toHaveLength(1)
})

test('a promise made after the plan comes onto the agenda when the room is opened', async () => {
  const one = await convene(scene, { open: true })
  const next = (await planAgain(one, '2026-10-20')).body.id
  const given = { id: one.id, itemId: null, text: '整改', ownerId: one.people[0], dueOn: '2026-10-15' }
  await one.secretary.post('meetings.decideItem', given)
  expect(await agendaOf(one, next)).toEqual([])
  await onDay('2026-10-20', () => one.secretary.post('meetings.openMeeting', { plannedId: next }))
  expect(await agendaOf(one, next)).toMatchObject([{ title: '整改', kind: 'discussion' }])
})

test('every open promise stands once on the agenda of the meeting that comes first, also when a later one had it', async () => {
  const one = await convene(scene, { open: true })
  const next = (await planAgain(one, '2026-10-20')).body.id
  const given = { id: one.id, itemId: null, text: '整改', ownerId: one.people[0], dueOn: '2026-12-15' }
  const { body } = await one.secretary.post('meetings.decideItem', given)
  const later = (await planAgain(one, '2026-11-20')).body.id
  const meant = [{ title: '整改', promise: { id: body.id, dueOn: '2026-12-15', state: 'open' } }]
  expect(await agendaOf(one, later)).toMatchObject(meant)
  const open = (plannedId: typeof next) => one.secretary.post('meetings.openMeeting', { plannedId })
  await onDay('2026-10-20', () => open(next))
  const agenda = await agendaOf(one, next)
  expect(agenda).toHaveLength(1)
  expect(agenda).toMatchObject(meant)
  await onDay('2026-11-20', () => open(later))
  expect(await agendaOf(one, later)).toHaveLength(1)
})

test('items keep their ids and promises when the plan is changed; what is left out goes', async () => {
  const one = await promised('2026-10-15')
  const { body } = await planAgain(one, '2026-10-20', {
    agenda: [
      { kind: 'report', title: '通报' },
      { kind: 'discussion', title: '讨论' },
    ],
  })
  const [report, talk, promise] = await agendaOf(one, body.id)
  if (!report || !talk || !promise) throw new Error('no agenda')
  const { orgId: _, ...given } = one.plan
  const sessions = [{ day: '2026-10-20', starts: '10:00', ends: '', place: '', shift: '' }]
  const change = async (agenda?: InputOf<'meetings.changePlanned'>['agenda']) => {
    const { rev } = (await one.secretary.get('meetings.findPlanned', { id: body.id })).body
    return one.secretary.post('meetings.changePlanned', { ...given, id: body.id, rev, sessions, agenda })
  }
  expect((await change()).status).toBe(200)
  expect(await agendaOf(one, body.id)).toHaveLength(3)
  const anew = [
    { ...promise },
    { ...report, title: '通报安全情况' },
    { kind: 'discussion' as const, title: '新的' },
  ]
  expect((await change(anew)).status).toBe(200)
  const after = await agendaOf(one, body.id)
  expect(after.map(({ id }) => id).slice(0, 2)).toEqual([promise.id, report.id])
  expect(after.map(({ no, title }) => [no, title])).toEqual([
    ...[
      [1, '更换活动室灯具'],
      [2, '通报安全情况'],
      [3, '新的'],
    ],
  ])
  expect(after[0]?.promise?.id).toBe(one.decisionId)
  expect((await change([talk])).problem.code).toBe('no-such-item')
  expect((await change([report, report])).problem.code).toBe('no-such-item')
})
