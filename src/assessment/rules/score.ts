import { ratio } from '../../kit/ratio.ts'
import { type FactKey, type FactValue, squeeze } from './fact-keys.ts'
import { type Points, points, pointsFrom, pointsOf, type RuleName, strikes } from './points.ts'
import type { Band, Item, Scheme } from './scheme.ts'

/** The sum of bonus points is cut here: 10 points (A4.2). */
export const BONUS_CUT = points(1000)

/** An item with its fact's value and the points it gave; `struck` when it is a veto that holds. */
export type Scored = {
  readonly item: Item
  readonly value: Exclude<FactValue, 'n/a'>
  readonly points: Points
  readonly struck: boolean
}

/** A branch's result (A4.1–A4.3). Score and grade are undefined when no item stays. `leftOut` holds the items whose fact is n/a. */
export type Score = {
  readonly base: Points | undefined
  readonly bonus: Points
  readonly score: Points | undefined
  readonly grade: string | undefined
  readonly vetoed: boolean
  readonly items: readonly Scored[]
  readonly leftOut: readonly Item[]
}

const OUTSIDE: readonly RuleName[] = ['bonus', 'veto']

/** Whether an item stands outside the base: a bonus or a veto (A4). */
export const isOutside = ({ scoring }: Pick<Item, 'scoring'>): boolean => OUTSIDE.includes(scoring.rule)

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0)

/** Scores one branch: items in the scheme's order, n/a left out (A4.1), bonus on top (A4.2), then the grade and its vetoes (A4.3). */
export function scoreBranch(scheme: Scheme, find: (fact: FactKey) => FactValue): Score {
  const items: Scored[] = []
  const leftOut: Item[] = []
  for (const item of scheme.items) {
    const value = find(item.fact)
    if (value === 'n/a') leftOut.push(item)
    else items.push(scoreItem(item, value))
  }
  const base = baseOf(items)
  const bonus = bonusOf(items)
  const score = base === undefined ? undefined : points(base + bonus)
  const struck = items.filter((one) => one.struck)
  const earned = earnedGrade(scheme, score)
  const grade = earned === undefined ? undefined : lowered(scheme.bands, earned, struck)
  return { base, bonus, score, grade, vetoed: struck.length > 0, items, leftOut }
}

const scoreItem = (item: Item, value: Exclude<FactValue, 'n/a'>): Scored => ({
  item,
  value,
  points: pointsOf(item.scoring, item.of, value),
  struck: item.scoring.rule === 'veto' && strikes(item.scoring, value),
})

function baseOf(items: readonly Scored[]): Points | undefined {
  const staying = items.filter(({ item }) => !isOutside(item))
  const of = sum(staying.map(({ item }) => item.of))
  if (of === 0) return undefined
  return pointsFrom(ratio(100 * sum(staying.map((one) => one.points)), of))
}

const bonusOf = (items: readonly Scored[]): Points =>
  points(
    Math.min(
      BONUS_CUT,
      sum(items.filter(({ item }) => item.scoring.rule === 'bonus').map((one) => one.points)),
    ),
  )

/** The bands from the best to the worst. */
const ranked = (bands: readonly Band[]): Band[] => bands.toSorted((a, b) => b.least - a.least)

/** The best band whose least score is not above the score, else the worst band; undefined without bands (A4.3). */
export function gradeOf(bands: readonly Band[], score: Points): string | undefined {
  const order = ranked(bands)
  return (order.find(({ least }) => least <= score) ?? order.at(-1))?.grade
}

/** The grade a score earns by itself, before any veto; undefined without a score (A4.3). */
export const earnedGrade = (
  { bands }: Pick<Scheme, 'bands'>,
  score: Points | undefined,
): string | undefined => (score === undefined ? undefined : gradeOf(bands, score))

/** The grade after vetoes: never above the ceiling of one that struck; a ceiling that is no grade lowers nothing (A4.3). */
function lowered(bands: readonly Band[], grade: string, struck: readonly Scored[]): string | undefined {
  const order = ranked(bands).map((band) => band.grade)
  const words = order.map(squeeze)
  const ceilings = struck.map(({ item }) =>
    item.scoring.rule === 'veto' ? words.indexOf(item.scoring.ceiling) : -1,
  )
  return order[Math.max(order.indexOf(grade), ...ceilings)]
}
