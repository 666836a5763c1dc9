import { sql } from 'kysely'
import type { Day } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'

/** A branch or one of its groups (A1.6). */
export type Unit = {
  readonly id: Id<'org'>
  readonly branchId: Id<'org'>
  readonly code: string
  readonly name: string
  readonly foundedOn: Day | null
}

type Branches = { readonly mineId: Id<'mine'>; readonly branches: readonly Id<'org'>[] }

/** The units of branches: each itself, and the groups directly below it, by code (A1.6). One statement. */
export async function listUnitsOf(db: Db, { mineId, branches }: Branches): Promise<Unit[]> {
  const { rows } = await sql<Unit>`
    select u.id, b.branch_id as "branchId", u.code, u.name, u.founded_on as "foundedOn"
    from org_unit u join branch_of b on b.mine_id = u.mine_id and b.org_id = u.id
    where u.mine_id = ${mineId} and b.branch_id in (select unnest(${branches}::uuid[]))
    order by u.code collate "C"`.execute(db)
  return rows
}

/** Full members by branch as the roster stood on a day (A1.5). One statement. */
export async function countFullMembers(
  db: Db,
  { mineId, branches }: Branches,
  on: Day,
): Promise<Map<Id<'org'>, number>> {
  const { rows } = await sql<{ branchId: Id<'org'>; members: number }>`
    select b.branch_id as "branchId", count(*)::int as members
    from standing s join branch_of b on b.mine_id = s.mine_id and b.org_id = s.org_id
    where s.mine_id = ${mineId} and b.branch_id in (select unnest(${branches}::uuid[])) and s.category = 'fullMember'
      and s.from_day <= ${on} and (s.to_day is null or s.to_day >= ${on})
    group by b.branch_id`.execute(db)
  return new Map(rows.map(({ branchId, members }) => [branchId, members]))
}
