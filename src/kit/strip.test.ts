import { expect, test } from 'vitest'
import { day } from './day.ts'
import { condense, type MarkState, monthsOf, type StripWindow } from './strip.ts'

const window = (first: string, last: string, state: MarkState): StripWindow => ({
  first: day(first),
  last: day(last),
  state,
})
const july = (state: MarkState): StripWindow => window('2026-07-01', '2026-07-31', state)

test.each([
  ['what is missed outweighs what was recorded late', ['done', 'late', 'missed'], 'missed', 1],
  ['late outweighs due', ['due', 'late'], 'late', 1],
  ['due outweighs done', ['done', 'due', 'done'], 'due', 1],
  ['done outweighs what does not apply', ['notApplicable', 'done'], 'done', 1],
  ['all that are missed are counted', ['missed', 'done', 'missed'], 'missed', 2],
] as const)('%s', (_, states, state, count) =>
  expect(condense(states.map(july), 2026)).toEqual([{ month: 7, state, count, of: states.length }]),
)

test('a quarter counts in the month in which it ends', () =>
  expect(condense([window('2026-07-01', '2026-09-30', 'missed')], 2026)).toEqual([
    { month: 9, state: 'missed', count: 1, of: 1 },
  ]))

test('months without a window are left out, and so are other years', () => {
  expect(condense([], 2026)).toEqual([])
  expect(condense([july('done')], 2025)).toEqual([])
})

test.each([
  ['a month', '2026-07-01', '2026-07-31', [7, 7]],
  ['a quarter', '2026-07-01', '2026-09-30', [7, 9]],
  ['the year', '2026-01-01', '2026-12-31', [1, 12]],
  ['what began the year before', '2025-11-01', '2026-02-28', [1, 2]],
  ['what ends the year after', '2026-12-01', '2027-01-31', [12, 12]],
  ['another year', '2025-01-01', '2025-12-31', undefined],
] as const)('the months of %s', (_, first, last, months) =>
  expect(monthsOf({ first: day(first), last: day(last) }, 2026)).toEqual(months),
)
