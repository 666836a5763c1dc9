import { COMMA, type Language, type Say } from '../../../kit/web/say.ts'
import type { DuesBracket, RuleRow, RuleValues, UnpaidStep } from '../../../law/table.ts'
import { unitWords, words } from '../../words/settings.ts'

type Value = RuleValues[keyof RuleValues]
type Saying = { readonly say: Say; readonly language: Language }

const EVERY = { quarter: words.quarter, month: words.month, year: words.year }
const STEPS = { remind: words.remind, talk: words.talk, warn: words.warn, openCase: words.openCase }
const FEN_PER_YUAN = 100

const rateOf = ({ perMille }: DuesBracket): string => `${perMille / 10}%`

const isBracket = (of: number | DuesBracket | UnpaidStep): of is DuesBracket =>
  typeof of === 'object' && 'perMille' in of

function sayPart(of: number | DuesBracket | UnpaidStep, say: Say): string {
  if (typeof of === 'number') return String(of)
  if (!isBracket(of)) return say(words.step, { n: of.months, step: say(STEPS[of.step]) })
  const rate = rateOf(of)
  return Number.isFinite(of.upToFen)
    ? say(words.upTo, { yuan: of.upToFen / FEN_PER_YUAN, rate })
    : say(words.above, { rate })
}

/** Units a number is kept in and nobody speaks in: the one that is said, and how many of the kept make one of it. */
const SPOKEN: Readonly<Record<string, { readonly unit: string; readonly of: number }>> = {
  'fen a month': { unit: 'yuan a month', of: FEN_PER_YUAN },
  'fen at once': { unit: 'yuan at once', of: FEN_PER_YUAN },
  'months of age': { unit: 'years of age', of: 12 },
}

/** A number with its unit as people say it: 1000 yuan, 0.20 yuan, 18 years. */
function sayNumber(value: number, { unit }: RuleRow, language: Language): string {
  const spoken = SPOKEN[unit]
  const number = value / (spoken?.of ?? 1)
  const written = Number.isInteger(number) ? String(number) : number.toFixed(2)
  return `${written}${sayUnit(spoken?.unit ?? unit, language)}`
}

const sayUnit = (unit: string, language: Language): string =>
  language === 'zh' ? (unitWords[unit] ?? unit) : ` ${unit}`

function sayObject(
  value: Exclude<Value, number | string | readonly unknown[]>,
  row: RuleRow,
  saying: Saying,
): string {
  const unit = sayUnit(row.unit, saying.language)
  if ('strict' in value && value.strict) return saying.say(words.strictly)
  if ('strict' in value && value.den === 2) return saying.say(words.atLeastHalf)
  if ('num' in value) return `${value.num}/${value.den}${unit}`
  return value.least === value.most ? `${value.least}${unit}` : `${value.least}–${value.most}${unit}`
}

/** What a version of a rule says, as people read it: numbers with their unit, brackets one by one. */
export function sayValue(row: RuleRow<Value>, saying: Saying): string {
  const { value } = row
  const { say, language } = saying
  if (typeof value === 'number') return sayNumber(value, row, language)
  if (typeof value === 'string') return say(EVERY[value])
  if (!Array.isArray(value)) return sayObject(value as never, row, saying)
  const parts: readonly (number | DuesBracket | UnpaidStep)[] = value
  const numbers = parts.every((part) => typeof part === 'number')
  const joined = parts.map((part) => sayPart(part, say)).join(COMMA[language])
  return numbers ? `${joined}${sayUnit(row.unit, language)}` : joined
}
