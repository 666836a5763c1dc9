import { expect, test } from 'vitest'
import { readCrews, readCycle, readRestDays, readShifts, showCrews, showCycle, showShifts } from './typed.ts'

const SHIFTS = ['早班', '夜班']

test.each([
  ['a line a shift', '早班 8:00-16:00\n\n夜班 00:00-08:00', { read: 2 }],
  ['midnight as 24:00, and full-width marks', '中班 16：00—24：00', { read: 1 }],
  ['no hours', '早班', { wrong: '早班' }],
  ['an hour no day has', '早班 08:00-25:00', { wrong: '早班 08:00-25:00' }],
  ['nothing', ' \n', { wrong: '' }],
])('shifts: %s', (_, text, expected) => {
  const found = readShifts(text)
  expect('read' in found ? { read: found.read.length } : found).toEqual(expected)
})
test('shifts are shown as they are typed', () => {
  const found = readShifts('中班 16:00-24:00')
  expect('read' in found && showShifts(found.read)).toBe('中班 16:00-00:00')
})

test.each([
  ['days off', readRestDays('6、7 7'), { read: [6, 7] }],
  ['no day off', readRestDays(''), { read: [] }],
  ['an eighth day', readRestDays('8'), { wrong: '8' }],
  ['a cycle with rest', readCycle('早班 夜班 休', SHIFTS), { read: ['早班', '夜班', ''] }],
  ['a shift that is none', readCycle('早班 午班', SHIFTS), { wrong: '午班' }],
  ['no cycle', readCycle('', SHIFTS), { wrong: '' }],
  ['crews', readCrews('甲班+0，乙班＋2'), { read: [{ name: '甲班', offset: 0 }, { name: '乙班', offset: 2 }] }], // biome-ignore format: one row
  ['a crew without its days', readCrews('甲班'), { wrong: '甲班' }],
])('typed: %s', (_, found, expected) => expect(found).toEqual(expected))
test('a rota is shown as it is typed', () => {
  expect(showCycle(['早班', ''])).toBe('早班 休')
  expect(showCrews([{ name: '甲班', offset: 0 }])).toBe('甲班+0')
})
