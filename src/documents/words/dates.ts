import { type Day, partsOf } from '../../kit/day.ts'

/** A day as papers write it: `2026年6月2日`. */
export function paperDay(day: Day): string {
  const { year, month, date } = partsOf(day)
  return `${year}年${month}月${date}日`
}

/** A day in a column of days: `2026.06.02`. */
export const columnDay = (day: Day): string => day.replaceAll('-', '.')

const QUARTERS = ['一', '二', '三', '四'] as const

/** A window or a period as papers write it: `2026年7月`, `2026年第三季度`, `2026年上半年`, `2026年度`. */
export function paperPeriod(name: string): string {
  const [, year, month, quarter, half] = /^(\d{4})(?:-(\d\d)|Q([1-4])|H([12]))?$/.exec(name) ?? []
  if (!year) return name
  if (month) return `${year}年${Number(month)}月`
  if (quarter) return `${year}年第${QUARTERS[Number(quarter) - 1]}季度`
  if (half) return `${year}年${half === '1' ? '上' : '下'}半年`
  return `${year}年度`
}

/** A window within a paper that has named its year: `7月`, `第三季度`, `全年`. */
export const paperWindow = (name: string): string =>
  name.length === 4 ? '全年' : paperPeriod(name).replace(/^\d{4}年/, '')
