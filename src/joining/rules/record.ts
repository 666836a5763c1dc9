import type { Day } from '../../kit/day.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import {
  type AdmissionCase,
  type CaseNumber,
  type Defect,
  type DefectClause,
  defectsOf,
  type Step,
} from '../rules.ts'
import { NUMBERS_OF } from './stations.ts'

/** Numbers of a case, as far as they are given. */
export type Numbers = Readonly<Partial<Record<CaseNumber, number | undefined>>>

/** A step as somebody records it. `paper`: why a step against the rules is recorded all the same, because it happened so; '' else. */
export type StepEntry = {
  readonly step: Step
  readonly on: Day
  readonly numbers: Numbers
  readonly paper: string
}

/** Dates and numbers of a case after a change. */
export type Changed = Pick<AdmissionCase, 'steps' | 'numbers'>

type NumbersRefused = Refused<'numbers-missing' | 'impossible-vote'>

const VOTES = [
  ['acceptanceExpected', 'acceptancePresent', 'acceptanceYes'],
  ['conversionExpected', 'conversionPresent', 'conversionYes'],
] as const

/** The numbers a step asks for, all of them and possible: nobody votes who is not expected (R2). */
function takeNumbers(step: Step, numbers: Numbers): Numbers | NumbersRefused {
  const asked = NUMBERS_OF[step] ?? []
  if (asked.some((name) => numbers[name] === undefined)) return refuse('numbers-missing', 'R2')
  const isImpossible = VOTES.some(([expected, ...others]) =>
    others.some((name) => asked.includes(name) && (numbers[name] ?? 0) > (numbers[expected] ?? 0)),
  )
  if (isImpossible) return refuse('impossible-vote', 'R2')
  return Object.fromEntries(asked.map((name) => [name, numbers[name]]))
}

/** Limits that make a step late: shown, never a reason to refuse it. */
const LATENESS: ReadonlySet<DefectClause> = new Set(['J2', 'J9', 'J13'])

const isSame = (a: Defect, b: Defect): boolean => a.clause === b.clause && a.step === b.step

/** The first clause that a change breaks and that was kept before, lateness aside (J1, J3–J8, J10–J12). */
function newlyBroken(before: AdmissionCase, after: AdmissionCase, today: Day): DefectClause | undefined {
  const known = defectsOf(before, today)
  return defectsOf(after, today).find(
    (defect) => !LATENESS.has(defect.clause) && !known.some((one) => isSame(one, defect)),
  )?.clause
}

/**
 * A case with one more step. What the rules do not allow is refused with its clause, until somebody says why the paper has it all the same:
 * then it is recorded, and stays a defect for all to see (R2).
 */
export function recordStep(
  of: AdmissionCase,
  { step, on, numbers, paper }: StepEntry,
  today: Day,
): Changed | NumbersRefused | Refused<'in-the-future' | 'step-recorded' | 'against-rules'> {
  if (on > today) return refuse('in-the-future', 'R2', { day: on })
  if (of.steps[step]) return refuse('step-recorded', 'R2')
  const taken = takeNumbers(step, numbers)
  if (isRefused(taken)) return taken
  const changed = { ...of, steps: { ...of.steps, [step]: on }, numbers: { ...of.numbers, ...taken } }
  const broken = paper === '' ? newlyBroken(of, changed, today) : undefined
  return broken ? refuse('against-rules', broken, { clause: broken }) : changed
}

/** A case that begins with an application (J11). */
export function openCase(
  bornOn: Day,
  { on, paper }: Pick<StepEntry, 'on' | 'paper'>,
  today: Day,
): Changed | Refused<'in-the-future' | 'against-rules'> {
  if (on > today) return refuse('in-the-future', 'R2', { day: on })
  const nothing = { bornOn, steps: {}, numbers: {} }
  const opened = { ...nothing, steps: { submitApplication: on } }
  const broken = paper === '' ? newlyBroken(nothing, opened, today) : undefined
  return broken ? refuse('against-rules', broken, { clause: broken }) : opened
}

/** A step as it is corrected: another day, or null when it never took place. */
export type StepCorrection = Pick<StepEntry, 'step' | 'numbers'> & { readonly on: Day | null }

/** A case with a recorded step corrected; what is wrong with it by the rules stays to be seen as a defect (R2). */
export function correctStep(
  of: AdmissionCase,
  { step, on, numbers }: StepCorrection,
  today: Day,
): Changed | NumbersRefused | Refused<'in-the-future' | 'not-recorded'> {
  if (!of.steps[step]) return refuse('not-recorded', 'R2')
  if (on === null) {
    const none = Object.fromEntries((NUMBERS_OF[step] ?? []).map((name) => [name, undefined]))
    return { steps: { ...of.steps, [step]: undefined }, numbers: { ...of.numbers, ...none } }
  }
  if (on > today) return refuse('in-the-future', 'R2', { day: on })
  const taken = takeNumbers(step, numbers)
  if (isRefused(taken)) return taken
  return { steps: { ...of.steps, [step]: on }, numbers: { ...of.numbers, ...taken } }
}
