import { expect, test } from 'vitest'
import { day } from '../day.ts'
import { isoCell, numberCell, type Shown, shownBy, shownById } from './formats.ts'
import type { Cell } from './workbook.ts'

test.each<[string, Shown]>([
  ['yyyy-mm-dd', 'day'],
  ['yyyy"年"m"月"d"日"', 'day'],
  ['yyyy\\-mm', 'day'],
  ['[$-804]yyyy年m月d日;@', 'day'],
  ['m/d', 'day'],
  ['yyyy-mm-dd hh:mm', 'dayTime'],
  ['yyyy/m/d h:mm AM/PM', 'dayTime'],
  ['h:mm', 'time'],
  ['mm:ss', 'time'],
  ['上午/下午h"时"mm"分"', 'time'],
  ['[h]:mm', 'elapsed'],
  ['0%', 'percent'],
  ['0.00%', 'percent'],
  ['General', 'plain'],
  ['0.00E+00', 'plain'],
  ['@', 'plain'],
  ['[Red]#,##0.00', 'plain'],
  ['[$¥-804]#,##0.00;[Red]-#,##0', 'plain'],
  ['#,##0"days"', 'plain'],
  ['0\\d', 'plain'],
  ['0;"y"', 'plain'],
  ['', 'plain'],
])('the format %s shows %s', (code, shown) => expect(shownBy(code)).toBe(shown))

test.each<[number, Shown]>([
  [0, 'plain'],
  [8, 'plain'],
  [9, 'percent'],
  [13, 'plain'],
  [14, 'day'],
  [17, 'day'],
  [18, 'time'],
  [22, 'dayTime'],
  [23, 'plain'],
  [27, 'day'],
  [32, 'time'],
  [36, 'day'],
  [37, 'plain'],
  [46, 'elapsed'],
  [49, 'plain'],
  [50, 'day'],
  [58, 'day'],
  [59, 'plain'],
])('the built-in format %i shows %s', (id, shown) => expect(shownById(id, new Map())).toBe(shown))

test("a workbook's own code goes before the built-in one", () =>
  expect(shownById(14, new Map([[14, '0.00']]))).toBe('plain'))

test.each<[string, number, Shown, Cell]>([
  ['a day', 46086, 'day', { day: day('2026-03-05') }],
  ['a day with a time of day behind it', 46086.75, 'day', { day: day('2026-03-05'), time: '18:00' }],
  ['seconds', 46086 + 3661 / 86400, 'dayTime', { day: day('2026-03-05'), time: '01:01:01' }],
  ['the last moment that rounds up to the next day', 46086.9999999999, 'day', { day: day('2026-03-06') }],
  ['the first day', 1, 'day', { day: day('1900-01-01') }],
  ['the day before the day that never was', 59, 'day', { day: day('1900-02-28') }],
  ['the day that never was', 60, 'day', 60],
  ['the day after it', 61, 'day', { day: day('1900-03-01') }],
  ['no day at all', 0, 'day', 0],
  ['a day below zero', -1, 'day', -1],
  ['the last day', 2958465, 'day', { day: day('9999-12-31') }],
  ['beyond the last day', 2958466, 'day', 2958466],
  ['a time of day', 0.8125, 'time', '19:30'],
  ['a time of day of a day', 46086.8125, 'time', '19:30'],
  ['more than a day of hours', 1.5, 'elapsed', '36:00'],
  ['a share', 0.95, 'percent', '95%'],
  ['a share with noise', 0.07, 'percent', '7%'],
  ['a plain number', 46086, 'plain', 46086],
])('%s', (_, value, shown, cell) => expect(numberCell(value, shown, false)).toEqual(cell))

test('days from 1904', () => expect(numberCell(0, 'day', true)).toEqual({ day: '1904-01-01' }))

test.each<[string, Cell]>([
  ['2026-03-05', { day: day('2026-03-05') }],
  ['2026-03-05T00:00:00', { day: day('2026-03-05') }],
  ['2026-03-05T08:30:00.000Z', { day: day('2026-03-05'), time: '08:30' }],
  ['2026-13-05', '2026-13-05'],
  ['soon', 'soon'],
])('ISO %s', (text, cell) => expect(isoCell(text)).toEqual(cell))
