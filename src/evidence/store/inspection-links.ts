import { sql } from 'kysely'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { DRAWN_RECORDS } from '../rules/inspection.ts'

/** The kinds of record that may show that something was put right: those with a line that says what they are about. */
const POINTED: readonly string[] = [
  ...DRAWN_RECORDS,
  ...['decision', 'addendum', 'planned_meeting', 'material'],
]

/** A record as its latest sealed revision has it. */
export type Pointed = {
  readonly subject: string
  readonly record: string
  readonly rev: number
  readonly leafIndex: number
  /** The unit it belongs to, or that whoever it belongs to stands in last; null: the mine's. */
  readonly orgId: Id<'org'> | null
}

/** Records of the journal with their latest revision that has its place; those without one are left out. */
export async function listPointed(
  db: Db,
  mineId: Id<'mine'>,
  subjects: readonly string[],
): Promise<Pointed[]> {
  const { rows } = await sql<Pointed>`
    select n.id as subject, e.record, e.rev, e.idx as "leafIndex", coalesce(e.scope, s.org_id) as "orgId"
    from unnest(${subjects}::uuid[]) n (id) cross join lateral (
      select e.record, e.rev, e.scope, e.key_owner, l.idx from (
        select * from journal_entry where mine_id = ${mineId} and subject = n.id order by rev desc offset 0) e
      cross join lateral (
        select idx from journal_leaf where mine_id = ${mineId} and entry_id = e.id offset 0) l
      order by e.rev desc limit 1) e
    left join lateral (select s.org_id from standing s where s.mine_id = ${mineId} and s.person_id = e.key_owner
      order by s.from_day desc limit 1) s on true`.execute(db)
  return rows
}

/** What a branch recorded since a moment, each record with its latest revision, the latest first. */
export async function listPointedSince(
  db: Db,
  mineId: Id<'mine'>,
  { orgId, since, most }: { readonly orgId: Id<'org'>; readonly since: Date; readonly most: number },
): Promise<(Pointed & { readonly at: Date })[]> {
  const { rows } = await sql<Pointed & { at: Date }>`
    select * from (
      select distinct on (e.subject) e.subject, e.record, e.rev, e.at, l.idx as "leafIndex", e.org_id as "orgId"
      from (
        select e.id, e.subject, e.record, e.rev, e.at, coalesce(e.scope, s.org_id) as org_id from journal_entry e
          left join lateral (select s.org_id from standing s where s.mine_id = ${mineId} and s.person_id = e.key_owner
            order by s.from_day desc limit 1) s on true
        where e.mine_id = ${mineId} and e.at >= ${since} and e.record = any(${POINTED}::text[]) offset 0) e
        cross join lateral (
          select idx from journal_leaf where mine_id = ${mineId} and entry_id = e.id offset 0) l
      where e.org_id in (select org_id from org_path where mine_id = ${mineId} and ancestor_id = ${orgId})
      order by e.subject, e.rev desc) latest
    order by "leafIndex" desc limit ${most}`.execute(db)
  return rows
}

/** What records are about, in a line, by their id; those of kinds without such a line are left out. */
export async function listTitles(
  db: Db,
  mineId: Id<'mine'>,
  subjects: readonly string[],
): Promise<Map<string, string>> {
  if (subjects.length === 0) return new Map()
  const own = sql`t.mine_id = ${mineId} and t.id = any(${subjects}::uuid[])`
  const person = sql`join person p on p.mine_id = t.mine_id and p.id = t.person_id`
  const { rows } = await sql<{ id: string; title: string }>`
    select t.id, concat_ws(' ', t.no, nullif(t.subject, '')) as title from meeting t where ${own}
    union all select t.id, t.subject from study_plan_row t where ${own}
    union all select t.id, concat_ws(' ', p.name, to_char(t.month, 'YYYY-MM')) from dues_payment t ${person} where ${own}
    union all select t.id, p.name from admission_case t ${person} where ${own}
    union all select t.id, p.name from admission_step t ${person} where ${own}
    union all select t.id, concat_ws(' ', p.name, m.subject) from make_up t ${person}
      join meeting m on m.mine_id = t.mine_id and m.id = t.meeting_id where ${own}
    union all select t.id, t.text from decision t where ${own}
    union all select t.id, t.text from addendum t where ${own}
    union all select t.id, t.subject from planned_meeting t where ${own}
    union all select t.id, t.title from material t where ${own}`.execute(db)
  return new Map(rows.map(({ id, title }) => [id, title]))
}
