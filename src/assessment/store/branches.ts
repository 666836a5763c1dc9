import { sql } from 'kysely'
import type { Day } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { isAssessed } from '../../org/rules.ts'

/** A branch as an answer names it. */
export type Branch = { readonly id: Id<'org'>; readonly code: string; readonly name: string }

/** The branches assessed for a period that ends on a day, among those asked for, by code (A1.4). */
export async function listAssessed(
  db: Db,
  mineId: Id<'mine'>,
  lastDay: Day,
  among: readonly Id<'org'>[] | 'mine',
): Promise<Branch[]> {
  const units = db
    .selectFrom('org_unit')
    .select(['id', 'code', 'name', 'kind', 'founded_on'])
    .where('mine_id', '=', mineId)
    .where('kind', '<>', 'partyGroup')
    .orderBy(sql`code collate "C"`)
  const asked = among === 'mine' ? units : units.where(sql<boolean>`id = any(${among}::uuid[])`)
  return (await asked.execute())
    .filter(({ kind, founded_on }) => isAssessed({ kind, founded: founded_on ?? undefined }, lastDay))
    .map(({ id, code, name }) => ({ id, code, name }))
}
