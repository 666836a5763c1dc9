import { expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { endOfWindow, pendingOf } from './pending.ts'

test.each([
  ['2026-07', '2026-07-31'],
  ['2026Q4', '2026-12-31'],
  ['2026', '2026-12-31'],
  ['2026-02@ZB1-1', '2026-02-28'],
  ['DY1', undefined],
])('the window %s ends on %s', (id, last) => expect(endOfWindow(id)).toBe(last))

const missed = { name: 'meeting.missed', kind: 'themeDay' } as const
const months = ['2026-10', '2026-11', '2026-11@G', '2026-12']

test.each([
  [
    'on its last day a window is still open',
    '2026-11-30',
    [
      ['2026-11-30', 2],
      ['2026-12-31', 1],
    ],
  ],
  ['the day after it is not', '2026-12-01', [['2026-12-31', 1]]],
  ['when the year is over none is', '2027-01-01', []],
])('%s', (_, today, expected) =>
  expect(pendingOf(missed, months, day(today)).map(({ last, times }) => [last, times])).toEqual(expected),
)

test('a fact that is not of windows has nothing pending', () =>
  expect(pendingOf({ name: 'study.planDone' }, months, day('2026-11-01'))).toEqual([]))
