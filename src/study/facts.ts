import { sql } from 'kysely'
import { type Day, type Span, windowsWithin } from '../kit/day.ts'
import type { Db } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'
import { isValid } from '../meetings/facts/validity.ts'
import {
  countingRows,
  type EvidenceRow,
  evidenceFrom,
  type FactSource,
  readOnce,
  type Scope,
  shareOf,
} from '../org/facts.ts'

/** The first days of the months wholly inside the span: so is a plan row's month kept. */
const monthsIn = ({ span }: Scope): Day[] => windowsWithin(span, 'month').map(({ first }) => first)

/** Whether a plan row `r` counts: one cancelled by the end of its month was never due; one cancelled later was. */
const stands = sql<boolean>`(r.cancelled_on is null or r.cancelled_on >= r.month + interval '1 month')`

async function listUnplanned(db: Db, scope: Scope): Promise<EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`
    select u.id as "branchId", to_char(w.month, 'YYYY-MM') as id
    from org_unit u cross join unnest(${monthsIn(scope)}::date[]) as w(month)
    where u.mine_id = ${scope.mineId} and u.id = any(${scope.branches}::uuid[])
      and (u.founded_on is null or u.founded_on <= w.month)
      and not exists (
        select from study_plan_row r join branch_of b on b.mine_id = r.mine_id and b.org_id = r.org_id
        where r.mine_id = ${scope.mineId} and b.branch_id = u.id and r.month = w.month and ${stands})`.execute(
    db,
  )
  return rows
}

/** `study.monthsUnplanned`: months wholly inside the span without a plan row, from the branch's founding on (A3, A3.1). */
export const monthsUnplanned: FactSource = countingRows(listUnplanned)

type PlanRow = EvidenceRow & { readonly isPrepared: boolean; readonly isDone: boolean }

/** The plan rows of the span's months, by their months; done: they name a valid meeting of the same branch held by the last day (A3). */
const listPlanRows = readOnce(async (db: Db, scope: Scope): Promise<PlanRow[]> => {
  const { rows } = await sql<PlanRow>`
    select b.branch_id as "branchId", to_char(r.month, 'YYYY-MM') as id, coalesce(r.prepared, false) as "isPrepared",
      coalesce(mb.branch_id = b.branch_id and m.held_on <= ${scope.span.last} and ${isValid}, false) as "isDone"
    from study_plan_row r
      join branch_of b on b.mine_id = r.mine_id and b.org_id = r.org_id
      left join meeting m on m.mine_id = r.mine_id and m.id = r.meeting_id
      left join branch_of mb on mb.mine_id = m.mine_id and mb.org_id = m.org_id
    where r.mine_id = ${scope.mineId} and b.branch_id in (select unnest(${scope.branches}::uuid[]))
      and r.month = any(${monthsIn(scope)}::date[]) and ${stands}`.execute(db)
  return rows
})

/** `study.planDone`: 100 × rows done / rows; n/a without rows. Its evidence: the months of the rows not done (A3). */
export const planDone: FactSource = {
  count: async (db, scope) => {
    const rows = Map.groupBy(await listPlanRows(db, scope), ({ branchId }) => branchId)
    return new Map(
      scope.branches.map((id) => {
        const own = rows.get(id) ?? []
        return [id, shareOf(own.filter(({ isDone }) => isDone).length, own.length)]
      }),
    )
  },
  listEvidence: async (db, scope) =>
    evidenceFrom((await listPlanRows(db, scope)).filter(({ isDone }) => !isDone)),
}

/** `study.unprepared`: rows whose material was not prepared (A3). */
export const unprepared: FactSource = countingRows(async (db, scope) =>
  (await listPlanRows(db, scope)).filter(({ isPrepared }) => !isPrepared),
)

type HoursOf = { readonly mineId: Id<'mine'>; readonly orgId: Id<'org'>; readonly span: Span }

/** Hundredths of an hour of study at the valid meetings a unit itself held in a span of days; those of its groups are not for all (A2, R4). */
export async function countHoursHeld(db: Db, { mineId, orgId, span }: HoursOf): Promise<number> {
  const { rows } = await sql<{ hours: number }>`
    select coalesce(sum(m.hours_hundredths), 0)::int as hours from meeting m
    where m.mine_id = ${mineId} and m.org_id = ${orgId} and m.held_on between ${span.first} and ${span.last}
      and ${isValid}`.execute(db)
  return rows[0]?.hours ?? 0
}
