import { type Day, type Month, monthOf, type Span, spanOfMonth, windowsWithin } from '../kit/day.ts'
import { ruleAt } from '../law/table.ts'

/** The months wholly inside a span without a row in the plan; a month on whose first day the branch did not exist is no duty (A3, A3.1). */
export function monthsUnplanned(span: Span, planned: ReadonlySet<Month>, founded: Day | undefined): Month[] {
  return windowsWithin(span, 'month')
    .filter(({ first }) => founded === undefined || founded <= first)
    .map(({ first }) => monthOf(first))
    .filter((month) => !planned.has(month))
}

/** A row of a study plan, and the meeting its 完成记录编号 names, if it names one. */
export type PlanRow = {
  readonly month: Month
  readonly prepared?: boolean | undefined
  readonly meeting?: { readonly heldOn: Day; readonly valid: boolean; readonly ofBranch: boolean } | undefined
}

/** Whether a row's month lies in a span: its rows are counted there (A3 study.planDone). */
export const isPlannedIn = ({ month }: Pick<PlanRow, 'month'>, span: Span): boolean => {
  const { first, last } = spanOfMonth(month)
  return first >= span.first && last <= span.last
}

/** Whether a row is done: it names a valid meeting of the same branch, dated on or before the last day of the period (A3 study.planDone). */
export const isDone = ({ meeting }: Pick<PlanRow, 'meeting'>, lastDay: Day): boolean =>
  meeting?.valid === true && meeting.ofBranch && meeting.heldOn <= lastDay

/** Whether the material of a row was prepared; only 是 says so (A3 study.unprepared). */
export const isPrepared = ({ prepared }: Pick<PlanRow, 'prepared'>): boolean => prepared === true

/** Hundredths of an hour still missing this year: 32 hours for a member, 56 for secretaries and commissioners; from organised sessions only (R4, R9). */
export function hoursMissing(learner: 'member' | 'secretary', hundredths: number, on: Day): number {
  return Math.max(0, ruleAt(`study.${learner}Hours`, on) * 100 - hundredths)
}
