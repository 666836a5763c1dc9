import type { SaidField, SayField } from '../../journal/ui/saying.ts'
import { parseDay, parseMonth } from '../../kit/day.ts'
import { showGroupedYuan } from '../../kit/money.ts'
import { showFullDay, showInstant, showMonth } from '../../kit/web/dates.ts'
import { fill, type Language, type Words } from '../../kit/web/say.ts'
import { codes, words } from './codes.ts'

type Saying = (value: unknown, language: Language) => string | undefined

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

/** Months are kept as their first day. */
const sayMonth: Saying = (value, language) => {
  const month = typeof value === 'string' ? parseMonth(value.slice(0, 7)) : undefined
  return month && showMonth(month, language)
}
const sayMoney: Saying = (value, language) =>
  typeof value === 'number' ? fill(words.yuan[language], { n: showGroupedYuan(value) }) : undefined
const sayHours: Saying = (value, language) =>
  typeof value === 'number' ? fill(words.hours[language], { n: value / 100 }) : undefined

/** By what a field is called; the first that fits. */
const BY_NAME: readonly (readonly [RegExp, Saying])[] = [
  [/_fen$/, sayMoney],
  [/_hundredths$/, sayHours],
  [/^month$/, sayMonth],
]

/** By what a value is. */
const sayPlain: Saying = (value, language) => {
  if (value === null || value === '') return '–'
  if (typeof value === 'boolean') return words[value ? 'yes' : 'no'][language]
  if (Array.isArray(value)) return fill(words.items[language], { n: value.length })
  if (typeof value !== 'string') return undefined
  if (INSTANT.test(value)) return Number.isNaN(Date.parse(value)) ? undefined : showInstant(value, language)
  const day = parseDay(value)
  return day && showFullDay(day, language)
}

const codeOf = ({ table, name, value }: SaidField): Words | undefined => {
  const own: Readonly<Record<string, Words>> | undefined = codes[`${table}.${name}`] ?? codes[name]
  return typeof value === 'string' && own && Object.hasOwn(own, value) ? own[value] : undefined
}

/** Says a field as people read it: money in yuan, times by the mine's clock, codes by the words of their slice, ids by name where it is known. */
export const sayField: SayField = (field, language) => {
  const { name, value, names } = field
  const code = codeOf(field)
  if (code) return code[language]
  if (typeof value === 'string' && Object.hasOwn(names, value)) return names[value]
  const saying = BY_NAME.find(([of]) => of.test(name))?.[1]
  return saying?.(value, language) ?? sayPlain(value, language)
}
