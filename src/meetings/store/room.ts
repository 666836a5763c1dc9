import { type Selectable, sql } from 'kysely'
import type { Day } from '../../kit/day.ts'
import { insertRows } from '../../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import type { Category } from '../../people/rules.ts'
import { findNameAt } from '../../people/store/names.ts'
import type { LeaveReason, LeaveState } from '../rules/plans.ts'
import { addRoll, type RollLine } from './roll.ts'
import { sealedAt } from './signatures.ts'

type Of = { readonly mineId: Id<'mine'>; readonly meetingId: Id<'meeting'> }

/** The planned meeting a record began from, with its sittings by day. */
export type Begun = {
  readonly plannedId: Id<'planned_meeting'>
  readonly state: 'planned' | 'held' | 'cancelled'
  readonly note: string
  readonly sessions: {
    readonly id: Id<'meeting_session'>
    readonly day: Day
    readonly starts: string
    readonly ends: string
    readonly place: string
    readonly shift: string
  }[]
}

const sessionsOf = sql`coalesce((select json_agg(json_build_object('id', s.id, 'day', s.day, 'starts', s.starts, 'ends', s.ends,
    'place', s.place, 'shift', s.shift) order by s.day, s.starts, s.id)
  from meeting_session s where s.mine_id = p.mine_id and s.planned_id = p.id), '[]')`

/** The plan a meeting began from; undefined when it was recorded without one. */
export async function findBegun(db: Db, { mineId, meetingId }: Of): Promise<Begun | undefined> {
  const { rows } = await sql<Begun>`
    select p.id as "plannedId", p.state, p.note, ${sessionsOf} as sessions
    from planned_meeting p where p.mine_id = ${mineId} and p.meeting_id = ${meetingId} limit 1`.execute(db)
  return rows[0]
}

/** The sittings of a plan, by day, with their ids. */
export async function listSessions(
  db: Db,
  mineId: Id<'mine'>,
  plannedId: Id<'planned_meeting'>,
): Promise<Begun['sessions']> {
  const { rows } = await sql<{ sessions: Begun['sessions'] }>`
    select ${sessionsOf} as sessions from planned_meeting p where p.mine_id = ${mineId} and p.id = ${plannedId}`.execute(
    db,
  )
  return rows[0]?.sessions ?? []
}

/** Notes that a planned meeting has begun: which record it becomes. It stays planned until its room is closed. */
export async function beginPlan(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'planned_meeting'>,
  meetingId: Id<'meeting'>,
): Promise<void> {
  await tx
    .updateTable('planned_meeting')
    .set({ meeting_id: meetingId })
    .where('mine_id', '=', mineId)
    .where('id', '=', id)
    .execute()
}

/** Notes that a planned meeting has no record any more: its room was given up. */
export async function leavePlan(tx: Tx, { mineId, meetingId }: Of): Promise<void> {
  await tx
    .updateTable('planned_meeting')
    .set({ meeting_id: null })
    .where('mine_id', '=', mineId)
    .where('meeting_id', '=', meetingId)
    .execute()
}

/** Notes that the meeting of a plan goes on: it is held once its room is closed again. */
export async function resumePlan(tx: Tx, mineId: Id<'mine'>, id: Id<'planned_meeting'>): Promise<void> {
  await tx
    .updateTable('planned_meeting')
    .set({ state: 'planned' })
    .where('mine_id', '=', mineId)
    .where('id', '=', id)
    .execute()
}

/** Whether anything was voted, decided or minuted in a meeting. */
export async function isUsed(db: Db, { mineId, meetingId }: Of): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select from meeting_vote where mine_id = ${mineId} and meeting_id = ${meetingId})
      or exists (select from decision where mine_id = ${mineId} and meeting_id = ${meetingId})
      or exists (select from minute where mine_id = ${mineId} and meeting_id = ${meetingId}) as used`.execute(
    db,
  )
  return rows[0]?.used === true
}

/** Takes the roll of a meeting off the sittings of its plan, which may be changed now, and with it who called. */
export async function dropCalls(tx: Tx, { mineId, meetingId }: Of): Promise<void> {
  for (const table of ['attendance', 'guest', 'roll_call'] as const)
    await tx.deleteFrom(table).where('mine_id', '=', mineId).where('meeting_id', '=', meetingId).execute()
}

/** Somebody of the units of a meeting, as the roster stood on its day, with what finds them and their leave. */
export type Seated = {
  readonly personId: Id<'person'>
  readonly no: string
  /** As it was when the record was sealed. */
  readonly name: string
  /** What they are called now; null: the same. */
  readonly nameNow: string | null
  readonly pinyin: string
  readonly initials: string
  readonly orgName: string
  readonly shift: string
  readonly posts: string
  readonly category: Category
  readonly leave: { readonly reason: LeaveReason; readonly state: LeaveState } | null
}

/** The people of units on a day, by number; `plannedId`: the plan they may have asked leave from, `meetingId`: the record that names them, null before there is one. */
export async function listSeated(
  db: Db,
  mineId: Id<'mine'>,
  asked: {
    readonly orgIds: readonly Id<'org'>[]
    readonly on: Day
    readonly plannedId: Id<'planned_meeting'> | null
    readonly meetingId: Id<'meeting'> | null
  },
): Promise<Seated[]> {
  const { orgIds, on, plannedId, meetingId } = asked
  const name = findNameAt('p', sealedAt(mineId, meetingId))
  const { rows } = await sql<Seated>`
    select p.id as "personId", p.no, n.then as name, nullif(p.name, n.then) as "nameNow", p.pinyin, p.initials,
      u.name as "orgName", s.shift, s.posts, s.category,
      case when l.id is not null then json_build_object('reason', l.reason, 'state', l.state) end as leave
    from standing s
      join person p on p.mine_id = s.mine_id and p.id = s.person_id
      cross join lateral (select ${name} as then) n
      join org_unit u on u.mine_id = s.mine_id and u.id = s.org_id
      left join leave_request l on l.mine_id = s.mine_id and l.person_id = s.person_id and l.planned_id = ${plannedId}
    where s.mine_id = ${mineId} and s.org_id = any(${orgIds}::uuid[])
      and s.from_day <= ${on} and (s.to_day is null or s.to_day >= ${on})
    order by p.no collate "C"`.execute(db)
  return rows
}

/** One line of the roll, and at which sitting; null: there is but one. */
export type CalledLine = RollLine & { readonly sessionId: Id<'meeting_session'> | null }

/** The roll of a meeting as it was called so far. */
export const listCalled = (db: Db, { mineId, meetingId }: Of): Promise<CalledLine[]> =>
  db
    .selectFrom('attendance')
    .select(['person_id as personId', 'state', 'reason', 'session_id as sessionId'])
    .where('mine_id', '=', mineId)
    .where('meeting_id', '=', meetingId)
    .execute()

/** Who called the roll of a sitting last, when, and how often it was called. */
export type Call = {
  readonly sessionId: Id<'meeting_session'> | null
  readonly times: number
  readonly by: string
  readonly at: Date
}

/** The calls of a meeting, by sitting. */
export const listCalls = (db: Db, { mineId, meetingId }: Of): Promise<Call[]> =>
  db
    .selectFrom('roll_call as c')
    .innerJoin('account as a', (on) =>
      on.onRef('a.mine_id', '=', 'c.mine_id').onRef('a.id', '=', 'c.account_id'),
    )
    .select(['c.session_id as sessionId', 'c.times', 'a.name as by', 'c.taken_at as at'])
    .where('c.mine_id', '=', mineId)
    .where('c.meeting_id', '=', meetingId)
    .execute()

/** A guest: somebody from elsewhere who sat in. */
export type Guest = {
  readonly name: string
  readonly origin: string
  readonly sessionId: Id<'meeting_session'> | null
}

/** The guests of a meeting, in the order they were written down. */
export const listGuests = (db: Db, { mineId, meetingId }: Of): Promise<Guest[]> =>
  db
    .selectFrom('guest')
    .select(['name', 'origin', 'session_id as sessionId'])
    .where('mine_id', '=', mineId)
    .where('meeting_id', '=', meetingId)
    .orderBy('id')
    .execute()

/** The roll of one sitting as it was called. */
export type NewCall = {
  readonly sessionId: Id<'meeting_session'> | null
  readonly times: number
  readonly accountId: Id<'account'>
  readonly at: Date
  readonly lines: readonly CalledLine[]
  readonly guests: readonly Omit<Guest, 'sessionId'>[]
}

/**
 * Writes the roll of a sitting in place of the one before: its lines, its guests, who called it. People it names leave whatever other
 * sitting had them. One statement for each table.
 */
export async function setCall(tx: Tx, { mineId, meetingId }: Of, call: NewCall): Promise<void> {
  const { sessionId, lines } = call
  const people = lines.map(({ personId }) => personId)
  await sql`delete from attendance where mine_id = ${mineId} and meeting_id = ${meetingId}
    and (session_id is not distinct from ${sessionId}::uuid or person_id = any(${people}::uuid[]))`.execute(
    tx,
  )
  await addRoll(tx, mineId, meetingId, lines)
  await sql`delete from guest where mine_id = ${mineId} and meeting_id = ${meetingId}
    and session_id is not distinct from ${sessionId}::uuid`.execute(tx)
  const guests = call.guests.map((guest) => ({
    ...{ mine_id: mineId, id: newId<'guest'>(), meeting_id: meetingId, session_id: sessionId },
    ...guest,
  }))
  await insertRows(tx, 'guest', guests)
  await sql`insert into roll_call (mine_id, meeting_id, session_id, times, account_id, taken_at)
    values (${mineId}, ${meetingId}, ${sessionId}, ${call.times}, ${call.accountId}, ${call.at})
    on conflict (mine_id, meeting_id, session_id) do update
      set times = excluded.times, account_id = excluded.account_id, taken_at = excluded.taken_at`.execute(tx)
}

/** What of a meeting changes while its room goes on. */
export type RoomChange = Partial<
  Pick<
    Selectable<Tables['meeting']>,
    | 'expected'
    | 'present'
    | 'ends'
    | 'chair'
    | 'recorder'
    | 'lecturer'
    | 'hours_hundredths'
    | 'registered_on'
    | 'room_state'
    | 'opened_at'
    | 'closed_at'
    | 'discarded_why'
    | 'reopened_at'
    | 'reopened_why'
  >
>

/** Writes what changed of a meeting in its room; what is not named stays. */
export async function setRoom(tx: Tx, { mineId, meetingId }: Of, change: RoomChange): Promise<void> {
  await tx
    .updateTable('meeting')
    .set(change)
    .where('mine_id', '=', mineId)
    .where('id', '=', meetingId)
    .execute()
}
