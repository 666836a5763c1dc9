import { afterAll, beforeAll, expect, test } from 'vitest'
import { sequence } from '../../journal/jobs/sequence.ts'
import type { InputOf } from '../../kit/contract.ts'
import { type Caller, makeWorld, type World } from '../../server/world.ts'
import { type Records, recordsIn } from '../../server/world-records.ts'
import { catchUpWords } from '../jobs.ts'

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

const catchUp = async (): Promise<void> => {
  await sequence(world.db, world.mineId, world.now)
  await catchUpWords(world.db)
}

type Written = Omit<InputOf<'meetings.changeMeeting'>, 'id'>
const written = (more: Partial<Written> = {}): Written => ({
  ...{ kind: 'partyLecture', heldOn: '2026-09-15', starts: '', ends: '', hoursHundredths: null },
  ...{ place: '会议室', chair: '欧阳建国', recorder: '李四', lecturer: '', subject: '安全生产与党员责任' },
  ...{ resolution: '各班组月底前排查顶板', absence: '', ...more },
})

async function branchWith(more: Partial<Written> = {}) {
  const branch = await records.branch()
  const person = await records.person(branch, { name: '仇小宝' })
  const secretary = await world.as('secretary', branch)
  const roll = [{ personId: person, state: 'present' as const, reason: '' }]
  const { id } = (await secretary.post('meetings.enterMeeting', { orgId: branch, ...written(more), roll }))
    .body
  await catchUp()
  return { branch, person, secretary, id }
}

const idsOf = async (who: Caller, q: string, more: Partial<InputOf<'meetings.searchMeetings'>> = {}) =>
  (await who.get('meetings.searchMeetings', { q, ...more })).body.hits.map(({ id }) => id)

test.each([
  ['words of the subject', '安全生产'],
  ['a short term', '顶板'],
  ['several, wherever they stand', '顶板 责任'],
  ['the pinyin of the chair', 'ouyang'],
  ['the initials of the recorder', 'ls'],
  ['somebody who was there, by a surname read as no other word is', 'qiuxiaobao'],
  ['somebody who was there, as written', '仇小宝'],
])('a meeting is found by %s', async (_, q) => {
  const { secretary, id } = await branchWith()
  expect(await idsOf(secretary, q)).toEqual([id])
})

test('a meeting is not found by pairs that stand apart, nor outside one’s own scope', async () => {
  const { secretary, branch, id } = await branchWith({ subject: '保密纪律' })
  expect(await idsOf(secretary, '密纪律保')).toEqual([])
  const elsewhere = await world.as('secretary', await records.branch())
  expect(await idsOf(elsewhere, '保密纪律')).toEqual([])
  expect(await idsOf(elsewhere, '保密纪律', { orgId: branch })).toEqual([])
  expect(await idsOf(await world.as('committeeStaff'), '保密纪律')).toContain(id)
})

test('what stands in the records of others is not found by any word that could be a term of the index', async () => {
  const { branch } = await branchWith({ resolution: 'none of # these' })
  const elsewhere = await world.as('secretary', await records.branch())
  for (const q of ['none', `none ${branch}`, 'none #', 'these 2026-09'])
    expect(await idsOf(elsewhere, q)).toEqual([])
})

test('what was found is marked where it stands', async () => {
  const { secretary } = await branchWith({ resolution: '下周检修前再查一次' })
  const { body } = await secretary.get('meetings.searchMeetings', { q: '检修' })
  expect(body.hits[0]?.excerpts).toEqual([{ at: 'resolution', text: '下周检修前再查一次', marks: [[2, 4]] }])
})

test('a correction is found by its new words and no longer by the old', async () => {
  const { secretary, id } = await branchWith({ resolution: '排查皮带' })
  await secretary.post('meetings.changeMeeting', { id, ...written({ resolution: '排查瓦斯' }) })
  await catchUp()
  expect(await idsOf(secretary, '皮带')).toEqual([])
  expect(await idsOf(secretary, '瓦斯')).toEqual([id])
})

test('filters keep to a kind and to days; the latest comes first', async () => {
  const { secretary, branch, person, id } = await branchWith()
  const roll = [{ personId: person, state: 'present' as const, reason: '' }]
  const later = written({ kind: 'themeDay', heldOn: '2026-10-01' })
  const second = (await secretary.post('meetings.enterMeeting', { orgId: branch, ...later, roll })).body.id
  await catchUp()
  expect(await idsOf(secretary, '安全')).toEqual([second, id])
  expect(await idsOf(secretary, '安全', { kind: 'partyLecture' })).toEqual([id])
  expect(await idsOf(secretary, '安全', { from: '2026-10-01' })).toEqual([second])
  expect(await idsOf(secretary, '安全', { to: '2026-09-30' })).toEqual([id])
  const few = (await secretary.get('meetings.searchMeetings', { q: '安全', limit: 1 })).body
  expect([few.hits.length, few.more]).toEqual([1, true])
})

test('minutes and decisions of a room are found once it is closed, by the owner’s letters too', async () => {
  const { branch, person, secretary } = await branchWith()
  const meetingId = await records.meeting(branch, { subject: '班子会', resolution: '' })
  const row = {
    mine_id: world.mineId,
    meeting_id: meetingId,
    org_id: branch,
    item_id: null,
    account_id: secretary.accountId,
  }
  await world.db
    .insertInto('minute')
    .values({ ...row, id: meetingId as never, text: '讨论掘进进尺', saved_at: world.now() })
    .execute()
  await world.db
    .insertInto('decision')
    .values({
      ...row,
      id: meetingId as never,
      text: '购置仪器',
      owner_id: person,
      due_on: '2026-12-01' as never,
      state: 'open',
      recorded_at: world.now(),
    })
    .execute()
  const { refreshWords } = await import('../store/words.ts')
  await world.db.transaction().execute((tx) => refreshWords(tx, world.mineId, [meetingId]))
  expect(await idsOf(secretary, '掘进')).toEqual([meetingId])
  expect(await idsOf(secretary, '仪器 qxb')).toEqual([meetingId])
})

test.each(['，。', 'x', "'; drop", '\\', "'"])('%s finds nothing and breaks nothing', async (q) => {
  const { secretary } = await branchWith()
  expect((await secretary.get('meetings.searchMeetings', { q })).status).toBe(200)
})
