import { addMonths, type Day } from '../../kit/day.ts'
import { rowAt } from '../../law/table.ts'
import {
  type AdmissionCase,
  type CaseNumber,
  type DefectClause,
  EARLIEST,
  LATEST,
  STEPS,
  type Stage,
  type Step,
  stageOf,
  stepNo,
} from '../rules.ts'

/** A time limit of a step that is not done: the last day it is in time, or the first day it may be done. */
export type Clock = {
  readonly kind: 'latest' | 'earliest'
  readonly on: Day
  readonly clause: DefectClause
  readonly source: string
}

/** The numbers a step asks for (J4–J8, J12). */
export const NUMBERS_OF: Readonly<Partial<Record<Step, readonly CaseNumber[]>>> = {
  assignMentors: ['mentors'],
  assignSponsors: ['sponsors'],
  candidateTraining: ['trainingHundredths'],
  acceptanceMeeting: ['acceptanceExpected', 'acceptancePresent', 'acceptanceYes'],
  conversionMeeting: ['conversionExpected', 'conversionPresent', 'conversionYes'],
}

/** One of the 25 steps of a case as it stands. */
export type Station = {
  readonly step: Step
  readonly no: number
  readonly stage: Stage
  readonly on: Day | undefined
  /** Whether it comes next: the first without a date behind the last that has one. */
  readonly isNext: boolean
  /** What is due until when, or not before when; only while it is not done. */
  readonly clock: Clock | undefined
}

/** The step that comes next: behind the latest that has a date; undefined when the last is done (R2). */
export function nextStep({ steps }: Pick<AdmissionCase, 'steps'>): Step | undefined {
  const latest = STEPS.findLast((step) => steps[step])
  return latest ? STEPS[stepNo(latest)] : STEPS[0]
}

/** The stage a case is in: that of the latest step that has a date (R2). */
export const stageOfCase = ({ steps }: Pick<AdmissionCase, 'steps'>): Stage =>
  stageOf(STEPS.findLast((step) => steps[step]) ?? STEPS[0])

const KINDS = [
  ['latest', LATEST],
  ['earliest', EARLIEST],
] as const

/** The clock of a step that is not done, from the day of the step it is counted from (J2, J3, J9, J10, J13). */
export function clockOf({ steps }: Pick<AdmissionCase, 'steps'>, step: Step): Clock | undefined {
  if (steps[step]) return undefined
  for (const [kind, limits] of KINDS) {
    const limit = limits.find(({ to }) => to === step)
    const begun = limit && steps[limit.from]
    if (!begun) continue
    const { value, source } = rowAt(limit.rule, begun)
    return { kind, on: addMonths(begun, value), clause: limit.clause, source }
  }
  return undefined
}

/** The 25 steps of a case in their order, with dates and clocks (R2). */
export function stationsOf(of: Pick<AdmissionCase, 'steps'>): Station[] {
  const next = nextStep(of)
  return STEPS.map((step) => ({
    step,
    no: stepNo(step),
    stage: stageOf(step),
    on: of.steps[step],
    isNext: step === next,
    clock: clockOf(of, step),
  }))
}
