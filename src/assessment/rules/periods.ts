import type { Day } from '../../kit/day.ts'
import { type Period, type PeriodName, quarterOf } from '../../kit/period.ts'
import { type Refused, refuse } from '../../kit/refuse.ts'

/** A period's life: not opened → open (its scheme is frozen) → closed (facts, evidence and scores are frozen) (A5.1, A5.2). */
export type PeriodState = 'not-opened' | 'open' | 'closed'

/** Opening freezes the scheme for the period (A5.1). */
export function openPeriod(state: PeriodState): 'open' | Refused<'period-open' | 'period-closed'> {
  if (state === 'open') return refuse('period-open', 'A5.1')
  if (state === 'closed') return refuse('period-closed', 'A5.2')
  return 'open'
}

/** Closing freezes facts, evidence and scores; not before the period's last day is over (A5.2). */
export function closePeriod(
  state: PeriodState,
  period: Period,
  today: Day,
): 'closed' | Refused<'no-such-period' | 'period-closed' | 'period-not-over'> {
  if (state === 'not-opened') return refuse('no-such-period', 'A5.1')
  if (state === 'closed') return refuse('period-closed', 'A5.2')
  if (today <= period.last) return refuse('period-not-over', 'A5.2', { last: period.last })
  return 'closed'
}

/** Whether a record came after the period was closed: it is shown as late and changes nothing silently (A5.2). */
export const cameAfterClosing = (recordedAt: Date, closedAt: Date | undefined): boolean =>
  closedAt !== undefined && recordedAt > closedAt

type Known = {
  readonly opened: readonly (Pick<Period, 'name' | 'first' | 'last'> & { readonly state: PeriodState })[]
  /** The day of the latest record up to today; undefined: there is none. */
  readonly latest: Day | undefined
  readonly today: Day
}

/** The period to look at first: an open one that runs today, the shortest; else the quarter of the latest record, else today's. */
export function suggestPeriod({ opened, latest, today }: Known): PeriodName {
  const running = opened
    .filter(({ state, first, last }) => state === 'open' && first <= today && today <= last)
    .toSorted((a, b) => (a.first < b.first ? 1 : -1))
  return running[0]?.name ?? quarterOf(latest ?? today)
}
