import { addDays, type Day, day, dayOf, daysBetween, partsOf, type Span } from '../../kit/day.ts'
import type { MeetingKind } from '../rules.ts'

/** A planned meeting as duties see it: of which unit, of which kind, and the first day of its sittings. */
export type PlannedFor = { readonly orgId: string; readonly kind: MeetingKind; readonly day: Day }

/** Whose duty: a group's, or the branch's own (`groupId` null), which a meeting of any of its units fills (A3.1). */
export type Owed = { readonly kind: MeetingKind; readonly groupId: string | null }

/** The first planned meeting that would fill a window of a duty; undefined: nothing is planned for it. */
export function plannedIn<P extends PlannedFor>(
  { kind, groupId }: Owed,
  { first, last }: Span,
  plans: readonly P[],
): P | undefined {
  const fits = (plan: P): boolean =>
    plan.kind === kind &&
    (groupId === null || plan.orgId === groupId) &&
    plan.day >= first &&
    plan.day <= last
  return plans.filter(fits).toSorted((a, b) => (a.day < b.day ? -1 : 1))[0]
}

const A_MONDAY = day('2024-01-01')

/** The day of the week, Monday 1 to Sunday 7. */
export const weekdayOf = (of: Day): number => (((daysBetween(A_MONDAY, of) % 7) + 7) % 7) + 1

const NUMBERS = '一二三四五六日'
const ORDINALS = '一二三四五'

/** Reads when a branch keeps its themed Party day, `每月第二个周五`, `每月5日`, `5`, in a month; undefined: it does not say, or the month has none. */
export function themeDayIn(rule: string, { year, month }: { year: number; month: number }): Day | undefined {
  const weekly = /第([一二三四五1-5])个?(?:周|星期|礼拜)([一二三四五六日天])/.exec(rule)
  if (weekly) {
    const nth = ORDINALS.indexOf(weekly[1] ?? '') + 1 || Number(weekly[1])
    const weekday = NUMBERS.indexOf((weekly[2] ?? '').replace('天', '日')) + 1
    const first = dayOf(year, month, 1)
    const date = first && ((weekday - weekdayOf(first) + 7) % 7) + 1 + (nth - 1) * 7
    return date ? dayOf(year, month, date) : undefined
  }
  const date = /^(?:每月)?(\d{1,2})[日号]?$/.exec(rule.trim())
  return date ? dayOf(year, month, Number(date[1])) : undefined
}

/** Who is invited has so many days to arrange for it; ours. */
const NOTICE_DAYS = 7

const onWeekday = (of: Day, last: Day): Day => {
  const monday = addDays(of, (8 - weekdayOf(of)) % 7)
  return weekdayOf(of) <= 5 || monday > last ? of : monday
}

/** Halfway from tomorrow to a day, the earlier of two; that day itself when tomorrow is past it. */
const halfWay = (today: Day, last: Day): Day =>
  addDays(today, Math.min(daysBetween(today, last), 1 + Math.floor((daysBetween(today, last) - 1) / 2)))

export type ToPlan = Span & { readonly kind: MeetingKind; readonly today: Day; readonly themeDay: string }

/**
 * A day to begin with when a duty is planned, never outside its window and never past: the branch's own themed Party day where it is one,
 * else a week ahead, or halfway to its last day where less is left, on a weekday where there is one left. Undefined when the window is over.
 */
export function dayToPlan({ kind, first, last, today, themeDay }: ToPlan): Day | undefined {
  if (last < today) return undefined
  const from = first > today ? first : today
  const own = kind === 'themeDay' ? themeDayIn(themeDay, partsOf(from)) : undefined
  if (own && own >= from && own <= last) return own
  if (first > today) return onWeekday(first, last)
  const ahead = addDays(today, NOTICE_DAYS)
  return onWeekday(ahead < last ? ahead : halfWay(today, last), last)
}
