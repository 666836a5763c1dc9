import { LATE_AFTER_DAYS } from '../../journal/rules/when.ts'

/** How many days after: both ends inside, the last one open. The third ends where late begins. */
export const BANDS = [
  { from: 0, to: 0 },
  { from: 1, to: 3 },
  { from: 4, to: LATE_AFTER_DAYS },
  { from: LATE_AFTER_DAYS + 1, to: 30 },
  { from: 31, to: 90 },
  { from: 91, to: null },
] as const

export const isLateBand = (band: number): boolean => (BANDS[band]?.from ?? 0) > LATE_AFTER_DAYS

/** So many records of a kind that were made so many days after; `reasoned`: those beside which the branch said why. */
export type Count = {
  readonly record: string
  readonly imported: boolean
  readonly days: number
  readonly n: number
  readonly reasoned: number
}

/** A kind of record: how many there are, how they spread over `BANDS`, how many came late, how many of these have a reason. */
export type Spread = {
  readonly record: string
  readonly of: number
  readonly bands: readonly number[]
  readonly late: number
  readonly reasoned: number
  /** Days after which half were made; of an even number the later of the two in the middle, null where there are none. */
  readonly medianDays: number | null
}

const sum = (counts: readonly Count[]): number => counts.reduce((all, { n }) => all + n, 0)

const isIn = (days: number, band: (typeof BANDS)[number]): boolean =>
  days >= band.from && (band.to === null || days <= band.to)

function medianOf(counts: readonly Count[]): number | null {
  const half = Math.floor(sum(counts) / 2)
  let before = 0
  for (const { days, n } of counts.toSorted((a, b) => a.days - b.days)) {
    before += n
    if (before > half) return days
  }
  return null
}

/** How the records of one kind, or of all, spread. */
export function spreadOf(record: string, counts: readonly Count[]): Spread {
  const late = counts.filter(({ days }) => days > LATE_AFTER_DAYS)
  return {
    record,
    of: sum(counts),
    bands: BANDS.map((band) => sum(counts.filter(({ days }) => isIn(days, band)))),
    late: sum(late),
    reasoned: late.reduce((all, { reasoned }) => all + reasoned, 0),
    medianDays: medianOf(counts),
  }
}

/** Kind by kind in the order given, those without records left out; what was imported apart from what was entered. */
export function spreadsOf(
  kinds: readonly string[],
  counts: readonly Count[],
): { readonly entered: readonly Spread[]; readonly imported: readonly Spread[] } {
  const by = (imported: boolean): Spread[] =>
    kinds
      .map((kind) =>
        spreadOf(
          kind,
          counts.filter((one) => one.record === kind && one.imported === imported),
        ),
      )
      .filter((spread) => spread.of > 0)
  return { entered: by(false), imported: by(true) }
}
