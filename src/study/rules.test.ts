import { expect, test } from 'vitest'
import { day, type Month, parseMonth } from '../kit/day.ts'
import { parsePeriod } from '../kit/period.ts'
import { hoursMissing, isDone, isPlannedIn, isPrepared, monthsUnplanned } from './rules.ts'

const months = (text: string): Month[] => text.split(' ').flatMap((one) => parseMonth(one) ?? [])
const quarter = parsePeriod('2026Q3')
if (!quarter) throw new Error('no such period')

test.each([
  ['every month planned', '2026-07 2026-08 2026-09', undefined, ''],
  ['nothing planned', '', undefined, '2026-07 2026-08 2026-09'],
  ['a plan for other months', '2026-06 2026-10', undefined, '2026-07 2026-08 2026-09'],
  ['founded on the first of August: July is no duty', '', '2026-08-01', '2026-08 2026-09'],
  ['founded on the second: nor is August', '', '2026-08-02', '2026-09'],
])('%s', (_, planned, founded, expected) =>
  expect(
    monthsUnplanned(quarter, new Set(months(planned)), founded === undefined ? undefined : day(founded)),
  ).toEqual(months(expected)),
)

test('a month cut by the span counts neither as unplanned nor as planned in it', () => {
  const cut = { first: day('2026-07-02'), last: day('2026-08-31') }
  expect(monthsUnplanned(cut, new Set(), undefined)).toEqual(months('2026-08'))
  expect(months('2026-07 2026-08 2026-09').map((month) => isPlannedIn({ month }, cut))).toEqual([
    false,
    true,
    false,
  ])
})

const held = { heldOn: day('2026-09-30'), valid: true, ofBranch: true }
test.each([
  ['a valid meeting of the branch on the last day', held, true],
  ['a day after the period', { ...held, heldOn: day('2026-10-01') }, false],
  ['an invalid meeting', { ...held, valid: false }, false],
  ['a meeting of another branch', { ...held, ofBranch: false }, false],
  ['no meeting', undefined, false],
])('a row done by %s: %4$s', (_, meeting, done) => expect(isDone({ meeting }, quarter.last)).toBe(done))

test.each([
  [true, true],
  [false, false],
  [undefined, false],
])('material noted as %s counts as prepared: %s', (prepared, expected) =>
  expect(isPrepared({ prepared })).toBe(expected),
)

test.each([
  ['member', 3200, 0],
  ['member', 3150, 50],
  ['member', 9900, 0],
  ['secretary', 3200, 2400],
] as const)('a %s with %i hundredths of an hour misses %i', (learner, hours, missing) =>
  expect(hoursMissing(learner, hours, day('2026-09-30'))).toBe(missing),
)
