import { type Day, dayAt } from '../../kit/day.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { minuteAt, startOf } from '../../people/rules/shifts.ts'
import { type Category, isMember } from '../../people/rules.ts'
import type { MeetingKind } from '../rules.ts'
import { type Attendant, isExpected } from './expected.ts'
import { checkTimes, endOf, type Times } from './times.ts'

/** Where a planned meeting stands. */
export const PLAN_STATES = ['planned', 'held', 'cancelled'] as const
export type PlanState = (typeof PLAN_STATES)[number]

/** What is still to be read before a meeting: what was taken back is not. */
export const stillToRead = <M extends { readonly isWithdrawn: boolean }>(materials: readonly M[]): M[] =>
  materials.filter(({ isWithdrawn }) => !isWithdrawn)

/** Why somebody cannot come. */
export const LEAVE_REASONS = ['onShift', 'ill', 'trip', 'personal', 'other'] as const
export type LeaveReason = (typeof LEAVE_REASONS)[number]

/** Where a request for leave stands. */
export const LEAVE_STATES = ['asked', 'granted', 'refused', 'withdrawn'] as const
export type LeaveState = (typeof LEAVE_STATES)[number]

/** A sitting of a planned meeting; `ends` empty: open; `shift`: whose, several joined by `、`; empty: everybody's. */
export type Session = Times & {
  readonly day: Day
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
  const checked = sessions.map(checkTimes).find(isRefused)
  if (checked) return checked
  const shifts = sessions.flatMap(({ shift }) => (shift === '' ? [''] : shiftsIn(shift)))
  return new Set(shifts).size < shifts.length ? refuse('shift-twice') : 'fine'
}

const inOrder = <S extends Session>(sessions: readonly S[]): S[] =>
  sessions.toSorted((a, b) => (`${a.day} ${a.starts}` < `${b.day} ${b.starts}` ? -1 : 1))

/** Between the shifts or crews of one sitting. */
export const SHIFTS_JOIN = '、'

/** The shifts or crews a sitting is for, as they are written: `甲班、乙班`; none: everybody's. */
export const shiftsIn = (shift: string): string[] =>
  shift
    .split(SHIFTS_JOIN)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** Whether a sitting is for somebody of a shift: it is everybody's, or names it. */
export const isFor = (session: Pick<Session, 'shift'>, shift: string): boolean =>
  session.shift === '' || shiftsIn(session.shift).includes(shift)

/** The sitting for somebody of a shift: the shift's own, else everybody's, else the first there is. Undefined without any. */
export function sessionFor<S extends Session>(sessions: readonly S[], shift: string): S | undefined {
  const ordered = inOrder(sessions)
  const own = shift === '' ? undefined : ordered.find((one) => shiftsIn(one.shift).includes(shift))
  return own ?? ordered.find((one) => one.shift === '') ?? ordered[0]
}

/** The first day of a meeting's sittings; throws without any: a plan has one. */
export function firstDayOf(sessions: readonly Session[]): Day {
  const [first] = inOrder(sessions)
  if (!first) throw new Error('a plan without a sitting')
  return first.day
}

/** A sitting is over with its day; one past midnight when it has ended. */
const isOver = ({ day, ...times }: Session, now: Date): boolean =>
  day < dayAt(now) && startOf(day) + (endOf(times) ?? 0) <= minuteAt(now)

/** Whether a planned meeting still lies ahead: planned, and not all of its sittings over. */
export const isAhead = (
  plan: { readonly state: PlanState; readonly sessions: readonly Session[] },
  now: Date,
): boolean => plan.state === 'planned' && plan.sessions.some((one) => !isOver(one, now))

/** How a plan looks to whoever waits for its meeting: as it stands, or its room is open, or its days went by without one. */
export type PlanStanding = PlanState | 'underWay' | 'past'

/** A planned meeting as far as its standing goes; `meetingId`: the record it became, from the moment its room is opened. */
export type Arranged = {
  readonly state: PlanState
  readonly sessions: readonly Session[]
  readonly meetingId: string | null
}

/** How a plan looks at a moment. */
export function standingOf(plan: Arranged, now: Date): PlanStanding {
  if (plan.state !== 'planned') return plan.state
  if (plan.meetingId !== null) return 'underWay'
  return isAhead(plan, now) ? 'planned' : 'past'
}

/** The kinds that may be held in several sittings: where something is taught, nothing decided (R8.1). */
const SPLIT_KINDS: readonly MeetingKind[] = ['partyLecture', 'themeDay', 'studyExchange']
const MOST_SITTINGS = 6

/** How many sittings a meeting of a kind may have. */
export const mostSittingsOf = (kind: MeetingKind): number => (SPLIT_KINDS.includes(kind) ? MOST_SITTINGS : 1)

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
