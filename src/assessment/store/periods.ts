import { type Selectable, sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Reach } from '../../kit/contract.ts'
import { insertRows } from '../../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import { type Period, type PeriodName, parsePeriod } from '../../kit/period.ts'
import { listIdsWithin } from '../../org/store.ts'
import type { PeriodState } from '../rules/periods.ts'

type Row = Selectable<Tables['period']>

/** A period that was opened: the version of the scheme it is judged by, and whether it is closed. */
export type KeptPeriod = Period & {
  readonly id: Id<'period'>
  readonly schemeId: Id<'scheme'>
  readonly state: Exclude<PeriodState, 'not-opened'>
}

/** How the journal seals a period: with every answer frozen for it. */
export const periodRecord: Journaled = {
  table: 'period',
  scope: null,
  person: null,
  parts: [{ name: 'scores', table: 'frozen_score', key: 'period_id', orderBy: 'branch_id' }],
}

function periodOf(row: Pick<Row, 'id' | 'name' | 'scheme_id' | 'closed_at'>): KeptPeriod {
  const period = parsePeriod(row.name)
  if (!period) throw new Error(`no period: ${row.name}`)
  return { ...period, id: row.id, schemeId: row.scheme_id, state: row.closed_at ? 'closed' : 'open' }
}

const one = (db: Db, mineId: Id<'mine'>, name: PeriodName) =>
  db.selectFrom('period').selectAll().where('mine_id', '=', mineId).where('name', '=', name)

/** A period by its name; undefined: it was never opened. */
export async function findPeriod(
  db: Db,
  mineId: Id<'mine'>,
  name: PeriodName,
): Promise<KeptPeriod | undefined> {
  const row = await one(db, mineId, name).executeTakeFirst()
  return row && periodOf(row)
}

/** Reads a period and keeps others from closing it until this transaction ends. */
export async function holdPeriod(
  tx: Tx,
  mineId: Id<'mine'>,
  name: PeriodName,
): Promise<KeptPeriod | undefined> {
  const row = await one(tx, mineId, name).forUpdate().executeTakeFirst()
  return row && periodOf(row)
}

/** Every period that was opened, latest first, with the version of its scheme. */
export async function listPeriods(
  db: Db,
  mineId: Id<'mine'>,
): Promise<(KeptPeriod & { readonly schemeVersion: number })[]> {
  const rows = await db
    .selectFrom('period as p')
    .innerJoin('scheme as s', (on) =>
      on.onRef('s.mine_id', '=', 'p.mine_id').onRef('s.id', '=', 'p.scheme_id'),
    )
    .select(['p.id', 'p.name', 'p.scheme_id', 'p.closed_at', 's.version'])
    .where('p.mine_id', '=', mineId)
    .orderBy('p.last_day', 'desc')
    .orderBy('p.first_day', 'desc')
    .execute()
  return rows.map(({ version, ...row }) => ({ ...periodOf(row), schemeVersion: version }))
}

type Opening = { readonly mineId: Id<'mine'>; readonly schemeId: Id<'scheme'>; readonly now: Date }

/** Opens a period under a version of the scheme; undefined, and nothing done, when it is open already (A5.1). */
export async function addPeriod(
  tx: Tx,
  { mineId, schemeId, now }: Opening,
  { name, first, last }: Period,
): Promise<Id<'period'> | undefined> {
  const row = await tx
    .insertInto('period')
    .values({
      mine_id: mineId,
      id: newId(),
      name,
      first_day: first,
      last_day: last,
      scheme_id: schemeId,
      recorded_at: now,
    })
    .onConflict((conflict) => conflict.columns(['mine_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** What a closed period says of a branch: canonical JSON, never computed again (A5.2). */
export type Frozen = { readonly branchId: Id<'org'>; readonly answer: string }

type Closing = {
  readonly mineId: Id<'mine'>
  readonly periodId: Id<'period'>
  readonly seal: string
  readonly now: Date
}

/** Closes a period held open, with its answers and their seal (A5.2). */
export async function closePeriod(
  tx: Tx,
  { mineId, periodId, seal, now }: Closing,
  frozen: readonly Frozen[],
): Promise<void> {
  await insertRows(
    tx,
    'frozen_score',
    frozen.map(({ branchId, answer }) => ({
      mine_id: mineId,
      period_id: periodId,
      branch_id: branchId,
      answer,
    })),
  )
  await tx
    .updateTable('period')
    .set({ closed_at: now, seal })
    .where('mine_id', '=', mineId)
    .where('id', '=', periodId)
    .execute()
}

/** The frozen answers of a closed period for the branches within reach, by code of the branch as it is now. */
export async function listFrozen(
  db: Db,
  mineId: Id<'mine'>,
  periodId: Id<'period'>,
  reach: Reach,
): Promise<Frozen[]> {
  return db
    .selectFrom('frozen_score as f')
    .innerJoin('org_unit as u', (on) =>
      on.onRef('u.mine_id', '=', 'f.mine_id').onRef('u.id', '=', 'f.branch_id'),
    )
    .select(['f.branch_id as branchId', 'f.answer'])
    .where('f.mine_id', '=', mineId)
    .where('f.period_id', '=', periodId)
    .where(sql<boolean>`f.branch_id in (${listIdsWithin(mineId, reach)})`)
    .orderBy(sql`u.code collate "C"`)
    .execute()
}

/** The frozen answer for one branch; undefined: it was not assessed then. */
export async function findFrozen(
  db: Db,
  mineId: Id<'mine'>,
  periodId: Id<'period'>,
  branchId: Id<'org'>,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('frozen_score')
    .select('answer')
    .where('mine_id', '=', mineId)
    .where('period_id', '=', periodId)
    .where('branch_id', '=', branchId)
    .executeTakeFirst()
  return row?.answer
}
