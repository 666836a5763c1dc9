import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '../kit/contract.ts'
import { day } from '../kit/day.ts'
import { type Id, newId } from '../kit/id.ts'
import { makeWorld, type World } from '../server/world.ts'
import { type Records, recordsIn } from '../server/world-records.ts'

let world: World
let records: Records
beforeAll(async () => {
  world = await makeWorld()
  records = recordsIn(world)
})
afterAll(() => world.close())

test('dues.listPayments shows what was paid beside what was due', async () => {
  const branch = await records.branch()
  const member = await records.person(await records.group(branch), { no: 'A' }, { base: '5000.01' })
  const retired = await records.person(branch, { no: 'B' }, { base: null, dues_class: 'retired' })
  const former = await records.person(branch, { no: 'C' }, { category: 'masses' })
  await records.paid(retired, { month: day('2026-01-01'), believed_fen: 300 })
  await records.paid(member, { month: day('2026-02-01'), paid_fen: 7500, paid_on: day('2026-02-03') })
  await records.paid(former, { month: day('2026-12-01') })
  await records.paid(member, { month: day('2025-12-01') })
  await records.paid(await records.person(await records.branch()))
  const secretary = await world.as('secretary', branch)
  const { body } = await secretary.get('dues.listPayments', { branchId: branch, year: 2026 })
  const shown = body.payments.map(({ no, month, believedFen, dueFen, paidFen, paidOn }) => ({
    ...{ no, month, believedFen, dueFen, paidFen, paidOn },
  }))
  expect(shown).toEqual([
    { no: 'B', month: '2026-01', believedFen: 300, dueFen: null, paidFen: 4000, paidOn: '2026-07-15' },
    { no: 'A', month: '2026-02', believedFen: null, dueFen: 7500, paidFen: 7500, paidOn: '2026-02-03' },
    { no: 'C', month: '2026-12', believedFen: null, dueFen: null, paidFen: 4000, paidOn: '2026-07-15' },
  ])
})

test('dues.recordPayment records once, says what was due, and seals it', async () => {
  const branch = await records.branch()
  const personId = await records.person(branch)
  const secretary = await world.as('secretary', branch)
  const payment = { personId, month: '2026-10', paidFen: 4000, paidOn: '2026-10-08' }
  const { status, body } = await secretary.post('dues.recordPayment', payment)
  expect([status, body.dueFen]).toEqual([200, 4000])
  const again = await secretary.post('dues.recordPayment', payment)
  expect([again.status, again.problem.code]).toEqual([409, 'payment-recorded'])
  const entries = await world.db
    .selectFrom('journal_entry')
    .select(['kind', 'record', 'key_owner'])
    .where('subject', '=', body.id)
    .execute()
  expect(entries).toEqual([{ kind: 'dues.recordPayment', record: 'dues_payment', key_owner: personId }])
})

test('dues.recordPayment says no', async () => {
  const branch = await records.branch()
  const person = await records.person(branch)
  const activist = await records.person(branch, {}, { category: 'activist' })
  const gone = await records.person(branch, {}, { to_day: day('2026-10-07') })
  const staff = await world.as('committeeStaff')
  const codeOf = async (more: Partial<InputOf<'dues.recordPayment'>>) => {
    const input = { personId: person, month: '2026-09', paidFen: 1, paidOn: '2026-10-08', ...more }
    return (await staff.post('dues.recordPayment', input)).problem.code
  }
  expect(await codeOf({ personId: newId() })).toBe('no-such-person')
  expect(await codeOf({ personId: gone })).toBe('no-such-person')
  expect(await codeOf({ personId: activist })).toBe('not-a-member')
  expect(await codeOf({ paidOn: '2026-10-09' })).toBe('in-the-future')
  expect(await codeOf({ paidFen: 0 })).toBe('bad-input')
  expect(await codeOf({})).toBeUndefined()
})

const mayBe = (accountId: Id<'account'>, personId: Id<'person'>) =>
  world.db.updateTable('account').set({ person_id: personId }).where('id', '=', accountId).execute()

test('dues.findMine says what I owed month by month, from the base of each, and how it was computed', async () => {
  const branch = await records.branch()
  const me = await records.person(branch, {}, { to_day: day('2026-08-31') })
  await records.stands(me, branch, { from_day: day('2026-09-01'), base: '6000' })
  await records.paid(me, { month: day('2026-07-01'), paid_fen: 4000, paid_on: day('2026-07-15') })
  await records.paid(me, { month: day('2026-08-01'), paid_fen: 4000, paid_on: day('2026-09-01') })
  await records.paid(me, { month: day('2026-12-01'), paid_fen: 9000, paid_on: day('2026-10-01') })
  await records.paid(await records.person(branch), { month: day('2026-07-01') })
  const member = await world.as('member', branch)
  await mayBe(member.accountId, me)
  const { body } = await member.get('dues.findMine', { year: 2026 })
  const shown = body.months.map(({ month, state, dueFen, paidFen, differenceFen }) => [
    ...[month, state, dueFen, paidFen, differenceFen],
  ])
  expect(shown.slice(5)).toEqual([
    ['2026-06', 'missed', 4000, 0, -4000],
    ['2026-07', 'done', 4000, 4000, 0],
    ['2026-08', 'late', 4000, 4000, 0],
    ['2026-09', 'missed', 9000, 0, -9000],
    ['2026-10', 'due', 9000, 0, -9000],
    ['2026-12', 'done', 9000, 9000, 0],
  ])
  expect(body.months.at(-1)?.how).toMatchObject({ baseFen: 600_000, perMille: 15, clause: 'A3.2' })
  expect([body.isMember, body.paidFen]).toEqual([true, 17_000])
})

test('dues.findMine is empty for who is nobody on the roster', async () => {
  const staff = await world.as('committeeStaff')
  const { status, body } = await staff.get('dues.findMine', { year: 2026 })
  expect([status, body.isMember, body.months]).toEqual([200, false, []])
})
