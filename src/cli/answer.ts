import { assess, listEvidenceOf, scopeOf } from '../assessment/facts/assess.ts'
import { type Facts, factsWith } from '../assessment/facts/count.ts'
import { showFactKey } from '../assessment/rules/fact-keys.ts'
import { listAssessed } from '../assessment/store/branches.ts'
import { findScheme } from '../assessment/store/schemes.ts'
import { because } from '../assessment/words/because.ts'
import { excludedBecause, leftOutBecause } from '../assessment/words/left-out.ts'
import type { Db } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'
import type { Keys } from '../kit/keys/keys.ts'
import type { Period } from '../kit/period.ts'
import { showHundredths, showRatio } from '../kit/ratio.ts'
import type { ImportReport } from '../ledger/sheets/read.ts'
import { inLanguage, type Language } from './words.ts'

export type ItemAnswer = {
  readonly no: string
  readonly fact: string
  readonly value: string
  readonly points: string
  readonly of: string
  readonly because: string
  readonly evidence: readonly string[]
}

export type BranchAnswer = {
  readonly code: string
  readonly name: string
  readonly score: string | null
  readonly grade: string | null
  readonly bonus: string
  readonly vetoed: boolean
  readonly items: readonly ItemAnswer[]
  readonly left_out: readonly { readonly no: string; readonly fact: string; readonly because: string }[]
  readonly excluded: readonly { readonly person: string; readonly because: string }[]
}

/** What `pitlamp assess --json` prints. Numbers are decimal text, ratios exact fractions in lowest terms. */
export type Answer = {
  readonly period: string
  readonly import: ImportReport
  readonly branches: readonly BranchAnswer[]
}

export type Asking = {
  readonly mineId: Id<'mine'>
  readonly keys: Keys
  readonly period: Period
  readonly language: Language
}

/** Assesses every branch of the mine, with the evidence of every item. Undefined when there is no scheme. */
export async function answerBranches(
  db: Db,
  { mineId, keys, period, language }: Asking,
): Promise<BranchAnswer[] | undefined> {
  const scheme = await findScheme(db, mineId, 'latest')
  if (!scheme) return undefined
  const branches = await listAssessed(db, mineId, period.last, 'mine')
  const assessing = { mineId, period, scheme, branches }
  const facts: Facts = factsWith(keys)
  const assessed = await assess(db, facts, assessing)
  const scope = scopeOf(assessing)
  const evidence = await listEvidenceOf(
    db,
    facts,
    scope,
    scheme.items.map(({ fact }) => fact),
  )
  const excluded = Map.groupBy(await facts.listExcluded(db, scope), ({ branchId }) => branchId)
  return assessed.map(({ branch, ...score }) => ({
    code: branch.code,
    name: branch.name,
    score: score.score === undefined ? null : showHundredths(score.score),
    grade: score.grade ?? null,
    bonus: showHundredths(score.bonus),
    vetoed: score.vetoed,
    items: score.items.map(({ item, value, points }) => ({
      no: item.no,
      fact: showFactKey(item.fact),
      value: showRatio(value),
      points: showHundredths(points),
      of: showHundredths(item.of),
      because: inLanguage(
        because({ fact: item.fact, scoring: item.scoring, of: item.of, points, value }),
        language,
      ),
      evidence: evidence.get(showFactKey(item.fact))?.get(branch.id) ?? [],
    })),
    left_out: score.leftOut.map(({ no, fact }) => ({
      no,
      fact: showFactKey(fact),
      because: inLanguage(leftOutBecause(fact), language),
    })),
    excluded: (excluded.get(branch.id) ?? []).map(({ no, duesClass }) => ({
      person: no,
      because: inLanguage(excludedBecause(duesClass), language),
    })),
  }))
}
