import { sql } from 'kysely'
import type { Db } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'

/** How many records of each kind a branch and its groups have. */
export type RecordCounts = {
  readonly meetings: number
  readonly people: number
  readonly payments: number
  readonly cases: number
  readonly planRows: number
  readonly targets: number
}

/** Counts the records of a branch in one statement; people are those who stand in it now. */
export async function countRecords(db: Db, mineId: Id<'mine'>, branchId: Id<'org'>): Promise<RecordCounts> {
  const { rows } = await sql<RecordCounts>`
    with unit as (select org_id from branch_of where mine_id = ${mineId} and branch_id = ${branchId}),
      own as (select person_id from standing where mine_id = ${mineId} and to_day is null and org_id in (select org_id from unit))
    select
      (select count(*)::int from meeting where mine_id = ${mineId} and org_id in (select org_id from unit)
        and room_state is distinct from 'open') as meetings,
      (select count(*)::int from own) as people,
      (select count(*)::int from dues_payment where mine_id = ${mineId} and person_id in (select person_id from own)) as payments,
      (select count(*)::int from admission_case where mine_id = ${mineId} and person_id in (select person_id from own)) as cases,
      (select count(*)::int from study_plan_row where mine_id = ${mineId} and org_id in (select org_id from unit)) as "planRows",
      (select count(*)::int from target where mine_id = ${mineId} and org_id in (select org_id from unit)) as targets`.execute(
    db,
  )
  const none = { meetings: 0, people: 0, payments: 0, cases: 0, planRows: 0, targets: 0 }
  return rows[0] ?? none
}
