import type { Day, Span } from '../../../kit/day.ts'
import { type Busy, daysOf, type Minute, minutesOf, startOf } from '../../../people/rules/shifts.ts'
import { clockAt, endOf, type Times } from '../times.ts'
import { emptySet, type PeopleSet, put, signOf } from './people-set.ts'

/** Why somebody is left alone for a while: their work, another meeting they are called to, leave they were granted. */
export type Engaged = Omit<Busy, 'why'> & { readonly why: Busy['why'] | 'meeting' | 'leave' }

/** Somebody a meeting is for: when they are left alone, and how often they were called on a day off this quarter. */
export type Invitee<Person extends string = string> = {
  readonly id: Person
  /** Crew or shift as the roster names it; empty: none. */
  readonly crew: string
  readonly busy: readonly Engaged[]
  readonly called: number
  /** The days of the span on which their roster says rest. */
  readonly daysOff: ReadonlySet<Day>
  readonly worksNights: boolean
  /** Whether they may vote in it (R1.3). */
  readonly votes: boolean
}

/** When a sitting is. */
export type Hours = Times & { readonly day: Day }

/** A meeting whose end nobody gave takes so long. Ours. */
const USUAL_MINUTES = 90

/** The minutes a sitting takes, of one past midnight those of the next day too. */
export function stretchOf({ day, ...times }: Hours): { readonly from: Minute; readonly to: Minute } {
  const from = startOf(day) + minutesOf(times.starts)
  const end = endOf(times)
  return { from, to: end === undefined ? from + USUAL_MINUTES : startOf(day) + end }
}

/** A possible sitting, and who could come. `dayAt`: the place of its day in the span. */
export type Candidate = Hours & {
  readonly from: Minute
  readonly to: Minute
  readonly dayAt: number
  readonly free: PeopleSet
}

/** From when to when meetings may be proposed; the night is everybody's own, so none is proposed past midnight. Ours. */
export const OPEN_FROM = '07:00'
export const OPEN_TO = '22:00'
const STEP_MINUTES = 30

/** What may be proposed: the days of a span from an instant on, every half hour of the open hours. */
export type Within = { readonly span: Span; readonly minutes: number; readonly notBefore: Minute }

function hoursWithin({ span, minutes, notBefore }: Within): Omit<Candidate, 'free'>[] {
  const [open, close] = [minutesOf(OPEN_FROM), minutesOf(OPEN_TO)]
  const times = Array.from(
    { length: Math.max(0, Math.floor((close - minutes - open) / STEP_MINUTES) + 1) },
    (_, at) => open + at * STEP_MINUTES,
  )
  return daysOf(span).flatMap((on, dayAt) =>
    times
      .map((time) => ({
        ...{ day: on, starts: clockAt(time), ends: clockAt(time + minutes), dayAt },
        ...{ from: startOf(on) + time, to: startOf(on) + time + minutes },
      }))
      .filter(({ from }) => from >= notBefore),
  )
}

/** Whether somebody is busy at some moment of a stretch of minutes. */
const meets = ({ from, to }: Engaged, stretch: { readonly from: Minute; readonly to: Minute }): boolean =>
  from < stretch.to && stretch.from < to

/** The time of day a sitting is put next to, where several reach the same people. Ours. */
const NEAR = minutesOf('14:30')

/** Of the sittings of a day that the same people can come to one: the nearest to the middle of the afternoon. */
export function nearest(candidates: readonly Candidate[]): Candidate[] {
  const kept = new Map<string, Candidate>()
  const far = ({ from, day }: Candidate): number => Math.abs(from - startOf(day) - NEAR)
  for (const one of candidates) {
    const key = `${one.day} ${signOf(one.free)}`
    const before = kept.get(key)
    if (!before || far(one) < far(before)) kept.set(key, one)
  }
  return [...kept.values()]
}

/** Why somebody cannot come to a sitting: on shift before at rest; undefined: they can. */
export function hinders(
  busy: readonly Engaged[],
  sitting: Pick<Candidate, 'from' | 'to'>,
): Engaged['why'] | undefined {
  const hit = busy.filter((one) => meets(one, sitting))
  return hit.find(({ why }) => why === 'shift')?.why ?? hit[0]?.why
}

/** The same stretches without overlaps, in order of time. */
function joined(busy: readonly Engaged[]): { from: Minute; to: Minute }[] {
  const whole: { from: Minute; to: Minute }[] = []
  for (const { from, to } of busy.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else whole.push({ from, to })
  }
  return whole
}

function freeAt(times: readonly Omit<Candidate, 'free'>[], busy: readonly Engaged[]): number[] {
  const whole = joined(busy)
  let next = 0
  return times.flatMap((time, at) => {
    while ((whole[next]?.to ?? Number.POSITIVE_INFINITY) <= time.from) next += 1
    return (whole[next]?.from ?? Number.POSITIVE_INFINITY) < time.to ? [] : [at]
  })
}

/** Every possible sitting with who could come; nobody on shift, on the way or at rest is among them. */
export function listCandidates(invitees: readonly Invitee[], within: Within): Candidate[] {
  const times = hoursWithin(within)
  const candidates = times.map((time) => ({ ...time, free: emptySet(invitees.length) }))
  const known = new Map<string, number[]>()
  for (const [at, { busy }] of invitees.entries()) {
    const sign = busy.map(({ from, to }) => `${from}-${to}`).join()
    const free = known.get(sign) ?? freeAt(times, busy)
    known.set(sign, free)
    for (const one of free) {
      const candidate = candidates[one]
      if (candidate) put(candidate.free, at)
    }
  }
  return candidates
}
