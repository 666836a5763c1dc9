import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Convened, closeOne, convene, RUN_BY, type Scene, setScene } from '../test/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})
afterAll(() => scene.close())

const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const people = RUN_BY
const closed = () => closeOne(scene)
const roomOf = async ({ secretary, id }: Convened) => (await secretary.get('meetings.findRoom', { id })).body

test('chair and recorder sign what they read; then nothing changes but by addendum', async () => {
  const one = await closed()
  const { secretary, other, id } = one
  const sign = (who: typeof other, role: 'chair' | 'recorder', digest: string) =>
    who.post('meetings.signMeeting', { id, role, digest })
  const read = (await roomOf(one)).digest
  expect((await sign(secretary, 'chair', read)).body).toEqual({ roomState: 'closed' })
  expect((await sign(secretary, 'recorder', read)).problem.code).toBe('other-must-sign')

  await other.post('meetings.saveMinute', { id, itemId: null, rev: 0, text: '补记一句' })
  const room = await roomOf(one)
  expect(room.signatures).toMatchObject([{ role: 'chair', by: '测试', stands: false }])
  expect((await sign(other, 'recorder', read)).problem.code).toBe('changed-meanwhile')
  expect((await sign(other, 'recorder', room.digest)).body).toEqual({ roomState: 'closed' })
  expect((await sign(secretary, 'chair', room.digest)).body).toEqual({ roomState: 'signed' })
  expect(await roomOf(one)).toMatchObject({
    ...{ roomState: 'signed', digest: room.digest, signatures: [{ stands: true }, { stands: true }] },
  })

  const { body: rev } = await secretary.get('meetings.findBlocks', { id })
  const denied = [
    await secretary.post('meetings.saveMinute', { id, itemId: null, rev: 1, text: '改' }),
    await secretary.post('meetings.changeBlock', {
      id,
      rev: rev.rev,
      change: { block: 'subject', subject: '改' },
    }),
    await secretary.post('meetings.decideItem', { id, itemId: null, text: '改', ownerId: null, dueOn: null }),
    await secretary.post('meetings.takeRoll', { id, times: 1, roll: [] }),
    await sign(secretary, 'chair', room.digest),
  ]
  expect(denied.map(({ status, problem }) => [status, problem.code])).toEqual(
    Array(5).fill([409, 'meeting-signed']),
  )
  expect((await secretary.post('meetings.addAddendum', { id, text: '李四当天补交书面意见' })).status).toBe(
    200,
  )
  expect((await roomOf(one)).addenda).toMatchObject([{ text: '李四当天补交书面意见', by: '测试' }])
})

test('who signs in a place where another is named signs for them; who has that name signs for themselves', async () => {
  const one = await closed()
  const { secretary, other, id, people: members } = one
  const { db } = scene.world
  const { digest, ownName } = await roomOf(one)
  expect(ownName).toBe('测试')
  await db.updateTable('person').set({ name: '李四' }).where('id', '=', members[0]).execute()
  const theirs = { person_id: members[0] }
  await db.updateTable('account').set(theirs).where('id', '=', other.accountId).execute()
  expect((await other.get('meetings.findRoom', { id })).body.ownName).toBe('李四')
  const before = (await secretary.get('meetings.findMeeting', { id })).body
  await secretary.post('meetings.signMeeting', { id, role: 'chair', digest })
  await other.post('meetings.signMeeting', { id, role: 'recorder', digest })
  const signatures = [
    { role: 'chair', by: '测试', for: '张三' },
    { role: 'recorder', by: '李四', for: '' },
  ]
  expect(before.signatures).toEqual([])
  expect((await roomOf(one)).signatures).toMatchObject(signatures)
  expect((await secretary.get('meetings.findMeeting', { id })).body.signatures).toMatchObject(signatures)
})

test('what was entered without a room may be signed as well', async () => {
  const { branch, secretary, other, call, people: all } = await convene(scene)
  const { body } = await secretary.post('meetings.enterMeeting', {
    ...{ orgId: branch, kind: 'generalMeeting', heldOn: '2026-10-07', starts: '', ends: '', place: '' },
    ...{ ...people, lecturer: '', hoursHundredths: null, subject: '学习', resolution: '', absence: '' },
    roll: call(all),
  })
  const { digest, roomState } = (await secretary.get('meetings.findRoom', { id: body.id })).body
  expect(roomState).toBe('closed')
  await secretary.post('meetings.signMeeting', { id: body.id, role: 'chair', digest })
  const signed = await other.post('meetings.signMeeting', { id: body.id, role: 'recorder', digest })
  expect(signed.body).toEqual({ roomState: 'signed' })
  expect((await secretary.post('meetings.addAddendum', { id: body.id, text: '补' })).status).toBe(200)
})

test('nothing is added to what is open or not signed', async () => {
  const { secretary, id } = await convene(scene, { open: true })
  expect((await secretary.post('meetings.addAddendum', { id, text: '补' })).problem.code).toBe('meeting-open')
  const one = await closed()
  const added = await one.secretary.post('meetings.addAddendum', { id: one.id, text: '补' })
  expect(added.problem.code).toBe('meeting-not-signed')
})

test('a photo is part of what is signed: added or taken away, what was signed before stands no more', async () => {
  const one = await closed()
  const plain = (await roomOf(one)).digest
  const added = await one.secretary.post('meetings.addPhoto', { meetingId: one.id, base64: PICTURE })
  const { digest } = await roomOf(one)
  expect(digest).not.toBe(plain)
  const late = await one.secretary.post('meetings.signMeeting', { id: one.id, role: 'chair', digest: plain })
  expect(late.problem.code).toBe('changed-meanwhile')
  await one.secretary.post('meetings.signMeeting', { id: one.id, role: 'chair', digest })
  await one.secretary.post('meetings.removePhoto', { id: added.body.id })
  expect(await roomOf(one)).toMatchObject({ digest: plain, signatures: [{ role: 'chair', stands: false }] })
})
