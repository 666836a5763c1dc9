import { afterAll, beforeAll, expect, test } from 'vitest'
import { sequence } from '../journal/jobs/sequence.ts'
import { sign } from '../journal/jobs/sign.ts'
import { findLatestCheckpoint } from '../journal/store/checkpoint.ts'
import type { Id } from '../kit/id.ts'
import { codesInPdf, modulesInPng, modulesOf, placesOf } from '../kit/test/code.ts'
import { partOf, picturesIn } from '../kit/test/part.ts'
import { type Caller, makeWorld, type World } from '../server/world.ts'
import { recordsIn } from '../server/world-records.ts'

const ADDRESS = 'https://pitlamp.example'
const PIXELS = 8
/** What fits a QR code of version 10 with an eighth to spare: 57 modules and a border of two. */
const MOST_MODULES = 61

let world: World
let branch: Id<'org'>
let secretary: Caller
let member: Id<'person'>

const seal = async (): Promise<void> => {
  while ((await sequence(world.db, world.mineId, world.now)) > 0) {}
  await sign(world, world.mineId)
}
const latest = async () => {
  const found = await findLatestCheckpoint(world.db, world.mineId)
  if (!found) throw new Error('nothing is signed')
  return found
}
async function enter(subject: string): Promise<Id<'meeting'>> {
  const held = { heldOn: '2026-10-05', starts: '09:00', ends: '10:00', place: '会议室' }
  const by = { chair: '邹国庆', recorder: '丁思远', lecturer: '', hoursHundredths: null, absence: '' }
  const roll = [{ personId: member, state: 'present' as const, reason: '' }]
  const entered = await secretary.post('meetings.enterMeeting', {
    ...{ orgId: branch, kind: 'themeDay', subject, resolution: '月底前查完顶板', ...held, ...by, roll },
  })
  return entered.body.id
}
type Format = 'docx' | 'pdf'
async function print(id: Id<'meeting'>, format: Format, address?: string): Promise<Buffer> {
  const asked = { id, format, ...(address && { address }) }
  const { body } = await secretary.get('documents.meetingMinutes', asked)
  return Buffer.from(body.content, 'base64')
}
const saidIn = async (docx: Buffer): Promise<string> =>
  (await partOf(docx, 'word/document.xml')).replace(/<[^>]+>/g, '\n').replace(/\n+/g, '\n')
const codesIn = async (docx: Buffer) => (await picturesIn(docx)).map((png) => modulesInPng(png, PIXELS))

beforeAll(async () => {
  world = await makeWorld()
  const records = recordsIn(world)
  branch = await records.branch({ name: '综采一队党支部' })
  member = await records.person(branch, { name: '赵六' })
  secretary = await world.as('secretary', branch)
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

test('minutes of a log nothing is signed of have the code of the record only, and say why', async () => {
  const id = await enter('隐患排查')
  const docx = await print(id, 'docx', ADDRESS)
  expect(await codesIn(docx)).toEqual([modulesOf(`${ADDRESS}/desk/meetings/${id}`, 'Q')])
  expect(await saidIn(docx)).toContain('没有印检查点码')
  expect(await picturesIn(await print(id, 'docx'))).toEqual([])
  expect(codesInPdf(await print(id, 'pdf', ADDRESS))).toHaveLength(1)
})

test('sealed minutes carry the latest checkpoint, signed by the log alone, as .docx and as PDF', async () => {
  const id = await enter('顶板')
  await seal()
  const { note, size } = await latest()
  expect(note.match(/^— /gm)).toHaveLength(1)
  const docx = await print(id, 'docx', ADDRESS)
  const expected = [modulesOf(`${ADDRESS}/desk/meetings/${id}`, 'Q'), modulesOf(note, 'M')]
  expect(await codesIn(docx)).toEqual(expected)
  const said = await saidIn(docx)
  expect(said).toMatch(new RegExp(`日志第 \\d+ 条，已封入 ${size} 条的检查点`))
  expect(said).toContain('大码是日志检查点')
  const pdf = codesInPdf(await print(id, 'pdf', ADDRESS))
  expect(pdf).toEqual(expected.map(placesOf))
  const alone = await print(id, 'docx')
  expect(await codesIn(alone)).toEqual([modulesOf(note, 'M')])
})

test('a note whose origin has 25 letters fits a code of version 10', () => {
  const origin = 'branch.example/journal/v1'
  const note = `${origin}\n999999\n${'A'.repeat(43)}=\n\n— ${origin} ${'B'.repeat(91)}=\n`
  expect(Buffer.byteLength(note)).toBeLessThanOrEqual(213)
  expect(modulesOf(note, 'M')).toHaveLength(MOST_MODULES)
})

test('a record that came after the latest checkpoint says so, and one without a place has no checkpoint', async () => {
  const id = await enter('瓦斯')
  const early = await print(id, 'docx', ADDRESS)
  expect(await picturesIn(early)).toHaveLength(1)
  expect(await saidIn(early)).toContain('尚未排入日志')
  while ((await sequence(world.db, world.mineId, world.now)) > 0) {}
  const { note, size } = await latest()
  const placed = await print(id, 'docx', ADDRESS)
  expect((await codesIn(placed))[1]).toEqual(modulesOf(note, 'M'))
  expect(await saidIn(placed)).toContain(`排在 ${size} 条的检查点之后`)
})

test('what is read off the paper agrees with the journal', async () => {
  const { note, size } = await latest()
  const { body } = await secretary.get('journal.holdCheckpoint', { note })
  expect(body).toMatchObject({ stands: 'begins', size })
})
