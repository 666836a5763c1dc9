import { type Day, partsOf } from './day.ts'

/** `planned`: due, with a day set for it. */
export type MarkState = 'done' | 'late' | 'missed' | 'due' | 'planned' | 'notApplicable'

/** A stretch of days with what became of it. */
export type StripWindow = { readonly first: Day; readonly last: Day; readonly state: MarkState }

/** One month of a condensed strip: its weightiest state, how many windows are in it, of how many that end in the month. */
export type MonthMark = {
  readonly month: number
  readonly state: MarkState
  readonly count: number
  readonly of: number
}

const WEIGHT: readonly MarkState[] = ['missed', 'late', 'due', 'planned', 'done', 'notApplicable']

function markOf(month: number, windows: readonly StripWindow[]): MonthMark | undefined {
  const state = WEIGHT.find((weighed) => windows.some((window) => window.state === weighed))
  if (!state) return undefined
  const count = windows.filter((window) => window.state === state).length
  return { month, state, count, of: windows.length }
}

/** Many windows as one row of twelve: each counts in the month of `year` in which it ends, the weightiest state shows; months without any are left out. */
export function condense(windows: readonly StripWindow[], year: number): MonthMark[] {
  const ending = windows.filter(({ last }) => partsOf(last).year === year)
  return Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) => {
    const mark = markOf(
      month,
      ending.filter(({ last }) => partsOf(last).month === month),
    )
    return mark ? [mark] : []
  })
}

/** The first and last month (1 to 12) of a stretch of days within `year`; undefined when it lies outside. */
export function monthsOf(
  { first, last }: Pick<StripWindow, 'first' | 'last'>,
  year: number,
): [number, number] | undefined {
  const [from, to] = [partsOf(first), partsOf(last)]
  if (to.year < year || from.year > year) return undefined
  return [from.year < year ? 1 : from.month, to.year > year ? 12 : to.month]
}
