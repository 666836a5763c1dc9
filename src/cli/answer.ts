import { answerBranches } from '../assessment/api/answer.ts'
import { listAssessed } from '../assessment/store/branches.ts'
import { findScheme } from '../assessment/store/schemes.ts'
import type { Db } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'
import type { Keys } from '../kit/keys/keys.ts'
import type { Period } from '../kit/period.ts'
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
export async function answerMine(
  db: Db,
  { mineId, keys, period, language }: Asking,
): Promise<BranchAnswer[] | undefined> {
  const scheme = await findScheme(db, mineId, 'latest')
  if (!scheme) return undefined
  const branches = await listAssessed(db, mineId, period.last, 'mine')
  const answers = await answerBranches(db, keys, { mineId, period, scheme, branches })
  return answers.map(({ code, name, score, grade, bonus, vetoed, items, leftOut, excluded }) => ({
    ...{ code, name, score, grade, bonus, vetoed },
    items: items.map(({ no, fact, value, points, of, because, evidence }) => ({
      ...{ no, fact, value, points, of, evidence },
      because: inLanguage(because, language),
    })),
    left_out: leftOut.map(({ no, fact, because }) => ({ no, fact, because: inLanguage(because, language) })),
    excluded: excluded.map(({ no, because }) => ({ person: no, because: inLanguage(because, language) })),
  }))
}
