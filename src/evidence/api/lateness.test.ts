import { afterAll, beforeAll, expect, test } from 'vitest'
import { paymentRecord } from '../../dues/store/payments.ts'
import { append } from '../../journal/store/append.ts'
import { addDays, day } from '../../kit/day.ts'
import { type Id, newId } from '../../kit/id.ts'
import { type Caller, makeWorld, type World } from '../../server/world.ts'
import { type Records, recordsIn } from '../../server/world-records.ts'

let world: World
let records: Records
let committee: Id<'org'>
let branch: Id<'org'>
let other: Id<'org'>
let person: Id<'person'>
let secretary: Caller

beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
  committee = await records.branch({ kind: 'committee' })
  branch = await records.branch({ parent_id: committee })
  other = await records.branch({ parent_id: committee })
  person = await records.person(branch)
  secretary = await world.as('secretary', branch)
})
afterAll(() => world.close())

const YEAR = { from: day('2026-01-01'), to: day('2026-12-31') }
const TODAY = day('2026-10-08')

async function enter(days: number): Promise<Id> {
  const { body } = await secretary.post('meetings.enterMeeting', {
    ...{ starts: '', ends: '', place: '', lecturer: '', resolution: '', absence: '' },
    ...{ orgId: branch, kind: 'groupMeeting', subject: `晚 ${days} 天`, chair: '张三', recorder: '李四' },
    heldOn: addDays(TODAY, -days),
    ...{ hoursHundredths: null, roll: [{ personId: person, state: 'present', reason: '' }] },
  })
  return body.id as Id
}
const find = async (orgId: Id<'org'>, by = secretary) =>
  (await by.get('evidence.findLateness', { orgId, ...YEAR })).body

test('evidence.findLateness: by kind and by days after, reasons counted, imports apart', async () => {
  for (const days of [0, 0, 1, 7]) await enter(days)
  const late = await enter(8)
  await enter(40)
  await secretary.post('evidence.addReason', { subject: late, text: '书记住院' })
  const paid = { personId: person, month: '2026-06', paidFen: 1000, paidOn: day('2026-10-01') } as const
  await secretary.post('dues.recordPayment', paid as never)
  await records.meeting(branch, { held_on: day('2026-03-01') })
  await records.meeting(other, { held_on: day('2026-03-01') })

  const { all, entered, imported } = await find(branch)
  expect(entered.map(({ record, of, bands }) => [record, of, bands])).toEqual([
    ['meeting', 6, [2, 1, 1, 1, 1, 0]],
    ['dues_payment', 1, [0, 0, 1, 0, 0, 0]],
  ])
  expect([all.of, all.late, all.reasoned]).toEqual([7, 2, 1])
  expect(imported.map(({ record, of, late: n }) => [record, of, n])).toEqual([['meeting', 1, 1]])
})

test('what was imported stays so when somebody corrects it', async () => {
  const orgId = await records.branch()
  const own = await world.as('secretary', orgId)
  const who = await records.person(orgId)
  const id = await records.paid(who, { month: day('2026-03-01'), paid_on: day('2026-03-03') })
  const by = {
    mineId: world.mineId,
    actorId: own.accountId,
    now: world.now(),
    src: 'import',
    keys: world.keys,
  } as const
  await world.db.transaction().execute((tx) => append(tx, by, 'ledger.commit', paymentRecord, [id]))
  expect((await own.post('dues.correctPayment', { id, paidFen: 3000, reason: '看错一笔' })).status).toBe(200)
  const { all, imported } = await find(orgId, own)
  expect([all.of, all.late, imported.map(({ of, late }) => [of, late])]).toEqual([0, 0, [[1, 1]]])
})

test('a committee sees all below it; a branch only its own', async () => {
  const inspector = await world.as('inspector')
  expect((await find(committee, inspector)).imported[0]?.of).toBe(2)
  expect((await find(other, inspector)).all.of).toBe(0)
  const { problem } = await secretary.get('evidence.findLateness', { orgId: other, ...YEAR })
  expect(problem.code).toBe('not-allowed')
})

test('evidence.listMade: each number has its rows', async () => {
  const list = async (by: object) =>
    (await secretary.get('evidence.listMade', { orgId: branch, ...YEAR, ...by })).body.rows
  const late = await list({ least: 8 })
  expect(late.map(({ days, reason }) => [days, reason])).toEqual([
    [40, null],
    [8, '书记住院'],
  ])
  expect(late[0]?.title).toContain('晚 40 天')
  expect((await list({ least: 0, most: 0, record: 'meeting' })).length).toBe(2)
  expect((await list({ source: 'imported' })).length).toBe(1)
  expect((await list({ record: 'dues_payment' })).map(({ happenedOn }) => happenedOn)).toEqual(['2026-10-01'])
})

test('what is no stretch of days, or no unit, is said', async () => {
  const turned = { orgId: branch, from: YEAR.to, to: YEAR.from }
  expect((await secretary.get('evidence.findLateness', turned)).problem.code).toBe('ends-before-start')
  const inspector = await world.as('inspector')
  const nowhere = { orgId: newId<'org'>(), ...YEAR }
  expect((await inspector.get('evidence.listMade', nowhere)).problem.code).toBe('no-such-unit')
})

/** An inspection as it stands once it was drawn. */
async function inspect(announced: string | null, drawn: string | null): Promise<Id<'inspection'>> {
  const inspector = await world.as('inspector')
  const id = newId<'inspection'>()
  const seed = drawn ? { words: '三', seed_size: 1, seed: Buffer.alloc(32, 1) } : {}
  await world.db
    .insertInto('inspection')
    .values({
      ...{ mine_id: world.mineId, id, org_id: committee, title: '三季度检查', each: 3, split: 'branch' },
      ...{
        from_day: YEAR.from,
        to_day: YEAR.to,
        announced_on: announced === null ? null : day(announced),
        ...seed,
      },
      drawn_at: drawn ? new Date(`${drawn}T02:00:00Z`) : null,
      ...{ account_id: inspector.accountId, recorded_at: world.now() },
    })
    .execute()
  return id
}

test('made between announcement and visit about things long before: a group of its own, not before anybody came', async () => {
  await inspect('2026-10-05', null)
  await inspect(null, '2026-10-08')
  await inspect('2026-10-09', '2026-10-12')
  expect((await find(branch)).before).toEqual([])

  const id = await inspect('2026-10-05', '2026-10-08')
  const { before } = await find(branch)
  expect(before.map(({ title, kinds }) => [title, kinds])).toEqual([
    ['三季度检查', [{ record: 'meeting', n: 1, reasoned: 0 }]],
  ])
  const asked = { orgId: branch, ...YEAR, inspectionId: id }
  const { rows } = (await secretary.get('evidence.listMade', asked)).body
  expect(rows.map(({ days }) => days)).toEqual([40])
})
