import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../kit/id.ts'
import { convene, type Scene, setScene } from './test/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})
afterAll(() => scene.close())

const latin = (text: string): number[] => [...Buffer.from(text, 'latin1')]
const segment = (marker: number, data: readonly number[]): number[] => [
  ...[0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255],
  ...data,
]
/** EXIF of a camera: one entry that points to a directory of GPS, with latitude and what it reads. */
const GPS = segment(0xe1, [
  ...latin('Exif\0\0MM\0*\0\0\0\x08'),
  ...[0, 1, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 0x1a, 0, 0, 0, 0],
  ...[0, 1, 0, 1, 0, 2, 0, 0, 0, 2, ...latin('N\0\0\0'), 0, 0, 0, 0],
  ...latin('GPS 35.1N 117.2E'),
])
const TABLES = segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)])
const SCAN = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0xff, 0x00, 0x34]
const JPEG = Buffer.from([0xff, 0xd8, ...GPS, ...TABLES, ...SCAN, 0xff, 0xd9])
const of = (bytes: Buffer): string => bytes.toString('base64')

test('a photo stands beside a record without where it was taken, and goes again; both are sealed', async () => {
  const { id: meetingId, secretary } = await convene(scene, { open: true })
  const added = await secretary.post('meetings.addPhoto', { meetingId, caption: '会场', base64: of(JPEG) })
  expect(added.status).toBe(200)
  const { id } = added.body
  const { body } = await secretary.get('meetings.listPhotos', { meetingId })
  expect(body).toMatchObject({ photos: [{ id, caption: '会场' }], mayChange: true })
  const file = (await secretary.get('meetings.findPhoto', { id })).body
  expect(file.mime).toBe('image/jpeg')
  const shown = Buffer.from(file.base64, 'base64')
  expect([...shown]).toEqual([0xff, 0xd8, ...TABLES, ...SCAN, 0xff, 0xd9])
  const stored = await scene.world.db
    .selectFrom('stored_file')
    .innerJoin('meeting_photo', 'meeting_photo.file_hash', 'stored_file.hash')
    .select('stored_file.bytes')
    .where('meeting_photo.id', '=', id)
    .executeTakeFirstOrThrow()
  expect(JPEG.toString('latin1')).toMatch(/Exif.*GPS/s)
  expect(stored.bytes.toString('latin1')).not.toMatch(/Exif|GPS/)

  expect((await secretary.post('meetings.removePhoto', { id })).status).toBe(200)
  expect((await secretary.get('meetings.listPhotos', { meetingId })).body.photos).toEqual([])
  expect((await secretary.get('meetings.findPhoto', { id })).problem.code).toBe('no-such-photo')
  expect((await secretary.post('meetings.removePhoto', { id })).problem.code).toBe('no-such-photo')
  expect(await scene.kindsOf(id)).toEqual(['meetings.addPhoto', 'meetings.removePhoto'])
  expect(await countFiles()).toBe(0)
})

const countFiles = async (): Promise<number> =>
  (await scene.world.db.selectFrom('stored_file').select('hash').execute()).length

test('the picture of a photo that was taken away is deleted, unless another still shows the same', async () => {
  const [one, two] = [await convene(scene, { open: true }), await convene(scene, { open: true })]
  const add = (at: typeof one) =>
    at.secretary.post('meetings.addPhoto', { meetingId: at.id, base64: of(JPEG) })
  const [first, second] = [(await add(one)).body.id, (await add(two)).body.id]
  expect(await countFiles()).toBe(1)
  await one.secretary.post('meetings.removePhoto', { id: first })
  expect(await countFiles()).toBe(1)
  expect((await two.secretary.get('meetings.findPhoto', { id: second })).status).toBe(200)
  await two.secretary.post('meetings.removePhoto', { id: second })
  expect(await countFiles()).toBe(0)
})

test.each([
  ['a text', Buffer.from('照片'), 'not-a-picture'],
  ['a PDF', Buffer.from('%PDF-1.7'), 'not-a-picture'],
  ['a WebP', Buffer.from('RIFF....WEBPVP8 '), 'not-a-picture'],
  ['nothing at all', Buffer.alloc(0), 'not-a-picture'],
  ['a JPEG that breaks off', JPEG.subarray(0, -2), 'damaged-file'],
  ['a JPEG of more than 10 MB', Buffer.concat([JPEG, Buffer.alloc(10 * 1024 * 1024)]), 'photo-too-large'],
])('no photo: %s', async (_, bytes, code) => {
  const { id: meetingId, secretary } = await convene(scene, { open: true })
  const { problem } = await secretary.post('meetings.addPhoto', { meetingId, base64: of(bytes) })
  expect(problem.code).toBe(code)
})

test('twelve photos and no more, of a meeting there is', async () => {
  const { id: meetingId, secretary } = await convene(scene, { open: true })
  const add = (): Promise<{ status: number; problem: { code: string } }> =>
    secretary.post('meetings.addPhoto', { meetingId, base64: of(JPEG) })
  for (let nth = 0; nth < 12; nth += 1) expect((await add()).status).toBe(200)
  expect((await add()).problem.code).toBe('photos-full')
  const nowhere = { meetingId: newId<'meeting'>(), base64: of(JPEG) }
  expect((await secretary.post('meetings.addPhoto', nowhere)).problem.code).toBe('no-such-meeting')
})

test('beside a signed record nothing is added and nothing taken away', async () => {
  const { id, secretary, other, people, call } = await convene(scene, { open: true })
  const photo = (await secretary.post('meetings.addPhoto', { meetingId: id, base64: of(JPEG) })).body
  await secretary.post('meetings.takeRoll', { id, times: 0, roll: call(people), guests: [] })
  await secretary.post('meetings.closeMeeting', { id, ends: '10:00', chair: '张三', recorder: '李四' })
  const { digest } = (await secretary.get('meetings.findRoom', { id })).body
  await other.post('meetings.signMeeting', { id, role: 'chair', digest })
  const signed = await secretary.post('meetings.signMeeting', { id, role: 'recorder', digest })
  expect(signed.body.roomState).toBe('signed')
  const late = await secretary.post('meetings.addPhoto', { meetingId: id, base64: of(JPEG) })
  expect(late.problem.code).toBe('meeting-signed')
  expect((await secretary.post('meetings.removePhoto', { id: photo.id })).problem.code).toBe('meeting-signed')
  const { body } = await secretary.get('meetings.listPhotos', { meetingId: id })
  expect([body.photos.length, body.mayChange]).toEqual([1, false])
})

test('another branch sees no photo of this one', async () => {
  const { id: meetingId, secretary } = await convene(scene, { open: true })
  const { id } = (await secretary.post('meetings.addPhoto', { meetingId, base64: of(JPEG) })).body
  const stranger = (await convene(scene)).secretary
  expect((await stranger.get('meetings.listPhotos', { meetingId })).problem.code).toBe('not-allowed')
  expect((await stranger.get('meetings.findPhoto', { id })).problem.code).toBe('not-allowed')
  expect((await stranger.post('meetings.removePhoto', { id })).problem.code).toBe('not-allowed')
})
