import { addDays, addMonths, type Day, day, partsOf, type Span } from './day.ts'

/** The name of a quarter, half year or year: `2026Q3`, `2026H1`, `2026` (A1.2). */
export type PeriodName = string & { readonly __brand: 'PeriodName' }

/** A period with its first and last day, both inside it. */
export type Period = Span & { readonly name: PeriodName }

const LENGTH_MONTHS = { Q: 3, H: 6 } as const

/** The quarter a day lies in. */
export function quarterOf(on: Day): PeriodName {
  const { year, month } = partsOf(on)
  return `${year}Q${Math.ceil(month / 3)}` as PeriodName
}

/** Reads a period's name (A1.2); undefined for anything else. */
export function parsePeriod(text: string): Period | undefined {
  const parts = /^([1-9]\d{3})(?:(Q)([1-4])|(H)([12]))?$/.exec(text)
  if (!parts) return undefined
  const kind = parts[2] ?? parts[4]
  const months = kind === 'Q' || kind === 'H' ? LENGTH_MONTHS[kind] : 12
  const nth = Number(parts[3] ?? parts[5] ?? 1)
  const first: Day = addMonths(day(`${parts[1]}-01-01`), months * (nth - 1))
  return { name: text as PeriodName, first, last: addDays(addMonths(first, months), -1) }
}
