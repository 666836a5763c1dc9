import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Day } from '../../kit/day.ts'
import { insertRows } from '../../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import type { Candidate, DrawnRecord, Split } from '../rules/inspection.ts'

type Row = Selectable<Tables['inspection']>
type SampleRow = Selectable<Tables['inspection_sample']>

/**
 * How the journal seals an inspection: with all that could have been drawn. It belongs to the mine, not to the unit it looks at: the journal's
 * own page would tell a branch of it before it is drawn.
 */
export const inspectionRecord: Journaled = {
  table: 'inspection',
  scope: null,
  person: null,
  parts: [{ name: 'strata', table: 'inspection_stratum', key: 'inspection_id', orderBy: 'name' }],
}
/** How the journal seals what was drawn: with the key of the branch it belongs to. */
export const sampleRecord: Journaled = { table: 'inspection_sample', scope: 'org_id', person: null }

/** In which mine something is written, and when. */
export type Entered = { readonly mineId: Id<'mine'>; readonly now: Date }

/** An inspection. `draw` null: nothing was drawn yet. */
export type Inspection = {
  readonly id: Id<'inspection'>
  readonly orgId: Id<'org'>
  readonly orgName: string
  readonly title: string
  readonly from: Day
  readonly to: Day
  readonly announcedOn: Day | null
  readonly each: number
  readonly split: Split
  readonly words: string | null
  readonly seedSize: number | null
  readonly seed: Buffer | null
  readonly drawnAt: Date | null
  readonly closedAt: Date | null
  readonly by: string
}

async function select(db: Db, mineId: Id<'mine'>, which: RawBuilder<unknown>): Promise<Inspection[]> {
  const { rows } = await sql<Inspection>`
    select i.id, i.org_id as "orgId", u.name as "orgName", i.title, i.from_day as "from", i.to_day as "to",
      i.announced_on as "announcedOn", i.each, i.split, i.words, i.seed_size as "seedSize", i.seed,
      i.drawn_at as "drawnAt", i.closed_at as "closedAt", a.name as by
    from inspection i
      join org_unit u on u.mine_id = i.mine_id and u.id = i.org_id
      join account a on a.mine_id = i.mine_id and a.id = i.account_id
    where i.mine_id = ${mineId} and ${which}
    order by i.closed_at is not null, i.id desc`.execute(db)
  return rows
}

/** All inspections of a mine: those that are not closed first, then the latest. */
export const listInspections = (db: Db, mineId: Id<'mine'>): Promise<Inspection[]> =>
  select(db, mineId, sql`true`)

/** One inspection; undefined when the mine has none of that id. */
export const findInspection = async (
  db: Db,
  mineId: Id<'mine'>,
  id: Id<'inspection'>,
): Promise<Inspection | undefined> => (await select(db, mineId, sql`i.id = ${id}`))[0]

/** Reads an inspection and keeps others from drawing, finding or closing until this transaction ends. */
export async function holdInspection(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'inspection'>,
): Promise<Inspection | undefined> {
  await sql`select 1 from inspection where mine_id = ${mineId} and id = ${id} for no key update`.execute(tx)
  return findInspection(tx, mineId, id)
}

/** An inspection to begin. */
export type NewInspection = Pick<
  Inspection,
  'orgId' | 'title' | 'from' | 'to' | 'announcedOn' | 'each' | 'split'
> & { readonly accountId: Id<'account'> }

/** Begins an inspection. */
export async function addInspection(
  tx: Tx,
  { mineId, now }: Entered,
  { orgId, title, from, to, announcedOn, each, split, accountId }: NewInspection,
): Promise<Id<'inspection'>> {
  const id = newId<'inspection'>()
  const row: Row = {
    ...{ mine_id: mineId, id, org_id: orgId, title, from_day: from, to_day: to, announced_on: announcedOn },
    ...{ each, split, words: null, seed_size: null, seed: null, drawn_at: null, closed_at: null },
    ...{ account_id: accountId, recorded_at: now },
  }
  await insertRows(tx, 'inspection', [row])
  return id
}

/** What was drawn, and from what. `strata`: all that could have been. */
export type Drawing = {
  readonly inspectionId: Id<'inspection'>
  readonly words: string
  readonly seedSize: number
  readonly seed: Uint8Array
  readonly strata: Readonly<Record<string, readonly string[]>>
  readonly drawn: readonly (Candidate & { readonly stratum: string; readonly place: number })[]
}

/** Writes the draw down. Answers the ids of what was drawn. */
export async function setDrawing(
  tx: Tx,
  { mineId, now }: Entered,
  { inspectionId, words, seedSize, seed, strata, drawn }: Drawing,
): Promise<Id<'inspection_sample'>[]> {
  await tx
    .updateTable('inspection')
    .set({ words, seed_size: seedSize, seed: Buffer.from(seed), drawn_at: now })
    .where('mine_id', '=', mineId)
    .where('id', '=', inspectionId)
    .execute()
  const of = { mine_id: mineId, inspection_id: inspectionId }
  const all = Object.entries(strata).map(([name, subjects]) => ({ ...of, name, subjects: [...subjects] }))
  await insertRows(tx, 'inspection_stratum', all)
  const rows = drawn.map((one): SampleRow => {
    const { stratum, place, record, subject, rev, leafIndex, happenedOn, branchId } = one
    return {
      ...{ ...of, id: newId<'inspection_sample'>(), org_id: branchId as Id<'org'>, stratum, place, record },
      ...{ subject: subject as SampleRow['subject'], rev, leaf_index: leafIndex, happened_on: happenedOn },
      in_order_at: null,
    }
  })
  await insertRows(tx, 'inspection_sample', rows)
  return rows.map(({ id }) => id)
}

/** Says an inspection is over. */
export async function setClosed(
  tx: Tx,
  { mineId, now }: Entered,
  inspectionId: Id<'inspection'>,
): Promise<void> {
  await tx
    .updateTable('inspection')
    .set({ closed_at: now })
    .where('mine_id', '=', mineId)
    .where('id', '=', inspectionId)
    .execute()
}

/** All that could have been drawn in an inspection, by stratum in the order of their names. */
export async function listStrata(
  db: Db,
  mineId: Id<'mine'>,
  inspectionId: Id<'inspection'>,
): Promise<{ readonly name: string; readonly subjects: readonly string[] }[]> {
  return db
    .selectFrom('inspection_stratum')
    .select(['name', 'subjects'])
    .where('mine_id', '=', mineId)
    .where('inspection_id', '=', inspectionId)
    .orderBy(sql`name collate "C"`)
    .execute()
}

/** A record that was drawn, as it stood then. */
export type Drawn = {
  readonly id: Id<'inspection_sample'>
  readonly inspectionId: Id<'inspection'>
  readonly orgId: Id<'org'>
  readonly orgName: string
  readonly stratum: string
  readonly place: number
  readonly record: DrawnRecord
  readonly subject: string
  readonly rev: number
  readonly leafIndex: number
  /** The day it tells of, as on the record's own page; null: it names none. */
  readonly happenedOn: Day | null
  readonly inOrder: boolean
  /** When it was first recorded, and by which way. */
  readonly recordedAt: Date
  readonly source: string
}

/**
 * The day a drawn record tells of, as its own page says it. The sample itself has the day by which the record fell into the days looked
 * at: of an admission any of its steps, of a row of a plan its month.
 */
const dayOf = sql`case s.record
  when 'admission_case' then (select c.submit_application from admission_case c where c.mine_id = s.mine_id and c.id = s.subject)
  when 'study_plan_row' then (select m.held_on from study_plan_row r join meeting m on m.mine_id = r.mine_id and m.id = r.meeting_id
    where r.mine_id = s.mine_id and r.id = s.subject)
  else s.happened_on end`

/** What was drawn in inspections, stratum by stratum in the order of the draw. */
export async function listDrawn(
  db: Db,
  mineId: Id<'mine'>,
  inspectionIds: readonly Id<'inspection'>[],
): Promise<Drawn[]> {
  const { rows } = await sql<Drawn>`
    select s.id, s.inspection_id as "inspectionId", s.org_id as "orgId", u.name as "orgName", s.stratum, s.place, s.record,
      s.subject, s.rev, s.leaf_index as "leafIndex", ${dayOf} as "happenedOn", s.in_order_at is not null as "inOrder",
      e.at as "recordedAt", e.src as source
    from inspection_sample s
      join org_unit u on u.mine_id = s.mine_id and u.id = s.org_id
      cross join lateral (
        select at, src from journal_entry where mine_id = s.mine_id and subject = s.subject and rev = 1 offset 0) e
    where s.mine_id = ${mineId} and s.inspection_id = any(${inspectionIds}::uuid[])
    order by s.stratum collate "C", s.place`.execute(db)
  return rows
}

/** Says that drawn records were looked at and are in order; saying it again changes nothing. Answers those it was new for. */
export async function setInOrder(
  tx: Tx,
  { mineId, now }: Entered,
  sampleIds: readonly Id<'inspection_sample'>[],
): Promise<Id<'inspection_sample'>[]> {
  const rows = await tx
    .updateTable('inspection_sample')
    .set({ in_order_at: now })
    .where('mine_id', '=', mineId)
    .where('id', 'in', sampleIds)
    .where('in_order_at', 'is', null)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}
