import { type Day, day, type Span } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { compare, ratio } from '../../kit/ratio.ts'
import {
  type Counts,
  evidenceFrom,
  type FactSource,
  type FactValue,
  readOnce,
  type Scope,
  shareOf,
} from '../../org/facts.ts'
import { type FactKey, showFactKey } from '../rules/fact-keys.ts'
import { listTargetsOf, type Target } from '../store/targets.ts'

/** Values of several facts over one scope, by the facts' one spelling. */
export type CountFacts = (
  db: Db,
  scope: Scope,
  facts: readonly FactKey[],
) => Promise<ReadonlyMap<string, Counts>>

/** From 1 January of the deadline's year to the deadline (A3.4). */
const spanOf = (deadline: Day): Span => ({ first: day(`${deadline.slice(0, 4)}-01-01`), last: deadline })

/** A target with its fact's value over its span; met when that is not below the goal, n/a is not met (A3.4). */
export type Judged = Target & { readonly value: FactValue; readonly isMet: boolean }

function judge(target: Target, counts: Counts | undefined): Judged {
  const value = counts?.get(target.branchId) ?? ratio(0)
  return { ...target, value, isMet: value !== 'n/a' && compare(value, target.goal) >= 0 }
}

/** Judges targets: the facts of one deadline are counted together, for all their branches (A3.4). */
export async function judgeTargets(
  db: Db,
  mineId: Id<'mine'>,
  targets: readonly Target[],
  countFacts: CountFacts,
): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const [deadline, due] of Map.groupBy(targets, (target) => target.deadline)) {
    const branches = [...new Set(due.map(({ branchId }) => branchId))]
    const facts = due.map(({ fact }) => fact)
    const counts = await countFacts(db, { mineId, branches, span: spanOf(deadline) }, facts)
    judged.push(...due.map((target) => judge(target, counts.get(showFactKey(target.fact)))))
  }
  return judged
}

/** `target.met`: 100 × targets met / targets with their deadline in the span; n/a without any. Evidence: those not met (A3, A3.4). */
export function targetMet(countFacts: CountFacts): FactSource {
  const listJudged = readOnce(async (db, scope) =>
    judgeTargets(db, scope.mineId, await listTargetsOf(db, scope), countFacts),
  )
  return {
    count: async (db, scope) => {
      const judged = Map.groupBy(await listJudged(db, scope), ({ branchId }) => branchId)
      return new Map(
        scope.branches.map((id) => {
          const own = judged.get(id) ?? []
          return [id, shareOf(own.filter(({ isMet }) => isMet).length, own.length)]
        }),
      )
    },
    listEvidence: async (db, scope) =>
      evidenceFrom(
        (await listJudged(db, scope))
          .filter(({ isMet }) => !isMet)
          .map(({ branchId, no }) => ({ branchId, id: no })),
      ),
  }
}
