import { type FactKey, type FactValue, showFactKey } from '../../assessment/rules/fact-keys.ts'
import { type Op, type Points, points, type Scoring } from '../../assessment/rules/points.ts'
import { type Item, PARAMETERS, type Scheme } from '../../assessment/rules/scheme.ts'
import { type Score, scoreBranch } from '../../assessment/rules/score.ts'
import type { Tell } from '../../journal/rules/pack/finding.ts'
import type { PackScores } from '../../journal/rules/pack/shape.ts'
import { parseRatio, type Ratio, ratio, showHundredths } from '../../kit/ratio.ts'

type PackScheme = PackScores['scheme']
type PackItem = PackScheme['items'][number]
/** A branch of a pack: its facts, and the score claimed for it. */
export type PackBranch = PackScores['branches'][number]
/** A score as a pack writes it. */
export type PackScore = PackBranch['score']

const DECIMAL = /^\d{1,12}(?:\.\d{1,12})?$/
const FRACTION = /^(\d{1,12})\/(\d{1,12})$/
const POINTS = /^\d{1,9}\.\d\d$/

/** A number of a pack: decimal or fraction; undefined for any other text (docs/pack.md, Scores). */
export function numberOf(text: string): Ratio | undefined {
  if (DECIMAL.test(text)) return parseRatio(text)
  const [, above = '', below = ''] = FRACTION.exec(text) ?? []
  return /[1-9]/.test(below) ? ratio(BigInt(above), BigInt(below)) : undefined
}

const pointsOf = (text: string): Points | undefined =>
  POINTS.test(text) ? points(Number(text.replace('.', ''))) : undefined

const amountOf = (text: string | undefined): Ratio | undefined => numberOf(text ?? '')

const OPS: readonly Op[] = ['>=', '<=', '=']

type Params = Readonly<Record<string, string>>
type Reader = (params: Params, ceilingOf: (grade: string) => string) => Scoring | undefined

/** A number that must be there: each reader answers undefined without it. */
const READERS: Readonly<Record<Scoring['rule'], Reader>> = {
  each: ({ k: text }) => {
    const k = amountOf(text)
    return k && { rule: 'each', k }
  },
  below: (params) => {
    const [target, step, k] = [params['target'], params['step'], params['k']].map(amountOf)
    return target && step && k && step.num > 0n ? { rule: 'below', target, step, k } : undefined
  },
  threshold: (params) => {
    const [op, t] = [OPS.find((known) => known === params['op']), amountOf(params['t'])]
    return op && t && { rule: 'threshold', op, t }
  },
  bonus: (params) => {
    const [k, cap] = [amountOf(params['k']), amountOf(params['cap'])]
    return k && cap && { rule: 'bonus', k, cap }
  },
  veto: (params, ceilingOf) => {
    const t = amountOf(params['t'])
    return t && { rule: 'veto', t, ceiling: ceilingOf(params['ceiling'] ?? '') }
  },
  manual: () => ({ rule: 'manual' }),
}

/** The fact of an item goes by its name alone: what it counts is nothing to who recomputes. */
const factOf = (name: string): FactKey => ({ name: 'manual', id: name })

function itemOf(item: PackItem, ceilingOf: (grade: string) => string): Item | undefined {
  const rule = RULES.find((known) => known === item.rule)
  const of = pointsOf(item.of)
  if (!rule || of === undefined) return undefined
  const names = Object.keys(item.params)
  const whole =
    names.length === PARAMETERS[rule].length && PARAMETERS[rule].every((name) => names.includes(name))
  const scoring = whole ? READERS[rule](item.params, ceilingOf) : undefined
  return scoring && { no: item.no, title: item.name, of, fact: factOf(item.fact), scoring }
}

const RULES = ['each', 'below', 'threshold', 'bonus', 'veto', 'manual'] as const

/** The scheme as the rules of assessment take it; undefined when it cannot be read. Grades stand as their numbers, so that they compare as written. */
function schemeOf({ bands, items }: PackScheme): Scheme | undefined {
  const leasts = bands.map(({ from }) => pointsOf(from))
  const isFalling = leasts.every(
    (least, at) => least !== undefined && (at === 0 || least < (leasts[at - 1] ?? 0)),
  )
  const ceilingOf = (grade: string): string => String(bands.findIndex((band) => band.grade === grade))
  const read = items.map((item) => itemOf(item, ceilingOf)).filter((item) => item !== undefined)
  if (!isFalling || read.length < items.length) return undefined
  return { items: read, bands: leasts.map((least, at) => ({ grade: String(at), least: points(least ?? 0) })) }
}

function valuesOf({ facts }: PackBranch): ReadonlyMap<string, FactValue> | undefined {
  const values = new Map<string, FactValue>()
  for (const [name, text] of Object.entries(facts)) {
    const value = text === 'n/a' ? text : numberOf(text)
    if (value === undefined) return undefined
    values.set(showFactKey(factOf(name)), value)
  }
  return values
}

const told = (of: Points | undefined): string | null => (of === undefined ? null : showHundredths(of))

function shownScore(
  { base, bonus, score, grade, vetoed, items }: Score,
  scheme: PackScheme,
  read: Scheme,
): PackScore {
  const given = new Map(
    items.filter(({ item }) => item.scoring.rule !== 'veto').map((one) => [one.item, one.points]),
  )
  return {
    ...{ base: told(base), bonus: showHundredths(bonus), score: told(score), vetoed },
    grade: grade === undefined ? null : (scheme.bands[Number(grade)]?.grade ?? null),
    items: read.items.map((item) => ({ no: item.no, points: told(given.get(item)) })),
  }
}

/** A branch's score made anew from scheme and facts; undefined when they cannot be read or a fact is missing (docs/pack.md, Scores). */
export function rescore(scheme: PackScheme, branch: PackBranch): PackScore | undefined {
  const read = schemeOf(scheme)
  const values = valuesOf(branch)
  if (!read || !values || !read.items.every(({ fact }) => values.has(showFactKey(fact)))) return undefined
  const scored = scoreBranch(read, (fact) => values.get(showFactKey(fact)) ?? 'n/a')
  return shownScore(scored, scheme, read)
}

const isSame = (a: PackScore, b: PackScore): boolean =>
  a.base === b.base &&
  a.bonus === b.bonus &&
  a.score === b.score &&
  a.grade === b.grade &&
  a.vetoed === b.vetoed &&
  a.items.length === b.items.length &&
  a.items.every(({ no, points }, at) => no === b.items[at]?.no && points === b.items[at]?.points)

/** Recomputes every score of a pack from scheme and facts; tells of each branch whose score is another (score-bad). */
export function checkScores({ scheme, branches }: PackScores, tell: Tell): void {
  if (!schemeOf(scheme)) tell('score-bad')
  for (const branch of branches) {
    const again = rescore(scheme, branch)
    if (!again || !isSame(again, branch.score)) tell('score-bad', { branch: branch.id })
  }
}
