import { type Day, parseMonth, spanOfMonth } from '../../kit/day.ts'
import { parsePeriod } from '../../kit/period.ts'
import type { FactKey } from './fact-keys.ts'

/** Windows of a duty that are counted as not done although they may still be filled: how many end on which day, soonest first. */
export type Pending = readonly { readonly last: Day; readonly times: number }[]

/** The facts whose evidence is windows with nothing in them (A3). */
const OF_WINDOWS: readonly FactKey['name'][] = ['meeting.missed', 'study.monthsUnplanned']

/** The last day of a window as evidence names it: `2026-07`, `2026Q3`, `2026`, for a group `2026-07@ZB1-1`. */
export function endOfWindow(id: string): Day | undefined {
  const name = id.split('@')[0] ?? id
  const month = parseMonth(name)
  return month ? spanOfMonth(month).last : parsePeriod(name)?.last
}

/** Whether a window may still be filled: its last day is not over. */
export function isOpenWindow(id: string, today: Day): boolean {
  const last = endOfWindow(id)
  return last !== undefined && last >= today
}

/** Which windows of an item's evidence may still be filled on a day; none for a fact that is not of windows. */
export function pendingOf(fact: FactKey, evidence: readonly string[], today: Day): Pending {
  if (!OF_WINDOWS.includes(fact.name)) return []
  const ends = evidence.flatMap((id) => endOfWindow(id) ?? []).filter((last) => last >= today)
  const byDay = Map.groupBy(ends.toSorted(), (last) => last)
  return [...byDay].map(([last, { length }]) => ({ last, times: length }))
}

/** How many windows those are. */
export const countPending = (pending: Pending): number => pending.reduce((sum, { times }) => sum + times, 0)
