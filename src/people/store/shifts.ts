import { sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Day, Span } from '../../kit/day.ts'
import { insertRows } from '../../kit/db/bulk.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import type { Rota, ShiftSystem } from '../rules/shifts.ts'

/** How the journal seals a system of shifts. */
export const systemRecord: Journaled = {
  table: 'shift_system',
  scope: null,
  person: null,
  parts: [{ name: 'shifts', table: 'shift_hours', key: 'system_id', orderBy: 'no' }],
}

/** How the journal seals a rota. */
export const rotaRecord: Journaled = {
  table: 'shift_rota',
  scope: 'org_id',
  person: null,
  parts: [
    { name: 'cycle', table: 'shift_rota_day', key: 'rota_id', orderBy: 'no' },
    { name: 'crews', table: 'shift_rota_crew', key: 'rota_id', orderBy: 'name' },
  ],
}

/** How the journal seals what was said for one person and day. */
export const shiftDayRecord: Journaled = { table: 'shift_day', scope: 'org_id', person: 'person_id' }

/** In which mine something is written, and when. */
export type EnteredAt = { readonly mineId: Id<'mine'>; readonly now: Date }

/** A system on record. */
export type SystemFound = ShiftSystem & { readonly id: Id<'shift_system'> }

/** The systems of the mine, by name. */
export async function listSystems(db: Db, mineId: Id<'mine'>): Promise<SystemFound[]> {
  const { rows } = await sql<Omit<SystemFound, 'restDays'> & { restDays: string }>`
    select s.id, s.name, s.underground, s.before_minutes as "beforeMinutes", s.after_minutes as "afterMinutes",
      s.rest_days as "restDays",
      (select json_agg(json_build_object('name', h.name, 'starts', h.starts, 'ends', h.ends) order by h.no)
        from shift_hours h where h.mine_id = s.mine_id and h.system_id = s.id) as shifts
    from shift_system s where s.mine_id = ${mineId} order by s.name collate "C"`.execute(db)
  return rows.map((row) => ({ ...row, restDays: [...row.restDays].map(Number) }))
}

/** Writes a system by its name, in place of the one before. */
export async function setSystem(
  tx: Tx,
  { mineId, now }: EnteredAt,
  system: ShiftSystem,
): Promise<Id<'shift_system'>> {
  const { name, underground, beforeMinutes, afterMinutes } = system
  const rest_days = [...new Set(system.restDays)].sort().join('')
  const said = { underground, before_minutes: beforeMinutes, after_minutes: afterMinutes, rest_days }
  const { id } = await tx
    .insertInto('shift_system')
    .values({ mine_id: mineId, id: newId<'shift_system'>(), name, ...said, recorded_at: now })
    .onConflict((on) => on.columns(['mine_id', 'name']).doUpdateSet(said))
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('shift_hours').where('mine_id', '=', mineId).where('system_id', '=', id).execute()
  const rows = system.shifts.map((one, at) => ({ mine_id: mineId, system_id: id, no: at + 1, ...one }))
  await insertRows(tx, 'shift_hours', rows)
  return id
}

/** A rota on record, and whose. */
export type RotaFound = Rota & { readonly id: Id<'shift_rota'>; readonly orgId: Id<'org'> }

/** The rotas of branches, in order of their days. */
export async function listRotas(
  db: Db,
  mineId: Id<'mine'>,
  branches: readonly Id<'org'>[],
): Promise<RotaFound[]> {
  const { rows } = await sql<RotaFound>`
    select r.id, r.org_id as "orgId", r.from_day as "from",
      (select json_agg(d.shift order by d.no) from shift_rota_day d
        where d.mine_id = r.mine_id and d.rota_id = r.id) as cycle,
      coalesce((select json_agg(json_build_object('name', c.name, 'offset', c.ahead) order by c.ahead, c.name)
        from shift_rota_crew c where c.mine_id = r.mine_id and c.rota_id = r.id), '[]') as crews
    from shift_rota r where r.mine_id = ${mineId} and r.org_id = any(${branches}::uuid[])
    order by r.from_day`.execute(db)
  return rows
}

/** Writes the rota of a branch from a day on, in place of one from the same day. */
export async function setRota(
  tx: Tx,
  { mineId, now }: EnteredAt,
  { orgId, from, cycle, crews }: Omit<RotaFound, 'id'>,
): Promise<Id<'shift_rota'>> {
  const { id } = await tx
    .insertInto('shift_rota')
    .values({ mine_id: mineId, id: newId<'shift_rota'>(), org_id: orgId, from_day: from, recorded_at: now })
    .onConflict((on) => on.columns(['mine_id', 'org_id', 'from_day']).doUpdateSet({ from_day: from }))
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const table of ['shift_rota_day', 'shift_rota_crew'] as const)
    await tx.deleteFrom(table).where('mine_id', '=', mineId).where('rota_id', '=', id).execute()
  const owned = { mine_id: mineId, rota_id: id }
  await insertRows(
    tx,
    'shift_rota_day',
    cycle.map((shift, at) => ({ ...owned, no: at + 1, shift })),
  )
  await insertRows(
    tx,
    'shift_rota_crew',
    crews.map(({ name, offset }) => ({ ...owned, name, ahead: offset })),
  )
  return id
}

/** The shifts the rotas of a system's units go through, each with one of those units. */
export async function listRotaShifts(
  db: Db,
  mineId: Id<'mine'>,
  system: string,
): Promise<{ readonly shift: string; readonly unit: string }[]> {
  const { rows } = await sql<{ shift: string; unit: string }>`
    select d.shift, min(u.name) as unit from shift_rota r
      join shift_rota_day d on d.mine_id = r.mine_id and d.rota_id = r.id
      join org_unit u on u.mine_id = r.mine_id and u.id = r.org_id
    where r.mine_id = ${mineId} and trim(u.shift_system) = ${system} and d.shift <> ''
    group by d.shift order by d.shift`.execute(db)
  return rows
}

/** A person on a day: a shift, empty for rest, null to follow the rota again. */
export type DaySaid = {
  readonly personId: Id<'person'>
  readonly orgId: Id<'org'>
  readonly day: Day
  readonly shift: string | null
}

/** Writes what was said for people and days, thousands in one statement; the last word of a person and day holds. Answers the ids. */
export async function setDays(
  tx: Tx,
  { mineId, now }: EnteredAt,
  said: readonly DaySaid[],
): Promise<Id<'shift_day'>[]> {
  const last = new Map(said.map((one) => [`${one.personId} ${one.day}`, one]))
  const rows = [...last.values()].map(({ personId, orgId, day, shift }) => ({
    ...{ mine_id: mineId, id: newId<'shift_day'>(), person_id: personId, org_id: orgId, day, shift },
    recorded_at: now,
  }))
  if (rows.length === 0) return []
  const found = await sql<{ id: Id<'shift_day'> }>`
    insert into shift_day select * from json_populate_recordset(null::shift_day, ${JSON.stringify(rows)}::json)
    on conflict (mine_id, person_id, day) do update set shift = excluded.shift, org_id = excluded.org_id
    returning id`.execute(tx)
  return found.rows.map(({ id }) => id)
}

/** Somebody with what decides when they work, as the tables have it. */
export type WorkerFound = {
  readonly personId: Id<'person'>
  readonly no: string
  readonly name: string
  /** Where and as whom, cut to the span, in order of days. `orgId`: the unit itself, `branchId` the branch whose rota counts. */
  readonly stretches: readonly (Span & {
    readonly crew: string
    readonly orgId: Id<'org'>
    readonly branchId: Id<'org'>
    readonly system: string
  })[]
  readonly days: readonly { readonly day: Day; readonly shift: string }[]
}

/** Whose work, and over which days. */
export type WorkersOf = { readonly mineId: Id<'mine'>; readonly span: Span } & (
  | { readonly orgIds: readonly Id<'org'>[] }
  | { readonly personIds: readonly Id<'person'>[] }
)

const whichOf = (asked: WorkersOf) =>
  'personIds' in asked
    ? sql`p.id = any(${asked.personIds}::uuid[])`
    : sql`p.id in (select person_id from standing where mine_id = ${asked.mineId}
        and org_id = any(${asked.orgIds}::uuid[]) and from_day <= ${asked.span.last}
        and (to_day is null or to_day >= ${asked.span.first}))`

/** The people of units over a span of days, or the given ones, by number, with all that decides when they work. One statement. */
export async function listWorkers(db: Db, asked: WorkersOf): Promise<WorkerFound[]> {
  const { first, last } = asked.span
  const { rows } = await sql<WorkerFound>`
    with who as materialized (select p.id from person p where p.mine_id = ${asked.mineId} and ${whichOf(asked)}),
    stretches as materialized (
      select s.person_id, json_agg(json_build_object('first', greatest(s.from_day, ${first}::date),
          'last', least(s.to_day, ${last}::date), 'crew', s.shift, 'orgId', s.org_id, 'branchId', b.branch_id,
          'system', u.shift_system) order by s.from_day) as list
        from who join standing s on s.mine_id = ${asked.mineId} and s.person_id = who.id
          join branch_of b on b.mine_id = s.mine_id and b.org_id = s.org_id
          join org_unit u on u.mine_id = b.mine_id and u.id = b.branch_id
        where s.from_day <= ${last} and (s.to_day is null or s.to_day >= ${first})
        group by s.person_id),
    said as materialized (
      select d.person_id, json_agg(json_build_object('day', d.day, 'shift', d.shift)) as list
        from who join shift_day d on d.mine_id = ${asked.mineId} and d.person_id = who.id
        where d.day between ${first} and ${last} and d.shift is not null
        group by d.person_id)
    select p.id as "personId", p.no, p.name, coalesce(stretches.list, '[]') as stretches, coalesce(said.list, '[]') as days
    from who join person p on p.mine_id = ${asked.mineId} and p.id = who.id
      left join stretches on stretches.person_id = p.id left join said on said.person_id = p.id
    order by p.no`.execute(db)
  return rows
}
