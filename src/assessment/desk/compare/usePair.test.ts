import { expect, test } from 'vitest'
import { periodBefore } from './usePair.ts'

test.each([
  ['2026Q3', '2026Q2'],
  ['2026Q1', '2025Q4'],
  ['2026H2', '2026H1'],
  ['2026H1', '2025H2'],
  ['2026', '2025'],
])('before %s comes %s', (period, before) => expect(periodBefore(period)).toBe(before))
