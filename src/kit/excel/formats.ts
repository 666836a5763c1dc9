import { addDays, day, parseDay } from '../day.ts'
import type { Cell } from './workbook.ts'

/** How a number format shows a number. */
export type Shown = 'plain' | 'percent' | 'day' | 'dayTime' | 'time' | 'elapsed'

const PLAIN: Shown = 'plain'

const range = (from: number, to: number, shown: Shown): [number, Shown][] =>
  Array.from({ length: to - from + 1 }, (_, i) => [from + i, shown])

/** Built-in formats that are not plain, those of Chinese Excel (27–36, 50–58) among them. */
const BUILT_IN: ReadonlyMap<number, Shown> = new Map<number, Shown>([
  ...range(9, 10, 'percent'),
  ...range(14, 17, 'day'),
  ...range(18, 21, 'time'),
  [22, 'dayTime'],
  ...range(27, 31, 'day'),
  ...range(32, 35, 'time'),
  [36, 'day'],
  [45, 'time'],
  [46, 'elapsed'],
  [47, 'time'],
  ...range(50, 54, 'day'),
  ...range(55, 56, 'time'),
  ...range(57, 58, 'day'),
])

/** What a custom format code shows, by its first section. */
export function shownBy(code: string): Shown {
  const first = code
    .replace(/"[^"]*"?|\\.|_.|\*./g, '')
    .split(';', 1)[0]
    ?.toLowerCase()
  if (!first) return PLAIN
  if (/\[(?:h+|m+|s+)\]/.test(first)) return 'elapsed'
  const letters = first.replace(/\[[^\]]*\]/g, '').replace(/general|am\/pm|a\/p/g, '')
  const hasClock = /[hs]/.test(letters)
  if (/[yd]/.test(letters) || (/m/.test(letters) && !hasClock)) return hasClock ? 'dayTime' : 'day'
  if (hasClock) return 'time'
  return letters.includes('%') ? 'percent' : PLAIN
}

/** What a format id shows, given the workbook's own format codes. */
export const shownById = (id: number, codes: ReadonlyMap<number, string>): Shown => {
  const code = codes.get(id)
  return code === undefined ? (BUILT_IN.get(id) ?? PLAIN) : shownBy(code)
}

const EPOCH_1900 = day('1899-12-30')
const EPOCH_1904 = day('1904-01-01')
const LAST_SERIAL = 2_958_466
const DAY_MS = 86_400_000
const pad = (value: number): string => String(value).padStart(2, '0')

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const hoursAndMinutes = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}`
  return seconds % 60 === 0 ? hoursAndMinutes : `${hoursAndMinutes}:${pad(seconds % 60)}`
}

/** A number as at most 15 significant digits, as Excel keeps it: 0.30000000000000004 is 0.3. */
export const exact = (value: number): number =>
  Number.isSafeInteger(value) ? value : Number(value.toPrecision(15))

function dayCell(serial: number, is1904: boolean): Cell {
  const ms = Math.round(serial * DAY_MS)
  const days = Math.floor(ms / DAY_MS)
  if (days < (is1904 ? 0 : 1) || days >= LAST_SERIAL || (days === 60 && !is1904)) return exact(serial)
  const early = !is1904 && days < 60 ? 1 : 0 // Excel's 1900 has a 29 February
  const found = addDays(is1904 ? EPOCH_1904 : EPOCH_1900, days + early)
  return ms % DAY_MS < 1000 ? { day: found } : { day: found, time: clock(ms % DAY_MS) }
}

/** A number cell as its format shows it: a day, a time of day as text, `95%` as text, or the number. A date format on no date leaves the number. */
export function numberCell(value: number, shown: Shown, is1904: boolean): Cell {
  if (shown === 'day' || shown === 'dayTime') return dayCell(value, is1904)
  if (shown === 'percent') return `${exact(value * 100)}%`
  if (shown === 'plain' || value < 0) return exact(value)
  const ms = Math.round(value * DAY_MS)
  return clock(shown === 'time' ? ms % DAY_MS : ms)
}

/** A cell of the ISO date type (`2026-03-05T08:00:00`); text that is none stays text. */
export function isoCell(text: string): Cell {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(text)
  const found = parseDay(parts?.[1] ?? '')
  if (!found) return text
  return parts?.[2] && parts[2] !== '00:00' ? { day: found, time: parts[2] } : { day: found }
}
