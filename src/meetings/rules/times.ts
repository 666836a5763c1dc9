import { addDays, type Day } from '../../kit/day.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { DAY_MINUTES } from '../../people/rules/shifts.ts'

/** From when to when a meeting is, by the mine's clock: `HH:MM`, in a ledger any text; empty where nobody noted it. */
export type Times = { readonly starts: string; readonly ends: string }

/**
 * A meeting that goes past midnight lasts so many hours at most: as long as the shortest usual shift, beside which it is held (四六制). An end
 * that would make it longer is a slip of the pen. Ours: no rule names a number.
 */
export const MOST_HOURS_PAST_MIDNIGHT = 6

/** A time of day, in minutes; `isNextDay`: it says of itself that it is the next day's. */
export type Clock = { readonly minute: number; readonly isNextDay: boolean }

/** Reads `9:05`, `9.05`, `0905`, `9点05分`, full-width digits, `次日 0:20`, with or without seconds; undefined: no time of day. */
export function readClock(text: string): Clock | undefined {
  const typed = text.normalize('NFKC').trim()
  const [, next, hour, minute] = /^(次日\s*)?(\d{1,2})[:.点]?(\d{2})(?::\d{2})?分?$/.exec(typed) ?? []
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined
  return { minute: Number(hour) * 60 + Number(minute), isNextDay: next !== undefined }
}

const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** A minute as its clock shows it, `HH:MM`, whichever day it is. */
export const clockAt = (minute: number): string =>
  `${twoDigits(Math.floor((minute % DAY_MINUTES) / 60))}:${twoDigits(minute % 60)}`

/** In minutes from the first of the meeting's day; undefined where nobody noted it, or what is noted is no time. `to` from 1440 on: the next day. */
export type Interval = { readonly from: number | undefined; readonly to: number | undefined }

/** When a meeting is. An end at or before the start is the next day's, unless the meeting would then be too long (A2.1). */
export function intervalOf({ starts, ends }: Times): Interval | Refused<'ends-before-start'> {
  const from = readClock(starts)?.minute
  const end = readClock(ends)
  if (!end) return { from, to: undefined }
  const isNextDay = end.isNextDay || (from !== undefined && end.minute <= from)
  const to = isNextDay ? end.minute + DAY_MINUTES : end.minute
  const isTooLong = isNextDay && from !== undefined && to - from > MOST_HOURS_PAST_MIDNIGHT * 60
  return isTooLong ? refuse('ends-before-start', 'A2.1', { hours: MOST_HOURS_PAST_MIDNIGHT }) : { from, to }
}

/** Whether a meeting may be from then to then (A2.1). */
export function checkTimes(times: Times): 'fine' | Refused<'ends-before-start'> {
  const found = intervalOf(times)
  return isRefused(found) ? found : 'fine'
}

/** The minute a meeting ends, from the first of its day; undefined: nobody noted one it can have. */
export function endOf(times: Times): number | undefined {
  const found = intervalOf(times)
  return isRefused(found) ? undefined : found.to
}

/** Whether a meeting ends on the day after it began, be it with its first minute. */
export const isPastMidnight = (times: Times): boolean => (endOf(times) ?? 0) >= DAY_MINUTES

/** The day a meeting of a day ends; the day it is counted on remains the one it began. */
export const lastDayOf = (day: Day, times: Times): Day => (isPastMidnight(times) ? addDays(day, 1) : day)
