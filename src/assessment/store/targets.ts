import { sql } from 'kysely'
import type { Day, Span } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { parseRatio, type Ratio } from '../../kit/ratio.ts'
import { type FactKey, parseFactKey } from '../rules/fact-keys.ts'

/** A task of a branch with its number and deadline (A3.4). */
export type Target = {
  readonly id: Id<'target'>
  readonly branchId: Id<'org'>
  readonly no: string
  readonly task: string
  readonly fact: FactKey
  readonly goal: Ratio
  /** The goal as it was written. */
  readonly goalText: string
  readonly deadline: Day
  readonly source: 'import' | 'product'
}

export type TargetsOf = {
  readonly mineId: Id<'mine'>
  readonly branches: readonly Id<'org'>[]
  /** Only those whose deadline lies in it. */
  readonly span?: Span
}

/** Targets of branches and their groups, by deadline and number (A1.6). One statement. */
export async function listTargetsOf(db: Db, { mineId, branches, span }: TargetsOf): Promise<Target[]> {
  const all = db
    .selectFrom('target as t')
    .innerJoin('branch_of as b', (join) =>
      join.onRef('b.mine_id', '=', 't.mine_id').onRef('b.org_id', '=', 't.org_id'),
    )
    .selectAll('t')
    .select('b.branch_id')
    .where('t.mine_id', '=', mineId)
    .where(sql<boolean>`b.branch_id = any(${branches}::uuid[])`)
    .orderBy('t.deadline')
    .orderBy(sql`t.no collate "C"`)
  const asked = span ? all.where('t.deadline', '>=', span.first).where('t.deadline', '<=', span.last) : all
  return (await asked.execute()).map((row) => {
    const fact = parseFactKey(row.fact)
    const goal = parseRatio(row.goal)
    if (!fact || !goal) throw new Error(`target ${row.no} cannot be read back`)
    const { id, no, task, deadline, source } = row
    return { id, branchId: row.branch_id, no, task, fact, goal, goalText: row.goal, deadline, source }
  })
}
