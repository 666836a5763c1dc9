import { type Day, dayAt } from '../../kit/day.ts'
import { type Refused, refuse } from '../../kit/refuse.ts'
import { type Category, isMember } from '../../people/rules.ts'
import type { MeetingKind } from '../rules.ts'
import { type Attendant, isExpected } from './expected.ts'

/** Where a planned meeting stands. */
export const PLAN_STATES = ['planned', 'held', 'cancelled'] as const
export type PlanState = (typeof PLAN_STATES)[number]

/** Why somebody cannot come. */
export const LEAVE_REASONS = ['onShift', 'ill', 'trip', 'personal', 'other'] as const
export type LeaveReason = (typeof LEAVE_REASONS)[number]

/** Where a request for leave stands. */
export const LEAVE_STATES = ['asked', 'granted', 'refused'] as const
export type LeaveState = (typeof LEAVE_STATES)[number]

/** A sitting of a planned meeting; times `HH:MM`, `ends` empty: open; `shift` empty: everybody's. */
export type Session = {
  readonly day: Day
  readonly starts: string
  readonly ends: string
  readonly place: string
  readonly shift: string
}

/** Whether a meeting may be planned so: from today on, no sitting ending before it starts, one sitting at most for a shift. */
export function checkSessions(
  sessions: readonly Session[],
  today: Day,
): 'fine' | Refused<'in-the-past' | 'ends-before-start' | 'shift-twice'> {
  const past = sessions.find(({ day }) => day < today)
  if (past) return refuse('in-the-past', undefined, { day: past.day })
  if (sessions.some(({ starts, ends }) => ends !== '' && ends < starts))
    return refuse('ends-before-start', 'A2.1')
  const shifts = new Set(sessions.map(({ shift }) => shift))
  return shifts.size < sessions.length ? refuse('shift-twice') : 'fine'
}

const inOrder = <S extends Session>(sessions: readonly S[]): S[] =>
  sessions.toSorted((a, b) => (`${a.day} ${a.starts}` < `${b.day} ${b.starts}` ? -1 : 1))

/** The sitting for somebody of a shift: the shift's own, else everybody's, else the first there is. Undefined without any. */
export function sessionFor<S extends Session>(sessions: readonly S[], shift: string): S | undefined {
  const ordered = inOrder(sessions)
  const own = shift === '' ? undefined : ordered.find((one) => one.shift === shift)
  return own ?? ordered.find((one) => one.shift === '') ?? ordered[0]
}

/** The first day of a meeting's sittings; throws without any: a plan has one. */
export function firstDayOf(sessions: readonly Session[]): Day {
  const [first] = inOrder(sessions)
  if (!first) throw new Error('a plan without a sitting')
  return first.day
}

/** The last day of a meeting's sittings. */
export const lastDayOf = (sessions: readonly Session[]): Day | undefined => inOrder(sessions).at(-1)?.day

/** Whether a planned meeting still lies ahead: planned, and its last sitting not before today. */
export const isAhead = (
  plan: { readonly state: PlanState; readonly sessions: readonly Session[] },
  now: Date,
): boolean => plan.state === 'planned' && (lastDayOf(plan.sessions) ?? '') >= dayAt(now)

const INVITED: readonly MeetingKind[] = ['partyLecture', 'themeDay', 'studyExchange']
const INVITED_CATEGORIES: readonly Category[] = ['activist', 'candidate', 'applicant']
const COMMITTEE_ONLY: MeetingKind = 'committeeMeeting'

/**
 * Whom a meeting is for, counted or not: those expected (R1.3), every member besides, save in the committee's own; those on their way into
 * the Party where something is taught.
 */
export function isConvened(kind: MeetingKind, attendant: Attendant): boolean {
  if (isExpected(kind, attendant)) return true
  if (kind === COMMITTEE_ONLY) return false
  if (isMember(attendant.category)) return true
  return INVITED.includes(kind) && INVITED_CATEGORIES.includes(attendant.category)
}

/** Whether somebody may be answered on their leave by whoever answers: nobody answers their own. */
export const checkAnswerer = (asker: string, answerer: string | null): 'fine' | Refused<'own-leave'> =>
  asker === answerer ? refuse('own-leave') : 'fine'

const SHIFTS: Readonly<Record<string, readonly string[]>> = {
  三八制: ['早班', '中班', '夜班'],
  四六制: ['一班', '二班', '三班', '四班'],
  常白班: ['白班'],
}

/** The shifts of a system of shifts, in the order of the day; none of one that is not known. */
export const shiftsOf = (system: string): readonly string[] => SHIFTS[system.trim()] ?? []
