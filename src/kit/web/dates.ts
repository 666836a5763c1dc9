import { type Day, dayAt, type Month, parseDay, partsOf } from '../day.ts'
import { MONTHS_EN, sayDay } from '../day-said.ts'
import type { Language } from './say.ts'

const QUARTERS_ZH = ['第一季度', '第二季度', '第三季度', '第四季度'] as const

/** The mine's calendar. */
export const ZONE = 'Asia/Shanghai'

const timeAt = (at: Date): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, timeStyle: 'short' }).format(at)

/** The time it is where the mine is, `HH:MM`. */
export const timeNow = (): string => timeAt(new Date())

/** The day it is for the mine. */
export const today = (): Day => dayAt(new Date(), ZONE)

/** A day as people say it: `6月12日 周五`, `Fri 12 Jun`; in another year than `now`, with its year. */
export const showDay = (day: Day, language: Language, now: Day = today()): string =>
  sayDay(day, now)[language]

/** A day with its year, for what outlives the year: `2026年6月12日`, `12 Jun 2026`. */
export function showFullDay(day: Day, language: Language): string {
  const { year, month, date } = partsOf(day)
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${MONTHS_EN[month - 1]} ${year}`
}

/** A sentence of the server with its days as people say them: `2026-06-12 14:30，队部` is `6月12日 周五 14:30，队部`. */
export const showDaysIn = (text: string, language: Language, now: Day = today()): string =>
  text.replace(/\b\d{4}-\d\d-\d\d\b/g, (found) => {
    const day = parseDay(found)
    return day ? showDay(day, language, now) : found
  })

/** An instant in the mine's calendar: `6月12日 周五 14:03`. */
export function showInstant(instant: string, language: Language, now: Day = today()): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  return `${showDay(dayAt(at, ZONE), language, now)} ${timeAt(at)}`
}

/** The name of a month within its year: `6月`, `Jun`. `month` counts from 1. */
export const nameOfMonth = (month: number, language: Language): string =>
  language === 'zh' ? `${month}月` : (MONTHS_EN[month - 1] ?? '')

/** A month with its year: `2026年6月`, `Jun 2026`. */
export function showMonth(month: Month, language: Language): string {
  const [year, number] = [month.slice(0, 4), Number(month.slice(5))]
  return language === 'zh' ? `${year}年${number}月` : `${MONTHS_EN[number - 1]} ${year}`
}

/** A window of a year, `2026-07`, `2026Q3`, `2026H1`, `2026`: `7月`, `第三季度`, `上半年`, `全年`. */
export function showWindow(window: string, language: Language): string {
  const [, month, quarter, half] = /^\d{4}(?:-(\d\d)|Q([1-4])|H([12]))?$/.exec(window) ?? []
  const zh = language === 'zh'
  if (month) return nameOfMonth(Number(month), language)
  if (quarter) return zh ? (QUARTERS_ZH[Number(quarter) - 1] ?? window) : `Q${quarter}`
  if (half) return zh ? (half === '1' ? '上半年' : '下半年') : `H${half}`
  return zh ? '全年' : 'the year'
}

/** A period's name with its year: `2026年第三季度`, `Q3 2026`, `2026年`. */
export function showPeriod(period: string, language: Language): string {
  const year = period.slice(0, 4)
  if (period.length === 4) return language === 'zh' ? `${year}年` : year
  const part = showWindow(period, language)
  return language === 'zh' ? `${year}年${part}` : `${part} ${year}`
}
