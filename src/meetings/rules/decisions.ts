import { addDays, type Day, daysBetween } from '../../kit/day.ts'
import { type Refused, refuse } from '../../kit/refuse.ts'
import type { MeetingKind } from '../rules.ts'

/** Where a decision stands; `stands`: there is nothing to carry out. */
export const DECISION_STATES = ['open', 'stands', 'done', 'dropped'] as const
export type DecisionState = (typeof DECISION_STATES)[number]

/** How near an open promise’s day is. */
export const DECISION_CLOCKS = ['overdue', 'soon', 'ahead'] as const
export type DecisionClock = (typeof DECISION_CLOCKS)[number]

/** So many days before its day a promise is soon due (ours). */
export const SOON_DAYS = 7

/** How near the day of a promise is; the day itself is not over. */
export function clockOf(dueOn: Day, today: Day): DecisionClock {
  if (dueOn < today) return 'overdue'
  return dueOn <= addDays(today, SOON_DAYS) ? 'soon' : 'ahead'
}

/** Whole days until the day of a promise; below 0: days over. */
export const daysLeft = (dueOn: Day, today: Day): number => daysBetween(today, dueOn)

/** The kinds of meeting that take promises up again: those that decide (R1.3). */
const TAKE_UP: readonly MeetingKind[] = ['generalMeeting', 'committeeMeeting', 'groupMeeting']

/** Whether a meeting of a kind takes up the open promises of its unit, due or not. */
export const takesUp = (kind: MeetingKind): boolean => TAKE_UP.includes(kind)

/** What is decided; owner and day go together. */
export type Promised = { readonly ownerId: string | null; readonly dueOn: Day | null }

/** Whether a decision may be written down so: a promise has an owner and a day, not before the meeting. */
export function checkPromise(
  { ownerId, dueOn }: Promised,
  heldOn: Day,
): 'fine' | Refused<'owner-and-day' | 'due-before-meeting'> {
  if ((ownerId === null) !== (dueOn === null)) return refuse('owner-and-day')
  return dueOn !== null && dueOn < heldOn ? refuse('due-before-meeting', undefined, { day: heldOn }) : 'fine'
}

/** Whether something may be said to have happened on a day: not before the meeting, not before today ends. */
export function checkDone(
  on: Day,
  { heldOn, today }: { readonly heldOn: Day; readonly today: Day },
): 'fine' | Refused<'in-the-future' | 'before-the-meeting'> {
  if (on > today) return refuse('in-the-future', undefined, { day: on })
  return on < heldOn ? refuse('before-the-meeting', undefined, { day: heldOn }) : 'fine'
}
