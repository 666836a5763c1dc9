import { sql } from 'kysely'
import type { Reach } from '../../kit/contract.ts'
import type { Day } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { type Refused, refuse } from '../../kit/refuse.ts'
import { isAssessed } from '../../org/rules.ts'
import { findUnit, listIdsWithin } from '../../org/store.ts'

/** A branch as an answer names it. */
export type Branch = { readonly id: Id<'org'>; readonly code: string; readonly name: string }

/** The branches within reach that are assessed for a period ending on a day, by code (A1.4). */
export async function listAssessed(
  db: Db,
  mineId: Id<'mine'>,
  lastDay: Day,
  reach: Reach,
): Promise<Branch[]> {
  const rows = await db
    .selectFrom('org_unit')
    .select(['id', 'code', 'name', 'kind', 'founded_on'])
    .where('mine_id', '=', mineId)
    .where('kind', '<>', 'partyGroup')
    .where(sql<boolean>`id in (${listIdsWithin(mineId, reach)})`)
    .orderBy(sql`code collate "C"`)
    .execute()
  return rows
    .filter(({ kind, founded_on }) => isAssessed({ kind, founded: founded_on ?? undefined }, lastDay))
    .map(({ id, code, name }) => ({ id, code, name }))
}

/** One branch, if it is assessed for a period ending on a day (A1.4). */
export async function findAssessed(
  db: Db,
  mineId: Id<'mine'>,
  lastDay: Day,
  id: Id<'org'>,
): Promise<Branch | Refused<'no-such-unit' | 'not-assessed'>> {
  const unit = await findUnit(db, mineId, id)
  if (!unit) return refuse('no-such-unit')
  const { kind, foundedOn, code, name } = unit
  if (!isAssessed({ kind, founded: foundedOn ?? undefined }, lastDay)) return refuse('not-assessed', 'A1.4')
  return { id, code, name }
}
