import type { Day } from '../../kit/day.ts'
import { type Refused, refuse } from '../../kit/refuse.ts'
import type { Clause } from '../../law/clauses.ts'
import { rowAt, type VoteTerms } from '../../law/table.ts'
import type { MeetingKind } from '../rules.ts'

/** What a general meeting decides, each by a rule of its own (支部条例 第11条; R1.3, R2, R5). `ordinary`: any other important matter. */
export const DECISION_KINDS = [
  'ordinary',
  'committeeReport',
  'election',
  'delegates',
  'admission',
  'conversion',
  'probationExtension',
  'probationCancel',
  'commendation',
  'disposal',
  'discipline',
  'exclusion',
] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]

/** How a decision is carried, with the clause and where it is written. */
export type VoteRule = VoteTerms & { readonly clause: Clause; readonly source: string }

/** The rule for a decision of a meeting held on a day (R1.3, R2, R5). */
export function voteRule(decision: DecisionKind, heldOn: Day): VoteRule {
  const { value, clause, source } = rowAt(`vote.${decision}`, heldOn)
  return { ...value, clause, source }
}

/** What is voted on where: every decision in a general meeting, ordinary ones in the committee’s own, none elsewhere (支部条例 第11条、第12条). */
const VOTED: Readonly<Partial<Record<MeetingKind, readonly DecisionKind[]>>> = {
  generalMeeting: DECISION_KINDS,
  committeeMeeting: ['ordinary'],
}

/** The decisions a kind of meeting votes on. */
export const decisionsOf = (kind: MeetingKind): readonly DecisionKind[] => VOTED[kind] ?? []

/** People with the right to vote: expected, in the room, for, and for in writing before the meeting. */
export type Vote = {
  readonly expected: number
  readonly present: number
  readonly yes: number
  readonly writtenYes: number
}
/** How a vote ended: `yes` of all who could have voted. */
export type Outcome = { readonly carried: boolean; readonly yes: number; readonly of: number }

/** Enough are in the room: half for an ordinary decision, more than half to admit a member, four fifths to elect (R1.3, R2, R5). */
export const isQuorate = (
  { expected, present }: Pick<Vote, 'expected' | 'present'>,
  { num, den, strict }: Pick<VoteTerms, 'num' | 'den' | 'strict'>,
): boolean => (strict ? present * den > expected * num : present * den >= expected * num)

/** The fewest who must be in the room for a vote (R1.3, R2, R5). */
export const leastPresent = (
  expected: number,
  { num, den, strict }: Pick<VoteTerms, 'num' | 'den' | 'strict'>,
): number => (strict ? Math.floor((expected * num) / den) + 1 : Math.ceil((expected * num) / den))

/** More than half of all who could have voted said yes (R1.3). */
export const isCarried = (yes: number, expected: number): boolean => yes * 2 > expected

/** Carried when more than half of all who could have voted said yes: absence counts as not-yes (R1.3). */
export function decide(vote: Vote, rule: VoteRule): Outcome | Refused<'no-quorum'> {
  if (!isQuorate(vote, rule))
    return refuse('no-quorum', rule.clause, {
      present: vote.present,
      expected: vote.expected,
      least: leastPresent(vote.expected, rule),
    })
  const yes = vote.yes + (rule.countsWritten ? vote.writtenYes : 0)
  return { carried: isCarried(yes, vote.expected), yes, of: vote.expected }
}

/** A vote as the secretary counted it. `called`: voters in the room by the roll; `written`: opinions handed in by people who are not there. */
export type Count = {
  readonly expected: number
  readonly called: number
  readonly present: number
  readonly yes: number
  readonly no: number
  readonly abstain: number
  readonly written: number
  readonly writtenYes: number
}

type BadCount =
  | 'nobody-expected'
  | 'more-present-than-called'
  | 'more-votes-than-present'
  | 'written-not-counted'
  | 'more-written-than-absent'

/** Whether a count can be true: nobody votes twice, nobody who is not there, and nobody in writing where that does not count (R1.3, R2). */
export function checkCount(count: Count, rule: VoteRule): 'fine' | Refused<BadCount> {
  const { expected, called, present, written, writtenYes } = count
  const votes = count.yes + count.no + count.abstain
  if (expected === 0) return refuse('nobody-expected', 'R1.3')
  if (present > called) return refuse('more-present-than-called', rule.clause, { present, called })
  if (votes > present) return refuse('more-votes-than-present', rule.clause, { votes, present })
  if (written > 0 && !rule.countsWritten) return refuse('written-not-counted', rule.clause)
  if (written > expected - present || writtenYes > written)
    return refuse('more-written-than-absent', rule.clause, { written, absent: expected - present })
  return 'fine'
}
