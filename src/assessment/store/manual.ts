import { sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
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

/** A number entered for a manual fact, with why and on what grounds. */
export type ManualValue = {
  readonly branchId: Id<'org'>
  readonly period: PeriodName
  readonly factId: string
  readonly value: string
  readonly reason: string
  readonly evidence: string
  readonly accountId: Id<'account'>
}

/** How the journal seals a manual value; each later number is a revision of it. */
export const manualRecord: Journaled = { table: 'manual_value', scope: 'branch_id', person: null }

/** Writes the number of a manual fact, in the place of an earlier one; answers the record's id. */
export async function setManual(
  tx: Tx,
  { mineId, now }: { readonly mineId: Id<'mine'>; readonly now: Date },
  { branchId, period, factId, accountId, ...entered }: ManualValue,
): Promise<Id<'manual_value'>> {
  const written = { ...entered, account_id: accountId, recorded_at: now }
  const row = await tx
    .insertInto('manual_value')
    .values({
      mine_id: mineId,
      id: newId(),
      branch_id: branchId,
      period_name: period,
      fact_id: factId,
      ...written,
    })
    .onConflict((conflict) =>
      conflict.columns(['mine_id', 'branch_id', 'period_name', 'fact_id']).doUpdateSet(written),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}
