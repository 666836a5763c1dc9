import { expect, test } from 'vitest'
import { changesBetween, type Item, showDifference } from './changes.ts'

const item = (no: string, points: string, of: Partial<Item> = {}): Item => ({
  no,
  heading: '',
  title: `item ${no}`,
  basis: '',
  fact: 'org.vacancies',
  rule: 'each',
  parameters: '',
  value: '0',
  points,
  of: '10.00',
  because: { zh: '', en: '' },
  pending: 0,
  evidenceCount: 0,
  ...of,
})

test('what moved stands apart from what did not, in the order of the later period, what is gone behind', () => {
  const { changed, same } = changesBetween(
    [item('1', '10.00'), item('2', '8.00'), item('3', '5.00')],
    [item('4', '6.00'), item('2', '9.50'), item('1', '10.00')],
  )
  expect(changed.map(({ no, by }) => [no, by])).toEqual([
    ['4', 600],
    ['2', 150],
    ['3', -500],
  ])
  expect(same.map(({ no }) => no)).toEqual(['1'])
})

test('the same points for another value, or of another full number, are a change', () => {
  const before = [item('1', '10.00'), item('2', '10.00')]
  const after = [item('1', '10.00', { value: '1' }), item('2', '10.00', { of: '12.00' })]
  expect(changesBetween(before, after).changed.map(({ no, by }) => [no, by])).toEqual([
    ['1', 0],
    ['2', 0],
  ])
})

test.each([
  [150, '+1.50'],
  [-200, '−2.00'],
  [0, '0'],
])('%s hundredths read %s', (by, text) => expect(showDifference(by)).toBe(text))
