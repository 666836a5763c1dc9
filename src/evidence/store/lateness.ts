import { type RawBuilder, sql } from 'kysely'
import { IMPORT_SOURCES, LATE_AFTER_DAYS } from '../../journal/rules/when.ts'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Day } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Count } from '../rules/lateness.ts'

const ZONE = 'Asia/Shanghai'

/** Which records: of a unit with all below it (left out: of all units), of things that took place in a stretch of days. */
export type Which = {
  readonly mineId: Id<'mine'>
  readonly orgId?: Id<'org'>
  readonly from: Day
  readonly to: Day
  readonly kinds: readonly Journaled[]
}

/** The same question without its unit where every unit of the mine lies below that: all is read faster at once than unit by unit. */
export async function simplify(db: Db, which: Which): Promise<Which> {
  const { orgId, ...whole } = which
  if (!orgId) return which
  const { rows } = await sql`select 1 from org_unit u where u.mine_id = ${which.mineId} and not exists (
    select 1 from org_path p where p.mine_id = u.mine_id and p.org_id = u.id and p.ancestor_id = ${orgId}) limit 1`.execute(
    db,
  )
  return rows.length > 0 ? which : whole
}

/** The kinds that are counted. */
export const listCounted = (records: readonly Journaled[]): Journaled[] =>
  records.filter(({ happened }) => happened?.counted)

/** Narrows the records of a kind by when they took place and when they were made. */
type Narrow = (when: {
  readonly day: RawBuilder<unknown>
  readonly at: RawBuilder<unknown>
}) => RawBuilder<unknown>
const everything: Narrow = () => sql`true`

/** Leaves only what can stand out before an inspection: what was made long after it took place while one was at hand. */
const aroundInspections: Narrow = ({ day, at }) =>
  sql`${day} < (select before from begun) and ${at} >= (select since from begun) and ${at} < (select until from begun)`

/** The unit a record stands in, as a join: its own, or that of its person; only those asked for. */
function standing(of: Journaled, { orgId }: Which): { org: RawBuilder<unknown>; join: RawBuilder<unknown> } {
  if (of.scope === null)
    return { org: sql`s.org_id`, join: sql`join stands s on s.person_id = ${sql.ref(`t.${of.person}`)}` }
  const org = sql.ref(`t.${of.scope}`)
  return { org, join: orgId ? sql`join units u on u.org_id = ${org}` : sql`` }
}

/**
 * Whether a record was imported: its row says so until somebody corrects it, its first entry in the journal for ever. That is asked only of
 * what would be late: an honest branch's correction is no late entry.
 */
const broughtIn = (
  source: RawBuilder<unknown>,
  { day, at }: Parameters<Narrow>[0],
): RawBuilder<unknown> => sql`
  (${source} = 'import' or (${at} at time zone ${ZONE})::date - ${day} > ${LATE_AFTER_DAYS} and exists (
    select from journal_entry e where e.mine_id = t.mine_id and e.subject = t.id and e.rev = 1 and e.src = any(${IMPORT_SOURCES})))`

/** One line a record of a kind: when it took place, when it was made, by the columns of its own table. */
function madeOf(of: Journaled, which: Which, narrow: Narrow): RawBuilder<unknown> {
  const { happened } = of
  const counted = happened?.counted
  if (!happened || !counted) throw new Error(`${of.table} is not counted`)
  const { through } = happened
  const { mineId, from, to } = which
  const day = sql.ref(`${through ? 'h' : 't'}.${happened.column}`)
  const at = sql`coalesce(${sql.join(counted.at.map((column) => sql.ref(`t.${column}`)))})`
  const joined = through
    ? sql`join ${sql.table(through.table)} h on h.mine_id = t.mine_id and h.id = ${sql.ref(`t.${through.key}`)}`
    : sql``
  const imported = counted.source ? broughtIn(sql.ref(`t.${counted.source}`), { day, at }) : sql`false`
  const open = counted.open
    ? sql`and ${sql.ref(`t.${counted.open.column}`)} is distinct from ${counted.open.state}`
    : sql``
  const { org, join } = standing(of, which)
  return sql`
    select ${of.table}::text as record, t.id as subject, ${org} as org_id, ${day} as happened_on, ${at} as made_at,
      (${at} at time zone ${ZONE})::date as made_on, ${imported} as imported
    from ${sql.table(of.table)} t ${joined} ${join}
    where t.mine_id = ${mineId} and ${day} between ${from} and ${to} ${open} and ${narrow({ day, at })}`
}

/**
 * The records asked for as `made`, read from their units and people: what else the mine holds is not touched.
 * People's records belong where they stand last, as everywhere in the journal.
 */
function withMade(which: Which, narrow: Narrow = everything): RawBuilder<unknown> {
  const { mineId, orgId, kinds } = which
  const within = orgId ? sql`and org_id in (select org_id from units)` : sql``
  return sql`
  with units as (select org_id from org_path where mine_id = ${mineId} and ancestor_id = ${orgId ?? null}),
    stands as (select person_id, org_id from standing s where mine_id = ${mineId} ${within} and not exists (
      select 1 from standing n where n.mine_id = s.mine_id and n.person_id = s.person_id and n.from_day > s.from_day)),
    begun as (select max(announced_on) - ${LATE_AFTER_DAYS}::int as before, min(announced_on)::timestamp at time zone ${ZONE} as since,
      ((max(drawn_at) at time zone ${ZONE})::date + 1)::timestamp at time zone ${ZONE} as until
      from inspection where mine_id = ${mineId} and drawn_at is not null and announced_on is not null),
    made as (select m.*, greatest(0, m.made_on - m.happened_on) as days from (
      ${sql.join(
        kinds.map((of) => madeOf(of, which, narrow)),
        sql` union all `,
      )}) m)`
}

/** The reasons beside a record `m`. */
const toldOf = ({ mineId }: Which): RawBuilder<unknown> =>
  sql`from late_reason r where r.mine_id = ${mineId} and r.subject = m.subject`

/** How many records of each kind were made how many days after; one statement for any number of branches. */
export async function countLateness(db: Db, which: Which): Promise<Count[]> {
  const { rows } = await sql<Count>`${withMade(which)}
    select m.record, m.imported, m.days, count(*)::int as n,
      (count(*) filter (where exists (select 1 ${toldOf(which)})))::int as reasoned
    from made m group by 1, 2, 3`.execute(db)
  return rows
}

/** A record as the list of late ones has it. */
export type Made = {
  readonly record: string
  readonly subject: string
  readonly orgId: Id<'org'>
  readonly orgName: string
  readonly happenedOn: Day
  readonly madeAt: Date
  readonly days: number
  readonly imported: boolean
  readonly reason: string | null
}

/** Which of them: a kind, days after, entered or imported; or those that stand out before an inspection. */
export type Narrowed = {
  readonly record?: string | undefined
  readonly least: number
  readonly most: number | null
  readonly imported: boolean
  readonly inspectionId?: Id<'inspection'> | undefined
  readonly limit: number
}

/**
 * Made between the announcement of an inspection and its visit, of what took place long before it was announced. Whether the unit
 * belongs to it is asked as a value, of the few records left: as a condition the planner joins it first.
 */
const standsOut = sql`i.drawn_at is not null and i.announced_on is not null and not m.imported
  and m.made_on between i.announced_on and (i.drawn_at at time zone ${ZONE})::date
  and i.announced_on - m.happened_on > ${LATE_AFTER_DAYS}
  and (select true from org_path q where q.mine_id = i.mine_id and q.org_id = m.org_id and q.ancestor_id = i.org_id)`

/** The records behind a number, the latest made last of all first. */
export async function listMade(db: Db, which: Which, by: Narrowed): Promise<Made[]> {
  const kept: RawBuilder<unknown>[] = by.inspectionId
    ? [
        sql`(select true from inspection i where i.mine_id = ${which.mineId} and i.id = ${by.inspectionId} and ${standsOut})`,
      ]
    : [
        sql`m.days >= ${by.least} and m.imported = ${by.imported}`,
        ...(by.most === null ? [] : [sql`m.days <= ${by.most}`]),
      ]
  if (by.record) kept.push(sql`m.record = ${by.record}`)
  const { rows } = await sql<Made>`${withMade(which, by.inspectionId ? aroundInspections : everything)}
    select m.record, m.subject, m.org_id as "orgId", u.name as "orgName", m.happened_on as "happenedOn",
      m.made_at as "madeAt", m.days, m.imported, (select min(r.text) ${toldOf(which)}) as reason
    from (select * from made m where ${sql.join(kept, sql` and `)} order by m.days desc, m.subject limit ${by.limit}) m
      join org_unit u on u.mine_id = ${which.mineId} and u.id = m.org_id
    order by m.days desc, m.subject`.execute(db)
  return rows
}

/** An inspection, and how many records of a kind stand out before it. */
export type Before = {
  readonly id: Id<'inspection'>
  readonly title: string
  readonly announcedOn: Day
  readonly visitOn: Day
  readonly record: string
  readonly n: number
  readonly reasoned: number
}

/** What stands out before inspections that were announced and have begun. */
export async function listBefore(db: Db, which: Which): Promise<Before[]> {
  const { rows } =
    await sql<Before>`${withMade(which, aroundInspections)}, around as materialized (select * from made)
    select i.id, i.title, i.announced_on as "announcedOn", (i.drawn_at at time zone ${ZONE})::date as "visitOn",
      m.record, count(*)::int as n, (count(*) filter (where exists (select 1 ${toldOf(which)})))::int as reasoned
    from inspection i, around m where i.mine_id = ${which.mineId} and ${standsOut}
    group by i.mine_id, i.id, m.record order by i.announced_on desc, i.id`.execute(db)
  return rows
}
