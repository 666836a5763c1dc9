import type { Day } from '../../kit/day.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { type Post, postsIn } from '../../org/rules.ts'
import { type Category, isMember } from '../../people/rules.ts'
import type { MeetingKind } from '../rules.ts'
import { checkTimes, lastDayOf, type Times } from './times.ts'

/** Somebody of the unit, as the roster stood on the day of a meeting. */
export type Attendant = { readonly category: Category; readonly posts: string }

const OFF_COMMITTEE: readonly Post[] = ['groupLeader']

const voters = ({ category }: Attendant): boolean => category === 'fullMember'
const members = ({ category }: Attendant): boolean => isMember(category)
const committee = ({ category, posts }: Attendant): boolean =>
  isMember(category) && postsIn(posts).some((post) => !OFF_COMMITTEE.includes(post))

/** Who should come, kind by kind: only full members vote in a general meeting, only the committee sits in its own (R1.3). */
const EXPECTED: Readonly<Record<MeetingKind, (attendant: Attendant) => boolean>> = {
  generalMeeting: voters,
  committeeMeeting: committee,
  groupMeeting: members,
  partyLecture: members,
  themeDay: members,
  orgLifeMeeting: members,
  memberAppraisal: members,
  studyExchange: members,
}

/** Whether somebody counts among those expected; others of the roster may attend without being counted (R1.3). */
export const isExpected = (kind: MeetingKind, attendant: Attendant): boolean => EXPECTED[kind](attendant)

/** When a meeting took place. */
export type Held = Times & { readonly heldOn: Day }

/** Whether a meeting may be written down so: not before it took place, past midnight not before that, and not ending before it starts (A2.1). */
export function checkHeld(
  { heldOn, ...times }: Held,
  today: Day,
): 'fine' | Refused<'in-the-future' | 'ends-before-start'> {
  if (heldOn > today) return refuse('in-the-future', 'A2.1', { day: heldOn })
  const checked = checkTimes(times)
  if (isRefused(checked)) return checked
  const last = lastDayOf(heldOn, times)
  return last > today ? refuse('in-the-future', 'A2.1', { day: last }) : 'fine'
}
