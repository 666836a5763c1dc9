import { expect, test } from 'vitest'
import { day, type Month, parseMonth } from '../kit/day.ts'
import { type Fen, fen } from '../kit/money.ts'
import { parsePeriod } from '../kit/period.ts'
import fc from '../kit/test/check.ts'
import type { DuesClass } from '../people/rules.ts'
import {
  believedTooMuch,
  type DuesRecord,
  duesFen,
  isInArrears,
  isPaidOnTime,
  lacksBase,
  monthsOwed,
  monthsUnpaid,
  type Payment,
  unpaidStep,
} from './rules.ts'

const month = (text: string): Month => {
  const found = parseMonth(text)
  if (!found) throw new Error(`no month: ${text}`)
  return found
}
const yuan = (amount: number): Fen => fen(Math.round(amount * 100))
const quarter = parsePeriod('2026Q3')
if (!quarter) throw new Error('no such period')

test.each<[string, DuesClass, number | undefined, number | undefined]>([
  ['3000 yuan pay half a percent', 'employed', 3000, 15],
  ['a fen more pays one percent, of the whole', 'employed', 3000.01, 30],
  ['5000 pay one percent', 'employed', 5000, 50],
  ['a fen more pays one and a half', 'employed', 5000.01, 75],
  ['10000 pay one and a half', 'employed', 10_000, 150],
  ['a fen more pays two', 'employed', 10_000.01, 200],
  ['4.95 yuan are rounded up to 5.00', 'employed', 990, 5],
  ['a hair below 4.95 is rounded down to 4.90', 'employed', 989.99, 4.9],
  ['6789 pay 101.84, rounded to 101.80', 'employed', 6789, 101.8],
  ['retired, 5000 pay half a percent', 'retired', 5000, 25],
  ['retired, a fen more pays one percent', 'retired', 5000.01, 50],
  ['students pay 0.20 whatever the base', 'student', 9000, 0.2],
  ['relief pays 0.20 without a base', 'relief', undefined, 0.2],
  ['employed without a base: not known', 'employed', undefined, undefined],
  ['a base of nothing is none', 'retired', 0, undefined],
])('%s', (_, duesClass, base, expected) => {
  const baseFen = base === undefined ? undefined : yuan(base)
  expect(duesFen(duesClass, baseFen, month('2026-07'))).toBe(
    expected === undefined ? undefined : yuan(expected),
  )
  expect(lacksBase(duesClass, baseFen)).toBe(expected === undefined)
})

test('a larger base never owes less, and dues are whole jiao', () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.nat(100_000), (base, more) => {
      const [low, high] = [base, base + more].map(
        (one) => duesFen('employed', fen(one), month('2026-07')) ?? -1,
      )
      expect(low).toBeLessThanOrEqual(high ?? -1)
      expect((low ?? 1) % 10).toBe(0)
    }),
  ))

test.each([
  ['always a member', undefined, ['2026-07', '2026-08', '2026-09']],
  ['joined on the last day of a month owes for it', '2026-07-31', ['2026-07', '2026-08', '2026-09']],
  ['joined a day later does not', '2026-08-01', ['2026-08', '2026-09']],
  ['joined after the period owes nothing', '2026-10-01', []],
])('%s', (_, joined, expected) =>
  expect(monthsOwed(joined === undefined ? undefined : day(joined), quarter)).toEqual(expected),
)

test('a month cut by the span is not owed', () =>
  expect(monthsOwed(undefined, { first: day('2026-07-02'), last: day('2026-08-30') })).toEqual([]))

const paid = (text: string): Payment[] =>
  text.split(' ').flatMap((one) => {
    const [of = '', on = '', amount = ''] = one.split('/')
    return one === '' ? [] : [{ month: month(of), paidOn: day(on), paidFen: yuan(Number(amount)) }]
  })

test.each([
  ['paid on the last day', '2026-07/2026-07-31/50', true],
  ['paid a day later', '2026-07/2026-08-01/50', false],
  ['ten fen short', '2026-07/2026-07-31/49.9', false],
  ['in two parts', '2026-07/2026-07-01/20 2026-07/2026-07-31/30', true],
  ['the second part late', '2026-07/2026-07-01/20 2026-07/2026-08-01/30', false],
  ['enough in time, more afterwards', '2026-07/2026-07-01/50 2026-07/2026-09-01/50', true],
  ['long in advance', '2026-07/2026-01-05/50', true],
  ['for another month', '2026-08/2026-07-05/50', false],
  ['not at all', '', false],
])('%s', (_, payments, inTime) =>
  expect(isPaidOnTime(month('2026-07'), yuan(50), paid(payments))).toBe(inTime),
)

test('dues of nothing are paid on time without a payment', () =>
  expect(isPaidOnTime(month('2026-07'), fen(0), [])).toBe(true))

const record = (payments: string, more: Partial<DuesRecord> = {}): DuesRecord => ({
  payments: paid(payments),
  ledgerFrom: month('2025-01'),
  ...more,
})

test.each<[string, DuesRecord, boolean]>([
  ['never paid a fen', record(''), true],
  ['five months to the end of September', record('2026-04/2026-04-05/1'), false],
  ['six months to the end of September', record('2026-03/2026-03-05/1'), true],
  ['six months ending in July', record('2026-01/2026-01-05/1 2026-08/2026-08-05/1'), true],
  [
    'six months ending in June, before the period',
    record('2025-12/2026-01-05/1 2026-07/2026-07-05/1'),
    false,
  ],
  [
    'paid on the last day of the period for the sixth month',
    record('2026-03/2026-03-05/1 2026-06/2026-09-30/1'),
    false,
  ],
  ['paid a day after the period', record('2026-03/2026-03-05/1 2026-06/2026-10-01/1'), true],
  ['a payment of nothing is no money', record('2026-03/2026-03-05/1 2026-06/2026-06-05/0'), true],
  ['a member for five months', record('', { joinedOn: day('2026-05-01') }), false],
  ['a member for six', record('', { joinedOn: day('2026-04-30') }), true],
  ['the ledger begins five months before the end', record('', { ledgerFrom: month('2026-05') }), false],
  ['the ledger begins six months before', record('', { ledgerFrom: month('2026-04') }), true],
  ['there is no ledger', record('', { ledgerFrom: undefined }), false],
])('arrears: %s', (_, of, expected) => expect(isInArrears(of, quarter)).toBe(expected))

test('months unpaid are counted back to the last month with any money', () =>
  expect(monthsUnpaid(record('2026-05/2026-05-05/1'), month('2026-09'), day('2026-09-30'))).toBe(4))

test.each([
  [0, undefined],
  [1, 'remind'],
  [2, 'remind'],
  [3, 'talk'],
  [5, 'warn'],
  [6, 'openCase'],
  [20, 'openCase'],
])('after %i months without dues: %s', (months, step) =>
  expect(unpaidStep(months, day('2026-09-30'))).toBe(step),
)

test.each([
  ['asked too much', 5100, 5000, 100],
  ['asked too little', 4900, 5000, -100],
  ['not known what is due', 4900, undefined, undefined],
  ['nothing believed', undefined, 5000, undefined],
])('the branch %s', (_, believed, due, difference) =>
  expect(
    believedTooMuch(
      believed === undefined ? undefined : fen(believed),
      due === undefined ? undefined : fen(due),
    ),
  ).toBe(difference),
)
