import { type Day, dayAt, daysBetween, type Span, type Window, type WindowLength, windowsWithin } from '../kit/day.ts'
import { type Refused, refuse } from '../kit/refuse.ts'
import type { Clause } from '../law/clauses.ts'
import { rowAt, ruleAt } from '../law/table.ts'

/** The kinds of meeting by their official names (R1.3). */
export const MEETING_KIND_NAMES = {
  generalMeeting: '支部党员大会',
  committeeMeeting: '支部委员会',
  groupMeeting: '党小组会',
  partyLecture: '党课',
  themeDay: '主题党日',
  orgLifeMeeting: '组织生活会',
  memberAppraisal: '民主评议党员',
  studyExchange: '学习交流会',
} as const
export type MeetingKind = keyof typeof MEETING_KIND_NAMES

/** The kinds in the order of the regulation. */
export const MEETING_KINDS: readonly MeetingKind[] = [
  'generalMeeting',
  'committeeMeeting',
  'groupMeeting',
  'partyLecture',
  'themeDay',
  'orgLifeMeeting',
  'memberAppraisal',
  'studyExchange',
]

/** Reads a kind by its official Chinese name or its identifier; undefined for anything else. */
export const meetingKindOf = (text: string): MeetingKind | undefined =>
  MEETING_KINDS.find((kind) => kind === text || MEETING_KIND_NAMES[kind] === text)

/** The kinds whose attendance is counted (A3 meeting.attendance). */
export const ATTENDED_KINDS: readonly MeetingKind[] = ['generalMeeting', 'partyLecture', 'themeDay']

/** The kinds that are valid only when half of those expected came (A2.3). */
export const HALF_PRESENT_KINDS: readonly MeetingKind[] = ['generalMeeting', 'committeeMeeting']

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
    holds: ({ kind, expected, present }) => !HALF_PRESENT_KINDS.includes(kind) || present * 2 >= expected,
  },
]

/** The clauses a record fails, in order; it is valid and counts when there are none (A2). */
export const failedClauses = (minutes: Minutes): Clause[] =>
  VALIDITY.filter(({ holds }) => !holds(minutes)).map(({ clause }) => clause)

/** Recorded later than this many days after the meeting, minutes are late: shown so, never refused (A3 meeting.late). */
export const LATE_AFTER_DAYS = 7

/** Whole calendar days from the meeting to its record, 0 when recorded the same day or, by the clock, before (A3 meeting.late). */
export const daysLate = (heldOn: Day, recordedOn: Day): number => Math.max(0, daysBetween(heldOn, recordedOn))

/** Whether a record came more than `LATE_AFTER_DAYS` after its meeting; without a day of record it is not late. */
export const isLate = (heldOn: Day, recordedOn: Day | undefined): boolean =>
  recordedOn !== undefined && daysLate(heldOn, recordedOn) > LATE_AFTER_DAYS

/** How a decision is carried: `strict` wants more than half present, `countsWritten` lets opinions handed in before the meeting count. */
export type VoteRule = { readonly strict: boolean; readonly countsWritten: boolean; readonly clause: Clause }

/** The rule for a decision of a general meeting held on a day; admission also covers conversion (R1.3, R2). */
export function voteRule(decision: 'ordinary' | 'admission', heldOn: Day): VoteRule {
  const { value, clause } = rowAt(`vote.${decision}`, heldOn)
  return { ...value, clause }
}

/** People with the right to vote: expected, in the room, for, and for in writing before the meeting. */
export type Vote = {
  readonly expected: number
  readonly present: number
  readonly yes: number
  readonly writtenYes: number
}
export type Decision = { readonly carried: boolean; readonly yes: number; readonly of: number }

/** Half of those with the right to vote are enough for an ordinary decision; admission wants more than half (R1.3, R2). */
export const isQuorate = ({ expected, present }: Pick<Vote, 'expected' | 'present'>, rule: VoteRule): boolean =>
  rule.strict ? present * 2 > expected : present * 2 >= expected

/** Carried when more than half of all who could have voted said yes: absence counts as not-yes (R1.3). */
export function decide(vote: Vote, rule: VoteRule): Decision | Refused<'no-quorum'> {
  if (!isQuorate(vote, rule)) return refuse('no-quorum', rule.clause)
  const yes = vote.yes + (rule.countsWritten ? vote.writtenYes : 0)
  return { carried: yes * 2 > vote.expected, yes, of: vote.expected }
}

/** A meeting at the moment of its roll call: who may be named, and how many are expected (approved exclusions taken off). */
export type Convened<Person extends string> = {
  readonly kind: MeetingKind
  readonly heldOn: Day
  readonly roster: readonly Person[]
  readonly expected: number
  readonly zone?: string
}

/** Who came, how many should have, who of the roster did not, whether the meeting counts by A2.3, and how late the record is. */
export type RollCall<Person extends string> = {
  readonly expected: number
  readonly present: readonly Person[]
  readonly absent: readonly Person[]
  readonly quorate: boolean
  readonly daysLate: number
  readonly late: boolean
}

/** Takes the secretary's roll call; a meeting without half is recorded all the same, and shown as not quorate (A2.2, A2.3, R1.3). */
export function rollCall<Person extends string>(
  meeting: Convened<Person>,
  present: readonly Person[],
  now: Date,
): RollCall<Person> | Refused<'meeting-ahead' | 'not-on-roster' | 'named-twice' | 'present-above-expected'> {
  const recordedOn = dayAt(now, meeting.zone)
  const named = new Set(present)
  const roster = new Set(meeting.roster)
  if (recordedOn < meeting.heldOn) return refuse('meeting-ahead', 'A2.1', { day: meeting.heldOn })
  if (named.size < present.length) return refuse('named-twice', 'A2.2', { times: present.length - named.size })
  if (present.some((person) => !roster.has(person))) return refuse('not-on-roster', 'A1.5')
  if (present.length > meeting.expected)
    return refuse('present-above-expected', 'A2.2', { present: present.length, expected: meeting.expected })
  return {
    expected: meeting.expected,
    present,
    absent: meeting.roster.filter((person) => !named.has(person)),
    quorate:
      !HALF_PRESENT_KINDS.includes(meeting.kind) ||
      isQuorate({ expected: meeting.expected, present: present.length }, voteRule('ordinary', meeting.heldOn)),
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
  readonly groups: readonly { readonly code: string; readonly founded?: Day | undefined }[]
}

/** A meeting of the branch or of one of its groups (then with the group's code), and whether it is valid by A2. */
export type DutyMeeting = {
  readonly record: string
  readonly kind: MeetingKind
  readonly heldOn: Day
  readonly valid: boolean
  readonly group?: string | undefined
  readonly recordedOn?: Day | undefined
}

export type WhyNot = 'founded-later' | 'no-committee' | 'no-groups'

/** One window of one duty. `record` names the meeting that filled it: the first one recorded in time, else the first. */
export type Duty = {
  readonly kind: DutyKind
  readonly window: Window
  readonly group?: string
} & (
  | { readonly state: 'done' | 'late'; readonly record: string }
  | { readonly state: 'due' | 'missed' }
  | { readonly state: 'notApplicable'; readonly why: WhyNot }
)

/** How often a duty falls, by the rules in force on a day (A3.1, R1.3). */
export const windowLength = (kind: DutyKind, on: Day): WindowLength => ruleAt(`every.${kind}`, on)

/**
 * The duties of a branch in every window lying wholly inside a span, kind by kind, window by window, group by group (A3.1, R1.3):
 * done, late (held in its window, recorded more than `LATE_AFTER_DAYS` after), missed, due while the window is not over, or not applicable and why.
 */
export function dutiesOf(branch: DutyBranch, span: Span, meetings: readonly DutyMeeting[], today: Day): Duty[] {
  const held = Map.groupBy(
    meetings.filter(({ valid }) => valid),
    ({ kind }) => kind,
  )
  return DUTY_KINDS.flatMap((kind) => {
    const ofKind = (held.get(kind) ?? []).toSorted((a, b) => daysBetween(b.heldOn, a.heldOn))
    return windowsWithin(span, windowLength(kind, span.first)).flatMap((window) =>
      holdersOf(kind, branch, window.first).map((holder) => dutyIn({ kind, window, holder }, ofKind, today)),
    )
  })
}

/** Who owes a duty of a kind: the branch (no code), or one of its groups; or nobody and why. */
type Holder = { readonly code?: string; readonly founded: readonly (Day | undefined)[]; readonly why?: WhyNot }

function holdersOf(kind: DutyKind, { founded, fullMembers, groups }: DutyBranch, on: Day): readonly Holder[] {
  const branch = { founded: [founded] }
  if (kind === 'committeeMeeting' && fullMembers < ruleAt('branch.committeeFrom', on))
    return [{ ...branch, why: 'no-committee' }]
  if (kind !== 'groupMeeting') return [branch]
  if (groups.length === 0) return [{ ...branch, why: 'no-groups' }]
  return groups.map((group) => ({ code: group.code, founded: [founded, group.founded] }))
}

type Place = { readonly kind: DutyKind; readonly window: Window; readonly holder: Holder }

function dutyIn({ kind, window, holder }: Place, meetings: readonly DutyMeeting[], today: Day): Duty {
  const duty = { kind, window, ...(holder.code !== undefined && { group: holder.code }) }
  const tooYoung = holder.founded.some((founded) => founded !== undefined && founded > window.first)
  const why = tooYoung ? 'founded-later' : holder.why
  if (why) return { ...duty, state: 'notApplicable', why }

  const filling = meetings.filter(
    ({ heldOn, group }) =>
      heldOn >= window.first && heldOn <= window.last && (holder.code === undefined || group === holder.code),
  )
  const inTime = filling.find(({ heldOn, recordedOn }) => !isLate(heldOn, recordedOn))
  if (inTime) return { ...duty, state: 'done', record: inTime.record }
  if (filling[0]) return { ...duty, state: 'late', record: filling[0].record }
  return { ...duty, state: today <= window.last ? 'due' : 'missed' }
}
