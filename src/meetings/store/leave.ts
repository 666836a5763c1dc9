import { type Selectable, sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Day } from '../../kit/day.ts'
import { insertRows } from '../../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import type { MeetingKind } from '../rules.ts'
import type { Entered } from './meetings.ts'

type Row = Selectable<Tables['leave_request']>

/** How the journal seals a request for leave: with the key of whoever asks. */
export const leaveRecord: Journaled = { table: 'leave_request', scope: null, person: 'person_id' }

/** A request for leave. */
export type Leave = {
  readonly id: Id<'leave_request'>
  readonly plannedId: Id<'planned_meeting'>
  readonly personId: Id<'person'>
  readonly reason: Row['reason']
  readonly note: string
  readonly state: Row['state']
  readonly answer: string
}

/** A request as those who answer see it; `answeredBy`: their name. */
export type ShownLeave = Leave & {
  readonly kind: MeetingKind
  readonly subject: string
  readonly day: Day
  readonly name: string
  readonly answeredBy: string | null
  readonly askedAt: string
}

const leaves = (db: Db, mineId: Id<'mine'>) =>
  db
    .selectFrom('leave_request')
    .select(['id', 'planned_id as plannedId', 'person_id as personId', 'reason', 'note', 'state', 'answer'])
    .where('mine_id', '=', mineId)

/** What a person asked of planned meetings, by planned meeting. */
export async function listLeaveOf(
  db: Db,
  mineId: Id<'mine'>,
  { personId, plannedIds }: { personId: Id<'person'>; plannedIds: readonly Id<'planned_meeting'>[] },
): Promise<Map<Id<'planned_meeting'>, Leave>> {
  const rows = await leaves(db, mineId)
    .where('person_id', '=', personId)
    .where(sql<boolean>`planned_id = any(${plannedIds}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.plannedId, row]))
}

/** One request; undefined when the mine has none of that id. */
export const findLeave = (db: Db, mineId: Id<'mine'>, id: Id<'leave_request'>): Promise<Leave | undefined> =>
  leaves(db, mineId).where('id', '=', id).executeTakeFirst()

/** Reads a request and keeps others from answering it until this transaction ends. */
export const holdLeave = (tx: Tx, mineId: Id<'mine'>, id: Id<'leave_request'>): Promise<Leave | undefined> =>
  leaves(tx, mineId).where('id', '=', id).forUpdate().executeTakeFirst()

/** Requests from planned meetings of units: what waits first, then by day. */
export async function listLeave(
  db: Db,
  mineId: Id<'mine'>,
  orgIds: readonly Id<'org'>[],
): Promise<ShownLeave[]> {
  const { rows } = await sql<Omit<ShownLeave, 'askedAt'> & { askedAt: Date }>`
    select l.id, l.planned_id as "plannedId", l.person_id as "personId", l.reason, l.note, l.state, l.answer,
      p.kind, p.subject, h.name, a.name as "answeredBy", l.recorded_at as "askedAt",
      (select min(s.day) from meeting_session s where s.mine_id = p.mine_id and s.planned_id = p.id) as day
    from leave_request l
      join planned_meeting p on p.mine_id = l.mine_id and p.id = l.planned_id
      join person h on h.mine_id = l.mine_id and h.id = l.person_id
      left join account a on a.mine_id = l.mine_id and a.id = l.answered_by
    where l.mine_id = ${mineId} and p.org_id = any(${orgIds}::uuid[])
    order by l.state <> 'asked', day desc, h.no`.execute(db)
  return rows.map(({ askedAt, ...row }) => ({ ...row, askedAt: askedAt.toISOString() }))
}

/** What is asked. */
export type NewLeave = Pick<Leave, 'plannedId' | 'personId' | 'reason' | 'note'>

/** Adds a request. */
export async function addLeave(
  tx: Tx,
  { mineId, now }: Entered,
  { plannedId, personId, reason, note }: NewLeave,
): Promise<Id<'leave_request'>> {
  const id = newId<'leave_request'>()
  const row: Row = {
    ...{ mine_id: mineId, id, planned_id: plannedId, person_id: personId, reason, note },
    ...{
      state: 'asked',
      answer: '',
      answered_by: null,
      answered_at: null,
      withdrawn_at: null,
      recorded_at: now,
    },
  }
  await insertRows(tx, 'leave_request', [row])
  return id
}

/** How a request stands from now on: asked anew, answered, or taken back; what was taken back keeps its answer. */
export type LeaveStand =
  | Pick<Leave, 'reason' | 'note'>
  | { readonly state: 'granted' | 'refused'; readonly answer: string; readonly by: Id<'account'> }
  | 'withdrawn'

function columnsOf(stand: LeaveStand, now: Date): Partial<Row> {
  if (stand === 'withdrawn') return { state: 'withdrawn', withdrawn_at: now }
  if ('by' in stand)
    return { state: stand.state, answer: stand.answer, answered_by: stand.by, answered_at: now }
  const unanswered = { answer: '', answered_by: null, answered_at: null, withdrawn_at: null }
  return { ...stand, ...unanswered, state: 'asked', recorded_at: now }
}

/** Writes how a request stands. */
export async function setLeave(
  tx: Tx,
  { mineId, now }: Entered,
  id: Id<'leave_request'>,
  stand: LeaveStand,
): Promise<void> {
  await tx
    .updateTable('leave_request')
    .set(columnsOf(stand, now))
    .where('mine_id', '=', mineId)
    .where('id', '=', id)
    .execute()
}

/** An answer to a request, as whoever asked is told of it. */
export type AnsweredLeave = Pick<Leave, 'id' | 'plannedId' | 'answer'> & {
  readonly state: Exclude<Leave['state'], 'asked' | 'withdrawn'>
  readonly kind: MeetingKind
  readonly subject: string
  readonly at: Date
}

/** Who was granted leave from which of some planned meetings. */
export async function listGranted(
  db: Db,
  mineId: Id<'mine'>,
  plannedIds: readonly Id<'planned_meeting'>[],
): Promise<Pick<Leave, 'plannedId' | 'personId'>[]> {
  const { rows } = await sql<Pick<Leave, 'plannedId' | 'personId'>>`
    select planned_id as "plannedId", person_id as "personId" from leave_request
    where mine_id = ${mineId} and state = 'granted' and planned_id = any(${plannedIds}::uuid[])`.execute(db)
  return rows
}

/** The answers somebody got from a moment on, the latest first; none to what they took back. */
export async function listAnsweredLeave(
  db: Db,
  mineId: Id<'mine'>,
  { personId, since }: { readonly personId: Id<'person'>; readonly since: Date },
): Promise<AnsweredLeave[]> {
  const { rows } = await sql<AnsweredLeave>`
    select l.id, l.planned_id as "plannedId", l.state, l.answer, p.kind, p.subject, l.answered_at as at
    from leave_request l join planned_meeting p on p.mine_id = l.mine_id and p.id = l.planned_id
    where l.mine_id = ${mineId} and l.person_id = ${personId} and l.answered_at >= ${since}
      and l.state in ('granted', 'refused')
    order by l.answered_at desc`.execute(db)
  return rows
}
