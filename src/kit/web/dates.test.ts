import { expect, test } from 'vitest'
import { day, type Month } from '../day.ts'
import { showDay, showDaysIn, showFullDay, showInstant, showMonth, showPeriod, showWindow } from './dates.ts'

const now = day('2026-11-17')

test.each([
  ['a day of this year has its weekday', '2026-06-12', 'zh', '6月12日 周五'],
  ['and in English', '2026-06-12', 'en', 'Fri 12 Jun'],
  ['the first day of the year is of this year', '2026-01-01', 'zh', '1月1日 周四'],
  ['the last day of another year has its year and no weekday', '2025-12-31', 'zh', '2025年12月31日'],
  ['and in English', '2025-12-31', 'en', '31 Dec 2025'],
  ['a Sunday', '2026-11-15', 'en', 'Sun 15 Nov'],
] as const)('%s', (_, of, language, says) => expect(showDay(day(of), language, now)).toBe(says))

test('a full day always has its year', () => {
  expect(showFullDay(day('2026-06-12'), 'zh')).toBe('2026年6月12日')
  expect(showFullDay(day('2026-06-02'), 'en')).toBe('2 Jun 2026')
})

test.each([
  ['an instant is told in the mine’s calendar', '2026-06-12T06:03:11Z', 'zh', '6月12日 周五 14:03'],
  ['an evening in UTC is the next day in the mine', '2026-06-12T16:30:00Z', 'zh', '6月13日 周六 00:30'],
  ['what is no instant stays as it is', 'soon', 'en', 'soon'],
] as const)('%s', (_, of, language, says) => expect(showInstant(of, language, now)).toBe(says))

test.each([
  ['2026-07', '7月', 'Jul'],
  ['2026Q3', '第三季度', 'Q3'],
  ['2026H2', '下半年', 'H2'],
  ['2026', '全年', 'the year'],
])('the window %s', (window, zh, en) => {
  expect(showWindow(window, 'zh')).toBe(zh)
  expect(showWindow(window, 'en')).toBe(en)
})

test.each([
  ['2026Q3', '2026年第三季度', 'Q3 2026'],
  ['2026H1', '2026年上半年', 'H1 2026'],
  ['2026', '2026年', '2026'],
])('the period %s', (period, zh, en) => {
  expect(showPeriod(period, 'zh')).toBe(zh)
  expect(showPeriod(period, 'en')).toBe(en)
})

test('a month has its year', () => {
  const month = '2026-06' as Month
  expect(showMonth(month, 'zh')).toBe('2026年6月')
  expect(showMonth(month, 'en')).toBe('Jun 2026')
})

test.each([
  ['2026-06-12 14:30，队部会议室', '6月12日 周五 14:30，队部会议室'],
  ['现在是 2026-06-12，原来是 2025-12-31', '现在是 6月12日 周五，原来是 2025年12月31日'],
  ['2026-13-45 不是日期', '2026-13-45 不是日期'],
])('the days in “%s” are said as people say them', (text, says) =>
  expect(showDaysIn(text, 'zh', now)).toBe(says),
)
