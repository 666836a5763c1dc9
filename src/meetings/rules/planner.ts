import type { Clause } from '../../law/clauses.ts'
import { type Bearing, burdenOf, daysOffOf, lighten, reachedBy } from './planner/burden.ts'
import { coverMost } from './planner/cover.ts'
import { both, emptySet, has, type PeopleSet, put, signOf, sizeOf, without } from './planner/people-set.ts'
import {
  type Candidate,
  type Engaged,
  type Hours,
  hinders,
  type Invitee,
  listCandidates,
  nearest,
  type Within,
} from './planner/sittings.ts'
import { isQuorate, type VoteRule } from './votes.ts'

export type { Engaged, Hours, Invitee } from './planner/sittings.ts'

/** Why a proposal is as it is, for a sentence each; `n` of `of` people, or a number of sittings. */
export const REASONS = [
  'reached',
  'nights',
  'fewer',
  'otherDays',
  'noDayOff',
  'onDayOff',
  'shared',
  'quorate',
  'notQuorate',
] as const
export type Reason = {
  readonly code: (typeof REASONS)[number]
  readonly n: number
  readonly of: number
  readonly clause?: Clause
  /** Where the rule is written. */
  readonly source?: string
}

/** Why somebody cannot come to a sitting. */
export type Hindered<Person extends string = string> = {
  readonly id: Person
  /** For each sitting in their order. */
  readonly why: readonly Engaged['why'][]
}

/** A set of sittings: whom it reaches, whom not and why. `percent` is rounded down: 100 is everybody. */
export type Proposal<Person extends string = string> = {
  readonly sittings: readonly (Hours & { readonly crews: readonly string[]; readonly reached: number })[]
  readonly reached: number
  readonly of: number
  readonly percent: number
  readonly missed: readonly Hindered<Person>[]
  readonly reasons: readonly Reason[]
}

/** What is asked of the planner. `vote`: one sitting for all, where votes are taken by this rule (R8.1). */
export type Asked<Person extends string = string> = Within & {
  readonly invitees: readonly Invitee<Person>[]
  readonly mostSittings: number
  readonly vote?: VoteRule | undefined
}

const MOST_PROPOSALS = 3
/** In hundredths of the widest reach: what a proposal that spares days off must still reach. Ours. */
const NEARLY = 95
/** It weighs at most a fourth. Ours. */
const LIGHTER = 4

type Chosen = readonly Candidate[]
const inOrder = (sittings: Chosen): Chosen => sittings.toSorted((a, b) => a.from - b.from)

/** Crews by sitting: each goes where most of it can; the sitting of those without a crew is everybody's, so nobody else is named there. */
function crewsOf(sittings: Chosen, invitees: readonly Invitee[]): string[][] {
  const named = sittings.map((): string[] => [])
  if (sittings.length < 2) return named
  for (const crew of [...new Set(invitees.map((one) => one.crew))].sort()) {
    const counts = sittings.map(
      ({ free }) => invitees.filter((one, at) => one.crew === crew && has(free, at)).length,
    )
    named[counts.indexOf(Math.max(...counts))]?.push(crew)
  }
  return named.map((crews) => (crews.includes('') ? [] : crews))
}

const nightsOf = (invitees: readonly Invitee[], reached: PeopleSet): Reason => ({
  code: 'nights',
  n: invitees.filter(({ worksNights }, at) => worksNights && has(reached, at)).length,
  of: invitees.filter(({ worksNights }) => worksNights).length,
})

/** What can be said of days off: that none is taken, or from how many and how many of those were not called on one this quarter. */
function dayOffReasons(sittings: Chosen, bearing: Bearing): Reason[] {
  const { invitees } = bearing
  const { onDayOff } = burdenOf(sittings, bearing)
  if (onDayOff.length === 0) return [{ code: 'noDayOff', n: 0, of: invitees.length }]
  const fresh = onDayOff.filter((at) => invitees[at]?.called === 0).length
  return [
    { code: 'onDayOff', n: onDayOff.length, of: invitees.length },
    { code: 'shared', n: fresh, of: onDayOff.length },
  ]
}

function voteReason({ invitees }: Bearing, reached: PeopleSet, rule: VoteRule): Reason {
  const expected = invitees.filter(({ votes }) => votes).length
  const present = invitees.filter(({ votes }, at) => votes && has(reached, at)).length
  const code = isQuorate({ expected, present }, rule) ? 'quorate' : 'notQuorate'
  return { code, n: present, of: expected, clause: rule.clause, source: rule.source }
}

/** A set of sittings as it is proposed, with `why` it stands beside the others. */
function proposalOf<Person extends string>(
  chosen: Chosen,
  why: readonly Reason[],
  { invitees, vote }: Asked<Person>,
  bearing: Bearing,
): Proposal<Person> {
  const sittings = inOrder(chosen)
  const reached = reachedBy(sittings, bearing.nobody)
  const [n, of] = [sizeOf(reached), invitees.length]
  const crews = crewsOf(sittings, invitees)
  const missed = invitees
    .filter((_, at) => !has(reached, at))
    .map(({ id, busy }) => ({ id, why: sittings.map((one) => hinders(busy, one) ?? 'rest') }))
  const nights = nightsOf(invitees, reached)
  return {
    sittings: sittings.map(({ day, starts, ends, free }, at) => {
      return { ...{ day, starts, ends }, crews: crews[at] ?? [], reached: sizeOf(free) }
    }),
    ...{ reached: n, of, percent: of === 0 ? 0 : Math.floor((n * 100) / of), missed },
    reasons: [
      ...(vote ? [voteReason(bearing, reached, vote)] : []),
      { code: 'reached', n, of },
      ...(nights.of > 0 ? [nights] : []),
      ...why,
      ...dayOffReasons(sittings, bearing),
    ],
  }
}

const withoutDays = (candidates: readonly Candidate[], taken: Chosen): Candidate[] => {
  const days = new Set(taken.map(({ day }) => day))
  return candidates.filter(({ day }) => !days.has(day))
}

/** The best set of at most so many sittings, as light as can be. */
function bestOf(candidates: readonly Candidate[], most: number, bearing: Bearing): Chosen {
  const found = coverMost(
    candidates.map(({ free }) => free),
    most,
    bearing.invitees.length,
  )
  const bySign = new Map(candidates.toReversed().map((one) => [signOf(one.free), one]))
  const sittings = found.sets.flatMap((set) => bySign.get(signOf(set)) ?? [])
  return sittings.length === 0 ? [] : lighten(sittings, { ...bearing, candidates })
}

type Choice = { readonly sittings: Chosen; readonly why: readonly Reason[] }

/** The widest reach by those alone who have no day off that day; days are spared, not people left out. */
function restedBest(most: number, { daysOff, ...bearing }: Bearing): Chosen {
  const { candidates, nobody } = bearing
  const rested = candidates.map((one) => ({ ...one, free: without(one.free, daysOff[one.dayAt] ?? nobody) }))
  const chosen = new Set(bestOf(rested, most, { ...bearing, daysOff }).map(({ from }) => from))
  return candidates.filter(({ from }) => chosen.has(from))
}

/** The widest reach; with hardly a day off, where that reaches almost as many; fewer sittings, if they do; the widest reach on other days. */
function choicesOf(most: number, bearing: Bearing): Choice[] {
  const { candidates, nobody } = bearing
  const sizes = Array.from({ length: most }, (_, at) => bestOf(candidates, at + 1, bearing))
  const reachOf = (sittings: Chosen): number => sizeOf(reachedBy(sittings, nobody))
  const widest = Math.max(...sizes.map(reachOf))
  const first = sizes.find((sittings) => reachOf(sittings) === widest) ?? []
  const rested = restedBest(most, bearing)
  const weightOf = (sittings: Chosen): number => burdenOf(sittings, bearing).weight
  const isLighter = reachOf(rested) * 100 >= widest * NEARLY && weightOf(rested) * LIGHTER <= weightOf(first)
  const fewer = sizes[first.length - 2]
  const missed = fewer ? widest - reachOf(fewer) : 0
  const other = bestOf(withoutDays(candidates, first), most, bearing)
  const spared: Choice[] = isLighter && weightOf(first) > 0 ? [{ sittings: rested, why: [] }] : []
  // Days off spared for the price of a sitting more, and nobody left out: that comes first.
  const best: Choice = { sittings: first, why: [] }
  return [
    ...(reachOf(rested) === widest ? [...spared, best] : [best, ...spared]),
    ...(fewer ? [{ sittings: fewer, why: [{ code: 'fewer' as const, n: fewer.length, of: missed }] }] : []),
    { sittings: other, why: [{ code: 'otherDays', n: other.length, of: 0 }] },
  ]
}

/** One sitting: the hour that most of those with the right to vote can come to, then most of all, then the lightest; others on other days. */
function votingChoices(bearing: Bearing): Choice[] {
  const voters = emptySet(bearing.invitees.length)
  for (const [at, { votes }] of bearing.invitees.entries()) if (votes) put(voters, at)
  const weigh = (one: Candidate): readonly number[] => [
    -sizeOf(both(one.free, voters)),
    -sizeOf(one.free),
    burdenOf([one], bearing).weight,
    one.from,
  ]
  const byWorth = bearing.candidates
    .map((one) => ({ one, worth: weigh(one) }))
    .sort((a, b) => a.worth.map((x, at) => x - (b.worth[at] ?? 0)).find((x) => x !== 0) ?? 0)
  const days: Candidate[] = []
  for (const { one } of byWorth) if (!days.some(({ day }) => day === one.day)) days.push(one)
  return days.slice(0, MOST_PROPOSALS).map((one, at): Choice => {
    return { sittings: [one], why: at === 0 ? [] : [{ code: 'otherDays', n: 1, of: 0 }] }
  })
}

/**
 * Up to three sets of sittings for a meeting, the best first. Nobody on shift, underground, on the way or at rest is called (R8.1, R9);
 * where votes are taken there is one sitting, the hour with the best quorum. None when nobody can come at any hour.
 */
export function proposeSittings<Person extends string>(asked: Asked<Person>): Proposal<Person>[] {
  const { invitees, mostSittings, vote } = asked
  const candidates = nearest(listCandidates(invitees, asked))
  const nobody = emptySet(invitees.length)
  const bearing: Bearing = { invitees, daysOff: daysOffOf(invitees, asked.span), candidates, nobody }
  if (candidates.length === 0 || invitees.length === 0) return []
  const choices = vote ? votingChoices(bearing) : choicesOf(mostSittings, bearing)
  const shown = choices.filter(({ sittings }) => sizeOf(reachedBy(sittings, nobody)) > 0)
  return shown.map(({ sittings, why }) => proposalOf(sittings, why, asked, bearing)).slice(0, MOST_PROPOSALS)
}
