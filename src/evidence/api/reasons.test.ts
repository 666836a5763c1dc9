import { afterAll, beforeAll, expect, test } from 'vitest'
import { day, type Month } from '../../kit/day.ts'
import type { Id } from '../../kit/id.ts'
import { records as all } from '../../server/records.ts'
import { type Caller, makeWorld, type World } from '../../server/world.ts'
import { type Records, recordsIn } from '../../server/world-records.ts'
import { findLateness } from './late.ts'

let world: World
let records: Records
let branch: Id<'org'>
let person: Id<'person'>
let secretary: Caller

beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
  branch = await records.branch()
  person = await records.person(branch)
  secretary = await world.as('secretary', branch)
})
afterAll(() => world.close())

async function enter(heldOn: string): Promise<Id> {
  const { body } = await secretary.post('meetings.enterMeeting', {
    ...{ starts: '', ends: '', place: '', lecturer: '', resolution: '', absence: '' },
    ...{ orgId: branch, kind: 'groupMeeting', subject: '学习', chair: '张三', recorder: '李四' },
    ...{ heldOn, hoursHundredths: null, roll: [{ personId: person, state: 'present', reason: '' }] },
  })
  return body.id as Id
}
const reasonsOf = async (subject: Id): Promise<readonly { text: string }[]> =>
  (await secretary.get('journal.findWhen', { subject })).body.reasons

test('evidence.addReason: the branch’s words stand beside a late record; more are added, in their order', async () => {
  const subject = await enter('2026-09-30')
  for (const text of ['书记住院', '出院后当天补记'])
    expect((await secretary.post('evidence.addReason', { subject, text })).status).toBe(200)
  const reasons = await reasonsOf(subject)
  expect(reasons.map(({ text }) => text)).toEqual(['书记住院', '出院后当天补记'])
  const { entries } = (await secretary.get('journal.listEntries', { kind: 'evidence.addReason' })).body
  expect(entries.map(({ record, orgId }) => [record, orgId])).toEqual([
    ['late_reason', branch],
    ['late_reason', branch],
  ])
})

test.each([
  ['seven days after is not late', '2026-10-01', 'not-late'],
  ['eight days after is', '2026-09-30', undefined],
])('%s', async (_, heldOn, refused) => {
  const { problem } = await secretary.post('evidence.addReason', {
    subject: await enter(heldOn),
    text: '住院',
  })
  expect(problem.code).toBe(refused)
})

test('what nobody recorded has no reason', async () => {
  const subject = '0190a1b2-0000-7000-8000-000000000000' as Id
  const { problem } = await secretary.post('evidence.addReason', { subject, text: '住院' })
  expect(problem.code).toBe('no-such-record')
})

test('the reason of a payment is sealed with the key of whoever paid', async () => {
  const paid = {
    personId: person,
    month: day('2026-01-01').slice(0, 7) as Month,
    paidFen: 1000,
    paidOn: day('2026-01-05'),
  }
  const { body } = await secretary.post('dues.recordPayment', paid)
  const subject = body.id as Id
  expect((await secretary.post('evidence.addReason', { subject, text: '收据后来才找到' })).status).toBe(200)
  const entries = world.db.selectFrom('journal_entry').select('key_owner')
  const rows = await entries.where('record', '=', 'late_reason').orderBy('id').execute()
  expect(rows.at(-1)?.key_owner).toBe(person)
})

test('an inspector reads it and writes none; a member neither', async () => {
  const subject = await enter('2026-08-01')
  const inspector = await world.as('inspector')
  expect((await inspector.get('journal.findWhen', { subject })).body.isLate).toBe(true)
  expect((await inspector.post('evidence.addReason', { subject, text: '住院' })).problem.code).toBe(
    'not-allowed',
  )
  const member = await world.as('member', branch)
  expect((await member.get('journal.findWhen', { subject })).problem.code).toBe('not-allowed')
})

test('a room that is only begun has not recorded its meeting; closing it does', async () => {
  const session = { day: '2026-10-08', starts: '09:00', ends: '', place: '', shift: '' }
  const planned = await secretary.post('meetings.planMeeting', {
    ...{
      orgId: branch,
      kind: 'groupMeeting',
      subject: '学习',
      note: '',
      materialIds: [],
      sessions: [session],
    },
  })
  const opened = await secretary.post('meetings.openMeeting', { plannedId: planned.body.id } as never)
  const subject = (opened.body as { id: Id }).id
  const when = async () => (await secretary.get('journal.findWhen', { subject })).body
  expect([(await when()).entered, (await when()).daysLate]).toEqual([null, null])
  const found = await findLateness(world.db, { mineId: world.mineId, subject, records: all })
  expect(found?.revisions.map(({ kind }) => kind)).toEqual(['meetings.openMeeting'])
})
