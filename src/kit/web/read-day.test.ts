import { expect, test } from 'vitest'
import { day } from '../day.ts'
import { readDay } from './read-day.ts'

test.each([
  ['2026-11-20', '2026-11-20'],
  ['2026.11.2', '2026-11-02'],
  ['2026/1/20', '2026-01-20'],
  ['20261120', '2026-11-20'],
  ['2026年11月20日', '2026-11-20'],
  ['２０２６．１１．２０', '2026-11-20'],
  [' 2026 - 11 - 20 ', '2026-11-20'],
  ['11.20', '2026-11-20'],
  ['11月21日', '2025-11-21'],
  ['2026-11-31', undefined],
  ['2026-13-01', undefined],
  ['2.29', undefined],
  ['yesterday', undefined],
  ['', undefined],
])('%s reads as %s', (typed, found) => expect(readDay(typed, day('2026-11-20'))).toBe(found))

test.each([
  ['11.20', '2026-11-20'],
  ['11.19', '2027-11-19'],
  ['12月5日', '2026-12-05'],
  ['２．２９', undefined],
  ['2025.1.5', '2025-01-05'],
])('of what is to come, %s reads as %s', (typed, found) =>
  expect(readDay(typed, day('2026-11-20'), 'next')).toBe(found),
)
