import { afterAll, beforeAll, expect, test } from 'vitest'
import { append } from '../journal/store/append.ts'
import type { InputOf } from '../kit/contract.ts'
import { day } from '../kit/day.ts'
import { type Id, newId } from '../kit/id.ts'
import { makeWorld, type World } from '../server/world.ts'
import { type Records, recordsIn } from '../server/world-records.ts'
import { paymentRecord } from './store/payments.ts'
import { recordedAfter } from './ui/how.ts'

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

test('dues.listMonths shows who owed what here month by month, masks the base, and sums up', async () => {
  const [branch, other] = [await records.branch(), await records.branch()]
  const stays = await records.person(branch, { no: 'MA' })
  const leaves = await records.person(branch, { no: 'MB' }, { to_day: day('2026-07-31') })
  await records.stands(leaves, other, { from_day: day('2026-08-01') })
  await records.person(branch, { no: 'MC' }, { base: null })
  await records.person(branch, { no: 'MD' }, { category: 'activist' })
  await records.paid(stays, { month: day('2026-07-01'), paid_fen: 3000, paid_on: day('2026-07-15') })
  await records.paid(leaves, { month: day('2026-07-01'), paid_on: day('2026-08-15') })
  await records.paid(leaves, { month: day('2026-08-01') })
  const secretary = await world.as('secretary', branch)
  const { body } = await secretary.get('dues.listMonths', { branchId: branch, year: 2026 })
  const summer = body.people.map(({ no, months }) => [
    no,
    ...months
      .filter(({ month }) => month === '2026-07' || month === '2026-08')
      .map(({ duty, state, differenceFen }) => `${duty} ${state} ${differenceFen}`),
  ])
  expect(summer).toEqual([
    ['MA', 'owed missed -1000', 'owed missed -4000'],
    ['MB', 'owed late 0', 'elsewhere notApplicable null'],
    ['MC', 'no-base notApplicable null', 'no-base notApplicable null'],
  ])
  expect(body.people[0]?.months[6]?.how).toMatchObject({ baseFen: null, perMille: 10, overFen: 300_000 })
  expect(body.sums.slice(6, 8)).toEqual([
    { month: '2026-07', dueFen: 8000, paidFen: 7000, owing: 2, settled: 1 },
    { month: '2026-08', dueFen: 4000, paidFen: 0, owing: 1, settled: 0 },
  ])
})

test('dues.recordPayments records for each what was still missing, all or nobody', async () => {
  const branch = await records.branch()
  const [whole, rest, poor] = [
    await records.person(branch),
    await records.person(branch),
    await records.person(branch, {}, { base: null }),
  ]
  await records.paid(rest, { month: day('2026-09-01'), paid_fen: 1500, paid_on: day('2026-09-02') })
  const secretary = await world.as('secretary', branch)
  const input = { branchId: branch, month: '2026-09', paidOn: '2026-10-08', personIds: [whole, rest] }
  const refused = await secretary.post('dues.recordPayments', { ...input, personIds: [whole, poor] })
  expect([refused.problem.code, refused.problem.facts]).toEqual(['nothing-due', { n: 1 }])
  const { body } = await secretary.post('dues.recordPayments', input)
  expect(body).toEqual({ count: 2, paidFen: 6500 })
  const again = await secretary.post('dues.recordPayments', input)
  expect(again.problem.code).toBe('nothing-due')
  const early = await secretary.post('dues.recordPayments', { ...input, paidOn: '2026-10-09' })
  expect(early.problem.code).toBe('in-the-future')
  const sameDay = { ...input, month: '2026-08', personIds: [whole] }
  await records.paid(whole, { month: day('2026-08-01'), paid_fen: 1, paid_on: day('2026-10-08') })
  expect((await secretary.post('dues.recordPayments', sameDay)).problem.code).toBe('payment-recorded')
})

test('dues.correctPayment keeps what stood before, and both are sealed', async () => {
  const branch = await records.branch()
  const member = await records.person(branch)
  const id = await records.paid(member, { month: day('2026-07-01'), paid_fen: 400 })
  const secretary = await world.as('secretary', branch)
  const same = await secretary.post('dues.correctPayment', { id, paidFen: 400, reason: '看错小数点' })
  expect(same.problem.code).toBe('same-amount')
  await secretary.post('dues.correctPayment', { id, paidFen: 4000, reason: '看错小数点' })
  await secretary.post('dues.correctPayment', { id, paidFen: 0, reason: '登记到了别人名下' })
  const { body } = await secretary.get('dues.listMonths', { branchId: branch, year: 2026 })
  const [payment] = body.people[0]?.months[6]?.payments ?? []
  expect(payment?.paidFen).toBe(0)
  expect(payment?.source).toBe('product')
  expect(payment?.corrections.map(({ fromFen, toFen, reason }) => [fromFen, toFen, reason])).toEqual([
    [400, 4000, '看错小数点'],
    [4000, 0, '登记到了别人名下'],
  ])
  const entries = await world.db
    .selectFrom('journal_entry')
    .select(['record'])
    .where('kind', '=', 'dues.correctPayment')
    .where('key_owner', '=', member)
    .execute()
  expect(entries.map(({ record }) => record).sort()).toEqual([
    ...['dues_correction', 'dues_correction', 'dues_payment', 'dues_payment'],
  ])
  const stranger = await world.as('secretary', await records.branch())
  const foreign = await stranger.post('dues.correctPayment', { id, paidFen: 1, reason: '不是我的支部' })
  expect(foreign.problem.code).toBe('not-allowed')
  const none = await stranger.post('dues.correctPayment', { id: newId(), paidFen: 1, reason: '没有这一笔' })
  expect(none.problem.code).toBe('no-such-payment')
})

test('a payment says how many days after it was written down; one that was imported does not, nor when corrected since', async () => {
  const branch = await records.branch()
  const member = await records.person(branch)
  const secretary = await world.as('secretary', branch)
  const hand = (month: string, paidOn: string) =>
    secretary.post('dues.recordPayment', { personId: member, month, paidFen: 4000, paidOn })
  await hand('2026-09', '2026-09-30')
  await hand('2026-10', '2026-10-08')
  await records.paid(member, { month: day('2026-07-01'), paid_on: day('2026-07-02') })
  const corrected = await records.paid(member, { month: day('2026-08-01'), paid_on: day('2026-08-03') })
  const { mineId, keys } = world
  const brought = { mineId, actorId: secretary.accountId, now: world.now(), src: 'import', keys } as const
  await world.db
    .transaction()
    .execute((tx) => append(tx, brought, 'ledger.commit', paymentRecord, [corrected]))
  await secretary.post('dues.correctPayment', { id: corrected, paidFen: 3000, reason: '看错一笔' })

  const { payments } = (await secretary.get('dues.listPayments', { branchId: branch, year: 2026 })).body
  expect(payments.map(({ month, recordedAfterDays }) => [month, recordedAfterDays])).toEqual([
    ['2026-07', null],
    ['2026-08', null],
    ['2026-09', 8],
    ['2026-10', 0],
  ])
  const { people } = (await secretary.get('dues.listMonths', { branchId: branch, year: 2026 })).body
  const months = people[0]?.months.slice(6, 10).map((month) => recordedAfter(month))
  expect(months).toEqual([0, 0, 8, 0])
})

test('dues.listOfPerson tells a person’s months in the asker’s units, bases masked, and no others', async () => {
  const [from, to] = [await records.branch(), await records.branch()]
  const person = await records.person(from, {}, { to_day: day('2026-06-30') })
  await records.stands(person, to, { from_day: day('2026-07-01'), base: '5000.01' })
  await records.paid(person, { month: day('2026-05-01') })
  await records.paid(person, { month: day('2026-08-01'), paid_fen: 7500, paid_on: day('2026-08-03') })
  const asked = { personId: person, year: 2026 }
  const secretary = await world.as('secretary', to)
  const { body } = await secretary.get('dues.listOfPerson', asked)
  expect(
    body.months.map(({ month, branchId, dueFen, paidFen, state }) => [
      month,
      branchId,
      dueFen,
      paidFen,
      state,
    ]),
  ).toEqual([
    ['2026-07', to, 7500, 0, 'missed'],
    ['2026-08', to, 7500, 7500, 'done'],
    ['2026-09', to, 7500, 0, 'missed'],
    ['2026-10', to, 7500, 0, 'due'],
  ])
  expect(body.months[0]?.how).toMatchObject({ baseFen: null, perMille: 15 })
  expect([body.dueFen, body.paidFen]).toEqual([30_000, 7500])
  const staff = await world.as('committeeStaff')
  expect((await staff.get('dues.listOfPerson', asked)).body.months).toHaveLength(10)
  const former = await world.as('secretary', from)
  expect((await former.get('dues.listOfPerson', asked)).problem.code).toBe('not-allowed')
  const nobody = await staff.get('dues.listOfPerson', { ...asked, personId: newId() })
  expect(nobody.problem.code).toBe('no-such-person')
})
