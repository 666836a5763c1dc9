import type { Span } from '../../../kit/day.ts'
import { daysOf } from '../../../people/rules/shifts.ts'
import { emptySet, gainOf, listIn, type PeopleSet, put, sizeOf, union, without } from './people-set.ts'
import type { Candidate, Invitee } from './sittings.ts'

/** What a set of sittings asks of people: who comes on a day off, by their place, and what that weighs. */
export type Burden = { readonly weight: number; readonly onDayOff: readonly number[] }

/** Who has a day off, by the place of the day in the span. */
export type DaysOff = readonly PeopleSet[]

/** Who has a day off when. */
export const daysOffOf = (invitees: readonly Invitee[], span: Span): DaysOff =>
  daysOf(span).map((on) => {
    const off = emptySet(invitees.length)
    for (const [at, { daysOff }] of invitees.entries()) if (daysOff.has(on)) put(off, at)
    return off
  })

/**
 * Each comes to the sitting that takes no day off, if there is one. A day off weighs more the oftener somebody was called on one this
 * quarter: 1, 3, 5 …, so that the load is shared.
 */
export function burdenOf(sittings: readonly Candidate[], { invitees, daysOff, nobody }: Bearing): Burden {
  const spared = sittings.reduce(
    (all, { free, dayAt }) => union(all, without(free, daysOff[dayAt] ?? nobody)),
    nobody,
  )
  const onDayOff = listIn(without(reachedBy(sittings, nobody), spared))
  const weight = onDayOff.reduce((sum, at) => sum + 2 * (invitees[at]?.called ?? 0) + 1, 0)
  return { weight, onDayOff }
}

/** Everybody some sitting reaches. */
export const reachedBy = (sittings: readonly Candidate[], nobody: PeopleSet): PeopleSet =>
  sittings.reduce((all, { free }) => union(all, free), nobody)

/** Far apart, then late: what is worse of two sets that weigh the same. */
const SPREAD = 1e3
const WEIGHT = 1e6
const spreadOf = (sittings: readonly Candidate[]): number => {
  const days = sittings.map(({ dayAt }) => dayAt)
  return Math.max(...days) - Math.min(...days)
}

/** Where the work stands and with whom. */
export type Bearing = {
  readonly invitees: readonly Invitee[]
  readonly daysOff: DaysOff
  readonly candidates: readonly Candidate[]
  readonly nobody: PeopleSet
}

/** What a set of sittings costs people: days off first, then how far apart the sittings lie, then how late. Less is better. */
const costOf = (sittings: readonly Candidate[], bearing: Bearing): number =>
  burdenOf(sittings, bearing).weight * WEIGHT +
  spreadOf(sittings) * SPREAD +
  Math.min(...sittings.map(({ dayAt }) => dayAt))

/** One sitting put in another's place: the cheapest that reaches as many. */
function exchangeOne(sittings: readonly Candidate[], at: number, bearing: Bearing): readonly Candidate[] {
  const others = sittings.filter((_, nth) => nth !== at)
  const covered = reachedBy(others, bearing.nobody)
  const needed = sizeOf(reachedBy(sittings, bearing.nobody)) - sizeOf(covered)
  let best = { sittings, cost: costOf(sittings, bearing) }
  for (const candidate of bearing.candidates) {
    if (gainOf(candidate.free, covered) < needed) continue
    const tried = [...others, candidate]
    const cost = costOf(tried, bearing)
    if (cost < best.cost) best = { sittings: tried, cost }
  }
  return best.sittings
}

const ROUNDS = 3

/** Sittings that reach as many and cost people less, exchanged one at a time. */
export function lighten(sittings: readonly Candidate[], bearing: Bearing): readonly Candidate[] {
  let light = sittings
  for (let round = 0; round < ROUNDS; round++) {
    const before = light
    for (let at = 0; at < light.length; at++) light = exchangeOne(light, at, bearing)
    if (light === before) break
  }
  return light
}
