import { type Day, dayOf } from '../day.ts'

const FORMS = [
  /^(?<year>\d{4})[-./年](?<month>\d{1,2})[-./月](?<date>\d{1,2})日?$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<date>\d{2})$/,
  /^(?<month>\d{1,2})[-./月](?<date>\d{1,2})日?$/,
]

/**
 * A day as people type it: `2026-11-20`, `2026.11.20`, `20261120`, `2026年11月20日`, `11.20`; full width too.
 * Without a year it is the latest such day that is not after `now`, or the `next` one that is not before it. Undefined for what is no day.
 */
export function readDay(text: string, now: Day, which: 'latest' | 'next' = 'latest'): Day | undefined {
  const typed = text.normalize('NFKC').replace(/\s/g, '')
  const parts = FORMS.map((form) => form.exec(typed)?.groups).find((groups) => groups !== undefined)
  if (!parts) return undefined
  const { year, month, date } = parts
  if (year) return dayOf(Number(year), Number(month), Number(date))
  const thisYear = Number(now.slice(0, 4))
  const found = dayOf(thisYear, Number(month), Number(date))
  const isIt = which === 'latest' ? found && found <= now : found && found >= now
  return isIt ? found : dayOf(thisYear + (which === 'latest' ? -1 : 1), Number(month), Number(date))
}
