import { type Day, partsOf } from './day.ts'

const WEEKDAYS = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const

/** The months in English, January first. */
export const MONTHS_EN: readonly string[] = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** A day as people say it, in both languages: `6月12日 周五`, `Fri 12 Jun`; in another year than `now`, with its year. */
export function sayDay(day: Day, now: Day): { readonly zh: string; readonly en: string } {
  const { year, month, date } = partsOf(day)
  const short = `${date} ${MONTHS_EN[month - 1]}`
  if (year !== partsOf(now).year) return { zh: `${year}年${month}月${date}日`, en: `${short} ${year}` }
  const at = new Date(`${day}T00:00:00Z`).getUTCDay()
  return { zh: `${month}月${date}日 ${WEEKDAYS.zh[at] ?? ''}`, en: `${WEEKDAYS.en[at] ?? ''} ${short}` }
}
