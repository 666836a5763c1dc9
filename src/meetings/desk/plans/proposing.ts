import type { InputOf, OutputOf } from '../../../kit/contract.ts'
import { addDays, type Day, parseDay, type Span } from '../../../kit/day.ts'
import { decisionsOf } from '../../rules/votes.ts'
import type { PlanEntry, SessionEntry } from './plan-entry.ts'

/** What is asked of the planner while it is typed. */
export type Wish = {
  readonly from: string
  readonly to: string
  readonly minutes: string
  readonly most: string
  readonly vote: string
}

export type Proposed = OutputOf<'meetings.proposeSessions'>
export type ProposedSet = Proposed['proposals'][number]

const REST = { minutes: '90', most: '3', vote: '' }
/** The planner looks through so many days at a time. */
const MOST_DAYS = 62
const FOUR_WEEKS = 28

const later = (a: Day, b: Day): Day => (a > b ? a : b)
const sooner = (a: Day, b: Day): Day => (a < b ? a : b)

/**
 * The days of the duty that is to be filled, from tomorrow (today, when it is the last) to its last day; without one the four weeks from
 * tomorrow, or from the day the form has already.
 */
export function firstWish({ sessions }: Pick<PlanEntry, 'sessions'>, now: Day, duty?: Span): Wish {
  const tomorrow = addDays(now, 1)
  if (duty && duty.last >= now) {
    const from = sooner(later(tomorrow, duty.first), duty.last)
    return { ...REST, from, to: sooner(duty.last, addDays(from, MOST_DAYS - 1)) }
  }
  const from = later(parseDay(sessions[0]?.day ?? '') ?? tomorrow, tomorrow)
  return { ...REST, from, to: addDays(from, FOUR_WEEKS - 1) }
}

/** The four weeks after a duty’s last day. */
export const wishAfter = (wish: Wish, { last }: Span): Wish => ({
  ...wish,
  ...{ from: addDays(last, 1), to: addDays(last, FOUR_WEEKS) },
})

/** Whether a proposed set misses its duty: a meeting is held on the day of its first sitting. */
export const isLateFor = ({ sessions }: ProposedSet, duty: Span | undefined): boolean =>
  duty !== undefined && sessions.every(({ day }) => day > duty.last)

/** What is sent of a wish; undefined while it, or the form, lacks something. */
export function wishInput(
  { from, to, minutes, most, vote }: Wish,
  { orgId, kind }: Pick<PlanEntry, 'orgId' | 'kind'>,
): InputOf<'meetings.proposeSessions'> | undefined {
  const [first, last] = [parseDay(from), parseDay(to)]
  const length = Number(minutes)
  if (!first || !last || kind === '' || !Number.isInteger(length) || length < 15 || length > 480)
    return undefined
  const asked = { orgId, kind, from: first, to: last, minutes: length, mostSessions: Number(most) }
  const decision = decisionsOf(kind).find((one) => one === vote)
  return decision ? { ...asked, vote: decision } : asked
}

/** A proposed set as sittings of the form: places stay as they were; of two that are everybody's, the second is for the others. */
export function sessionsOf(
  { sessions }: ProposedSet,
  before: readonly SessionEntry[],
  others: string,
): SessionEntry[] {
  const isSecond = (at: number): boolean => sessions.findIndex(({ shift }) => shift === '') < at
  return sessions.map(({ day, starts, ends, shift }, at) => ({
    ...{ day, starts, ends, shift: shift === '' && isSecond(at) ? others : shift },
    place: before[at]?.place ?? before[0]?.place ?? '',
  }))
}
