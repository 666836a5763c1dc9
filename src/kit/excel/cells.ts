import { type Day, dayOf, type Month, monthOf, parseMonth } from '../day.ts'
import { isRefused, type Refused, refuse } from '../refuse.ts'
import type { Cell } from './workbook.ts'

/** Why a cell has no value of its kind: it says nothing of the kind, or something impossible (31 June, minus 3 people). */
export type Fault = 'unreadable' | 'out-of-range'

/** What a cell says; null when it is empty, a refusal when it is wrong (a `Fault`, or a code of the kind's own). */
export type Said<T> = T | null | Refused

/** How people here fill in sheets: what they type for "nothing" in date and number columns, and which units they put behind numbers. */
export type Habits = { readonly empties: ReadonlySet<string>; readonly units: readonly string[] }

/** A number of 0 or more as decimal text without needless zeros: `0.5`, `1234`, `95`. */
export type Decimal = string & { readonly __brand: 'Decimal' }

/** A kind of column: how its cells are read, and how a value is written so that reading gives it back. */
export type Kind<T> = {
  read(cell: Cell, habits: Habits): Said<T>
  write(value: T): Cell
}

const UNREADABLE = refuse('unreadable')
const OUT_OF_RANGE = refuse('out-of-range')

/** A number without exponent: 1e-7 → `0.0000001`. */
export function decimalText(value: number): string {
  const text = String(value)
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!parts) return text
  const [, sign = '', whole = '', fraction = ''] = parts
  const point = Number(parts[4])
  const digits = whole + fraction
  if (point < 0) return `${sign}0.${'0'.repeat(-point - 1)}${digits}`
  return `${sign}${digits.padEnd(point + 1, '0')}`
}

/** A cell as text, blanks and all. */
export function textOf(cell: Cell): string {
  if (typeof cell === 'string') return cell
  if (cell === null) return ''
  if (typeof cell === 'number') return decimalText(cell)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return cell.time ? `${cell.day} ${cell.time}` : cell.day
}

/** Nothing but white space. */
export const isBlank = (cell: Cell): boolean =>
  cell === null || (typeof cell === 'string' && cell.trim() === '')

const withoutBlanks = (text: string): string => text.replace(/\s+/g, '')
/** Codes and numbers, mostly: compact as they are, and quicker told than made so. */
const PLAIN = /^[!-~]*$/
/** Text after NFKC and without white space. */
export function compact(cell: Cell): string {
  const text = textOf(cell)
  return PLAIN.test(text) ? text : withoutBlanks(text.normalize('NFKC'))
}

const isNothing = (cell: Cell, { empties }: Habits): boolean =>
  isBlank(cell) || (typeof cell === 'string' && empties.has(compact(cell)))

const TIME_BEHIND =
  /(?:(?<=日)\s*|\s+|T)(?:[上下]午\s*)?\d{1,2}(?:[:时]\d{1,2}(?:[:分]\d{1,2}(?:\.\d+)?秒?|分)?|时)Z?(?:\s*[AP]M)?$/i
const DATE =
  /^(\d{4})(?:([-./])(?<m1>\d{1,2})\2(?<d1>\d{1,2})|年(?<m2>\d{1,2})月(?<d2>\d{1,2})日|(?<m3>\d{2})(?<d3>\d{2}))$/
const MONTH = /^(\d{4})(?:[-./](?<m1>\d{1,2})|年(?<m2>\d{1,2})月|(?<m3>\d{2}))$/

function dayIn(cell: Cell): Day | Refused<Fault> {
  if (cell !== null && typeof cell === 'object') return cell.day
  const text = withoutBlanks(textOf(cell).normalize('NFKC').trim().replace(TIME_BEHIND, ''))
  const parts = DATE.exec(text)
  if (!parts?.groups) return UNREADABLE
  const { m1, m2, m3, d1, d2, d3 } = parts.groups
  return dayOf(Number(parts[1]), Number(m1 ?? m2 ?? m3), Number(d1 ?? d2 ?? d3)) ?? OUT_OF_RANGE
}

function monthIn(cell: Cell): Month | Refused<Fault> {
  const parts = MONTH.exec(compact(cell))
  if (parts?.groups) {
    const { m1, m2, m3 } = parts.groups
    return parseMonth(`${parts[1]}-${(m1 ?? m2 ?? m3 ?? '').padStart(2, '0')}`) ?? OUT_OF_RANGE
  }
  const found = dayIn(cell)
  return isRefused(found) ? found : monthOf(found)
}

const WHOLE_DIGITS = 12
const NUMBER = /^(-?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,20}))?$/

function numberIn(cell: Cell, { units }: Habits): Decimal | Refused<Fault> {
  if (cell !== null && typeof cell === 'object') return UNREADABLE
  const text = compact(cell)
  const unit = units.find((ending) => text.endsWith(ending)) ?? ''
  const parts = NUMBER.exec(text.slice(0, text.length - unit.length))
  if (!parts) return UNREADABLE
  const whole = (parts[2] ?? '').replaceAll(',', '').replace(/^0+(?=\d)/, '')
  const fraction = (parts[3] ?? '').replace(/0+$/, '')
  const isZero = whole === '0' && fraction === ''
  if ((parts[1] && !isZero) || whole.length > WHOLE_DIGITS) return OUT_OF_RANGE
  return (fraction ? `${whole}.${fraction}` : whole) as Decimal
}

function countIn(cell: Cell, habits: Habits): number | Refused<Fault> {
  const found = numberIn(cell, habits)
  if (isRefused(found)) return found
  return found.includes('.') ? OUT_OF_RANGE : Number(found)
}

/** A kind whose cells are also empty with a `/` or the like in them. */
const orNothing = <T>(read: (cell: Cell, habits: Habits) => Said<T>, write: (value: T) => Cell): Kind<T> => ({
  read: (cell, habits) => (isNothing(cell, habits) ? null : read(cell, habits)),
  write,
})

/** A kind of one's own: cells of white space are empty, `read` gets the others. */
export const orBlank = <T>(read: (cell: Cell) => Said<T>, write: (value: T) => Cell): Kind<T> => ({
  read: (cell) => (isBlank(cell) ? null : read(cell)),
  write,
})

/** Days: Excel dates, `2026-3-5`, `2026.3.5`, `2026/3/5`, `2026年3月5日`, `20260305`; a time of day behind them is passed over. */
export const date: Kind<Day> = orNothing(dayIn, (value) => ({ day: value }))

/** Months: `2026-3`, `2026.3`, `2026/3`, `2026年3月`, `202603`, or any day of the month. */
export const month: Kind<Month> = orNothing(monthIn, (value) => value)

/** Numbers of 0 or more, exactly as written; thousands separators and a unit behind them are passed over. */
export const decimal: Kind<Decimal> = orNothing(numberIn, (value) =>
  decimalText(Number(value)) === value && value.length <= 15 ? Number(value) : value,
)

/** Whole numbers of 0 or more; a fraction is out of range. */
export const count: Kind<number> = orNothing(countIn, (value) => value)

/** Codes and numbers that name things: NFKC, no white space. */
export const code: Kind<string> = orBlank(compact, (value) => value)

/** Names of people and organisations: no white space. */
export const name: Kind<string> = orBlank(
  (cell) => withoutBlanks(textOf(cell)),
  (value) => value,
)

/** Any text, trimmed. */
export const text: Kind<string> = orBlank(
  (cell) => textOf(cell).trim(),
  (value) => value,
)

/** Something written in a small language of its own: read after NFKC and without white space, shown as `show` says. */
export const parsed = <T>(parse: (compacted: string) => T | undefined, show: (value: T) => string): Kind<T> =>
  orBlank((cell) => parse(compact(cell)) ?? UNREADABLE, show)

/** Known words, given as what each is called in a sheet. */
export function word<W extends string>(names: Readonly<Record<W, string>>): Kind<W> {
  const words = Object.keys(names) as W[]
  const meanings = new Map(words.map((meaning) => [names[meaning], meaning]))
  return orBlank(
    (cell) => meanings.get(compact(cell)) ?? UNREADABLE,
    (meaning) => names[meaning],
  )
}
