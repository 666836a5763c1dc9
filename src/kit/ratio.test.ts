import { expect, test } from 'vitest'
import { roundToJiao } from './money.ts'
import { parsePeriod } from './period.ts'
import { ceiling, compare, parseRatio, ratio, showHundredths, showRatio, toHundredths } from './ratio.ts'

test.each([
  [1, 200, 1],
  [1, 201, 0],
  [-1, 200, 0],
  [-1, 199, -1],
  [290, 3, 9667],
  [0, 7, 0],
])('%i/%i is %i hundredths, half up (A1.1)', (num, den, hundredths) => {
  expect(toHundredths(ratio(num, den))).toBe(hundredths)
})

test('a ratio is shown in lowest terms', () => {
  expect(showRatio(ratio(580, 6))).toBe('290/3')
  expect(showRatio(ratio(100, 4))).toBe('25')
  expect(showRatio(ratio(1, -2))).toBe('-1/2')
})

test.each([
  [10, 5, 2n],
  [11, 5, 3n],
  [-11, 5, -2n],
  [0, 5, 0n],
])('the ceiling of %i/%i is %s', (num, den, whole) => {
  expect(ceiling(ratio(num, den))).toBe(whole)
})

test('decimals are read exactly', () => {
  expect(compare(parseRatio('0.1') ?? ratio(0), ratio(1, 10))).toBe(0)
  expect(parseRatio('-2.50')).toEqual(ratio(-5, 2))
  expect(parseRatio('1e3')).toBeUndefined()
  expect(parseRatio('')).toBeUndefined()
})

test.each([
  [8750, '87.50'],
  [5, '0.05'],
  [0, '0.00'],
  [-150, '-1.50'],
])('%i hundredths are written %s', (hundredths, text) => {
  expect(showHundredths(hundredths)).toBe(text)
})

test('dues are rounded to a jiao, half up (A3.2)', () => {
  expect(roundToJiao(ratio(15, 100))).toBe(20)
  expect(roundToJiao(ratio(1499, 10_000))).toBe(10)
})

test.each([
  ['2026Q3', '2026-07-01', '2026-09-30'],
  ['2026H1', '2026-01-01', '2026-06-30'],
  ['2026H2', '2026-07-01', '2026-12-31'],
  ['2026', '2026-01-01', '2026-12-31'],
])('period %s runs from %s to %s (A1.2)', (name, first, last) => {
  expect(parsePeriod(name)).toEqual({ name, first, last })
})

test.each(['2026Q5', '2026Q0', '2026H3', '26Q1', '2026q1', '0026', ''])('%s is no period', (text) => {
  expect(parsePeriod(text)).toBeUndefined()
})
