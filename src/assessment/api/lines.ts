import { parseRatio, ratio } from '../../kit/ratio.ts'
import type { Assessed } from '../facts/assess.ts'
import { squeeze } from '../rules/fact-keys.ts'
import { type Points, points, strikes } from '../rules/points.ts'
import { earnedGrade, isOutside } from '../rules/score.ts'
import type { KeptItem, KeptScheme } from '../store/schemes.ts'
import type { BranchAnswer } from './answer.ts'

/** Vetoes that struck, and what they cost: the grade the score earns without them. Null: none struck (A4.3). */
export type Veto = {
  readonly earned: string | null
  readonly by: { readonly no: string; readonly title: string; readonly ceiling: string }[]
} | null

/** What a list says of a branch besides its score: how many items lack points, and its vetoes. */
export type Line = { readonly open: number; readonly veto: Veto }

type Counted = { readonly item: KeptItem; readonly points: number; readonly struck: boolean }

const ceilingOf = ({ bands }: KeptScheme, { scoring }: KeptItem): string => {
  const word = scoring.rule === 'veto' ? scoring.ceiling : ''
  return bands.find(({ grade }) => squeeze(grade) === word)?.grade ?? word
}

function lineOf(scheme: KeptScheme, score: Points | undefined, counted: readonly Counted[]): Line {
  const struck = counted.filter((one) => one.struck)
  const by = struck.map(({ item }) => ({
    no: item.no,
    title: item.title,
    ceiling: ceilingOf(scheme, item),
  }))
  return {
    open: counted.filter(({ item, points: given }) => !isOutside(item) && given < item.of).length,
    veto: by.length === 0 ? null : { earned: earnedGrade(scheme, score) ?? null, by },
  }
}

const itemsBy = ({ items }: KeptScheme): ReadonlyMap<string, KeptItem> =>
  new Map(items.map((item) => [item.no, item]))

/** Says the line of branches as they were just assessed. */
export function sayLines(scheme: KeptScheme): (assessed: Assessed) => Line {
  const items = itemsBy(scheme)
  return ({ score, items: scored }) =>
    lineOf(
      scheme,
      score,
      scored.flatMap(({ item: { no }, points: given, struck }) => {
        const item = items.get(no)
        return item ? [{ item, points: given, struck }] : []
      }),
    )
}

const hundredthsOf = (text: string): Points => points(Math.round(Number(text) * 100))

/** Says the line of answers as a closed period keeps them. */
export function readLines(scheme: KeptScheme): (answer: BranchAnswer) => Line {
  const items = itemsBy(scheme)
  return ({ score, items: kept }) =>
    lineOf(
      scheme,
      score === null ? undefined : hundredthsOf(score),
      kept.flatMap(({ no, points: given, value }) => {
        const item = items.get(no)
        if (!item) return []
        const { scoring } = item
        const struck = scoring.rule === 'veto' && strikes(scoring, readValue(value))
        return [{ item, points: hundredthsOf(given), struck }]
      }),
    )
}

/** Reads a value as answers show it: a decimal or `290/3`. */
function readValue(text: string): ReturnType<typeof ratio> {
  const [num = '0', den] = text.split('/')
  return den === undefined ? (parseRatio(num) ?? ratio(0)) : ratio(BigInt(num), BigInt(den))
}
