import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { makeWorld, type World } from '../server/world.ts'
import { asPerson } from '../server/world-people.ts'
import { type Records, recordsIn } from '../server/world-records.ts'
import { answerBy } from './rules.ts'

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

test.each([
  ['a Thursday: three weekends lie between', '2026-10-08', '2026-10-29'],
  ['a Friday', '2026-10-09', '2026-10-30'],
  ['a Saturday counts from Monday', '2026-10-10', '2026-10-30'],
  ['a Sunday too', '2026-10-11', '2026-10-30'],
])('fifteen working days from %s', (_, said, due) => expect(answerBy(day(said))).toBe(due))

test('what a member says reaches their secretary, is answered once, and the answer reaches them', async () => {
  const branch = await records.branch()
  const member = await asPerson(world, await records.person(branch))
  const mate = await asPerson(world, await records.person(branch))
  const secretary = await world.as('secretary', branch)
  const sent = await member.post('voice.send', {
    ...{ kind: 'correction', text: '班次应为夜班', field: 'shift', page: '/me' },
  })
  expect(sent.body.answerBy).toBe('2026-10-29')
  const { id } = sent.body
  const waiting = (await secretary.get('voice.list', { state: 'waiting' })).body.voices
  expect(waiting.map(({ id: of, text, field, page, orgId }) => [of, text, field, page, orgId])).toEqual([
    [id, '班次应为夜班', 'shift', '/me', branch],
  ])
  const answer = { id, outcome: 'done', text: '已改为夜班' } as const
  expect((await mate.post('voice.answer', answer)).problem.code).toBe('not-allowed')
  expect((await secretary.post('voice.answer', answer)).status).toBe(200)
  expect((await secretary.post('voice.answer', answer)).problem.code).toBe('voice-answered')
  const [mine] = (await member.get('voice.listMine', {})).body.voices
  expect(mine?.answer).toMatchObject({ text: '已改为夜班', outcome: 'done', byName: '测试' })
  expect((await mate.get('voice.listMine', {})).body.voices).toEqual([])
  expect((await secretary.get('voice.list', { state: 'waiting' })).body.voices).toEqual([])
  const entries = await world.db
    .selectFrom('journal_entry')
    .select('kind')
    .where('subject', '=', id)
    .orderBy('rev')
    .execute()
  expect(entries.map(({ kind }) => kind)).toEqual(['voice.send', 'voice.answer'])
})

test('a complaint can go past one’s own branch: the secretary does not see it, the committee does', async () => {
  const committee = await world.addUnit({ code: 'DWV', kind: 'committee' })
  const branch = await world.addUnit({ code: 'ZBV', kind: 'branch', parentId: committee })
  const member = await asPerson(world, await records.person(branch))
  const { id } = (
    await member.post('voice.send', { kind: 'complaint', text: '书记从不开会', to: 'committee' })
  ).body
  const seenBy = async (who: typeof member) =>
    (await who.get('voice.list', {})).body.voices.map((voice) => voice.id).includes(id)
  const secretary = await world.as('secretary', branch)
  expect(await seenBy(secretary)).toBe(false)
  const answer = { id, outcome: 'underway', text: '正在了解' } as const
  expect((await secretary.post('voice.answer', answer)).problem.code).toBe('not-allowed')
  const staff = await world.as('committeeStaff', committee)
  expect(await seenBy(staff)).toBe(true)
  expect((await staff.post('voice.answer', answer)).status).toBe(200)
})

test('nobody answers what they said themselves; who stands in no branch speaks to the committee of the mine', async () => {
  const staff = await world.as('committeeStaff')
  const { id } = (await staff.post('voice.send', { kind: 'suggestion', text: '改进导入' })).body
  const answer = { id, outcome: 'declined', text: '不改' } as const
  expect((await staff.post('voice.answer', answer)).problem.code).toBe('own-voice')
  const branchOnly = await world.as('secretary', await records.branch())
  expect((await branchOnly.post('voice.answer', answer)).problem.code).toBe('not-allowed')
  expect((await (await world.as('committeeStaff')).post('voice.answer', answer)).status).toBe(200)
  const gone = await staff.post('voice.answer', { ...answer, id: staff.accountId as never })
  expect(gone.problem.code).toBe('no-such-voice')
})
