import { expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { dayToPlan, plannedIn, themeDayIn, weekdayOf } from './calendar.ts'

test.each([
  ['a Monday', '2026-11-23', 1],
  ['a Sunday', '2026-11-22', 7],
  ['a day long before', '1999-12-31', 5],
])('the day of the week of %s', (_, of, expected) => expect(weekdayOf(day(of))).toBe(expected))

test.each([
  ['the second Friday', '每月第二个周五', '2026-11-13'],
  ['the same in figures and other words', '每月第2个星期五', '2026-11-13'],
  ['a first Sunday that is the first of the month', '第一个星期天', '2026-11-01'],
  ['a day of the month', '每月5日', '2026-11-05'],
  ['only a number', '15', '2026-11-15'],
  ['a day the month does not have', '每月31日', undefined],
  ['a fifth Tuesday the month does not have', '每月第五个周二', undefined],
  ['nothing', '', undefined],
  ['words without a day', '月底前后', undefined],
])('a branch keeps its themed Party day on %s', (_, rule, expected) =>
  expect(themeDayIn(rule, { year: 2026, month: 11 })).toBe(expected),
)

const november = { first: day('2026-11-01'), last: day('2026-11-30') }
const december = { first: day('2026-12-01'), last: day('2026-12-31') }
const year = { first: day('2026-01-01'), last: day('2026-12-31') }
const today = day('2026-11-10')
test.each([
  ['a week ahead in the window that runs', 'partyLecture', november, '', '2026-11-17'],
  ['the first weekday of a window to come', 'partyLecture', december, '', '2026-12-01'],
  ['the branch’s own themed day', 'themeDay', november, '每月第三个周五', '2026-11-20'],
  ['not a themed day that has passed', 'themeDay', november, '每月5日', '2026-11-17'],
  ['a themed day is no other meeting’s', 'committeeMeeting', november, '每月第三个周五', '2026-11-17'],
  ['a week ahead within the year', 'orgLifeMeeting', year, '', '2026-11-17'],
  [
    'nothing when the window is over',
    'themeDay',
    { first: day('2026-10-01'), last: day('2026-10-31') },
    '5',
    undefined,
  ],
] as const)('planning begins with %s', (_, kind, window, themeDay, expected) =>
  expect(dayToPlan({ kind, ...window, today, themeDay })).toBe(expected),
)

test.each([
  ['a day before the last when that is a week ahead', '2026-11-23', '2026-11-27'],
  ['a day before the last when less than a week is left', '2026-11-24', '2026-11-27'],
  ['the last day when no other weekday is left', '2026-11-27', '2026-11-30'],
  ['the last day on the day before', '2026-11-29', '2026-11-30'],
  ['today on the last day', '2026-11-30', '2026-11-30'],
  ['a Monday rather than a Saturday', '2026-11-14', '2026-11-23'],
])('planning begins with %s', (_, now, expected) =>
  expect(dayToPlan({ kind: 'groupMeeting', ...november, today: day(now), themeDay: '' })).toBe(expected),
)

test('a Saturday stays when no weekday is left in the window', () =>
  expect(
    dayToPlan({
      kind: 'groupMeeting',
      ...{ first: day('2026-10-01'), last: day('2026-10-31') },
      today: day('2026-10-30'),
      themeDay: '',
    }),
  ).toBe('2026-10-31'))

const plan = (id: string, orgId: string, on: string) => ({
  ...{ id, orgId, kind: 'groupMeeting' as const },
  day: day(on),
})
const plans = [
  plan('late', 'g1', '2026-11-25'),
  plan('early', 'g1', '2026-11-01'),
  plan('other', 'g2', '2026-12-01'),
]
test.each([
  ['the first of the window', 'g1', november, 'early'],
  ['only the group’s own', 'g2', november, undefined],
  ['any unit’s for a duty of the branch', null, december, 'other'],
  ['none beyond the window', 'g1', december, undefined],
] as const)('a duty is planned for by %s', (_, groupId, window, expected) =>
  expect(plannedIn({ kind: 'groupMeeting', groupId }, window, plans)?.id).toBe(expected),
)
