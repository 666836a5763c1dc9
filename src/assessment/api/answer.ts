import type { Payer } from '../../dues/store/payers.ts'
import type { Day } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { showHundredths, showRatio } from '../../kit/ratio.ts'
import { type Assessed, type Assessing, assess, listEvidenceOf, scopeOf } from '../facts/assess.ts'
import { factsWith } from '../facts/count.ts'
import { showFactKey } from '../rules/fact-keys.ts'
import { pendingOf } from '../rules/pending.ts'
import type { RuleName } from '../rules/points.ts'
import type { KeptItem, KeptScheme } from '../store/schemes.ts'
import { because } from '../words/because.ts'
import { excludedBecause, leftOutBecause } from '../words/left-out.ts'
import type { Sentence } from '../words/nouns.ts'
import { type Line, sayLines } from './lines.ts'

/** An item as the scheme states it. Points are decimals with two places. */
export type ItemSaid = {
  readonly no: string
  readonly heading: string
  readonly title: string
  readonly basis: string
  readonly fact: string
  readonly rule: RuleName
  readonly parameters: string
  readonly of: string
}

/** An item with what it gave and why; `value` is a decimal or an exact fraction (A4.4). */
export type ItemAnswer = ItemSaid & {
  readonly value: string
  readonly points: string
  readonly because: Sentence
  readonly evidence: readonly string[]
}

/** What an assessment says of a branch, as a closed period keeps it. */
export type BranchAnswer = {
  readonly branchId: Id<'org'>
  readonly code: string
  readonly name: string
  readonly base: string | null
  readonly score: string | null
  readonly grade: string | null
  readonly bonus: string
  readonly vetoed: boolean
  readonly items: readonly ItemAnswer[]
  readonly leftOut: readonly (ItemSaid & { readonly because: Sentence })[]
  readonly excluded: readonly {
    readonly personId: Id<'person'>
    readonly no: string
    readonly name: string
    readonly because: Sentence
  }[]
}

/** An item as it is shown. */
export const sayItem = (item: KeptItem): ItemSaid => ({
  no: item.no,
  heading: item.heading,
  title: item.title,
  basis: item.basis,
  fact: showFactKey(item.fact),
  rule: item.scoring.rule,
  parameters: item.parameters,
  of: showHundredths(item.of),
})

const shown = (points: number | undefined): string | null =>
  points === undefined ? null : showHundredths(points)

type Ground = {
  readonly say: (no: string) => ItemSaid
  readonly evidenceOf: (fact: string) => readonly string[]
  readonly excluded: readonly Payer[]
  readonly today: Day | undefined
}

function sayerOf({ items }: KeptScheme): Ground['say'] {
  const said = new Map(items.map((item) => [item.no, sayItem(item)]))
  return (no) => {
    const item = said.get(no)
    if (!item) throw new Error(`no item ${no} in the scheme`)
    return item
  }
}

function answerOf({ branch, ...score }: Assessed, ground: Ground): BranchAnswer {
  const { say, evidenceOf, excluded, today } = ground
  return {
    branchId: branch.id,
    code: branch.code,
    name: branch.name,
    base: shown(score.base),
    score: shown(score.score),
    grade: score.grade ?? null,
    bonus: showHundredths(score.bonus),
    vetoed: score.vetoed,
    items: score.items.map(({ item, value, points }) => {
      const evidence = evidenceOf(showFactKey(item.fact))
      const open = today && { pending: pendingOf(item.fact, evidence, today), today }
      return {
        ...say(item.no),
        value: showRatio(value),
        points: showHundredths(points),
        because: because({ ...item, points, value, counted: value.counted, open }),
        evidence,
      }
    }),
    leftOut: score.leftOut.map(({ no, fact }) => ({ ...say(no), because: leftOutBecause(fact) })),
    excluded: excluded.map(({ personId, no, name, duesClass }) => ({
      ...{ personId, no, name },
      because: excludedBecause(duesClass),
    })),
  }
}

/**
 * Assesses branches as their records stand now, and says why, with the evidence of every item (A4.4). Given the day it is, the reasons
 * tell what was missed from what may still be done; the numbers are the same.
 */
export async function answerBranches(
  db: Db,
  keys: Keys,
  assessing: Assessing,
  today?: Day,
): Promise<BranchAnswer[]> {
  const facts = factsWith(keys)
  const scope = scopeOf(assessing)
  const assessed = await assess(db, facts, assessing, scope)
  const wanted = assessing.scheme.items.map(({ fact }) => fact)
  const evidence = await listEvidenceOf(db, facts, scope, wanted)
  const excluded = Map.groupBy(await facts.listExcluded(db, scope), ({ branchId }) => branchId)
  const say = sayerOf(assessing.scheme)
  return assessed.map((one) =>
    answerOf(one, {
      say,
      evidenceOf: (fact) => evidence.get(fact)?.get(one.branch.id) ?? [],
      excluded: excluded.get(one.branch.id) ?? [],
      today,
    }),
  )
}

/** The part of an answer that lists show. */
export type ScoreAnswer = Line &
  Pick<BranchAnswer, 'branchId' | 'code' | 'name' | 'score' | 'grade' | 'bonus' | 'vetoed'>

/** Scores of branches as their records stand now, without reasons and evidence: as fast as the facts can be counted. */
export async function answerScores(db: Db, keys: Keys, assessing: Assessing): Promise<ScoreAnswer[]> {
  const say = sayLines(assessing.scheme)
  return (await assess(db, factsWith(keys), assessing)).map((assessed) => ({
    branchId: assessed.branch.id,
    code: assessed.branch.code,
    name: assessed.branch.name,
    score: shown(assessed.score),
    grade: assessed.grade ?? null,
    bonus: showHundredths(assessed.bonus),
    vetoed: assessed.vetoed,
    ...say(assessed),
  }))
}

/** Reads a frozen answer back. */
export function readAnswer(text: string): BranchAnswer {
  const answer: BranchAnswer = JSON.parse(text)
  return answer
}
