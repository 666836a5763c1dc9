import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../../kit/contract.ts'
import type { Day } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { listIdsWithin } from '../../org/store.ts'
import type { LeaveReason, LeaveState } from '../rules/plans.ts'
import type { MeetingKind } from '../rules.ts'

/** Whose meetings, and of which units. */
export type OfPerson = {
  readonly mineId: Id<'mine'>
  readonly personId: Id<'person'>
  readonly reach: Reach
}

/** Leave asked, and what became of it. */
export type LeaveSaid = { readonly reason: LeaveReason; readonly note: string; readonly state: LeaveState }

/** A meeting on whose roll somebody stands. */
export type OnRoll = {
  readonly id: Id<'meeting'>
  readonly orgName: string
  readonly kind: MeetingKind
  readonly heldOn: Day
  readonly subject: string
  readonly state: 'present' | 'absent' | 'excluded'
  readonly reason: string
  readonly hoursHundredths: number | null
  readonly leave: LeaveSaid | null
}

const onRoll = ({ mineId, personId, reach }: OfPerson): RawBuilder<unknown> => sql`
  attendance a join meeting m on m.mine_id = a.mine_id and m.id = a.meeting_id
  where a.mine_id = ${mineId} and a.person_id = ${personId} and m.room_state is distinct from 'open'
    and m.org_id in (${listIdsWithin(mineId, reach)})`

const leaveSql = sql`case when l.id is null then null
  else json_build_object('reason', l.reason, 'note', l.note, 'state', l.state) end as leave`

/** The meetings on whose roll a person stands, the latest first, from behind one of them on. */
export async function listOnRoll(
  db: Db,
  of: OfPerson,
  { after, limit }: { readonly after: Id<'meeting'> | undefined; readonly limit: number },
): Promise<OnRoll[]> {
  const { mineId, personId } = of
  const behind = after
    ? sql`and (m.held_on, m.id) < (select held_on, id from meeting where mine_id = ${mineId} and id = ${after})`
    : sql``
  const { rows } = await sql<OnRoll>`
    select m.id, u.name as "orgName", m.kind, m.held_on as "heldOn", m.subject, a.state, a.reason,
      m.hours_hundredths as "hoursHundredths", ${leaveSql}
    from (select a.* from ${onRoll(of)} ${behind} order by m.held_on desc, m.id desc limit ${limit}) a
      join meeting m on m.mine_id = a.mine_id and m.id = a.meeting_id
      join org_unit u on u.mine_id = m.mine_id and u.id = m.org_id
      left join planned_meeting p on p.mine_id = m.mine_id and p.meeting_id = m.id
      left join leave_request l on l.mine_id = p.mine_id and l.planned_id = p.id and l.person_id = ${personId}
    order by m.held_on desc, m.id desc`.execute(db)
  return rows
}

/** At how many meetings a person was, of how many that count them. */
export async function countOnRoll(db: Db, of: OfPerson): Promise<{ present: number; of: number }> {
  const { rows } = await sql<{ present: number; of: number }>`
    select count(*) filter (where a.state = 'present')::int as present,
      count(*) filter (where a.state <> 'excluded')::int as of
    from ${onRoll(of)}`.execute(db)
  return rows[0] ?? { present: 0, of: 0 }
}

/** Leave a person asked from a meeting still to come. */
export type LeaveAhead = {
  readonly plannedId: Id<'planned_meeting'>
  readonly kind: MeetingKind
  readonly subject: string
  readonly day: Day | null
  readonly leave: LeaveSaid
}

/** The leave a person asked from meetings still to come, the next first. */
export async function listLeaveAhead(db: Db, of: OfPerson): Promise<LeaveAhead[]> {
  const { mineId, personId, reach } = of
  const { rows } = await sql<LeaveAhead>`
    select p.id as "plannedId", p.kind, p.subject, ${leaveSql},
      (select min(s.day) from meeting_session s where s.mine_id = p.mine_id and s.planned_id = p.id) as day
    from leave_request l join planned_meeting p on p.mine_id = l.mine_id and p.id = l.planned_id
    where l.mine_id = ${mineId} and l.person_id = ${personId} and p.state = 'planned'
      and p.org_id in (${listIdsWithin(mineId, reach)})
    order by day, p.id`.execute(db)
  return rows
}
