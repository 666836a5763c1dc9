import { type Day, day, type Window, windowsWithin } from '../../kit/day.ts'
import { DUTY_KINDS, type DutyKind, dutyRule } from '../rules.ts'

/** A window of a duty that somebody may still have to fill, or that closed. */
export type Running = Window & { readonly kind: DutyKind }

/** The windows of a day's year that have begun, kind by kind: those that run, and those that closed and are still of interest (A3.1). */
export function runningWindows(today: Day, isRecent: (last: Day) => boolean): Running[] {
  const year = today.slice(0, 4)
  const span = { first: day(`${year}-01-01`), last: day(`${year}-12-31`) }
  return DUTY_KINDS.flatMap((kind) =>
    windowsWithin(span, dutyRule(kind, span.first).value)
      .filter(({ first, last }) => first <= today && (today <= last || isRecent(last)))
      .map((window) => ({ ...window, kind })),
  )
}
