import { sql } from 'kysely'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { SHOWN } from './shown.ts'

type Mine = Id<'mine'>

/** What the journal says changed: the record, whose it is, and the units above it. `subject` null: many records of the kind at once. */
export type Change = {
  readonly record: string
  readonly subject: string | null
  /** The record it is a part of; null: none. */
  readonly whole: string | null
  /** The person whose key seals it, its unit or the mine. */
  readonly owner: string
  /** Where it belongs: its unit, for a person's record all units the person was ever in, each with all above it. Empty: the mine. */
  readonly units: readonly Id<'org'>[]
}

/** A stretch of the journal of a mine: leaves from `from`, below `to`. */
export type Stretch = { readonly mineId: Mine; readonly from: number; readonly to: number }

/** So many leaves are told one by one; more are told by kind and unit. */
const ONE_BY_ONE = 200
/** Whoever missed more than this reads everything anew. */
export const MOST_MISSED = 5000

/** How long the journals are, by mine. One statement. */
export async function listSizes(db: Db, mines: readonly Mine[]): Promise<Map<Mine, number>> {
  const { rows } = await sql<{ mineId: Mine; size: number }>`
    select mine_id as "mineId", size from journal_head where mine_id = any(${mines}::uuid[])`.execute(db)
  return new Map(rows.map(({ mineId, size }) => [mineId, size]))
}

/** Where somebody begins who has just read the pages: the first leaf received after `after`, for a page may be read while the journal goes on. */
export async function findStart(db: Db, mineId: Mine, after: Date): Promise<number> {
  const { rows } = await sql<{ start: number }>`
    select coalesce(min(l.idx), max(h.size), 0)::bigint as start
    from journal_head h left join journal_leaf l
      on l.mine_id = h.mine_id and l.idx >= h.size - ${ONE_BY_ONE} and l.received > ${after}
    where h.mine_id = ${mineId}`.execute(db)
  return rows[0]?.start ?? 0
}

type Row = Omit<Change, 'units' | 'whole'> & { readonly scope: Id<'org'> | null }

async function listRows(db: Db, { mineId, from, to }: Stretch): Promise<Row[]> {
  const each = to - from <= ONE_BY_ONE
  const subject = each ? sql`e.subject` : sql`null::uuid`
  const { rows } = await sql<Row>`
    select distinct e.record, e.scope, e.key_owner as owner, ${subject} as subject
    from journal_leaf l join journal_entry e on e.mine_id = l.mine_id and e.id = l.entry_id
    where l.mine_id = ${mineId} and l.idx >= ${from} and l.idx < ${to}`.execute(db)
  return rows
}

type Above = { readonly of: string; readonly units: Id<'org'>[] }

/** Units and people, each with the units they belong to and all above. One statement. */
async function listAbove(db: Db, mineId: Mine, ids: readonly string[]): Promise<Map<string, Id<'org'>[]>> {
  const { rows } = await sql<Above>`
    select of, array_agg(distinct p.ancestor_id) as units from (
      select id as of, id as org_id from unnest(${ids}::uuid[]) id
      union all
      select s.person_id, s.org_id from standing s where s.mine_id = ${mineId} and s.person_id = any(${ids}::uuid[])
    ) held join org_path p on p.mine_id = ${mineId} and p.org_id = held.org_id group by of`.execute(db)
  return new Map(rows.map(({ of, units }) => [of, units]))
}

const PARTS = Object.entries(SHOWN).flatMap(([table, { of }]) => (of ? [{ table, of }] : []))

/** Of records that are parts of another, which one. One statement, and none when there are no parts. */
async function listWholes(db: Db, mineId: Mine, rows: readonly Row[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ record, subject }) =>
    subject !== null && PARTS.some(({ table }) => table === record) ? [subject] : [],
  )
  if (ids.length === 0) return new Map()
  const each = PARTS.map(
    ({ table, of }) => sql`select id, ${sql.ref(of)} as whole from ${sql.table(table)}
      where mine_id = ${mineId} and id = any(${ids}::uuid[])`,
  )
  const found = await sql<{ id: string; whole: string }>`${sql.join(each, sql` union all `)}`.execute(db)
  return new Map(found.rows.map(({ id, whole }) => [id, whole]))
}

/** What changed in a stretch of a journal; the same kind of change of the same record once. At most three statements. */
export async function listChanges(db: Db, stretch: Stretch): Promise<Change[]> {
  const rows = await listRows(db, stretch)
  const wholes = await listWholes(db, stretch.mineId, rows)
  const places = rows.map(({ scope, owner }) => scope ?? owner)
  const above = await listAbove(db, stretch.mineId, [...new Set(places)])
  return rows.map(({ record, subject, owner, scope }) => ({
    record,
    subject,
    whole: wholes.get(subject ?? '') ?? null,
    owner,
    units: above.get(scope ?? owner) ?? (scope ? [scope] : []),
  }))
}

/** Where a record stands, by its latest revision; undefined when the journal does not know it. */
export async function findRecord(db: Db, mineId: Mine, subject: string): Promise<Change | undefined> {
  const { rows } = await sql<Row>`
    select record, scope, key_owner as owner, subject from journal_entry
    where mine_id = ${mineId} and subject = ${subject} order by rev desc limit 1`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const place = row.scope ?? row.owner
  const above = await listAbove(db, mineId, [place])
  return { ...row, whole: null, units: above.get(place) ?? [] }
}
