import type { Day } from '../../kit/day.ts'
import { type Refused, refuse } from '../../kit/refuse.ts'
import type { MeetingKind } from '../rules.ts'
import { type Attendant, isExpected } from './expected.ts'

/**
 * Grounds on which somebody is not counted among those expected, in the order of the rule (R1.3), and those on which the right to vote
 * rests (R5). `loses`: what is lost; an exclusion wants approval from above and the general meeting's consent, a loss only its decision.
 */
export const GROUNDS = {
  cannotExpressWill: { loses: 'place' },
  abroad: { loses: 'place' },
  servingSentence: { loses: 'place' },
  longIll: { loses: 'place' },
  awayHalfYear: { loses: 'place' },
  probationWithinParty: { loses: 'vote' },
  rightsSuspended: { loses: 'vote' },
} as const satisfies Record<string, { readonly loses: 'place' | 'vote' }>
export type Ground = keyof typeof GROUNDS
export const GROUND_NAMES = [
  'cannotExpressWill',
  'abroad',
  'servingSentence',
  'longIll',
  'awayHalfYear',
  'probationWithinParty',
  'rightsSuspended',
] as const satisfies readonly Ground[]

/** An exclusion as it was approved; `to` null: until further notice. */
export type Exclusion<Person extends string = string> = {
  readonly personId: Person
  readonly ground: Ground
  readonly from: Day
  readonly to: Day | null
}

/** Whether an exclusion holds on a day, its first and last day included. */
export const holdsOn = ({ from, to }: Pick<Exclusion, 'from' | 'to'>, on: Day): boolean =>
  from <= on && (to === null || on <= to)

type Stretch = Pick<Exclusion, 'from' | 'to'>

/** Whether two stretches have a day in common. */
export const overlap = (one: Stretch, other: Stretch): boolean =>
  (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to)

/** Why somebody of the roster is not counted. */
export const WHY_NOT = ['notMember', 'probationary', 'notOfCommittee', ...GROUND_NAMES] as const
export type WhyNot = (typeof WHY_NOT)[number]

/** How somebody of the roster stands to a meeting: expected, or why not. */
export type Standing<Person extends string = string> = {
  readonly personId: Person
  readonly isExpected: boolean
  readonly whyNot: WhyNot | null
}

/** The kinds in which only those count who may vote (R1.3). */
const VOTING: readonly MeetingKind[] = ['generalMeeting']

function whyNotOf(kind: MeetingKind, attendant: Attendant): WhyNot | null {
  if (isExpected(kind, attendant)) return null
  if (kind === 'committeeMeeting') return 'notOfCommittee'
  return attendant.category === 'probationaryMember' ? 'probationary' : 'notMember'
}

/**
 * Who of the roster is expected at a meeting, and on which ground the others are not (R1.3): those of its kind, less those excluded on its
 * day, less, where votes are counted, those without the right.
 */
export function standingsOf<Person extends string>(
  { kind, heldOn }: { readonly kind: MeetingKind; readonly heldOn: Day },
  people: readonly (Attendant & { readonly personId: Person })[],
  exclusions: readonly Exclusion<Person>[],
): Standing<Person>[] {
  const valid = exclusions.filter((one) => holdsOn(one, heldOn))
  const counts = ({ ground }: Exclusion): boolean =>
    GROUNDS[ground].loses === 'place' || VOTING.includes(kind)
  const grounds = new Map(valid.filter(counts).map(({ personId, ground }) => [personId, ground]))
  return people.map((one) => {
    const whyNot = whyNotOf(kind, one) ?? grounds.get(one.personId) ?? null
    return { personId: one.personId, isExpected: whyNot === null, whyNot }
  })
}

const isGround = (why: WhyNot): why is Ground => why in GROUNDS

/** Excluded from those expected, with both approvals: who comes all the same is counted again (R1.3). */
export const isExcluded = ({ whyNot }: Standing): boolean =>
  whyNot !== null && isGround(whyNot) && GROUNDS[whyNot].loses === 'place'

/** The general meeting that consented; undefined when it is none that counts. */
export type Consent = { readonly kind: MeetingKind; readonly heldOn: Day; readonly counts: boolean }

/** What is given when somebody is excluded. */
export type Excluding = {
  readonly ground: Ground
  readonly from: Day
  readonly to: Day | null
  readonly consent: Consent | undefined
}

/** Whether somebody may be taken off those expected: with the consent of a general meeting that counts, and not before it (R1.3). */
export function checkExclusion({
  ground,
  from,
  to,
  consent,
}: Excluding):
  | 'fine'
  | Refused<'consent-needed' | 'consent-later' | 'consent-not-needed' | 'ends-before-it-begins'> {
  if (to !== null && to < from) return refuse('ends-before-it-begins', 'R1.3')
  if (GROUNDS[ground].loses === 'vote') return consent ? refuse('consent-not-needed', 'R5') : 'fine'
  if (consent?.kind !== 'generalMeeting' || !consent.counts) return refuse('consent-needed', 'R1.3')
  return consent.heldOn > from ? refuse('consent-later', 'R1.3', { day: consent.heldOn }) : 'fine'
}

/** How many of a roster should be in the room, and are: who was excluded and came all the same counts on both sides (A2.2, R1.3). */
export function countRoom<Person extends string>(
  standings: readonly Standing<Person>[],
  present: ReadonlySet<Person>,
): { readonly expected: number; readonly present: number } {
  const counted = standings.filter((one) => one.isExpected || (isExcluded(one) && present.has(one.personId)))
  const here = counted.filter(({ personId }) => present.has(personId))
  return { expected: counted.length, present: here.length }
}
