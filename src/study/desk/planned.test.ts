import { expect, test } from 'vitest'
import { BLANK, plannedOf, readHours } from './planned.ts'

test.each([
  ['2', 200],
  ['１.５ 学时', 150],
  ['', null],
  ['两', undefined],
  ['1.555', undefined],
])('%j hours is %j', (typed, hundredths) => expect(readHours(typed)).toBe(hundredths))

test('what is not said stays unsaid', () => {
  expect(plannedOf(BLANK)).toMatchObject({ hoursHundredths: null, prepared: null })
  expect(plannedOf({ ...BLANK, prepared: 'no' })).toMatchObject({ prepared: false })
  expect(plannedOf({ ...BLANK, hours: '很多' })).toBeUndefined()
})
