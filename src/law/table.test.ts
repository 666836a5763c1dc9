import { expect, test } from 'vitest'
import { day } from '../kit/day.ts'
import { CLAUSES } from './clauses.ts'
import { latestOf, RULES, type RuleRow, rowAt, ruleAt } from './table.ts'

const row = (value: number, from: string): RuleRow<number> => ({
  value,
  unit: '',
  clause: 'R0',
  source: '',
  from: day(from),
})
const versions = [row(1, '2018-10-28'), row(2, '2026-01-01')]

test.each([
  ['before the first version: the first, the table looks no further back', '2001-01-01', 1],
  ['on the day before a new version', '2025-12-31', 1],
  ['on the day a new version begins', '2026-01-01', 2],
  ['long after', '2099-01-01', 2],
])('%s', (_, on, value) => expect(latestOf(versions, day(on)).value).toBe(value))

test('a rule without a version is a fault', () =>
  expect(() => latestOf([], day('2026-01-01'))).toThrow('version'))

test.each(Object.entries(RULES))('%s has its clause, unit and source, and versions in order', (_, rows) => {
  for (const { clause, unit, source } of rows) {
    expect(CLAUSES).toContain(clause)
    expect([unit.length, source.length].every((length) => length > 0)).toBe(true)
  }
  expect(rows.map(({ from }) => from)).toEqual(rows.map(({ from }) => from).toSorted())
})

const NOW = day('2026-09-30')
test('the numbers the assessment rests on', () => {
  expect(ruleAt('branch.committeeFrom', NOW)).toBe(7)
  expect(ruleAt('admission.trainingHours', NOW)).toBe(24)
  expect(ruleAt('admission.mentors', NOW)).toEqual({ least: 1, most: 2 })
  expect(ruleAt('dues.arrearsMonths', NOW)).toBe(6)
  expect(ruleAt('term.reminders', NOW)).toEqual([180, 90, 30])
  expect(rowAt('every.generalMeeting', NOW)).toMatchObject({ value: 'quarter', clause: 'R1.3' })
})
