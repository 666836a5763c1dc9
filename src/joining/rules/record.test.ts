import { expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { isRefused } from '../../kit/refuse.ts'
import type { AdmissionCase, CaseNumber, Step } from '../rules.ts'
import { correctStep, recordStep } from './record.ts'

const TODAY = day('2026-10-08')
type Steps = Partial<Record<Step, string>>
type Numbers = Partial<Record<CaseNumber, number>>

const caseOf = (steps: Steps, numbers: Numbers = {}): AdmissionCase => ({
  bornOn: day('1995-05-05'),
  steps: Object.fromEntries(Object.entries(steps).map(([step, on]) => [step, day(on)])),
  numbers,
})
const vote = (expected: number, present: number, yes: number): Numbers => ({
  acceptanceExpected: expected,
  acceptancePresent: present,
  acceptanceYes: yes,
})
const told = (answer: object): string => {
  if (!isRefused(answer)) return 'recorded'
  return [answer.refused, answer.clause].join(' ')
}

test.each<[string, Steps, Step, string, Numbers, string]>([
  ['the day of today', {}, 'submitApplication', '2026-10-08', {}, 'recorded'],
  ['tomorrow', {}, 'submitApplication', '2026-10-09', {}, 'in-the-future R2'],
  ['an applicant of 17', {}, 'submitApplication', '2013-05-04', {}, 'against-rules J11'],
  [
    'a step that has a day',
    { submitApplication: '2026-01-01' },
    'submitApplication',
    '2026-01-01',
    {},
    'step-recorded R2',
  ],
  [
    'a day before the step before',
    { submitApplication: '2026-02-02' },
    'intakeTalk',
    '2026-02-01',
    {},
    'against-rules J1',
  ],
  ['a talk that came late', { submitApplication: '2026-01-01' }, 'intakeTalk', '2026-05-01', {}, 'recorded'],
  [
    'a candidate a day short of a year',
    { nominateActivist: '2025-10-09' },
    'decideCandidate',
    '2026-10-08',
    {},
    'against-rules J3',
  ],
  [
    'a candidate after a year to the day',
    { nominateActivist: '2025-10-08' },
    'decideCandidate',
    '2026-10-08',
    {},
    'recorded',
  ],
  ['no number of mentors', {}, 'assignMentors', '2026-01-01', {}, 'numbers-missing R2'],
  ['three mentors', {}, 'assignMentors', '2026-01-01', { mentors: 3 }, 'against-rules J4'],
  ['two mentors', {}, 'assignMentors', '2026-01-01', { mentors: 2 }, 'recorded'],
  ['one sponsor', {}, 'assignSponsors', '2026-01-01', { sponsors: 1 }, 'against-rules J5'],
  [
    '23.99 hours of training',
    {},
    'candidateTraining',
    '2026-01-01',
    { trainingHundredths: 2399 },
    'against-rules J6',
  ],
  ['half present', {}, 'acceptanceMeeting', '2026-01-01', vote(12, 6, 7), 'against-rules J7'],
  ['half in favour', {}, 'acceptanceMeeting', '2026-01-01', vote(12, 7, 6), 'against-rules J8'],
  ['more than half', {}, 'acceptanceMeeting', '2026-01-01', vote(12, 7, 7), 'recorded'],
  ['more yes than expected', {}, 'acceptanceMeeting', '2026-01-01', vote(12, 7, 13), 'impossible-vote R2'],
  [
    'more present than expected',
    {},
    'acceptanceMeeting',
    '2026-01-01',
    vote(12, 13, 7),
    'impossible-vote R2',
  ],
])('recording %s: %6$s', (_, steps, step, on, numbers, expected) => {
  const entry = { step, on: day(on), numbers, paper: '' }
  expect(told(recordStep(caseOf(steps), entry, TODAY))).toBe(expected)
})

test('what the paper has against the rules is recorded when somebody says why', () => {
  const entry = {
    step: 'assignMentors',
    on: day('2026-01-01'),
    numbers: { mentors: 3 },
    paper: '原件如此',
  } as const
  expect(recordStep(caseOf({}), entry, TODAY)).toMatchObject({
    steps: { assignMentors: '2026-01-01' },
    numbers: { mentors: 3 },
  })
})

test('a defect that was there already does not stand in the way of the next step', () => {
  const of = caseOf({ assignMentors: '2026-01-01' }, { mentors: 3 })
  const entry = { step: 'cultivateActivist', on: day('2026-02-01'), numbers: {}, paper: '' } as const
  expect(told(recordStep(of, entry, TODAY))).toBe('recorded')
})

test.each<[string, Step, string | null, Numbers, string]>([
  ['another day', 'assignMentors', '2026-02-01', { mentors: 2 }, 'recorded'],
  ['without its number', 'assignMentors', '2026-02-01', {}, 'numbers-missing R2'],
  ['a day ahead', 'assignMentors', '2026-10-09', { mentors: 2 }, 'in-the-future R2'],
  ['a step without a day', 'oath', '2026-02-01', {}, 'not-recorded R2'],
  ['against the rules: the paper is right', 'assignMentors', '2026-02-01', { mentors: 3 }, 'recorded'],
])('correcting to %s: %5$s', (_, step, on, numbers, expected) => {
  const of = caseOf({ assignMentors: '2026-01-01' }, { mentors: 1 })
  expect(told(correctStep(of, { step, on: on === null ? null : day(on), numbers }, TODAY))).toBe(expected)
})

test('a step that never took place goes with its numbers', () => {
  const of = caseOf({ assignMentors: '2026-01-01' }, { mentors: 1, sponsors: 2 })
  const changed = correctStep(of, { step: 'assignMentors', on: null, numbers: {} }, TODAY)
  expect(changed).toEqual({
    steps: { assignMentors: undefined },
    numbers: { mentors: undefined, sponsors: 2 },
  })
})
