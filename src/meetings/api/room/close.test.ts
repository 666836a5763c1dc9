import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../../../journal/store/verify.ts'
import { newId } from '../../../kit/id.ts'
import { records as sealed } from '../../../server/records.ts'
import { countMeetings, held } from '../../facts/sources.ts'
import { type Convened, closeOne, convene, RUN_BY, type Scene, setScene } from '../test/scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await setScene()
})
afterAll(() => scene.close())

const people = RUN_BY
const closed = () => closeOne(scene)
const roomOf = async ({ secretary, id }: Convened) => (await secretary.get('meetings.findRoom', { id })).body

test('closed, a meeting counts as one that was entered: same numbers, same duty, who was not called is absent', async () => {
  const one = await closed()
  const { body } = await one.secretary.get('meetings.findMeeting', { id: one.id })
  expect(body).toMatchObject({
    ...{ expected: 4, present: 3, failed: [], registeredOn: '2026-10-08', roomState: 'closed' },
    ...{ recordedAfterDays: 0, chair: '张三', recorder: '李四', ends: '10:30' },
  })
  expect(body.roll.filter(({ state }) => state === 'absent')).toHaveLength(1)

  const by = await scene.world.as('secretary', one.branch)
  const entered = await by.post('meetings.enterMeeting', {
    ...{ orgId: one.branch, kind: 'generalMeeting', heldOn: '2026-10-08', starts: '', ends: '', place: '' },
    ...{ ...people, lecturer: '', hoursHundredths: null, subject: '学习', resolution: '', absence: '' },
    roll: one.call(one.people.slice(0, 3)).map((line) => ({ ...line, state: 'present' as const })),
  })
  expect(entered.body).toMatchObject({ expected: 4, present: 3, failed: [] })
  const duties = (await by.get('meetings.listDuties', { branchId: one.branch, year: '2026' })).body.duties
  const windows = duties.find(({ kind }) => kind === 'generalMeeting')?.windows
  expect(windows?.find(({ window }) => window === '2026Q4')).toMatchObject({
    ...{ state: 'done', meetingIds: expect.arrayContaining([one.id, entered.body.id]) },
  })
  expect((await by.get('meetings.listPlanned', { branchId: one.branch })).body.plans).toMatchObject([
    { state: 'held', meetingId: one.id },
  ])
})

test('facts leave a meeting out while it is open, and count it when it is closed', async () => {
  const { secretary, id, branch, call, people: all } = await convene(scene, { open: true })
  const span = { first: '2026-10-01', last: '2026-12-31' } as never
  const count = async () => {
    const scope = { mineId: scene.world.mineId, branches: [branch], span }
    const [values] = await countMeetings(scene.world.db, scope, [held('generalMeeting')])
    return values?.get(branch)
  }
  await secretary.post('meetings.takeRoll', { id, times: 0, roll: call(all) })
  const open = await count()
  await secretary.post('meetings.closeMeeting', { id, ends: '', ...people })
  expect([open, await count()]).toMatchObject([{ num: 0n }, { num: 1n }])
})

test('what is closed late is late, by the day it was closed', async () => {
  const { secretary, id, call, people: all } = await convene(scene, { open: true })
  await secretary.post('meetings.takeRoll', { id, times: 0, roll: call(all) })
  const before = scene.world.now()
  scene.world.setNow(new Date('2026-10-20T02:00:00Z'))
  const { body } = await secretary.post('meetings.closeMeeting', { id, ends: '', ...people })
  scene.world.setNow(before)
  expect(body.recordedAfterDays).toBe(12)
  expect((await secretary.get('meetings.findRoom', { id })).body).toMatchObject({ isLate: true })
})

test('a room is closed after its roll, and not before it began', async () => {
  const { secretary, id, call, people: all } = await convene(scene, { open: true })
  const close = (ends: string) => secretary.post('meetings.closeMeeting', { id, ends, ...people })
  expect((await close('')).problem.code).toBe('roll-first')
  await secretary.post('meetings.takeRoll', { id, times: 0, roll: call(all) })
  expect((await close('08:59')).problem.code).toBe('ends-before-start')
  const before = scene.world.now()
  scene.world.setNow(new Date(before.getTime() - 1))
  expect((await close('')).problem.code).toBe('clock-behind')
  scene.world.setNow(before)
  expect((await close('')).status).toBe(200)
  expect((await close('')).problem.code).toBe('meeting-closed')
})

test('what is sent from an open form after the close is refused with its reason; minutes go on', async () => {
  const one = await closed()
  const { secretary, id, call } = one
  const { agenda } = await roomOf(one)
  const itemId = agenda[0]?.id ?? newId()
  const roll = await secretary.post('meetings.takeRoll', { id, times: 1, roll: call(one.people) })
  const vote = await secretary.post('meetings.recordVote', { id, itemId, yes: 1, no: 0, abstain: 0 })
  const item = await secretary.post('meetings.addAgendaItem', { id, kind: 'report', title: '通报' })
  expect([roll, vote, item].map(({ status, problem }) => [status, problem.code])).toEqual(
    Array(3).fill([409, 'meeting-closed']),
  )
  expect(
    (await secretary.post('meetings.saveMinute', { id, itemId, rev: 0, text: '张三：同意' })).status,
  ).toBe(200)
})

test('two write the same block: one is refused, nothing is lost; other blocks do not matter', async () => {
  const one = await closed()
  const { secretary, other, id } = one
  const itemId = (await roomOf(one)).agenda[0]?.id ?? newId()
  const save = (who: typeof other, rev: number, text: string, of: typeof itemId | null = itemId) =>
    who.post('meetings.saveMinute', { id, itemId: of, rev, text })
  const both = await Promise.all([save(secretary, 0, '甲'), save(other, 0, '乙')])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  const clash = both.find(({ status }) => status === 409)
  expect(clash?.problem).toMatchObject({ code: 'changed-meanwhile', facts: { rev: 1 } })
  const kept = both[0]?.status === 200 ? '甲' : '乙'
  expect((await roomOf(one)).agenda[0]?.minute).toMatchObject({ rev: 1, text: kept, by: '测试' })
  expect((await save(other, 0, '总的', null)).body).toEqual({ rev: 1 })
  expect((await save(other, 1, '两者')).body).toEqual({ rev: 2 })
  expect((await save(other, 1, '旧的')).problem.code).toBe('changed-meanwhile')
  expect((await save(other, 0, '别处的', newId())).problem.code).toBe('no-such-item')
  expect(await roomOf(one)).toMatchObject({
    minute: { text: '总的' },
    agenda: [{ minute: { text: '两者' } }],
  })
})

test.each([
  ['exactly as long as may be', 20_000, 200, undefined],
  ['a character too long', 20_001, 422, 'text-too-long'],
])('a block %s', async (_, length, status, code) => {
  const one = await closed()
  const input = { id: one.id, itemId: null, rev: 0, text: '字'.repeat(length) }
  const saved = await one.secretary.post('meetings.saveMinute', input)
  expect([saved.status, saved.problem.code]).toEqual([status, code])
})

test('20 MB of pasted text is too large, and is told so before it is read', async () => {
  const one = await closed()
  const input = { id: one.id, itemId: null, rev: 0, text: 'x'.repeat(20 * 1024 * 1024) }
  const saved = await one.secretary.post('meetings.saveMinute', input)
  expect(saved).toMatchObject({ status: 413, problem: { code: 'too-large' } })
  expect((await roomOf(one)).minute).toMatchObject({ rev: 0, text: '' })
})

test('a block saved twice under its key is saved once', async () => {
  const one = await closed()
  const key = newId()
  const input = { id: one.id, itemId: null, rev: 0, text: '一次' }
  const first = await one.secretary.post('meetings.saveMinute', input, key)
  const again = await one.secretary.post('meetings.saveMinute', input, key)
  expect([first.body, again.body]).toEqual([{ rev: 1 }, { rev: 1 }])
})

test('everything a meeting leaves behind is sealed as it stands', async () => {
  const { db, keys, dataDir, now } = scene.world
  const find = () => verify({ db, keys, dataDir, records: sealed, now: now() })
  const { findings } = await find()
  const own = [
    'meeting',
    'planned_meeting',
    'minute',
    'meeting_signature',
    'addendum',
    'attendance',
    'agenda_item',
  ]
  expect(findings.filter(({ table }) => table && own.includes(table))).toEqual([])
  await db.updateTable('minute').set({ text: '从未说过' }).where('text', '=', '两者').execute()
  expect((await find()).findings).toContainEqual(
    expect.objectContaining({ code: 'row-changed', table: 'minute', column: 'text' }),
  )
})

test('closed too early, a meeting is opened again with the reason, goes on, and counts from the day it was first recorded', async () => {
  const one = await closed()
  const { secretary, id } = one
  const why = '漏了一项表决'
  expect((await secretary.post('meetings.reopenMeeting', { id, why: ' ' })).problem.code).toBe('bad-input')
  expect((await secretary.post('meetings.reopenMeeting', { id, why })).status).toBe(200)
  const room = await roomOf(one)
  expect(room).toMatchObject({ roomState: 'open', reopenedWhy: why, planState: 'planned' })
  expect((await secretary.post('meetings.reopenMeeting', { id, why })).problem.code).toBe('meeting-open')
  expect((await secretary.post('meetings.discardMeeting', { id, why })).problem.code).toBe('meeting-used')
  expect((await secretary.get('meetings.listMeetings', { branchId: one.branch })).body.meetings).toEqual([])

  const before = scene.world.now()
  scene.world.setNow(new Date('2026-10-20T02:00:00Z'))
  const later = await scene.world.as('secretary', one.branch)
  await later.post('meetings.takeRoll', { id, times: 1, roll: one.call(one.people) })
  const again = await later.post('meetings.closeMeeting', { id, ends: '11:00', ...people })
  scene.world.setNow(before)
  expect(again.body).toMatchObject({ present: 4, recordedAfterDays: 0 })
  expect((await secretary.get('meetings.findMeeting', { id })).body).toMatchObject({
    ...{ present: 4, registeredOn: '2026-10-08', ends: '11:00' },
  })
  expect(await scene.kindsOf(id)).toEqual([
    ...['meetings.openMeeting', 'meetings.takeRoll', 'meetings.closeMeeting'],
    ...['meetings.reopenMeeting', 'meetings.takeRoll', 'meetings.closeMeeting'],
  ])
})

test('what is signed, or was never in a room, is not opened again', async () => {
  const one = await closed()
  const { digest } = await roomOf(one)
  await one.secretary.post('meetings.signMeeting', { id: one.id, role: 'chair', digest })
  await one.other.post('meetings.signMeeting', { id: one.id, role: 'recorder', digest })
  const signed = await one.secretary.post('meetings.reopenMeeting', { id: one.id, why: '补一句' })
  expect(signed.problem.code).toBe('meeting-signed')
  const id = await scene.records.meeting(one.branch)
  expect((await one.secretary.post('meetings.reopenMeeting', { id, why: '补一句' })).problem.code).toBe(
    'no-room',
  )
})
