import { addMonths, type Day } from '../kit/day.ts'
import type { Clause } from '../law/clauses.ts'
import { ruleAt } from '../law/table.ts'
import { isCarried, isQuorate, voteRule } from '../meetings/rules/votes.ts'

/** The 25 steps of admission, in order (R2). */
export const STEPS = [
  'submitApplication',
  'intakeTalk',
  'nominateActivist',
  'fileActivist',
  'assignMentors',
  'cultivateActivist',
  'decideCandidate',
  'fileCandidate',
  'assignSponsors',
  'politicalReview',
  'candidateTraining',
  'committeeReview',
  'preReview',
  'fillAspirationForm',
  'acceptanceMeeting',
  'committeeTalk',
  'committeeApproval',
  'fileUpper',
  'placeInGroup',
  'oath',
  'probationEducation',
  'applyConversion',
  'conversionMeeting',
  'conversionApproval',
  'archive',
] as const
export type Step = (typeof STEPS)[number]

/** The five stages with the step each begins at: application, activist, candidate, admission, probation (R2). */
export const STAGES = [
  { stage: 'application', from: 'submitApplication' },
  { stage: 'activist', from: 'nominateActivist' },
  { stage: 'candidate', from: 'decideCandidate' },
  { stage: 'admission', from: 'committeeReview' },
  { stage: 'probation', from: 'placeInGroup' },
] as const satisfies readonly { stage: string; from: Step }[]
export type Stage = (typeof STAGES)[number]['stage']

/** The number of a step, from 1. */
export const stepNo = (step: Step): number => STEPS.indexOf(step) + 1

/** The stage a step belongs to (R2). */
export const stageOf = (step: Step): Stage =>
  STAGES.findLast(({ from }) => stepNo(from) <= stepNo(step))?.stage ?? 'application'

/** The numbers a case records beside its dates; training in hundredths of an hour. */
export const CASE_NUMBERS = [
  'mentors',
  'sponsors',
  'trainingHundredths',
  'acceptanceExpected',
  'acceptancePresent',
  'acceptanceYes',
  'conversionExpected',
  'conversionPresent',
  'conversionYes',
] as const
export type CaseNumber = (typeof CASE_NUMBERS)[number]

/** One person's way into the Party as it is recorded now; steps without a date and numbers left blank are absent (J). */
export type AdmissionCase = {
  readonly bornOn: Day
  readonly steps: Readonly<Partial<Record<Step, Day | undefined>>>
  readonly numbers: Readonly<Partial<Record<CaseNumber, number | undefined>>>
}

export type DefectClause = Extract<Clause, `J${number}`>
/** A defect and its date (J1–J13); `step` names the step it stands at. */
export type Defect = { readonly clause: DefectClause; readonly on: Day; readonly step: Step }

type Check = (of: AdmissionCase, lastDay: Day) => readonly Defect[]

const at = (clause: DefectClause, step: Step, on: Day): Defect[] => [{ clause, step, on }]
const count = ({ numbers }: AdmissionCase, name: CaseNumber): number => numbers[name] ?? 0

/** A step dated before the latest-numbered earlier step that has a date (J1). */
const outOfOrder: Check = ({ steps }) => {
  const dated = STEPS.flatMap((step) => (steps[step] ? [{ step, on: steps[step] }] : []))
  return dated.flatMap(({ step, on }, place) => {
    const before = dated[place - 1]
    return before && on < before.on ? at('J1', step, on) : []
  })
}

/** A limit in months between two steps, and the clause that is broken outside it. */
export type Limit = {
  readonly clause: DefectClause
  readonly from: Step
  readonly to: Step
  readonly rule: MonthsRule
}
type MonthsRule =
  | 'admission.talkMonths'
  | 'admission.cultivateMonths'
  | 'admission.approvalMonths'
  | 'admission.probationMonths'
  | 'admission.conversionApprovalMonths'

/** A step later than so many months after another, or absent by then: dated on the step, else on the last day it was in time for (J2, J9, J13). */
const tooLate =
  ({ clause, from, to, rule }: Limit): Check =>
  ({ steps }, lastDay) => {
    const begun = steps[from]
    if (!begun) return []
    const limit = addMonths(begun, ruleAt(rule, begun))
    const done = steps[to]
    if (done) return done > limit ? at(clause, to, done) : []
    return limit <= lastDay ? at(clause, to, limit) : []
  }

/** A step earlier than so many months after another; no defect while one of them is absent (J3, J10). */
const tooEarly =
  ({ clause, from, to, rule }: Limit): Check =>
  ({ steps }) => {
    const [begun, done] = [steps[from], steps[to]]
    return begun && done && done < addMonths(begun, ruleAt(rule, begun)) ? at(clause, to, done) : []
  }

/** A recorded step with too few or too many people (J4, J5). */
const wrongNumber =
  (clause: DefectClause, step: Step, name: 'mentors' | 'sponsors'): Check =>
  (of) => {
    const on = of.steps[step]
    if (!on) return []
    const { least, most } = ruleAt(`admission.${name}`, on)
    return count(of, name) < least || count(of, name) > most ? at(clause, step, on) : []
  }

/** Training finished with too few hours (J6). */
const tooLittleTraining: Check = (of) => {
  const on = of.steps.candidateTraining
  if (!on) return []
  const enough = ruleAt('admission.trainingHours', on) * 100
  return count(of, 'trainingHundredths') < enough ? at('J6', 'candidateTraining', on) : []
}

type Ballot = 'acceptance' | 'conversion'

/** Admission wants more than half of those expected to be present (J7, J12). */
const isShort = (of: AdmissionCase, ballot: Ballot, on: Day): boolean =>
  !isQuorate(
    { expected: count(of, `${ballot}Expected`), present: count(of, `${ballot}Present`) },
    voteRule('admission', on),
  )

/** And more than half of those expected to say yes (J8, J12). */
const isLost = (of: AdmissionCase, ballot: Ballot): boolean =>
  !isCarried(count(of, `${ballot}Yes`), count(of, `${ballot}Expected`))

/** An acceptance meeting without more than half present is one defect, without more than half saying yes another (J7, J8). */
const badAcceptance: Check = (of) => {
  const on = of.steps.acceptanceMeeting
  if (!on) return []
  return [
    ...(isShort(of, 'acceptance', on) ? at('J7', 'acceptanceMeeting', on) : []),
    ...(isLost(of, 'acceptance') ? at('J8', 'acceptanceMeeting', on) : []),
  ]
}

/** A conversion meeting with either fault is one defect (J12). */
const badConversion: Check = (of) => {
  const on = of.steps.conversionMeeting
  return on && (isShort(of, 'conversion', on) || isLost(of, 'conversion'))
    ? at('J12', 'conversionMeeting', on)
    : []
}

/** An applicant not yet 18 on the day of application (J11). */
const tooYoung: Check = ({ bornOn, steps: { submitApplication: on } }) =>
  on && on < addMonths(bornOn, ruleAt('admission.leastAgeMonths', on))
    ? at('J11', 'submitApplication', on)
    : []

const TALK: Limit = {
  clause: 'J2',
  from: 'submitApplication',
  to: 'intakeTalk',
  rule: 'admission.talkMonths',
}
const CULTIVATED: Limit = {
  clause: 'J3',
  from: 'nominateActivist',
  to: 'decideCandidate',
  rule: 'admission.cultivateMonths',
}
const APPROVED: Limit = {
  clause: 'J9',
  from: 'acceptanceMeeting',
  to: 'committeeApproval',
  rule: 'admission.approvalMonths',
}
const PROBATION: Limit = {
  clause: 'J10',
  from: 'acceptanceMeeting',
  to: 'conversionMeeting',
  rule: 'admission.probationMonths',
}
const CONVERTED: Limit = {
  clause: 'J13',
  from: 'conversionMeeting',
  to: 'conversionApproval',
  rule: 'admission.conversionApprovalMonths',
}

/** Steps that must follow another within so many months (J2, J9, J13). */
export const LATEST: readonly Limit[] = [TALK, APPROVED, CONVERTED]
/** Steps that must not follow another before so many months (J3, J10). */
export const EARLIEST: readonly Limit[] = [CULTIVATED, PROBATION]

const CHECKS: readonly Check[] = [
  outOfOrder,
  tooLate(TALK),
  tooEarly(CULTIVATED),
  wrongNumber('J4', 'assignMentors', 'mentors'),
  wrongNumber('J5', 'assignSponsors', 'sponsors'),
  tooLittleTraining,
  badAcceptance,
  tooLate(APPROVED),
  tooEarly(PROBATION),
  tooYoung,
  badConversion,
  tooLate(CONVERTED),
]

/**
 * Every defect of a case, in the order of the clauses, whatever its date: the caller keeps those dated in its period. What is absent by its
 * limit counts only when that limit is not after `lastDay` (J1–J13).
 */
export const defectsOf = (of: AdmissionCase, lastDay: Day): Defect[] =>
  CHECKS.flatMap((check) => check(of, lastDay))

/** The day of an acceptance meeting that passed, with neither J7 nor J8; undefined otherwise (A3 joining.admitted). */
export function admittedOn(of: AdmissionCase): Day | undefined {
  const on = of.steps.acceptanceMeeting
  return on && !isShort(of, 'acceptance', on) && !isLost(of, 'acceptance') ? on : undefined
}
