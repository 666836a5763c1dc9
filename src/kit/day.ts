/** A legal day, `YYYY-MM-DD`, in the mine's calendar. Days compare as text. */
export type Day = string & { readonly __brand: 'Day' }

/** A calendar month, `YYYY-MM`. Months compare as text. */
export type Month = string & { readonly __brand: 'Month' }

/** A stretch of days, both ends inside it. */
export type Span = { readonly first: Day; readonly last: Day }

const pad = (value: number, width: number): string => String(value).padStart(width, '0')
const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const MS_PER_DAY = 86_400_000

/** The number of days of a month; 0 when there is no such month. `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && leap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0)
}

/** The day of a year, month (from 1) and day of the month; undefined when the calendar has none (31 June). Years 1 to 9999. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(date)
  if (!whole || year < 1 || year > 9999 || date < 1 || date > daysInMonth(year, month)) return undefined
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}` as Day
}

/** Reads `YYYY-MM-DD`; undefined for anything else. */
export function parseDay(text: string): Day | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return parts ? dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined
}

/** A day known to be one, such as a literal in a table. Throws on a bad one. */
export function day(text: string): Day {
  const found = parseDay(text)
  if (!found) throw new Error(`not a day: ${text}`)
  return found
}

/** Year, month (from 1) and day of the month. */
export function partsOf(of: Day): { year: number; month: number; date: number } {
  return { year: Number(of.slice(0, 4)), month: Number(of.slice(5, 7)), date: Number(of.slice(8, 10)) }
}

const ERA_YEARS = 400
const ERA_DAYS = 146_097
/** Days from 1 March of the year 0, where the count of eras begins, to 1 January 1970. */
const EPOCH_DAYS = 719_468

/** Days since 1970 by counting from March, so that a leap day ends its year: many times faster than a `Date`. */
function toNumber(of: Day): number {
  const { year, month, date } = partsOf(of)
  const from = month > 2 ? year : year - 1
  const era = Math.floor(from / ERA_YEARS)
  const nth = from - era * ERA_YEARS
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1
  const dayOfEra = nth * 365 + Math.floor(nth / 4) - Math.floor(nth / 100) + dayOfYear
  return era * ERA_DAYS + dayOfEra - EPOCH_DAYS
}
const fromNumber = (days: number): Day => new Date(days * MS_PER_DAY).toISOString().slice(0, 10) as Day

/** The day `days` later (earlier when negative). */
export const addDays = (of: Day, days: number): Day => fromNumber(toNumber(of) + days)

/** Whole calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => toNumber(to) - toNumber(from)

/** Adds months and keeps the day of the month, cut to the last day of a shorter month (A1.3). */
export function addMonths(of: Day, months: number): Day {
  const { year, month, date } = partsOf(of)
  const count = year * 12 + month - 1 + months
  const toYear = Math.floor(count / 12)
  const toMonth = (count % 12) + 1
  return `${pad(toYear, 4)}-${pad(toMonth, 2)}-${pad(Math.min(date, daysInMonth(toYear, toMonth)), 2)}` as Day
}

/** The month a day lies in. */
export const monthOf = (of: Day): Month => of.slice(0, 7) as Month

/** Reads `YYYY-MM`; undefined for anything else. */
export const parseMonth = (text: string): Month | undefined =>
  parseDay(`${text}-01`) ? (text as Month) : undefined

/** First and last day of a month. */
export function spanOfMonth(month: Month): Span {
  const first = day(`${month}-01`)
  return { first, last: addDays(addMonths(first, 1), -1) }
}

/** First and last day of the calendar year a day lies in. */
export const spanOfYear = (of: Day): Span => ({
  first: day(`${of.slice(0, 4)}-01-01`),
  last: day(`${of.slice(0, 4)}-12-31`),
})

export type WindowLength = 'month' | 'quarter' | 'year'
export type Window = Span & { readonly name: string }
const MONTHS_IN: Record<WindowLength, number> = { month: 1, quarter: 3, year: 12 }

function windowAt(of: Day, length: WindowLength): Window {
  const { year, month } = partsOf(of)
  const months = MONTHS_IN[length]
  const startMonth = Math.floor((month - 1) / months) * months + 1
  const first = day(`${pad(year, 4)}-${pad(startMonth, 2)}-01`)
  const last = addDays(addMonths(first, months), -1)
  const names = {
    month: monthOf(first),
    quarter: `${pad(year, 4)}Q${Math.ceil(startMonth / 3)}`,
    year: pad(year, 4),
  }
  return { first, last, name: names[length] }
}

/** The calendar months, quarters or years lying wholly inside a span, in order, named `2026-07`, `2026Q3`, `2026` (A3). */
export function windowsWithin(span: Span, length: WindowLength): Window[] {
  const found: Window[] = []
  let window = windowAt(span.first, length)
  while (window.last <= span.last) {
    if (window.first >= span.first) found.push(window)
    window = windowAt(addDays(window.last, 1), length)
  }
  return found
}

/** The months lying wholly inside a span, in order. */
export const monthsWithin = (span: Span): Month[] =>
  windowsWithin(span, 'month').map(({ first }) => monthOf(first))

/** Kept by zone: making one costs a hundred times what using it does. */
const calendars = new Map<string, Intl.DateTimeFormat>()
function calendarOf(zone: string): Intl.DateTimeFormat {
  const known = calendars.get(zone)
  const calendar = known ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
  if (!known) calendars.set(zone, calendar)
  return calendar
}

/** The day it is at an instant in a time zone. */
export const dayAt = (now: Date, zone = 'Asia/Shanghai'): Day => calendarOf(zone).format(now) as Day
