import { expect, test } from 'vitest'
import { readNumbers, typeNumber } from './numbers.ts'

test.each([
  ['assignMentors', { mentors: '２' }, { mentors: 2 }],
  ['assignMentors', { mentors: '两' }, {}],
  ['assignMentors', { sponsors: '2' }, {}],
  ['candidateTraining', { trainingHundredths: '24.5' }, { trainingHundredths: 2450 }],
  ['candidateTraining', { trainingHundredths: '24.555' }, {}],
  ['oath', { mentors: '2' }, {}],
] as const)('%s: %j is %j', (step, typed, numbers) => expect(readNumbers(step, typed)).toEqual(numbers))

test('hours are typed as hours', () => {
  expect([
    typeNumber('trainingHundredths', 2450),
    typeNumber('mentors', 2),
    typeNumber('sponsors', undefined),
  ]).toEqual(['24.5', '2', ''])
})
