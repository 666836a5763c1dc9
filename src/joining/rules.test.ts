import { expect, test } from 'vitest'
import { addMonths, type Day, day } from '../kit/day.ts'
import fc from '../kit/test/check.ts'
import {
  type AdmissionCase,
  admittedOn,
  type CaseNumber,
  defectsOf,
  STEPS,
  type Step,
  stageOf,
  stepNo,
} from './rules.ts'

const END = day('2026-09-30')
type Steps = Partial<Record<Step, string>>
type Numbers = Partial<Record<CaseNumber, number>>

const caseOf = (steps: Steps, numbers: Numbers = {}, bornOn = '1995-05-05'): AdmissionCase => ({
  bornOn: day(bornOn),
  steps: Object.fromEntries(Object.entries(steps).map(([step, on]) => [step, day(on)])),
  numbers,
})
const told = (of: AdmissionCase, last = END): string[] =>
  defectsOf(of, last).map(({ clause, on }) => `${clause}@${on}`)

const accepted: Numbers = { acceptanceExpected: 10, acceptancePresent: 6, acceptanceYes: 6 }
const converted: Numbers = { conversionExpected: 10, conversionPresent: 6, conversionYes: 6 }

test.each<[string, Steps, Numbers, string[]]>([
  ['a case without any date has no defect', {}, {}, []],
  [
    'J1: a step on the same day as the one before is in order',
    { fileCandidate: '2026-07-01', politicalReview: '2026-07-01' },
    {},
    [],
  ],
  [
    'J1: a day earlier is not',
    { fileCandidate: '2026-07-02', politicalReview: '2026-07-01' },
    {},
    ['J1@2026-07-01'],
  ],
  [
    'J1: compared with the latest-numbered step before it, not with the latest day',
    { fileActivist: '2026-07-09', cultivateActivist: '2026-07-01', fileCandidate: '2026-07-05' },
    {},
    ['J1@2026-07-01'],
  ],
  [
    'J1: each step out of order is a defect',
    { fileActivist: '2026-07-09', cultivateActivist: '2026-07-05', fileCandidate: '2026-07-01' },
    {},
    ['J1@2026-07-05', 'J1@2026-07-01'],
  ],
  [
    'J1: steps dated after the period count too',
    { oath: '2027-02-02', archive: '2027-02-01' },
    {},
    ['J1@2027-02-01'],
  ],
  [
    'J2: the talk on the last day of the month',
    { submitApplication: '2026-07-10', intakeTalk: '2026-08-10' },
    {},
    [],
  ],
  [
    'J2: the talk a day later',
    { submitApplication: '2026-07-10', intakeTalk: '2026-08-11' },
    {},
    ['J2@2026-08-11'],
  ],
  [
    'J2: 31 January and a month is 28 February',
    { submitApplication: '2026-01-31', intakeTalk: '2026-03-01' },
    {},
    ['J2@2026-03-01'],
  ],
  [
    'J2: no talk, and the month ends with the period',
    { submitApplication: '2026-08-30' },
    {},
    ['J2@2026-09-30'],
  ],
  ['J2: no talk, and the month ends a day after it', { submitApplication: '2026-09-01' }, {}, []],
  [
    'J2: a talk after the period is late on its own day',
    { submitApplication: '2026-08-01', intakeTalk: '2026-12-01' },
    {},
    ['J2@2026-12-01'],
  ],
  ['J3: a year to the day', { nominateActivist: '2025-07-15', decideCandidate: '2026-07-15' }, {}, []],
  [
    'J3: a day short of a year',
    { nominateActivist: '2025-07-16', decideCandidate: '2026-07-15' },
    {},
    ['J3@2026-07-15'],
  ],
  [
    'J3: from 29 February a year ends on the 28th',
    { nominateActivist: '2024-02-29', decideCandidate: '2025-02-28' },
    {},
    [],
  ],
  ['J4: one mentor', { assignMentors: '2026-07-01' }, { mentors: 1 }, []],
  ['J4: two mentors', { assignMentors: '2026-07-01' }, { mentors: 2 }, []],
  ['J4: three', { assignMentors: '2026-07-01' }, { mentors: 3 }, ['J4@2026-07-01']],
  ['J4: a blank number is none', { assignMentors: '2026-07-01' }, {}, ['J4@2026-07-01']],
  ['J4: no date, no defect', {}, { mentors: 9 }, []],
  ['J5: two sponsors', { assignSponsors: '2026-07-01' }, { sponsors: 2 }, []],
  ['J5: one', { assignSponsors: '2026-07-01' }, { sponsors: 1 }, ['J5@2026-07-01']],
  ['J5: three', { assignSponsors: '2026-07-01' }, { sponsors: 3 }, ['J5@2026-07-01']],
  ['J6: 24 hours', { candidateTraining: '2026-07-01' }, { trainingHundredths: 2400 }, []],
  [
    'J6: a hundredth less',
    { candidateTraining: '2026-07-01' },
    { trainingHundredths: 2399 },
    ['J6@2026-07-01'],
  ],
  ['J6: hours left blank', { candidateTraining: '2026-07-01' }, {}, ['J6@2026-07-01']],
  ['J7: six of ten present', { acceptanceMeeting: '2026-07-01' }, accepted, []],
  [
    'J7: half present is not enough',
    { acceptanceMeeting: '2026-07-01' },
    { acceptanceExpected: 12, acceptancePresent: 6, acceptanceYes: 7 },
    ['J7@2026-07-01'],
  ],
  [
    'J8: half saying yes is not enough',
    { acceptanceMeeting: '2026-07-01' },
    { ...accepted, acceptanceYes: 5 },
    ['J8@2026-07-01'],
  ],
  [
    'J7 and J8: numbers left blank',
    { acceptanceMeeting: '2026-07-01' },
    {},
    ['J7@2026-07-01', 'J8@2026-07-01'],
  ],
  [
    'J9: approved on the last day',
    { acceptanceMeeting: '2026-06-01', committeeApproval: '2026-09-01' },
    accepted,
    [],
  ],
  [
    'J9: approved a day later',
    { acceptanceMeeting: '2026-06-01', committeeApproval: '2026-09-02' },
    accepted,
    ['J9@2026-09-02'],
  ],
  [
    'J9: not approved by the end of the period',
    { acceptanceMeeting: '2026-06-30' },
    accepted,
    ['J9@2026-09-30'],
  ],
  ['J9: not approved, with a day left', { acceptanceMeeting: '2026-07-01' }, accepted, []],
  [
    'J10: converted after a year to the day',
    { acceptanceMeeting: '2025-08-01', committeeApproval: '2025-08-02', conversionMeeting: '2026-08-01' },
    { ...accepted, ...converted },
    [],
  ],
  [
    'J10: a day before',
    { acceptanceMeeting: '2025-08-01', committeeApproval: '2025-08-02', conversionMeeting: '2026-07-31' },
    { ...accepted, ...converted },
    ['J10@2026-07-31'],
  ],
  [
    'J12: half present',
    { conversionMeeting: '2026-08-01' },
    { ...converted, conversionPresent: 5 },
    ['J12@2026-08-01'],
  ],
  [
    'J12: half saying yes',
    { conversionMeeting: '2026-08-01' },
    { ...converted, conversionYes: 5 },
    ['J12@2026-08-01'],
  ],
  ['J12: both faults are one defect', { conversionMeeting: '2026-08-01' }, {}, ['J12@2026-08-01']],
  [
    'J13: approved on the last day',
    { conversionMeeting: '2026-06-01', conversionApproval: '2026-09-01' },
    converted,
    [],
  ],
  [
    'J13: a day later',
    { conversionMeeting: '2026-06-01', conversionApproval: '2026-09-02' },
    converted,
    ['J13@2026-09-02'],
  ],
  [
    'J13: not approved by the end of the period',
    { conversionMeeting: '2026-06-30' },
    converted,
    ['J13@2026-09-30'],
  ],
  ['J13: not approved, with a day left', { conversionMeeting: '2026-07-01' }, converted, []],
])('%s', (_, steps, numbers, expected) => expect(told(caseOf(steps, numbers))).toEqual(expected))

test.each([
  ['18 on the day of application', '2008-07-10', []],
  ['18 the day after', '2008-07-11', ['J11@2026-07-10']],
])('J11: %s', (_, born, expected) =>
  expect(told(caseOf({ submitApplication: '2026-07-10', intakeTalk: '2026-07-10' }, {}, born))).toEqual(
    expected,
  ),
)

test('J11: born on 29 February, 18 on 28 February of a common year', () => {
  const applied = (on: string): string[] =>
    told(caseOf({ submitApplication: on, intakeTalk: on }, {}, '2008-02-29'))
  expect([applied('2026-02-27'), applied('2026-02-28')]).toEqual([['J11@2026-02-27'], []])
})

test.each<[string, Steps, Numbers, Day | undefined]>([
  ['passed', { acceptanceMeeting: '2026-07-01' }, accepted, day('2026-07-01')],
  ['too few present', { acceptanceMeeting: '2026-07-01' }, { ...accepted, acceptancePresent: 5 }, undefined],
  ['too few yes', { acceptanceMeeting: '2026-07-01' }, { ...accepted, acceptanceYes: 5 }, undefined],
  ['not held', {}, accepted, undefined],
])('admitted: %s', (_, steps, numbers, on) => expect(admittedOn(caseOf(steps, numbers))).toBe(on))

test('there are 25 steps in five stages', () => {
  expect(STEPS.map(stepNo)).toEqual(Array.from({ length: 25 }, (_, at) => at + 1))
  expect([2, 3, 6, 7, 11, 12, 18, 19].map((no) => stageOf(STEPS[no - 1] ?? 'archive'))).toEqual([
    'application',
    'activist',
    'activist',
    'candidate',
    'candidate',
    'admission',
    'admission',
    'probation',
  ])
})

const anyDay = fc.nat(900).map((days) => addMonths(day('2024-01-15'), Math.floor(days / 28)))
const anySteps = fc.dictionary(fc.constantFrom(...STEPS), anyDay)

test('a later end of the period never takes a defect away', () =>
  fc.assert(
    fc.property(anySteps, fc.nat(24), (steps, months) => {
      const of: AdmissionCase = { bornOn: day('1995-05-05'), steps, numbers: {} }
      const later = told(of, addMonths(END, months))
      expect(told(of).filter((one) => !later.includes(one))).toEqual([])
    }),
  ))
