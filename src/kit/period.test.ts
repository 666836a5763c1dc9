import { expect, test } from 'vitest'
import { day } from './day.ts'
import { quarterOf } from './period.ts'

test.each([
  ['2026-01-01', '2026Q1'],
  ['2026-03-31', '2026Q1'],
  ['2026-04-01', '2026Q2'],
  ['2026-12-31', '2026Q4'],
])('%s lies in %s', (on, quarter) => expect(quarterOf(day(on))).toBe(quarter))
