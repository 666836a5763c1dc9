import { addMonths, type Day, type Month, monthOf, monthsWithin, type Span, spanOfMonth } from '../kit/day.ts'
import { type Fen, fen, roundToJiao } from '../kit/money.ts'
import { ratio } from '../kit/ratio.ts'
import type { Clause } from '../law/clauses.ts'
import { type DuesBracket, rowAt, ruleAt, type UnpaidStep } from '../law/table.ts'
import type { DuesClass } from '../people/rules.ts'

/** The classes whose dues are a share of a monthly base, by the rule that holds their brackets (A3.2). */
const BRACKETS = { employed: 'dues.employed', retired: 'dues.retired' } as const

const needsBase = (duesClass: DuesClass): duesClass is keyof typeof BRACKETS => duesClass in BRACKETS

/** Whether dues cannot be computed: the class needs a base and there is none, blank or 0. Such a member is left out and listed (A3.2). */
export const lacksBase = (duesClass: DuesClass, baseFen: Fen | undefined): boolean =>
  needsBase(duesClass) && !baseFen

/** How dues of a month come about: a share of the base by its bracket (`perMille`, above `overFen` up to `upToFen`), or a flat amount; and where that is written. */
export type Reckoning = {
  readonly dueFen: Fen
  readonly duesClass: DuesClass
  readonly share: (DuesBracket & { readonly baseFen: Fen; readonly overFen: number }) | undefined
  readonly clause: Clause
  readonly source: string
}

const shareOf = (brackets: readonly DuesBracket[], baseFen: Fen) => {
  const at = brackets.findIndex(({ upToFen }) => baseFen <= upToFen)
  const bracket = brackets[at]
  return bracket && { ...bracket, baseFen, overFen: brackets[at - 1]?.upToFen ?? 0 }
}

/** Dues of one month with what they were computed from: the bracket is picked once, by the whole base; undefined when the base they need is missing (A3.2). */
export function reckon(duesClass: DuesClass, baseFen: Fen | undefined, month: Month): Reckoning | undefined {
  const on = spanOfMonth(month).first
  if (!needsBase(duesClass)) {
    const { value, clause, source } = rowAt('dues.flatFen', on)
    return { dueFen: fen(value), duesClass, share: undefined, clause, source }
  }
  if (!baseFen) return undefined
  const { value, clause, source } = rowAt(BRACKETS[duesClass], on)
  const share = shareOf(value, baseFen)
  const dueFen = roundToJiao(ratio(BigInt(baseFen) * BigInt(share?.perMille ?? 0), 100_000n))
  return { dueFen, duesClass, share, clause, source }
}

/** Dues of one month, rounded to 0.1 yuan, half up; undefined when the base they need is missing (A3.2). */
export const duesFen = (duesClass: DuesClass, baseFen: Fen | undefined, month: Month): Fen | undefined =>
  reckon(duesClass, baseFen, month)?.dueFen

/** Whether dues are owed for a month: it ends on or after the day of joining; no such day means always (A3.2). */
export const owes = (joinedOn: Day | undefined, month: Month): boolean =>
  joinedOn === undefined || spanOfMonth(month).last >= joinedOn

/** The months wholly inside a span for which dues are owed, in order (A3.2). */
export const monthsOwed = (joinedOn: Day | undefined, span: Span): Month[] =>
  monthsWithin(span).filter((month) => owes(joinedOn, month))

/** Money received from a person for a month. */
export type Payment = { readonly month: Month; readonly paidFen: Fen; readonly paidOn: Day }

/** Whether the payments dated on or before the month's last day add up to the amount; what came later for the rest is too late (A3.2). */
export function isPaidOnTime(month: Month, dueFen: Fen, payments: readonly Payment[]): boolean {
  const { last } = spanOfMonth(month)
  return paidBy(month, payments, last) >= dueFen
}

/** What had been paid for a month by the end of a day. */
export const paidBy = (month: Month, payments: readonly Payment[], by: Day): number =>
  payments.reduce((sum, one) => sum + (one.month === month && one.paidOn <= by ? one.paidFen : 0), 0)

/** What a member's arrears are judged by; `ledgerFrom` is the first month of the whole dues ledger, of anybody. */
export type DuesRecord = {
  readonly joinedOn?: Day | undefined
  readonly payments: readonly Payment[]
  readonly ledgerFrom: Month | undefined
}

/** How many months in a row, up to and including `month`, were owed and had no money at all by a day (A3 dues.arrears). */
export function monthsUnpaid(record: DuesRecord, month: Month, by: Day): number {
  const { joinedOn, payments, ledgerFrom } = record
  let count = 0
  for (let at = month; ledgerFrom !== undefined && at >= ledgerFrom; at = monthBefore(at)) {
    if (!owes(joinedOn, at) || paidBy(at, payments, by) > 0) break
    count += 1
  }
  return count
}

const monthBefore = (month: Month): Month => monthOf(addMonths(spanOfMonth(month).first, -1))

/** Whether a member is in arrears: six months in a row without any money, the last of them wholly inside the period (A3 dues.arrears). */
export const isInArrears = (record: DuesRecord, period: Span): boolean =>
  monthsWithin(period).some(
    (month) => monthsUnpaid(record, month, period.last) >= ruleAt('dues.arrearsMonths', period.last),
  )

/** What a branch should do about a member after so many months without dues; removal is never the system's (R3.2). */
export const unpaidStep = (months: number, on: Day): UnpaidStep['step'] | undefined =>
  ruleAt('dues.unpaidSteps', on).findLast((one) => months >= one.months)?.step

/** What the branch believed due, less what is: above 0 it asked too much; undefined when either is not known. Reported, never scored (A3.2). */
export const believedTooMuch = (believedFen: Fen | undefined, dueFen: Fen | undefined): number | undefined =>
  believedFen === undefined || dueFen === undefined ? undefined : believedFen - dueFen
