import { addMonths, type Day, partsOf } from '../../kit/day.ts'
import { today } from '../../kit/web/dates.ts'

const PARTS = ['Q1', 'Q2', 'Q3', 'Q4', 'H1', 'H2', ''] as const

/** The last quarter that is over, `2026Q3`: the one to look at while no period was opened. */
export function lastQuarter(day: Day = today()): string {
  const { year, month } = partsOf(addMonths(day, -3))
  return `${year}Q${Math.ceil(month / 3)}`
}

/** The periods to choose from: every one that was opened, and those of this year and the last; latest year first. */
export function periodChoices(opened: readonly string[], day = today()): string[] {
  const year = Number(day.slice(0, 4))
  const years = new Set([year, year - 1, ...opened.map((name) => Number(name.slice(0, 4)))])
  return [...years].sort((a, b) => b - a).flatMap((one) => PARTS.map((part) => `${one}${part}`))
}
