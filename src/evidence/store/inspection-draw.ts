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
    select l.idx from journal_entry e join journal_leaf l on l.mine_id = e.mine_id and l.entry_id = e.id
    where e.mine_id = ${mineId} and e.subject = ${subject} and e.rev = 1`.execute(db)
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

/**
 * The records of branches that took place on these days and that the checkpoint has, each with its last revision there. A payment or an
 * admission belongs to the branch the person stood in on that day; an admission case took place on the last of its days within the span.
 */
export async function listCandidates(
  db: Db,
  { mineId, orgId, from, to, size }: Drawable,
): Promise<Candidate[]> {
  const inOf = sql`between ${from}::date and ${to}::date`
  const standing = sql`join standing s on s.mine_id = t.mine_id and s.person_id = t.person_id`
  const stoodOn = (on: string) =>
    sql`s.from_day <= ${sql.raw(on)} and (s.to_day is null or s.to_day >= ${sql.raw(on)})`
  const { rows } = await sql<Candidate>`
    with happened (record, subject, org_id, day) as (
      select 'meeting', id, org_id, held_on from meeting where mine_id = ${mineId} and held_on ${inOf}
      union all select 'make_up', id, org_id, made_on from make_up where mine_id = ${mineId} and made_on ${inOf}
      union all select 'study_plan_row', id, org_id, month from study_plan_row where mine_id = ${mineId} and month ${inOf}
      union all select 'dues_payment', t.id, s.org_id, t.paid_on from dues_payment t ${standing} and ${stoodOn('t.paid_on')}
        where t.mine_id = ${mineId} and t.paid_on ${inOf}
      union all select 'admission_step', t.id, s.org_id, t.happened_on from admission_step t ${standing} and ${stoodOn('t.happened_on')}
        where t.mine_id = ${mineId} and t.happened_on ${inOf}
      union all select 'admission_case', t.id, s.org_id, d.day from admission_case t
        cross join lateral (select max(v.value::date) as day from jsonb_each_text(to_jsonb(t)) v
          where v.value ~ '^\\d{4}-\\d\\d-\\d\\d$' and v.value::date ${inOf}) d ${standing} and ${stoodOn('d.day')}
        where t.mine_id = ${mineId} and d.day is not null)
    select h.record, h.subject, b.branch_id as "branchId", u.code as "branchCode", h.day as "happenedOn", l.rev, l.idx as "leafIndex"
    from happened h
      join branch_of b on b.mine_id = ${mineId} and b.org_id = h.org_id
      join org_unit u on u.mine_id = ${mineId} and u.id = b.branch_id
      join org_path p on p.mine_id = ${mineId} and p.org_id = b.branch_id and p.ancestor_id = ${orgId}
      cross join lateral (
        select e.rev, l.idx from journal_entry e join journal_leaf l on l.mine_id = e.mine_id and l.entry_id = e.id
        where e.mine_id = ${mineId} and e.subject = h.subject and l.idx < ${size}
        order by e.rev desc limit 1) l
    order by h.record, u.code, h.subject`.execute(db)
  return rows
}
