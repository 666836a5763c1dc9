import { sql } from 'kysely'
import type { Day } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Candidate } from '../rules/inspection.ts'

/** A checkpoint as a seed takes it. */
export type SeedNote = { readonly size: number; readonly note: string }

/** The place in the log of a record's first entry; undefined while it waits for one. */
export async function findFirstPlace(
  db: Db,
  mineId: Id<'mine'>,
  subject: string,
): Promise<number | undefined> {
  const { rows } = await sql<{ idx: number }>`
    select l.idx from (
      select id from journal_entry where mine_id = ${mineId} and subject = ${subject} and rev = 1 offset 0) e
    cross join lateral (
      select idx from journal_leaf where mine_id = ${mineId} and entry_id = e.id offset 0) l`.execute(db)
  return rows[0]?.idx
}

/** The first signed checkpoint over the first entry of a record; undefined while there is none. */
export async function findFirstOver(
  db: Db,
  mineId: Id<'mine'>,
  subject: string,
): Promise<SeedNote | undefined> {
  const place = await findFirstPlace(db, mineId, subject)
  if (place === undefined) return undefined
  return db
    .selectFrom('journal_checkpoint')
    .select(['size', 'note'])
    .where('mine_id', '=', mineId)
    .where('size', '>', place)
    .orderBy('size')
    .limit(1)
    .executeTakeFirst()
}

/** The checkpoint of a size; undefined when there is none. */
export async function findCheckpointOf(
  db: Db,
  mineId: Id<'mine'>,
  size: number,
): Promise<SeedNote | undefined> {
  return db
    .selectFrom('journal_checkpoint')
    .select(['size', 'note'])
    .where('mine_id', '=', mineId)
    .where('size', '=', size)
    .executeTakeFirst()
}

/** Which records may be drawn: of units below one, of days, as a checkpoint of a size has them. */
export type Drawable = {
  readonly mineId: Id<'mine'>
  readonly orgId: Id<'org'>
  readonly from: Day
  readonly to: Day
  readonly size: number
}

type Happened = Omit<Candidate, 'rev' | 'leafIndex'>

/** Each table is gone through once, and each person's standing looked up by itself, whatever the planner knows of them. */
async function listHappened(db: Db, { mineId, orgId, from, to }: Drawable): Promise<Happened[]> {
  const inOf = sql`between ${from}::date and ${to}::date`
  const stood = (on: string) => sql`cross join lateral (
    select s.org_id from standing s where s.mine_id = ${mineId} and s.person_id = t.person_id
      and s.from_day <= ${sql.raw(on)} and (s.to_day is null or s.to_day >= ${sql.raw(on)})
    order by s.from_day desc limit 1) s`
  const { rows } = await sql<Happened>`
    with unit as materialized (
      select p.org_id, b.branch_id, u.code from org_path p
        join branch_of b on b.mine_id = p.mine_id and b.org_id = p.org_id
        join org_unit u on u.mine_id = p.mine_id and u.id = b.branch_id
      where p.mine_id = ${mineId} and p.ancestor_id = ${orgId}),
    happened (record, subject, org_id, day) as materialized (
      select 'meeting', id, org_id, held_on from meeting where mine_id = ${mineId} and held_on ${inOf}
      union all select 'make_up', id, org_id, made_on from make_up where mine_id = ${mineId} and made_on ${inOf}
      union all select 'study_plan_row', id, org_id, month from study_plan_row where mine_id = ${mineId} and month ${inOf}
      union all select 'dues_payment', t.id, s.org_id, t.paid_on from dues_payment t ${stood('t.paid_on')}
        where t.mine_id = ${mineId} and t.paid_on ${inOf}
      union all select 'admission_step', t.id, s.org_id, t.happened_on from admission_step t ${stood('t.happened_on')}
        where t.mine_id = ${mineId} and t.happened_on ${inOf}
      union all select 'admission_case', t.id, s.org_id, d.day from admission_case t
        cross join lateral (select max(v.value::date) as day from jsonb_each_text(to_jsonb(t)) v
          where v.value ~ '^\\d{4}-\\d\\d-\\d\\d$' and v.value::date ${inOf}) d ${stood('d.day')}
        where t.mine_id = ${mineId} and d.day is not null)
    select h.record, h.subject, unit.branch_id as "branchId", unit.code as "branchCode", h.day as "happenedOn"
    from happened h join unit on unit.org_id = h.org_id
    order by h.record, unit.code, h.subject`.execute(db)
  return rows
}

type Known = { readonly subject: string; readonly rev: number; readonly leafIndex: number }

/**
 * The last revision of each record that a checkpoint of a size has; left out are those it does not have, and those that began in a log that
 * has ended: their first revisions can be shown in no pack.
 */
async function listUnder(
  db: Db,
  { mineId, size }: Drawable,
  subjects: readonly string[],
): Promise<Map<string, Known>> {
  const { rows } = await sql<Known>`
    select n.id as subject, e.rev, l.idx as "leafIndex" from unnest(${subjects}::uuid[]) n (id)
      cross join lateral (
        select id, rev from journal_entry where mine_id = ${mineId} and subject = n.id order by rev offset 0) e
      cross join lateral (
        select idx from journal_leaf where mine_id = ${mineId} and entry_id = e.id offset 0) l
    where l.idx < ${size} order by n.id, e.rev`.execute(db)
  const began = new Set(rows.filter(({ rev }) => rev === 1).map(({ subject }) => subject))
  return new Map(rows.filter(({ subject }) => began.has(subject)).map((one) => [one.subject, one]))
}

/** How many records of some kinds, as they may be drawn, began in a log that has ended: no draw and no pack has them. */
export async function countBegunBefore(db: Db, of: Drawable, kinds: readonly string[]): Promise<number> {
  const { rows: ended } =
    await sql`select 1 from journal_former_leaf where mine_id = ${of.mineId} limit 1`.execute(db)
  if (ended.length === 0) return 0
  const subjects = (await listHappened(db, of)).filter(({ record }) => kinds.includes(record))
  const { rows } = await sql<{ n: number }>`
    select count(distinct e.subject)::int as n from journal_entry e
      join journal_former_leaf f on f.mine_id = e.mine_id and f.entry_id = e.id
    where e.mine_id = ${of.mineId} and e.rev = 1 and e.subject = any(${subjects.map(({ subject }) => subject)}::uuid[])`.execute(
    db,
  )
  return rows[0]?.n ?? 0
}

/**
 * The records of branches that took place on these days and that the checkpoint has, each with its last revision there. A payment or an
 * admission belongs to the branch the person stood in on that day; an admission case took place on the last of its days within the span.
 */
export async function listCandidates(db: Db, of: Drawable): Promise<Candidate[]> {
  const happened = await listHappened(db, of)
  const under = await listUnder(
    db,
    of,
    happened.map(({ subject }) => subject),
  )
  return happened.flatMap((one) => {
    const known = under.get(one.subject)
    return known ? [{ ...one, rev: known.rev, leafIndex: known.leafIndex }] : []
  })
}
