import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Day } from '../../kit/day.ts'
import { insertRows } from '../../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import type { LeaveState, Session } from '../rules/plans.ts'
import type { Entered } from './meetings.ts'

type Row = Selectable<Tables['planned_meeting']>

/** A thing to read before a meeting; withdrawn: it was taken back since, and is no longer to be read. */
export type ToRead = {
  readonly id: Id<'material'>
  readonly title: string
  readonly hasFile: boolean
  readonly isWithdrawn: boolean
}

/** What is laid down of a meeting to come. */
export type PlanGiven = {
  readonly kind: Row['kind']
  readonly subject: string
  readonly note: string
  readonly sessions: readonly Session[]
  readonly materialIds: readonly Id<'material'>[]
}

/** A planned meeting; `whyCancelled` empty unless it was called off, `meetingId` the record it became. */
export type Plan = Omit<PlanGiven, 'materialIds' | 'sessions'> & {
  readonly sessions: Session[]
  readonly id: Id<'planned_meeting'>
  readonly orgId: Id<'org'>
  readonly orgName: string
  readonly state: Row['state']
  readonly whyCancelled: string
  readonly meetingId: Id<'meeting'> | null
  readonly materials: ToRead[]
  readonly leave: Readonly<Record<LeaveState, number>>
}

/** How the journal seals a planned meeting: with its sittings, what is to be read and its agenda. */
export const planRecord: Journaled = {
  table: 'planned_meeting',
  scope: 'org_id',
  person: null,
  happened: { column: 'held_on', through: { table: 'meeting', key: 'meeting_id' } },
  parts: [
    { name: 'sessions', table: 'meeting_session', key: 'planned_id', orderBy: 'id' },
    { name: 'materials', table: 'planned_material', key: 'planned_id', orderBy: 'material_id' },
    { name: 'agenda', table: 'agenda_item', key: 'planned_id', orderBy: 'id' },
  ],
}

const selectPlans = (mineId: Id<'mine'>, which: RawBuilder<unknown>): RawBuilder<Plan> => sql`
  select p.id, p.org_id as "orgId", u.name as "orgName", p.kind, p.subject, p.note, p.state,
    p.why_cancelled as "whyCancelled", p.meeting_id as "meetingId",
    coalesce((select json_agg(json_build_object('day', s.day, 'starts', s.starts, 'ends', s.ends, 'place', s.place, 'shift', s.shift)
        order by s.day, s.starts, s.id)
      from meeting_session s where s.mine_id = p.mine_id and s.planned_id = p.id), '[]') as sessions,
    coalesce((select json_agg(json_build_object('id', m.id, 'title', m.title, 'hasFile', m.file_hash is not null,
        'isWithdrawn', m.withdrawn_at is not null) order by m.id)
      from planned_material x join material m on m.mine_id = x.mine_id and m.id = x.material_id
      where x.mine_id = p.mine_id and x.planned_id = p.id), '[]') as materials,
    (select json_build_object('asked', count(*) filter (where l.state = 'asked'),
        'granted', count(*) filter (where l.state = 'granted'), 'refused', count(*) filter (where l.state = 'refused'),
        'withdrawn', count(*) filter (where l.state = 'withdrawn'))
      from leave_request l where l.mine_id = p.mine_id and l.planned_id = p.id) as leave
  from planned_meeting p join org_unit u on u.mine_id = p.mine_id and u.id = p.org_id
  where p.mine_id = ${mineId} and ${which}
  order by (select min(s.day) from meeting_session s where s.mine_id = p.mine_id and s.planned_id = p.id), p.id`

/** Planned meetings of units, by their first day. */
export async function listPlans(db: Db, mineId: Id<'mine'>, orgIds: readonly Id<'org'>[]): Promise<Plan[]> {
  const { rows } = await selectPlans(mineId, sql`p.org_id = any(${orgIds}::uuid[])`).execute(db)
  return rows
}

/** Planned meetings of units that are still planned and have a sitting from a day on, by their first day. */
export async function listPlansAhead(
  db: Db,
  mineId: Id<'mine'>,
  { orgIds, from }: { readonly orgIds: readonly Id<'org'>[]; readonly from: Day },
): Promise<Plan[]> {
  const which = sql`p.org_id = any(${orgIds}::uuid[]) and p.state = 'planned' and exists (
    select from meeting_session s where s.mine_id = p.mine_id and s.planned_id = p.id and s.day >= ${from})`
  return (await selectPlans(mineId, which).execute(db)).rows
}

/** One planned meeting; undefined when the mine has none of that id. */
export async function findPlan(
  db: Db,
  mineId: Id<'mine'>,
  id: Id<'planned_meeting'>,
): Promise<Plan | undefined> {
  return (await selectPlans(mineId, sql`p.id = ${id}`).execute(db)).rows[0]
}

/** Reads a planned meeting and keeps others from changing it, or asking leave from it, until this transaction ends. */
export async function holdPlan(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'planned_meeting'>,
): Promise<Plan | undefined> {
  await sql`select 1 from planned_meeting where mine_id = ${mineId} and id = ${id} for no key update`.execute(
    tx,
  )
  return findPlan(tx, mineId, id)
}

async function addParts(
  tx: Tx,
  mineId: Id<'mine'>,
  plannedId: Id<'planned_meeting'>,
  { sessions, materialIds }: PlanGiven,
): Promise<void> {
  const rows = sessions.map(({ day, starts, ends, place, shift }) => ({
    ...{ mine_id: mineId, id: newId<'meeting_session'>(), planned_id: plannedId },
    ...{ day, starts, ends, place, shift },
  }))
  await insertRows(tx, 'meeting_session', rows)
  const read = [...new Set(materialIds)].map((id) => ({
    mine_id: mineId,
    planned_id: plannedId,
    material_id: id,
  }))
  await insertRows(tx, 'planned_material', read)
}

/** Adds a planned meeting with its sittings. */
export async function addPlan(
  tx: Tx,
  { mineId, now }: Entered,
  { orgId, ...given }: PlanGiven & { readonly orgId: Id<'org'> },
): Promise<Id<'planned_meeting'>> {
  const id = newId<'planned_meeting'>()
  const { kind, subject, note } = given
  const row: Row = {
    ...{ mine_id: mineId, id, org_id: orgId, kind, subject, note },
    ...{ state: 'planned', why_cancelled: '', meeting_id: null, recorded_at: now },
  }
  await insertRows(tx, 'planned_meeting', [row])
  await addParts(tx, mineId, id, given)
  return id
}

/** Writes a planned meeting anew; its sittings and what is to be read take the place of those before. */
export async function setPlan(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'planned_meeting'>,
  given: PlanGiven,
): Promise<void> {
  const { kind, subject, note } = given
  await tx
    .updateTable('planned_meeting')
    .set({ kind, subject, note })
    .where('mine_id', '=', mineId)
    .where('id', '=', id)
    .execute()
  for (const table of ['meeting_session', 'planned_material'] as const)
    await tx.deleteFrom(table).where('mine_id', '=', mineId).where('planned_id', '=', id).execute()
  await addParts(tx, mineId, id, given)
}

/** Ends a planned meeting: it was held, or called off. */
export async function endPlan(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'planned_meeting'>,
  how: { readonly heldAs: Id<'meeting'> } | { readonly whyCancelled: string },
): Promise<void> {
  const ended =
    'heldAs' in how
      ? { state: 'held' as const, meeting_id: how.heldAs }
      : { state: 'cancelled' as const, why_cancelled: how.whyCancelled }
  await tx
    .updateTable('planned_meeting')
    .set(ended)
    .where('mine_id', '=', mineId)
    .where('id', '=', id)
    .execute()
}
