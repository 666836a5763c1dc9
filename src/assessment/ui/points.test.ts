import { expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { periodChoices } from './choices.ts'
import { lostIn, showPoints, sumOf } from './points.ts'

test('points add up to the hundredth', () =>
  expect(
    sumOf([
      { points: '0.10', of: '1.00' },
      { points: '0.20', of: '2.00' },
    ]),
  ).toEqual({ points: 30, of: 300 }))

test.each([
  ['7.00', '10.00', '3.00'],
  ['10.00', '10.00', '0.00'],
  ['1.50', '0.00', '0.00'],
])('%s of %s: %s lost', (points, of, lost) => expect(showPoints(lostIn({ points, of }))).toBe(lost))

test('the choices are this year, the last, and every year that has a period', () => {
  const choices = periodChoices(['2023H1'], day('2026-11-17'))
  expect(choices).toEqual(expect.arrayContaining(['2026Q1', '2025', '2023H1']))
  expect(choices).not.toContain('2024Q1')
  expect(choices[0]).toBe('2026Q1')
})
