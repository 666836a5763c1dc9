import { afterAll, beforeAll, expect, test } from 'vitest'
import { convene, type Scene, setScene } from '../test/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})
afterAll(() => scene.close())

/** One point. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const why = '点错了会议'

test('a room opened by mistake is given up: it is nowhere, and its plan is changed and opened anew', async () => {
  const { id, secretary, plannedId, plan, people, call } = await convene(scene, { open: true })
  await secretary.post('meetings.takeRoll', { id, times: 0, roll: call([people[0]]), guests: [] })
  const photo = (await secretary.post('meetings.addPhoto', { meetingId: id, base64: PICTURE })).body
  const given = await secretary.post('meetings.discardMeeting', { id, why })
  expect(given).toMatchObject({ status: 200, body: { plannedId } })
  expect((await secretary.get('meetings.findRoom', { id })).problem.code).toBe('no-such-meeting')
  expect((await secretary.get('meetings.findMeeting', { id })).problem.code).toBe('no-such-meeting')
  expect((await secretary.get('meetings.findPhoto', { id: photo.id })).problem.code).toBe('no-such-photo')
  const found = await secretary.get('home.search', { q: plan.subject })
  expect(JSON.stringify(found.body)).not.toContain(id)
  expect((await secretary.post('meetings.discardMeeting', { id, why })).problem.code).toBe('no-such-meeting')
  expect((await scene.kindsOf(id)).at(-1)).toBe('meetings.discardMeeting')
  const row = scene.world.db.selectFrom('meeting').select('discarded_why').where('id', '=', id)
  expect(await row.executeTakeFirst()).toEqual({ discarded_why: why })

  const { orgId: _, ...changed } = plan
  const { rev } = (await secretary.get('meetings.findPlanned', { id: plannedId })).body
  const anew = await secretary.post('meetings.changePlanned', { id: plannedId, rev, ...changed })
  expect(anew.status).toBe(200)
  const again = await secretary.post('meetings.openMeeting', { plannedId })
  expect(again.status).toBe(200)
  expect(again.body.id).not.toBe(id)
  const { numbers } = (await secretary.get('meetings.findRoom', { id: again.body.id })).body
  expect(numbers.called).toBe(0)
})

test('what was voted, decided or minuted in is not given up, nor what was closed', async () => {
  const { id, secretary, people, call } = await convene(scene, { open: true })
  await secretary.post('meetings.takeRoll', { id, times: 0, roll: call(people), guests: [] })
  await secretary.post('meetings.saveMinute', { id, itemId: null, rev: 0, text: '讨论' })
  expect((await secretary.post('meetings.discardMeeting', { id, why })).problem.code).toBe('meeting-used')
  const ending = { ends: '10:00', chair: '张三', recorder: '李四' }
  await secretary.post('meetings.closeMeeting', { id, ...ending })
  expect((await secretary.post('meetings.discardMeeting', { id, why })).problem.code).toBe('meeting-closed')
})
