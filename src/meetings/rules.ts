import { daysLate, isLate } from '../journal/rules/when.ts'
import {
  type Day,
  dayAt,
  daysBetween,
  type Span,
  type Window,
  type WindowLength,
  windowsWithin,
} from '../kit/day.ts'
import { type Refused, refuse } from '../kit/refuse.ts'
import type { Clause } from '../law/clauses.ts'
import { type RuleRow, rowAt, ruleAt } from '../law/table.ts'
import { isQuorate, leastPresent, voteRule } from './rules/votes.ts'

/** The kinds of meeting, in the order of the regulation (R1.3). */
export const MEETING_KINDS = [
  'generalMeeting',
  'committeeMeeting',
  'groupMeeting',
  'partyLecture',
  'themeDay',
  'orgLifeMeeting',
  'memberAppraisal',
  'studyExchange',
] as const
export type MeetingKind = (typeof MEETING_KINDS)[number]

/** Their official names. */
export const MEETING_KIND_NAMES: Readonly<Record<MeetingKind, string>> = {
  generalMeeting: '支部党员大会',
  committeeMeeting: '支部委员会',
  groupMeeting: '党小组会',
  partyLecture: '党课',
  themeDay: '主题党日',
  orgLifeMeeting: '组织生活会',
  memberAppraisal: '民主评议党员',
  studyExchange: '学习交流会',
}

/** Reads a kind by its official Chinese name or its identifier; undefined for anything else. */
export const meetingKindOf = (text: string): MeetingKind | undefined =>
  MEETING_KINDS.find((kind) => kind === text || MEETING_KIND_NAMES[kind] === text)

/** The kinds whose attendance is counted (A3 meeting.attendance). */
export const ATTENDED_KINDS: readonly MeetingKind[] = ['generalMeeting', 'partyLecture', 'themeDay']

/** The kinds that are valid only when half of those expected came (A2.3). */
export const HALF_PRESENT_KINDS: readonly MeetingKind[] = ['generalMeeting', 'committeeMeeting']

const needsHalf = (kind: MeetingKind): boolean => HALF_PRESENT_KINDS.includes(kind)

/** What a meeting record must show to count. */
export type Minutes = {
  readonly kind: MeetingKind
  readonly heldOn?: Day | undefined
  readonly chair?: string | undefined
  readonly recorder?: string | undefined
  readonly subject?: string | undefined
  readonly expected: number
  readonly present: number
}

const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === ''

const VALIDITY: readonly { readonly clause: Clause; readonly holds: (minutes: Minutes) => boolean }[] = [
  {
    clause: 'A2.1',
    holds: ({ heldOn, chair, recorder, subject }) => !!heldOn && ![chair, recorder, subject].some(isBlank),
  },
  { clause: 'A2.2', holds: ({ expected, present }) => expected >= 1 && present >= 0 && present <= expected },
  {
    clause: 'A2.3',
    holds: ({ kind, expected, present }) => !needsHalf(kind) || present * 2 >= expected,
  },
]

/** The clauses a record fails, in order; it is valid and counts when there are none (A2). */
export const failedClauses = (minutes: Minutes): Clause[] =>
  VALIDITY.filter(({ holds }) => !holds(minutes)).map(({ clause }) => clause)

/** Whether half of those expected came, where a kind asks for half (A2.3). */
export const isHalfPresent = (
  kind: MeetingKind,
  numbers: { readonly expected: number; readonly present: number },
  heldOn: Day,
): boolean => !needsHalf(kind) || isQuorate(numbers, voteRule('ordinary', heldOn))

/** How many more must come for half of those expected, 0 once they are here; undefined where a kind asks for no half, or nobody is expected (A2.3). */
export function missingToHalf(
  kind: MeetingKind,
  { expected, present }: { readonly expected: number; readonly present: number },
  heldOn: Day,
): number | undefined {
  if (!needsHalf(kind) || expected === 0) return undefined
  return Math.max(0, leastPresent(expected, voteRule('ordinary', heldOn)) - present)
}

/** One line of a roll call; `excluded` is taken off those expected, with the approvals the regulation asks for (R1.3). */
export type RollLine<Person extends string = string> = {
  readonly personId: Person
  readonly state: 'present' | 'absent' | 'excluded'
}

/** A meeting at the moment of its roll call, and who may be named in it. */
export type Convened<Person extends string = string> = {
  readonly kind: MeetingKind
  readonly heldOn: Day
  readonly roster: readonly Person[]
  readonly zone?: string
}

/** How many should have come and did, who of the roster did not, whether that suffices for this kind (A2.3), and how late it was written. */
export type RollCall<Person extends string = string> = {
  readonly expected: number
  readonly present: number
  readonly absent: readonly Person[]
  readonly quorate: boolean
  readonly daysLate: number
  readonly late: boolean
}

/**
 * Takes the secretary's roll call. Whoever is on the roster and not named counts as absent, so nobody present can be above those expected
 * (A2.2, R1.3); a meeting without half is recorded all the same and shown as not quorate (A2.3).
 */
export function rollCall<Person extends string>(
  meeting: Convened<Person>,
  roll: readonly RollLine<Person>[],
  now: Date,
): RollCall<Person> | Refused<'in-the-future' | 'called-twice' | 'not-on-the-roster'> {
  const recordedOn = dayAt(now, meeting.zone)
  const states = new Map(roll.map(({ personId, state }) => [personId, state]))
  const roster = new Set(meeting.roster)
  if (recordedOn < meeting.heldOn) return refuse('in-the-future', 'A2.1', { day: meeting.heldOn })
  if (states.size < roll.length) return refuse('called-twice', 'A2.2', { times: roll.length - states.size })
  if (roll.some(({ personId }) => !roster.has(personId))) return refuse('not-on-the-roster', 'A1.5')

  const expected = [...roster].filter((person) => states.get(person) !== 'excluded')
  const absent = expected.filter((person) => states.get(person) !== 'present')
  const numbers = { expected: expected.length, present: expected.length - absent.length }
  return {
    ...numbers,
    absent,
    quorate: isHalfPresent(meeting.kind, numbers, meeting.heldOn),
    daysLate: daysLate(meeting.heldOn, recordedOn),
    late: isLate(meeting.heldOn, recordedOn),
  }
}

/** The kinds a branch has a duty to hold, in the order of the regulation; an exchange of study has none (A3.1). */
export const DUTY_KINDS = [
  'generalMeeting',
  'committeeMeeting',
  'groupMeeting',
  'partyLecture',
  'themeDay',
  'orgLifeMeeting',
  'memberAppraisal',
] as const satisfies readonly MeetingKind[]
export type DutyKind = (typeof DUTY_KINDS)[number]

/** What duties depend on: full members decide whether there is a committee; a blank founding day means it was always there (A3.1). */
export type DutyBranch = {
  readonly founded?: Day | undefined
  readonly fullMembers: number
  readonly groups: readonly { readonly id: string; readonly founded?: Day | undefined }[]
}

/** A meeting of the branch or of one of its groups (then with the group's id), and whether it is valid by A2. */
export type DutyMeeting<Meeting extends string = string> = {
  readonly id: Meeting
  readonly kind: MeetingKind
  readonly heldOn: Day
  readonly valid: boolean
  readonly group?: string | undefined
  readonly recordedOn?: Day | undefined
}

/** Why a window is no duty (A3.1). */
export type WhyNot = 'founded-later' | 'no-committee' | 'no-groups'

/** One window of a duty, with the valid meetings that fill it, in order of their days. */
export type DutyWindow<Meeting extends string = string> = Window & {
  readonly meetings: readonly Meeting[]
} & (
    | { readonly state: 'done' | 'late' | 'due' | 'missed' }
    | { readonly state: 'notApplicable'; readonly why: WhyNot }
  )

/** A duty of the branch, or of one of its groups, window by window, with the law it rests on. */
export type Duty<Meeting extends string = string> = {
  readonly kind: DutyKind
  readonly group?: string
  readonly clause: Clause
  readonly source: string
  readonly windows: readonly DutyWindow<Meeting>[]
}

/** How often a duty falls and where that is written, by the rules in force on a day (A3.1, R1.3). */
export const dutyRule = (kind: DutyKind, on: Day): RuleRow<WindowLength> => rowAt(`every.${kind}`, on)

/**
 * The duties of a branch in every window lying wholly inside a span (A3.1, R1.3): done, late (held in its window, but every record of it
 * came more than `LATE_AFTER_DAYS` after), missed, due while the window is not over, or not applicable and why.
 */
export function dutiesOf<Meeting extends string>(
  branch: DutyBranch,
  span: Span,
  meetings: readonly DutyMeeting<Meeting>[],
  today: Day,
): Duty<Meeting>[] {
  const valid = meetings.filter((one) => one.valid).toSorted((a, b) => daysBetween(b.heldOn, a.heldOn))
  return DUTY_KINDS.flatMap((kind) => {
    const ofKind = valid.filter((one) => one.kind === kind)
    const { value, clause, source } = dutyRule(kind, span.first)
    const windows = windowsWithin(span, value)
    return holdersOf(kind, branch, span.first).map((holder) => ({
      kind,
      ...(holder.group !== undefined && { group: holder.group }),
      clause,
      source,
      windows: windows.map((window) => dutyIn(window, holder, ofKind, today)),
    }))
  })
}

/** Who owes a duty of a kind: the branch (no group), or one of its groups; or nobody and why. */
type Holder = {
  readonly group?: string
  readonly founded: readonly (Day | undefined)[]
  readonly why?: WhyNot
}

function holdersOf(kind: DutyKind, { founded, fullMembers, groups }: DutyBranch, on: Day): readonly Holder[] {
  const branch = { founded: [founded] }
  if (kind === 'committeeMeeting' && fullMembers < ruleAt('branch.committeeFrom', on))
    return [{ ...branch, why: 'no-committee' }]
  if (kind !== 'groupMeeting') return [branch]
  if (groups.length === 0) return [{ ...branch, why: 'no-groups' }]
  return groups.map((group) => ({ group: group.id, founded: [founded, group.founded] }))
}

function dutyIn<Meeting extends string>(
  window: Window,
  { group, founded, why }: Holder,
  meetings: readonly DutyMeeting<Meeting>[],
  today: Day,
): DutyWindow<Meeting> {
  if (founded.some((day) => day !== undefined && day > window.first))
    return { ...window, meetings: [], state: 'notApplicable', why: 'founded-later' }
  if (why) return { ...window, meetings: [], state: 'notApplicable', why }

  const filling = meetings.filter(
    (one) =>
      one.heldOn >= window.first && one.heldOn <= window.last && (group === undefined || one.group === group),
  )
  const filled = { ...window, meetings: filling.map(({ id }) => id) }
  if (filling.length === 0) return { ...filled, state: today <= window.last ? 'due' : 'missed' }
  return { ...filled, state: filling.every((one) => isLate(one.heldOn, one.recordedOn)) ? 'late' : 'done' }
}
