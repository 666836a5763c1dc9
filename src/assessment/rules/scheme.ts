import { parseRatio, type Ratio } from '../../kit/ratio.ts'
import { type FactKey, squeeze } from './fact-keys.ts'
import { type Op, type Points, points, type RuleName, type Scoring } from './points.ts'

/** One line of a scheme: a fact, full points, and how the fact becomes points (A4). The texts are the mine's own. */
export type Item = {
  readonly no: string
  readonly heading?: string
  readonly title: string
  readonly of: Points
  readonly fact: FactKey
  readonly scoring: Scoring
  readonly basis?: string
}

/** A grade and the lowest score that earns it (A4.3). */
export type Band = { readonly grade: string; readonly least: Points }

/** The rules by which a period is judged: items in order, and the grades (A4). */
export type Scheme = { readonly items: readonly Item[]; readonly bands: readonly Band[] }

/** The bands of a scheme that states none (A4.3). */
export const DEFAULT_BANDS: readonly Band[] = [
  { grade: '好', least: points(9000) },
  { grade: '较好', least: points(8000) },
  { grade: '一般', least: points(6000) },
  { grade: '差', least: points(0) },
]

/** The rules by their names in a workbook (A4). */
export const RULE_NAMES: Readonly<Record<RuleName, string>> = {
  each: '每次扣分',
  below: '低于目标扣分',
  threshold: '达标得分',
  bonus: '每次加分',
  veto: '一票否决',
  manual: '人工评分',
}
const RULES: readonly RuleName[] = ['each', 'below', 'threshold', 'bonus', 'veto', 'manual']

/** Reads the Chinese or the English name of a rule; undefined for anything else. */
export function parseRule(text: string): RuleName | undefined {
  const word = squeeze(text)
  return RULES.find((rule) => rule === word || RULE_NAMES[rule] === word)
}

type Pairs = ReadonlyMap<string, string>

/** Reads `name=value; name=value`, full width or not; undefined when a part is no pair or a name comes twice. */
function parsePairs(text: string): Pairs | undefined {
  const pairs = new Map<string, string>()
  for (const part of squeeze(text).split(';')) {
    if (part === '') continue
    const [, name, value] = /^([a-z]+)=(.+)$/i.exec(part) ?? []
    if (name === undefined || value === undefined || pairs.has(name)) return undefined
    pairs.set(name, value)
  }
  return pairs
}

/** A number of 0 or above, thousands separators and a unit behind it passed over: `95%`, `1,000`, `0.5分`. */
function amount(pairs: Pairs, name: string): Ratio | undefined {
  const [, digits] = /^([\d,.]+)(?:人|元|%|分|学时)?$/.exec(pairs.get(name) ?? '') ?? []
  return digits === undefined ? undefined : parseRatio(digits.replaceAll(',', ''))
}

const OPS: readonly Op[] = ['>=', '<=', '=']

const READERS: Readonly<Record<RuleName, (pairs: Pairs) => Scoring | undefined>> = {
  each: (pairs) => {
    const k = amount(pairs, 'k')
    return k && { rule: 'each', k }
  },
  below: (pairs) => {
    const [target, step, k] = [amount(pairs, 'target'), amount(pairs, 'step'), amount(pairs, 'k')]
    return target && step && k && step.num > 0n ? { rule: 'below', target, step, k } : undefined
  },
  threshold: (pairs) => {
    const [op, t] = [OPS.find((known) => known === pairs.get('op')), amount(pairs, 't')]
    return op && t && { rule: 'threshold', op, t }
  },
  bonus: (pairs) => {
    const [k, cap] = [amount(pairs, 'k'), amount(pairs, 'cap')]
    return k && cap && { rule: 'bonus', k, cap }
  },
  veto: (pairs) => {
    const [t, ceiling] = [amount(pairs, 't'), pairs.get('ceiling')]
    return t && ceiling ? { rule: 'veto', t, ceiling } : undefined
  },
  manual: () => ({ rule: 'manual' }),
}

/** The parameters a rule takes, in the order of A4. */
export const PARAMETERS: Readonly<Record<RuleName, readonly string[]>> = {
  each: ['k'],
  below: ['target', 'step', 'k'],
  threshold: ['op', 't'],
  bonus: ['k', 'cap'],
  veto: ['t', 'ceiling'],
  manual: [],
}

/** Reads a rule's parameters such as `op=>=;t=95`: all of them, in any order, and no others; numbers of 0 or above, a step above 0. Undefined otherwise (A4). */
export function parseParameters(rule: RuleName, text: string): Scoring | undefined {
  const pairs = parsePairs(text)
  if (!pairs || pairs.size !== PARAMETERS[rule].length) return undefined
  return READERS[rule](pairs)
}

/** Whether the ceiling of a veto, by its parameters, is one of these grades; white space is passed over. What is no veto has none to be wrong (A4.3). */
export function hasCeilingAmong(parameters: string, grades: readonly string[]): boolean {
  const scoring = parseParameters('veto', parameters)
  return scoring?.rule !== 'veto' || grades.some((grade) => squeeze(grade) === scoring.ceiling)
}

/** What is wrong with a rule's parameters: not its own, or impossible (a negative number, a step of 0). Without a rule only their form can be wrong. */
export function faultOfParameters(
  rule: RuleName | undefined,
  text: string,
): 'unreadable' | 'out-of-range' | undefined {
  if (!parsePairs(text)) return 'unreadable'
  if (!rule || parseParameters(rule, text)) return undefined
  const possible = squeeze(text)
    .replaceAll('=-', '=')
    .replace(/step=0+(?:\.0+)?(?=;|$)/i, 'step=1')
  return parseParameters(rule, possible) ? 'out-of-range' : 'unreadable'
}
