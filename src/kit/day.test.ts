import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  type Day,
  day,
  dayAt,
  daysBetween,
  monthsWithin,
  parseDay,
  spanOfMonth,
  windowsWithin,
} from './day.ts'
import fc from './test/check.ts'

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2008-05-15', 216, '2026-05-15'],
  ['2026-01-15', -1, '2025-12-15'],
])('%s and %i months is %s (A1.3)', (from, months, to) => {
  expect(addMonths(day(from), months)).toBe(to)
})

test.each([
  '2026-02-29',
  '2026-06-31',
  '2026-13-01',
  '2026-00-10',
  '0000-01-01',
  '2026-1-1',
  '2026-01-01T00:00',
  '',
])('%s is no day', (text) => {
  expect(parseDay(text)).toBeUndefined()
})

const someDay: fc.Arbitrary<Day> = fc
  .integer({ min: -700_000, max: 2_900_000 })
  .map((days) => addDays(day('2000-01-01'), days))

test('adding days and counting them are each other’s undoing', () => {
  fc.assert(
    fc.property(
      someDay,
      fc.integer({ min: -1000, max: 1000 }),
      (from, days) => daysBetween(from, addDays(from, days)) === days,
    ),
  )
})

test('a window lies wholly inside', () => {
  const span = { first: day('2026-01-02'), last: day('2026-09-30') }
  expect(windowsWithin(span, 'quarter').map(({ name }) => name)).toEqual(['2026Q2', '2026Q3'])
  expect(monthsWithin(span)).toEqual([
    '2026-02',
    '2026-03',
    '2026-04',
    '2026-05',
    '2026-06',
    '2026-07',
    '2026-08',
    '2026-09',
  ])
  expect(windowsWithin(span, 'year')).toEqual([])
  expect(windowsWithin({ first: day('2026-01-01'), last: day('2026-12-31') }, 'year')).toEqual([
    { name: '2026', first: '2026-01-01', last: '2026-12-31' },
  ])
})

test('a month ends on its last day', () => {
  expect(spanOfMonth('2024-02' as never)).toEqual({ first: '2024-02-01', last: '2024-02-29' })
})

test('the day turns at midnight of the mine, not of the server', () => {
  expect(dayAt(new Date('2026-10-07T15:59:59Z'))).toBe('2026-10-07')
  expect(dayAt(new Date('2026-10-07T16:00:00Z'))).toBe('2026-10-08')
})
