import type { InputOf, OutputOf } from '../../../kit/contract.ts'
import { addDays, type Day, parseDay } from '../../../kit/day.ts'
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

/** The four weeks from tomorrow, or from the day the form has already. */
export function firstWish({ sessions }: Pick<PlanEntry, 'sessions'>, now: Day): Wish {
  const tomorrow = addDays(now, 1)
  const given = parseDay(sessions[0]?.day ?? '')
  const from = given && given > tomorrow ? given : tomorrow
  return { from, to: addDays(from, 27), minutes: '90', most: '3', vote: '' }
}

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
