import { sql } from 'kysely'
import type { Day } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Running } from '../rules/running.ts'
import type { DutyKind } from '../rules.ts'
import { isValid } from './validity.ts'

/** A window of a duty that no valid meeting fills: the branch's own, or one of its groups'. */
export type Unfilled = {
  readonly branchId: Id<'org'>
  readonly groupId: Id<'org'> | null
  readonly groupName: string | null
  readonly kind: DutyKind
  readonly first: Day
  readonly last: Day
}

type Of = {
  readonly mineId: Id<'mine'>
  readonly branches: readonly Id<'org'>[]
  /** Those of the branches that have a committee. */
  readonly withCommittee: readonly Id<'org'>[]
  readonly windows: readonly Running[]
}

/**
 * Which of some windows are not filled, as `dutiesOf` judges it, by code of the branch (A3.1): a unit founded later owes nothing, a group
 * fills its own, everything else any unit of the branch. One statement for any number of branches, reading only the meetings in them.
 */
export async function listUnfilled(
  db: Db,
  { mineId, branches, withCommittee, windows }: Of,
): Promise<Unfilled[]> {
  const { rows } = await sql<Unfilled>`
    with asked as (
      select * from unnest(${windows.map(({ kind }) => kind)}::text[], ${windows.map(({ first }) => first)}::date[],
        ${windows.map(({ last }) => last)}::date[]) as w (kind, first, last)),
    filled as materialized (
      select distinct w.kind, w.first, case when w.kind = 'groupMeeting' then m.org_id else b.branch_id end as holder
      from asked w
        join meeting m on m.mine_id = ${mineId} and m.kind = w.kind and m.held_on between w.first and w.last
        join branch_of b on b.mine_id = m.mine_id and b.org_id = m.org_id
      where ${isValid}),
    holder as (
      select b.id as branch_id, null::uuid as group_id, null::text as group_name, b.code, '' as group_code,
        b.founded_on as first_day
      from org_unit b where b.mine_id = ${mineId} and b.id = any(${branches}::uuid[])
      union all
      select b.id, g.id, g.name, b.code, g.code, greatest(b.founded_on, g.founded_on)
      from org_unit b join branch_of o on o.mine_id = b.mine_id and o.branch_id = b.id and o.org_id <> b.id
        join org_unit g on g.mine_id = o.mine_id and g.id = o.org_id
      where b.mine_id = ${mineId} and b.id = any(${branches}::uuid[]))
    select h.branch_id as "branchId", h.group_id as "groupId", h.group_name as "groupName", w.kind, w.first, w.last
    from asked w
      join holder h on (h.group_id is not null) = (w.kind = 'groupMeeting')
      left join filled f on f.kind = w.kind and f.first = w.first and f.holder = coalesce(h.group_id, h.branch_id)
    where f.holder is null and (h.first_day is null or h.first_day <= w.first)
      and (w.kind <> 'committeeMeeting' or h.branch_id in (select unnest(${withCommittee}::uuid[])))
    order by h.code collate "C", h.group_code collate "C", w.first`.execute(db)
  return rows
}
