import { addDays, type Day, day, daysBetween, type Span } from '../../kit/day.ts'
import { type Refused, refuse } from '../../kit/refuse.ts'

/** One shift of a system: `HH:MM` by the mine's clock; `ends` not after `starts`: over midnight. */
export type ShiftHours = { readonly name: string; readonly starts: string; readonly ends: string }

/**
 * How a unit's day is cut into shifts (R8.1: hours are each mine's own). `beforeMinutes`: pre-shift meeting, changing and the way down;
 * `afterMinutes`: the way up and washing. `restDays`: days of the week, 1 Monday to 7 Sunday, off for whoever is always on one shift.
 */
export type ShiftSystem = {
  readonly name: string
  readonly underground: boolean
  readonly beforeMinutes: number
  readonly afterMinutes: number
  readonly restDays: readonly number[]
  readonly shifts: readonly ShiftHours[]
}

/** What a day of a rota says that is no shift: rest. */
export const REST = ''

/** From a day on, crews go through a cycle of days, each entry a shift or `REST`, a crew `offset` days ahead of the first entry. */
export type Rota = {
  readonly from: Day
  readonly cycle: readonly string[]
  readonly crews: readonly { readonly name: string; readonly offset: number }[]
}

/** What a unit works by: its system, and its rotas in order of their days. */
export type UnitShifts = { readonly system: ShiftSystem | undefined; readonly rotas: readonly Rota[] }

/** A person's crew, or shift, in a unit for some days; both ends inside. */
export type Stretch = Span & { readonly crew: string; readonly unit: UnitShifts }

/** Somebody with what decides when they work; `days`: what was said for single days, before any rota. */
export type Worker = {
  readonly stretches: readonly Stretch[]
  readonly days: ReadonlyMap<Day, string>
}

/** The usual systems with hours as many mines have them, to be changed where they differ: no rule sets them (R8.1). */
export const USUAL_SYSTEMS: readonly ShiftSystem[] = [
  {
    ...{ name: '三八制', underground: true, beforeMinutes: 60, afterMinutes: 60, restDays: [7] },
    shifts: [
      { name: '早班', starts: '08:00', ends: '16:00' },
      { name: '中班', starts: '16:00', ends: '00:00' },
      { name: '夜班', starts: '00:00', ends: '08:00' },
    ],
  },
  {
    ...{ name: '四六制', underground: true, beforeMinutes: 60, afterMinutes: 60, restDays: [7] },
    shifts: [
      { name: '一班', starts: '00:00', ends: '06:00' },
      { name: '二班', starts: '06:00', ends: '12:00' },
      { name: '三班', starts: '12:00', ends: '18:00' },
      { name: '四班', starts: '18:00', ends: '00:00' },
    ],
  },
  {
    ...{ name: '常白班', underground: false, beforeMinutes: 0, afterMinutes: 0, restDays: [6, 7] },
    shifts: [{ name: '白班', starts: '08:00', ends: '17:00' }],
  },
]

/** Minutes of the mine's clock since the first moment of 1970 there; the mine keeps one clock all year. */
export type Minute = number

/** Why somebody is left alone from a minute to a minute, the end outside: on shift with the ways, or the rest after it. */
export type Busy = { readonly from: Minute; readonly to: Minute; readonly why: 'shift' | 'rest' }

export const DAY_MINUTES = 1440
const EPOCH = day('1970-01-01')
/** 5 January 1970 was a Monday. */
const A_MONDAY = day('1970-01-05')

/** The first minute of a day. */
export const startOf = (of: Day): Minute => daysBetween(EPOCH, of) * DAY_MINUTES

/** The mine's clock is eight hours ahead of UTC all year. */
const AHEAD_MINUTES = 8 * 60
const MINUTE_MS = 60_000

/** The minute of the mine's clock at an instant, the seconds left out. */
export const minuteAt = (instant: Date): Minute => Math.floor(instant.getTime() / MINUTE_MS) + AHEAD_MINUTES

/** The instant a minute of the mine's clock begins. */
export const instantOf = (minute: Minute): Date => new Date((minute - AHEAD_MINUTES) * MINUTE_MS)

/** `HH:MM` as minutes of its day. */
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** Hours of rest after a shift that goes through the night, and after any other. Ours: no rule names a number. */
export const NIGHT_REST_HOURS = 11
export const REST_HOURS = 8
/** Rest after other shifts begins with the night, when they end before it. Ours. */
export const NIGHT_FROM = 22 * 60
const NIGHT_HEART = 3 * 60

const lengthOf = ({ starts, ends }: ShiftHours): number => {
  const minutes = minutesOf(ends) - minutesOf(starts)
  return minutes > 0 ? minutes : minutes + DAY_MINUTES
}

/** Whether a shift goes through three in the morning. */
export function isNight(shift: ShiftHours): boolean {
  const [from, length] = [minutesOf(shift.starts), lengthOf(shift)]
  return [NIGHT_HEART, NIGHT_HEART + DAY_MINUTES].some((heart) => from <= heart && heart < from + length)
}

const weekdayOf = (of: Day): number => ((((daysBetween(A_MONDAY, of) % 7) + 7) % 7) + 1) as number
const cyclic = (at: number, length: number): number => ((at % length) + length) % length

/** The rota in force on a day: the last one begun. */
export const rotaOn = ({ rotas }: UnitShifts, on: Day): Rota | undefined =>
  rotas.findLast(({ from }) => from <= on)

function bySystem({ system, rotas }: UnitShifts, crew: string, on: Day): string | undefined {
  const rota = rotaOn({ system, rotas }, on)
  const named = rota?.crews.find(({ name }) => name === crew)
  if (rota && named) return rota.cycle[cyclic(daysBetween(rota.from, on) + named.offset, rota.cycle.length)]
  if (!system?.shifts.some(({ name }) => name === crew)) return undefined
  return system.restDays.includes(weekdayOf(on)) ? REST : crew
}

/** The shift somebody has on a day, `REST`, or undefined where nothing says. What was said for the day itself comes first. */
export function shiftOn({ stretches, days }: Worker, on: Day): string | undefined {
  const said = days.get(on)
  if (said !== undefined) return said
  const stretch = stretches.find(({ first, last }) => first <= on && on <= last)
  return stretch && bySystem(stretch.unit, stretch.crew, on)
}

const hoursOf = ({ stretches }: Worker, on: Day, shift: string) => {
  const system = stretches.find(({ first, last }) => first <= on && on <= last)?.unit.system
  return { system, hours: system?.shifts.find(({ name }) => name === shift) }
}

/** A shift nobody knows the hours of takes the whole day: better not asked than called from the face. */
const wholeDay = (on: Day): Busy[] => [{ from: startOf(on), to: startOf(on) + DAY_MINUTES, why: 'shift' }]

function busyOn(worker: Worker, on: Day): Busy[] {
  const shift = shiftOn(worker, on)
  if (shift === undefined || shift === REST) return []
  const { system, hours } = hoursOf(worker, on, shift)
  if (!system || !hours) return wholeDay(on)
  const begins = startOf(on) + minutesOf(hours.starts)
  const ends = begins + lengthOf(hours)
  const out = ends + system.afterMinutes
  const work: Busy = { from: begins - system.beforeMinutes, to: out, why: 'shift' }
  if (isNight(hours)) return [work, { from: out, to: out + NIGHT_REST_HOURS * 60, why: 'rest' }]
  const rest = Math.max(out, startOf(on) + NIGHT_FROM)
  return [work, { from: rest, to: rest + REST_HOURS * 60, why: 'rest' }]
}

const MOST_SPANS = 16
/** Kept by span: a thousand people are asked about the same month. */
const spans = new Map<string, readonly Day[]>()

/** The days of a span. */
export function daysOf({ first, last }: Span): readonly Day[] {
  const key = `${first} ${last}`
  const known = spans.get(key)
  if (known) return known
  if (spans.size >= MOST_SPANS) spans.clear()
  const days = Array.from({ length: daysBetween(first, last) + 1 }, (_, at) => addDays(first, at))
  spans.set(key, days)
  return days
}

/**
 * When somebody is to be left alone in a span of days, in order of time: on shift with the ways, and at rest, 11 h from a night shift's end,
 * else 8 h from the shift's end or from the night, whichever is later. Shifts begun before the span reach into it.
 */
export function workOf(worker: Worker, { first, last }: Span): Busy[] {
  const [from, to] = [startOf(first), startOf(last) + DAY_MINUTES]
  return daysOf({ first: addDays(first, -2), last: addDays(last, 1) })
    .flatMap((on) => busyOn(worker, on))
    .filter((one) => one.to > from && one.from < to)
    .sort((a, b) => a.from - b.from)
}

/** Whether somebody has a shift through the night on a day of a span. */
export const worksNights = (worker: Worker, span: Span): boolean =>
  daysOf(span).some((on) => {
    const { hours } = hoursOf(worker, on, shiftOn(worker, on) ?? REST)
    return hours !== undefined && isNight(hours)
  })

/** The days of a span on which somebody's roster says rest. */
export const daysOffOf = (worker: Worker, span: Span): Set<Day> =>
  new Set(daysOf(span).filter((on) => shiftOn(worker, on) === REST))

const hasTwice = (names: readonly string[]): boolean => new Set(names).size < names.length

/** A system's shifts bear different names and none takes a whole day. */
export function checkSystem({
  shifts,
}: Pick<ShiftSystem, 'shifts'>): 'fine' | Refused<'shift-twice' | 'no-hours'> {
  if (hasTwice(shifts.map(({ name }) => name))) return refuse('shift-twice', 'R8.1')
  return shifts.some(({ starts, ends }) => starts === ends) ? refuse('no-hours', 'R8.1') : 'fine'
}

/** A rota goes by the shifts of the unit's system, and names each crew once. */
export function checkRota(
  { cycle, crews }: Pick<Rota, 'cycle' | 'crews'>,
  system: ShiftSystem | undefined,
): 'fine' | Refused<'no-shift-system' | 'no-such-shift' | 'crew-twice'> {
  if (!system) return refuse('no-shift-system', 'R8.1')
  const known = new Set([REST, ...system.shifts.map(({ name }) => name)])
  const unknown = cycle.find((entry) => !known.has(entry))
  if (unknown !== undefined) return refuse('no-such-shift', 'R8.1', { shift: unknown })
  return hasTwice(crews.map(({ name }) => name)) ? refuse('crew-twice', 'R8.1') : 'fine'
}
