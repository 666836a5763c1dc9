import { type Day, type Month, spanOfMonth } from '../../kit/day.ts'
import type { Fen } from '../../kit/money.ts'
import type { DuesClass } from '../../people/rules.ts'
import { owes, type Payment, paidBy, type Reckoning, reckon } from '../rules.ts'

/** How the dues of a month stand: paid in time, paid in full but late, not in full, still to be paid, nothing to judge (A3.2). */
export const MONTH_STATES = ['done', 'late', 'missed', 'due', 'notApplicable'] as const
export type MonthState = (typeof MONTH_STATES)[number]

/** Whether a month's dues are owed here: owed, not computable for want of a base, no duty, or a duty in another branch. */
export const DUTIES = ['owed', 'no-base', 'not-owed', 'elsewhere'] as const
export type Duty = (typeof DUTIES)[number]

/** What somebody was in a month as far as dues go. */
export type Standing = {
  readonly month: Month
  readonly isMember: boolean
  readonly isHere: boolean
  readonly joinedOn: Day | undefined
  readonly duesClass: DuesClass
  readonly baseFen: Fen | undefined
}

/** A month of somebody's dues; amounts in fen. `reckoning` undefined: nothing is due, or it cannot be computed. */
export type DuesMonth = {
  readonly month: Month
  readonly duty: Duty
  readonly state: MonthState
  readonly reckoning: Reckoning | undefined
  readonly paidFen: number
}

/** Judges dues by the last day of the month: what is missing is due until then, and missed from the next day on (A3.2). */
function stateOf(dueFen: number, paidInTime: number, paidFen: number, isOver: boolean): MonthState {
  if (paidInTime >= dueFen) return 'done'
  if (paidFen >= dueFen) return 'late'
  return isOver ? 'missed' : 'due'
}

function dutyOf({ isMember, isHere, joinedOn, month }: Standing): Duty {
  if (!isMember || !owes(joinedOn, month)) return 'not-owed'
  return isHere ? 'owed' : 'elsewhere'
}

/** The dues of a month from what somebody was in it and what was received for it by today (A3.2). */
export function duesMonth(standing: Standing, payments: readonly Payment[], today: Day): DuesMonth {
  const { month, duesClass, baseFen } = standing
  const { last } = spanOfMonth(month)
  const paidFen = paidBy(month, payments, today)
  const duty = dutyOf(standing)
  const reckoning = duty === 'owed' ? reckon(duesClass, baseFen, month) : undefined
  if (!reckoning) {
    const without = duty === 'owed' ? 'no-base' : duty
    return { month, duty: without, state: 'notApplicable', reckoning, paidFen }
  }
  const state = stateOf(reckoning.dueFen, paidBy(month, payments, last), paidFen, today > last)
  return { month, duty, state, reckoning, paidFen }
}
