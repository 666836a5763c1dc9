import { sql } from 'kysely'
import type { Day, Month } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'

type Of = { readonly mineId: Id<'mine'>; readonly branches: readonly Id<'org'>[] }
export type MonthCount = { readonly branchId: Id<'org'>; readonly month: Month; readonly count: number }

/** Rows of study plans that no meeting has fulfilled, by branch and month, for some months. */
export async function listPlanOpen(
  db: Db,
  { mineId, branches, months }: Of & { readonly months: readonly Month[] },
): Promise<MonthCount[]> {
  const { rows } = await sql<MonthCount>`
    select b.branch_id as "branchId", to_char(r.month, 'YYYY-MM') as month, count(*)::int as count
    from study_plan_row r join branch_of b on b.mine_id = r.mine_id and b.org_id = r.org_id
    where r.mine_id = ${mineId} and b.branch_id in (select unnest(${branches}::uuid[])) and r.meeting_id is null
      and to_char(r.month, 'YYYY-MM') = any(${months}::text[])
    group by 1, 2`.execute(db)
  return rows
}

/** Members of branches on a day, of whom no payment for a month is recorded: how many by branch (A3.2). */
export async function listDuesOpen(
  db: Db,
  { mineId, branches, month, on }: Of & { readonly month: Month; readonly on: Day },
): Promise<MonthCount[]> {
  const { rows } = await sql<MonthCount>`
    select b.branch_id as "branchId", ${month} as month, count(*)::int as count
    from standing s
      join branch_of b on b.mine_id = s.mine_id and b.org_id = s.org_id
      join person p on p.mine_id = s.mine_id and p.id = s.person_id
    where s.mine_id = ${mineId} and b.branch_id in (select unnest(${branches}::uuid[]))
      and s.category in ('fullMember', 'probationaryMember')
      and s.from_day <= ${on} and (s.to_day is null or s.to_day >= ${on})
      and (p.joined_on is null or p.joined_on <= ${on})
      and not exists (select from dues_payment d where d.mine_id = s.mine_id and d.person_id = s.person_id
        and d.month = ${`${month}-01`}::date)
    group by 1`.execute(db)
  return rows
}

export type Deadline = { readonly branchId: Id<'org'>; readonly deadline: Day; readonly task: string }

/** Targets whose deadline lies between two days, by branch. */
export async function listDeadlines(
  db: Db,
  { mineId, branches, from, to }: Of & { readonly from: Day; readonly to: Day },
): Promise<Deadline[]> {
  const { rows } = await sql<Deadline>`
    select b.branch_id as "branchId", t.deadline, t.task
    from target t join branch_of b on b.mine_id = t.mine_id and b.org_id = t.org_id
    where t.mine_id = ${mineId} and b.branch_id in (select unnest(${branches}::uuid[]))
      and t.deadline between ${from} and ${to}
    order by t.deadline, t.no`.execute(db)
  return rows
}

export type PlannedAhead = {
  readonly id: Id<'planned_meeting'>
  readonly branchId: Id<'org'>
  /** The branch, or the group whose meeting it is. */
  readonly orgId: Id<'org'>
  readonly kind: string
  /** The first day of its sittings. */
  readonly day: Day
}

/** Meetings that are planned and were not held yet, of branches and their groups, from a day on; the soonest first. */
export async function listPlannedAhead(
  db: Db,
  { mineId, branches, from }: Of & { readonly from: Day },
): Promise<PlannedAhead[]> {
  const { rows } = await sql<PlannedAhead>`
    select p.id, b.branch_id as "branchId", p.org_id as "orgId", p.kind, min(s.day) as day
    from planned_meeting p
      join branch_of b on b.mine_id = p.mine_id and b.org_id = p.org_id
      join meeting_session s on s.mine_id = p.mine_id and s.planned_id = p.id
    where p.mine_id = ${mineId} and b.branch_id in (select unnest(${branches}::uuid[])) and p.state = 'planned'
    group by p.id, b.branch_id, p.org_id, p.kind having min(s.day) >= ${from}
    order by 5, 1`.execute(db)
  return rows
}

export type LeaveWaiting = {
  readonly state: 'asked' | 'withdrawn'
  readonly branchId: Id<'org'>
  readonly plannedId: Id<'planned_meeting'>
  readonly personId: Id<'person'>
  readonly name: string
  readonly day: Day
}

/** Requests for leave that wait for an answer, and those taken back after they were granted, from meetings that have not begun, by branch. */
export async function listLeaveWaiting(
  db: Db,
  { mineId, branches, from }: Of & { readonly from: Day },
): Promise<LeaveWaiting[]> {
  const { rows } = await sql<LeaveWaiting>`
    select b.branch_id as "branchId", l.state, l.planned_id as "plannedId", l.person_id as "personId", h.name, w.day
    from leave_request l
      join planned_meeting p on p.mine_id = l.mine_id and p.id = l.planned_id and p.state = 'planned'
      join branch_of b on b.mine_id = p.mine_id and b.org_id = p.org_id
      join person h on h.mine_id = l.mine_id and h.id = l.person_id
      join lateral (select min(s.day) as day from meeting_session s where s.mine_id = p.mine_id and s.planned_id = p.id) w on true
    where l.mine_id = ${mineId} and b.branch_id in (select unnest(${branches}::uuid[])) and (l.state = 'asked' or (l.state = 'withdrawn' and l.answered_by is not null and p.meeting_id is null)) and w.day >= ${from}
    order by w.day, l.recorded_at`.execute(db)
  return rows
}

export type PromiseDue = {
  readonly branchId: Id<'org'>
  readonly meetingId: Id<'meeting'>
  readonly dueOn: Day
  readonly text: string
}

const TEXT_MOST = 60

export type RectificationDue = {
  readonly branchId: Id<'org'>
  readonly inspectionId: Id<'inspection'>
  readonly dueOn: Day
  readonly text: string
}

/** What inspections found and branches have to put right, however long ahead or over; the text of the finding cut short. */
export async function listOpenRectifications(db: Db, { mineId, branches }: Of): Promise<RectificationDue[]> {
  const { rows } = await sql<RectificationDue>`
    select b.branch_id as "branchId", f.inspection_id as "inspectionId", r.due_on as "dueOn", left(f.text, ${TEXT_MOST}) as text
    from rectification r
      join finding f on f.mine_id = r.mine_id and f.id = r.finding_id
      join branch_of b on b.mine_id = r.mine_id and b.org_id = r.org_id
    where r.mine_id = ${mineId} and b.branch_id in (select unnest(${branches}::uuid[])) and r.done_on is null and f.withdrawn_at is null
    order by r.due_on, r.id`.execute(db)
  return rows
}

/** Open promises made in meetings whose day lies between two days, by branch; the text cut short. */
export async function listOpenPromises(
  db: Db,
  { mineId, branches, from, to }: Of & { readonly from: Day; readonly to: Day },
): Promise<PromiseDue[]> {
  const { rows } = await sql<PromiseDue>`
    select b.branch_id as "branchId", d.meeting_id as "meetingId", d.due_on as "dueOn", left(d.text, ${TEXT_MOST}) as text
    from decision d join branch_of b on b.mine_id = d.mine_id and b.org_id = d.org_id
    where d.mine_id = ${mineId} and b.branch_id in (select unnest(${branches}::uuid[])) and d.state = 'open'
      and d.due_on between ${from} and ${to}
    order by d.due_on, d.id`.execute(db)
  return rows
}
