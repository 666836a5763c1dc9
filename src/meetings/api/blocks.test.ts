import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '../../kit/contract.ts'
import type { Id } from '../../kit/id.ts'
import { type Caller, makeWorld, type World } from '../../server/world.ts'
import { type Records, recordsIn } from '../../server/world-records.ts'

let world: World
let records: Records
let branch: Id<'org'>
let one: Caller
let two: Caller
let people: Id<'person'>[]
beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
  branch = await records.branch()
  people = [await records.person(branch), await records.person(branch), await records.person(branch)]
  one = await world.as('secretary', branch)
  two = await world.as('commissioner', branch)
})
afterAll(() => world.close())

const facts = {
  kind: 'generalMeeting',
  heldOn: '2026-10-07',
  starts: '14:00',
  ends: '15:30',
  place: '会议室',
  chair: '张三',
  recorder: '李四',
  lecturer: '',
  hoursHundredths: null,
} as const
const present = (personId: Id<'person'>) => ({ personId, state: 'present' as const, reason: '' })

async function meet(): Promise<Id<'meeting'>> {
  const texts = { subject: '学习', resolution: '', absence: '' }
  const roll = people.map(present)
  const { body } = await one.post('meetings.enterMeeting', { orgId: branch, ...facts, ...texts, roll })
  return body.id
}
type Change = InputOf<'meetings.changeBlock'>['change']
const write = (by: Caller, id: Id<'meeting'>, rev: number, change: Change) =>
  by.post('meetings.changeBlock', { id, rev, change })
const subject = (text: string): Change => ({ block: 'subject', subject: text })

test('meetings.changeBlock refuses words over words their author never saw, and lets other blocks through', async () => {
  const id = await meet()
  const { body: read } = await one.get('meetings.findBlocks', { id })
  expect(read).toMatchObject({ rev: 1, subject: '学习', changes: [] })

  expect(await write(one, id, 1, subject('学习十五五规划'))).toMatchObject({ status: 200, body: { rev: 2 } })
  const clash = await write(two, id, 1, subject('讨论发展对象'))
  expect(clash).toMatchObject({ status: 409, problem: { code: 'changed-meanwhile', facts: { rev: 2 } } })
  expect(JSON.stringify(clash.problem)).not.toContain('十五五')
  const other = await write(two, id, 1, { block: 'resolution', resolution: '同意' })
  expect(other).toMatchObject({ status: 200, body: { rev: 3 } })

  const { body: now } = await two.get('meetings.findBlocks', { id })
  expect(now).toMatchObject({ rev: 3, subject: '学习十五五规划', resolution: '同意' })
  expect(now.changes).toEqual(
    expect.arrayContaining([
      { block: 'subject', rev: 2, at: world.now().toISOString(), by: '测试' },
      { block: 'resolution', rev: 3, at: world.now().toISOString(), by: '测试' },
    ]),
  )
  expect(await write(two, id, now.rev, subject('两者'))).toMatchObject({ status: 200 })
})

test('two who write the same block at the same moment: one is refused, nothing is lost', async () => {
  const id = await meet()
  const both = await Promise.all([write(one, id, 1, subject('甲')), write(two, id, 1, subject('乙'))])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  const kept = both[0]?.status === 200 ? '甲' : '乙'
  expect((await one.get('meetings.findBlocks', { id })).body.subject).toBe(kept)
})

test('a whole change notes the blocks it changed, and no others', async () => {
  const id = await meet()
  const texts = { subject: '换了议题', resolution: '', absence: '' }
  await one.post('meetings.changeMeeting', { id, ...facts, ...texts })
  expect((await write(two, id, 1, subject('旧的'))).status).toBe(409)
  expect((await write(two, id, 1, { block: 'absence', absence: '无' })).status).toBe(200)
})

test('the roll is called anew against the roster, and sealed with the meeting', async () => {
  const id = await meet()
  const [first, second] = people
  if (!first || !second) throw new Error('no people')
  const roll = [present(first), { personId: second, state: 'absent' as const, reason: '病假' }]
  expect((await write(one, id, 1, { block: 'roll', roll })).status).toBe(200)
  const { body } = await one.get('meetings.findMeeting', { id })
  expect(body).toMatchObject({ expected: 3, present: 1, failed: ['A2.3'] })
  expect(body.roll).toHaveLength(3)
  const stranger = await records.person(await records.branch())
  const wrong = await write(one, id, 2, { block: 'roll', roll: [present(stranger)] })
  expect(wrong).toMatchObject({ status: 422, problem: { code: 'not-on-the-roster' } })
})

test.each<[string, Partial<typeof facts> | { heldOn: string; ends?: string }, string]>([
  ['a day that has not come', { heldOn: '2026-10-09' }, 'in-the-future'],
  ['an end before the start', { heldOn: '2026-10-07', ends: '13:00' }, 'ends-before-start'],
])('facts with %s are refused', async (_, wrong, code) => {
  const id = await meet()
  const reply = await write(one, id, 1, { block: 'facts', ...facts, ...wrong })
  expect(reply).toMatchObject({ status: 422, problem: { code } })
})

test('a meeting of another mine or none is not there', async () => {
  const none = '01900000-0000-7000-8000-000000000009' as Id<'meeting'>
  expect((await write(one, none, 1, subject('甲'))).problem.code).toBe('no-such-meeting')
  expect((await one.get('meetings.findBlocks', { id: none })).problem.code).toBe('no-such-meeting')
})
