import { expect, test } from 'vitest'
import { day } from '../day.ts'
import { isRefused } from '../refuse.ts'
import {
  code,
  count,
  date,
  decimal,
  decimalText,
  type Habits,
  type Kind,
  month,
  name,
  parsed,
  text,
  word,
} from './cells.ts'
import type { Cell } from './workbook.ts'

const habits: Habits = { empties: new Set(['/', '-', '—', '无']), units: ['人', '元', '%', '分', '学时'] }

const read = <T>(kind: Kind<T>, cell: Cell): unknown => {
  const said = kind.read(cell, habits)
  return isRefused(said) ? said.refused : said
}

test.each<[string, Cell, unknown]>([
  ['an Excel date', { day: day('2026-03-05') }, '2026-03-05'],
  ['an Excel date with a time', { day: day('2026-03-05'), time: '09:01' }, '2026-03-05'],
  ['hyphens', '2026-03-05', '2026-03-05'],
  ['one-digit parts', '2026-3-5', '2026-03-05'],
  ['dots', '2026.3.5', '2026-03-05'],
  ['slashes', '2026/03/5', '2026-03-05'],
  ['Chinese', '2026年3月5日', '2026-03-05'],
  ['full width', '２０２６年３月５日', '2026-03-05'],
  ['full-width slashes', '2026／3／5', '2026-03-05'],
  ['eight digits as text', '20260305', '2026-03-05'],
  ['eight digits as a number', 20260305, '2026-03-05'],
  ['stray blanks', ' 2026 年 3 月\u30005 日\u00a0', '2026-03-05'],
  ['a time behind', '2026-07-03 15:29 ', '2026-07-03'],
  ['a time behind a one-digit day', '2026-7-3 5:29', '2026-07-03'],
  ['seconds behind', '2026/7/3 15:29:01', '2026-07-03'],
  ['a Chinese time behind', '2026年7月3日 下午3时29分', '2026-07-03'],
  ['a Chinese time close behind', '2026年7月3日15:29', '2026-07-03'],
  ['an hour behind', '2026年7月3日9时', '2026-07-03'],
  ['an English time behind', '2026-7-3 3:29 PM', '2026-07-03'],
  ['an ISO time behind', '2026-07-03T15:29:00.000Z', '2026-07-03'],
  ['eight digits and a time', '20260703 15:29', '2026-07-03'],
  ['29 February of a leap year', '2024-2-29', '2024-02-29'],
  ['29 February of another', '2026-2-29', 'out-of-range'],
  ['31 June', '2026.6.31', 'out-of-range'],
  ['30 June', '2026.6.30', '2026-06-30'],
  ['month 13', '20261301', 'out-of-range'],
  ['month 13 as a number', 20261301, 'out-of-range'],
  ['month 0', '2026-0-1', 'out-of-range'],
  ['day 0', '2026年1月0日', 'out-of-range'],
  ['year 0', '0000-01-01', 'out-of-range'],
  ['a month only', '2026-03', 'unreadable'],
  ['a year of two digits', '26-3-5', 'unreadable'],
  ['two kinds of separators', '2026-3.5', 'unreadable'],
  ['day before month', '5/3/2026', 'unreadable'],
  ['a bare serial number', 46086, 'unreadable'],
  ['words', '七月上旬', 'unreadable'],
  ['a word behind', '2026-03-05左右', 'unreadable'],
  ['truth', true, 'unreadable'],
  ['nothing', null, null],
  ['white space', ' \u3000\u00a0\n', null],
  ['a slash', '/', null],
  ['a hyphen', ' - ', null],
  ['a full-width hyphen', '－', null],
  ['a dash', '—', null],
  ['无', '无', null],
  ['two dashes', '——', 'unreadable'],
])('a date: %s', (_, cell, expected) => expect(read(date, cell)).toBe(expected))

test.each<[string, Cell, unknown]>([
  ['hyphen', '2026-03', '2026-03'],
  ['dot', '2026.3', '2026-03'],
  ['dot as a number', 2026.3, '2026-03'],
  ['slash', '2026/12', '2026-12'],
  ['Chinese', '2026年3月', '2026-03'],
  ['six digits', '202603', '2026-03'],
  ['six digits as a number', 202603, '2026-03'],
  ['any date in the month', '2026-03-31', '2026-03'],
  ['an Excel date', { day: day('2026-03-31') }, '2026-03'],
  ['eight digits', 20260331, '2026-03'],
  ['full width and blanks', ' ２０２６ 年 ３ 月 ', '2026-03'],
  ['month 13', '202613', 'out-of-range'],
  ['month 13 with a hyphen', '2026-13', 'out-of-range'],
  ['month 0', '2026.0', 'out-of-range'],
  ['an impossible date', '2026-02-30', 'out-of-range'],
  ['a quarter', '2026Q1', 'unreadable'],
  ['a year', '2026', 'unreadable'],
  ['a dash', '—', null],
])('a month: %s', (_, cell, expected) => expect(read(month, cell)).toBe(expected))

test.each<[string, Cell, unknown]>([
  ['a number', 12.5, '12.5'],
  ['a whole number', 95, '95'],
  ['text', ' 12.50 ', '12.5'],
  ['full width', '１，２３４．５０', '1234.5'],
  ['thousands', '1,234,567.8元', '1234567.8'],
  ['thousands in the wrong place', '12,34', 'unreadable'],
  ['people', '6 人', '6'],
  ['per cent', '95%', '95'],
  ['full-width per cent', '95％', '95'],
  ['points', '5分', '5'],
  ['hours', '1.5 学时', '1.5'],
  ['leading zeros', '007', '7'],
  ['zero', '0.00', '0'],
  ['no less than zero', '-0', '0'],
  ['below zero', '-0.01', 'out-of-range'],
  ['below zero as a number', -3, 'out-of-range'],
  ['twelve digits', '999999999999', '999999999999'],
  ['thirteen digits', '1000000000000', 'out-of-range'],
  ['very small', 1e-7, '0.0000001'],
  ['another unit', '5斤', 'unreadable'],
  ['two units', '5元人', 'unreadable'],
  ['a unit alone', '元', 'unreadable'],
  ['words', '二十多人', 'unreadable'],
  ['two points', '1.2.3', 'unreadable'],
  ['an error', '#N/A', 'unreadable'],
  ['truth', true, 'unreadable'],
  ['a date', { day: day('2026-03-05') }, 'unreadable'],
  ['a slash', '/', null],
  ['无', '无', null],
])('a number: %s', (_, cell, expected) => expect(read(decimal, cell)).toBe(expected))

test.each<[string, Cell, unknown]>([
  ['people', '４２人', 42],
  ['a number', 12, 12],
  ['zeros behind the point', '12.00', 12],
  ['half a person', 12.5, 'out-of-range'],
  ['below zero', '-1', 'out-of-range'],
  ['words', '基本到齐', 'unreadable'],
  ['a dash', '-', null],
])('a count: %s', (_, cell, expected) => expect(read(count, cell)).toBe(expected))

test.each<[string, Kind<string>, Cell, unknown]>([
  ['a code with stray blanks', code, ' ZB 01\u3000', 'ZB01'],
  ['a code in full width', code, 'ＺＢ０１－１', 'ZB01-1'],
  ['a code as a number', code, 1001, '1001'],
  ['a slash is a code', code, '/', '/'],
  ['a code of white space', code, '\u3000', null],
  ['a name with a blank between two characters', name, '朱\u3000 静', '朱静'],
  ['a name keeps its characters', name, ' 阿依努尔·买买提 ', '阿依努尔·买买提'],
  ['a rare character', name, '李 𬱖', '李𬱖'],
  ['text is trimmed only', text, ' 副书记 组织委员\u00a0', '副书记 组织委员'],
  ['text keeps its width', text, '（１）', '（１）'],
  ['a number as text', text, 19900008343, '19900008343'],
  ['a large number as text', text, 1e21, '1000000000000000000000'],
  ['a day as text', text, { day: day('2026-03-05') }, '2026-03-05'],
  ['a time as text', text, { day: day('2026-03-05'), time: '19:00' }, '2026-03-05 19:00'],
  ['a slash is text', text, '/', '/'],
  ['text of white space', text, ' \n ', null],
])('%s', (_, kind, cell, expected) => expect(read(kind, cell)).toBe(expected))

const shade = word({ light: '浅', dark: '深色' })
test.each<[string, Cell, unknown]>([
  ['known', '深色', 'dark'],
  ['with blanks', ' 深 色 ', 'dark'],
  ['unknown', '灰', 'unreadable'],
  ['its English name', 'dark', 'unreadable'],
  ['a slash', '/', 'unreadable'],
  ['nothing', '', null],
])('a word: %s', (_, cell, expected) => expect(read(shade, cell)).toBe(expected))

test('a small language is read compacted and shown again', () => {
  const pair = parsed(
    (typed) => /^(\w)=(\w)$/.exec(typed)?.slice(1),
    (letters) => letters.join('='),
  )
  expect(read(pair, ' ａ = b ')).toEqual(['a', 'b'])
  expect(read(pair, 'a≠b')).toBe('unreadable')
  expect(pair.write(['a', 'b'])).toBe('a=b')
})

test.each<[number, string]>([
  [0, '0'],
  [-1.5, '-1.5'],
  [1e-7, '0.0000001'],
  [-1.25e-9, '-0.00000000125'],
  [1.5e22, '15000000000000000000000'],
  [123456789012345, '123456789012345'],
])('%d without exponent', (value, expected) => expect(decimalText(value)).toBe(expected))
