import { fill, type Language, type Words } from '../../kit/web/say.ts'
import { meetingKindWords } from '../../meetings/words/kinds.ts'
import { factWords, opWords, ruleWords } from '../words/facts.ts'

const kinds: Readonly<Record<string, Words>> = meetingKindWords

const partsOf = (fact: string): { name: string; argument: string } => {
  const [, name = fact, argument = ''] = /^([A-Za-z.]+)(?:\((.*)\))?$/.exec(fact) ?? []
  return { name, argument }
}

/** What a fact counts, in words: `meeting.missed(generalMeeting)` → 支部党员大会缺开次数. An unknown fact stays as it is. */
export function sayFact(fact: string, language: Language): string {
  const { name, argument } = partsOf(fact)
  const words = factWords[name]
  if (!words) return fact
  return fill(words.name[language], { kind: kinds[argument]?.[language] ?? argument, x: argument })
}

const asNumber = (value: string): number => {
  const [over, under = '1'] = value.split('/')
  return Number(over) / Number(under)
}

/** A decimal for reading, two places at most: `290/3` → 96.67. The exact value stands in the answer. */
export const showNumber = (value: string): string =>
  value.includes('/') ? String(Math.round(asNumber(value) * 100) / 100) : value

/** A fact's value with its unit: `1 次`, `96.67%`. */
export function sayValue(fact: string, value: string, language: Language): string {
  const words = factWords[partsOf(fact).name]
  const n = showNumber(value)
  return words ? fill(words.value[language], { n }) : n
}

const templates: Readonly<Record<string, Words>> = ruleWords

const parametersOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .normalize('NFKC')
      .split(';')
      .map((part) => /^\s*([a-z]+)\s*=\s*(.+?)\s*$/i.exec(part))
      .flatMap((found) => (found?.[1] && found[2] ? [[found[1], found[2]] as const] : [])),
  )

/** A rule and its parameters in words: `each`, `k=2` → 每有一次扣 2 分. */
export function sayRule(rule: string, parameters: string, language: Language): string {
  const values = parametersOf(parameters)
  const op = values.get('op')
  return fill(templates[rule]?.[language] ?? rule, {
    ...Object.fromEntries(values),
    ...(op && { op: opWords[op]?.[language] ?? op }),
  })
}

/** Whether a veto item has struck: its value has reached the parameter `t` (A4). */
export const hasStruck = ({ value, parameters }: { value: string; parameters: string }): boolean =>
  asNumber(value) >= Number.parseFloat(parametersOf(parameters).get('t') ?? 'Infinity')
