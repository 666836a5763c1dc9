import { type Busy, instantOf, type Minute, minuteAt } from '../people/rules/shifts.ts'

/** What somebody is told. */
export const NOTICE_KINDS = [
  'meetingPlanned',
  'meetingChanged',
  'meetingCancelled',
  'leaveAnswered',
  'voiceAnswered',
  'caseMoved',
  'unmasked',
  'digest',
  'decisionMade',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** What a notice's sentences name. */
export type Facts = Readonly<Record<string, string | number>>

/** Notices are shown for so many days. */
export const SHOWN_DAYS = 90

/** Somebody's working and sleeping hours, from and to in minutes of the day, the end not inside; `to` before `from`: over midnight. */
export type Quiet = { readonly shifts: readonly string[]; readonly from: number; readonly to: number }

const at = (hour: number, minute = 0): number => hour * 60 + minute

/**
 * When each shift is left alone where no roster of shifts is kept: at night, and whoever works then also until their rest is over. The
 * hours of the usual three and four shifts; whoever stands on a roster is left alone by that (`visibleFromWork`).
 */
export const QUIET: readonly Quiet[] = [
  { shifts: ['夜班', '零点班', '大夜班'], from: at(0), to: at(16) },
  { shifts: ['一班'], from: at(0), to: at(14) },
  { shifts: ['中班', '四点班', '小夜班', '四班'], from: at(0, 30), to: at(10) },
  { shifts: ['早班', '八点班', '二班'], from: at(21), to: at(5) },
]
/** Everybody else sleeps at night. */
export const QUIET_OTHERWISE: Quiet = { shifts: [], from: at(22), to: at(7) }

const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60
/** The mine's calendar is eight hours ahead of UTC all year. */
const AHEAD_MINUTES = 8 * 60

const quietOf = (shift: string): Quiet =>
  QUIET.find(({ shifts }) => shifts.includes(shift.trim())) ?? QUIET_OTHERWISE

/** From when somebody of a shift may be told what happened at an instant: at once, or when their quiet hours end (R9). */
export function visibleFrom(happened: Date, shift: string): Date {
  const { from, to } = quietOf(shift)
  const minutes = Math.floor(happened.getTime() / MINUTE_MS) + AHEAD_MINUTES
  const now = minutes % DAY_MINUTES
  const isQuiet = from < to ? now >= from && now < to : now >= from || now < to
  if (!isQuiet) return happened
  const left = (to - now + DAY_MINUTES) % DAY_MINUTES
  return new Date((minutes - AHEAD_MINUTES + left) * MINUTE_MS)
}

const NIGHT = { from: at(22), to: at(7) }

/** When the night that a minute lies in ends; undefined by day. */
function nightEnd(minute: Minute): Minute | undefined {
  const now = minute % DAY_MINUTES
  if (now >= NIGHT.from) return minute - now + DAY_MINUTES + NIGHT.to
  return now < NIGHT.to ? minute - now + NIGHT.to : undefined
}

/** From when somebody whose shifts are known may be told what happened at an instant: not on shift, on the way, at rest or at night (R8.1, R9). */
export function visibleFromWork(happened: Date, busy: readonly Busy[]): Date {
  const began = minuteAt(happened)
  let minute = began
  for (;;) {
    const ends = busy.find(({ from, to }) => from <= minute && minute < to)?.to ?? nightEnd(minute)
    if (ends === undefined) return minute === began ? happened : instantOf(minute)
    minute = ends
  }
}

const MONDAY_8 = at(8)
const WEEK_MINUTES = 7 * DAY_MINUTES
/** 5 January 1970 was a Monday. */
const FIRST_MONDAY = 4 * DAY_MINUTES

/** The instant the digest of the present week was due: Monday at eight. */
export function digestDue(now: Date): Date {
  const minutes = Math.floor(now.getTime() / MINUTE_MS) + AHEAD_MINUTES - FIRST_MONDAY - MONDAY_8
  const week = Math.floor(minutes / WEEK_MINUTES)
  return new Date((week * WEEK_MINUTES + FIRST_MONDAY + MONDAY_8 - AHEAD_MINUTES) * MINUTE_MS)
}

/** Nobody is told of what is older than this when the journal is read for the first time. */
export const TOLD_WITHIN_DAYS = 7

/** Whether a digest says anything. */
export const hasNews = (facts: Facts): boolean =>
  Object.values(facts).some((value) => typeof value === 'number' && value > 0)
