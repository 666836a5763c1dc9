import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Period } from '../../kit/period.ts'
import { ratio } from '../../kit/ratio.ts'
import type { Evidence, Scope } from '../../org/facts.ts'
import { type FactKey, showFactKey } from '../rules/fact-keys.ts'
import { type Score, scoreBranch } from '../rules/score.ts'
import type { Branch } from '../store/branches.ts'
import type { KeptScheme } from '../store/schemes.ts'
import type { Facts } from './count.ts'

/** What is to be assessed: branches of a mine, over a period, by a version of the scheme. */
export type Assessing = {
  readonly mineId: Id<'mine'>
  readonly period: Period
  readonly scheme: KeptScheme
  readonly branches: readonly Branch[]
}

/** A branch with its score. */
export type Assessed = Score & { readonly branch: Branch }

/** Where the facts of an assessment are counted. */
export const scopeOf = ({ mineId, period, branches }: Assessing): Scope => ({
  mineId,
  branches: branches.map(({ id }) => id),
  span: period,
})

/**
 * Scores branches as their records stand now, in the order given (A3, A4). Statements grow with the facts of the scheme, not with the
 * branches. Who asks the same facts for more gives the same scope: what was read for it is not read again.
 */
export async function assess(
  db: Db,
  facts: Facts,
  assessing: Assessing,
  scope: Scope = scopeOf(assessing),
): Promise<Assessed[]> {
  const { scheme, branches } = assessing
  const wanted = scheme.items.map(({ fact }) => fact)
  const counted = await facts.countFacts(db, scope, wanted)
  const counts = new Map(wanted.map((fact) => [fact, counted.get(showFactKey(fact))]))
  const none = ratio(0)
  return branches.map((branch) => ({
    branch,
    ...scoreBranch(scheme, (fact) => counts.get(fact)?.get(branch.id) ?? none),
  }))
}

/** The evidence of facts, by their one spelling. */
export async function listEvidenceOf(
  db: Db,
  facts: Facts,
  scope: Scope,
  wanted: readonly FactKey[],
): Promise<Map<string, Evidence>> {
  const listed = new Map<string, Evidence>()
  for (const fact of wanted) {
    const name = showFactKey(fact)
    if (!listed.has(name)) listed.set(name, await facts.sourceOf(fact).listEvidence(db, scope))
  }
  return listed
}
