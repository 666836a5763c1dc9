import type { Day } from '../../kit/day.ts'
import type { Period } from '../../kit/period.ts'
import { type Refused, refuse } from '../../kit/refuse.ts'

/** A period's life: planned → open (its scheme is frozen) → closed (facts, evidence and scores are frozen) (A5.1, A5.2). */
export type PeriodState = 'planned' | 'open' | 'closed'
export type PeriodCode = 'period-not-planned' | 'period-not-open' | 'period-not-over' | 'period-not-closed' | 'reason-missing'

/** Opening freezes the scheme for the period (A5.1). Answers the new state. */
export function openPeriod(state: PeriodState): 'open' | Refused<'period-not-planned'> {
  return state === 'planned' ? 'open' : refuse('period-not-planned', 'A5.1', { state })
}

/** Whether a scheme may still be changed in place: only while no period of its has been opened; later a change makes a new version (A5.1). */
export const isFrozen = (periods: readonly PeriodState[]): boolean => periods.some((state) => state !== 'planned')

/** Closing freezes facts, evidence and scores; not before the period's last day is over (A5.2). Answers the new state. */
export function closePeriod(
  state: PeriodState,
  period: Period,
  today: Day,
): 'closed' | Refused<'period-not-open' | 'period-not-over'> {
  if (state !== 'open') return refuse('period-not-open', 'A5.2', { state })
  if (today <= period.last) return refuse('period-not-over', 'A5.2', { last: period.last })
  return 'closed'
}

/** A correction of a closed period is a decision with a reason; an open period is simply scored anew (A5.2). */
export function correctPeriod(
  state: PeriodState,
  reason: string,
): 'corrected' | Refused<'period-not-closed' | 'reason-missing'> {
  if (state !== 'closed') return refuse('period-not-closed', 'A5.2', { state })
  if (reason.trim() === '') return refuse('reason-missing', 'A5.2')
  return 'corrected'
}

/** Whether a record came after the period was closed: it is shown as late and changes nothing silently (A5.2). Instants. */
export const cameAfterClosing = (recordedAt: Date, closedAt: Date | undefined): boolean =>
  closedAt !== undefined && recordedAt > closedAt
