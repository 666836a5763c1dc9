import { sql } from 'kysely'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { PeriodName } from '../../kit/period.ts'
import { parseRatio, type Ratio } from '../../kit/ratio.ts'

export type ManualOf = {
  readonly mineId: Id<'mine'>
  readonly branches: readonly Id<'org'>[]
  readonly period: PeriodName
  readonly factId: string
}

/** The numbers entered for a manual fact in a period, by branch. One statement. */
export async function listManualValues(
  db: Db,
  { mineId, branches, period, factId }: ManualOf,
): Promise<Map<Id<'org'>, Ratio>> {
  const rows = await db
    .selectFrom('manual_value')
    .select(['branch_id', 'value'])
    .where('mine_id', '=', mineId)
    .where(sql<boolean>`branch_id = any(${branches}::uuid[])`)
    .where('period_name', '=', period)
    .where('fact_id', '=', factId)
    .execute()
  return new Map(
    rows.flatMap((row) => {
      const value = parseRatio(row.value)
      return value ? [[row.branch_id, value]] : []
    }),
  )
}
