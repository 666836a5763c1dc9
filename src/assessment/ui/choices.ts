import { quarterOf } from '../../kit/period.ts'
import { today } from '../../kit/web/dates.ts'
import type { Read } from '../../kit/web/read.ts'

const PARTS = ['Q1', 'Q2', 'Q3', 'Q4', 'H1', 'H2', ''] as const

/** The periods to choose from: every one that was opened, and those of this year and the last; latest year first. */
export function periodChoices(opened: readonly string[], day = today()): string[] {
  const year = Number(day.slice(0, 4))
  const years = new Set([year, year - 1, ...opened.map((name) => Number(name.slice(0, 4)))])
  return [...years].sort((a, b) => b - a).flatMap((one) => PARTS.map((part) => `${one}${part}`))
}

/** The period to look at first; '' until that is known, this quarter when it cannot be. */
export const firstPeriod = (known: Read<'assessment.listPeriods'>): string =>
  known.state === 'loading' ? '' : (known.data?.suggested ?? quarterOf(today()))
