import { type RawBuilder, sql } from 'kysely'
import { LATE_AFTER_DAYS } from '../../journal/rules/when.ts'
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

/** The kinds that are counted. */
export const listCounted = (records: readonly Journaled[]): Journaled[] =>
  records.filter(({ happened }) => happened?.counted)

/** One line a record of a kind: when it took place, when it was made, by the columns of its own table. */
function madeOf(of: Journaled, { mineId, from, to }: Which): RawBuilder<unknown> {
  const { happened } = of
  const counted = happened?.counted
  if (!happened || !counted) throw new Error(`${of.table} is not counted`)
  const { through } = happened
  const day = sql.ref(`${through ? 'h' : 't'}.${happened.column}`)
  const at = sql`coalesce(${sql.join(counted.at.map((column) => sql.ref(`t.${column}`)))})`
  const joined = through
    ? sql`join ${sql.table(through.table)} h on h.mine_id = t.mine_id and h.id = ${sql.ref(`t.${through.key}`)}`
    : sql``
  const imported = counted.source ? sql`${sql.ref(`t.${counted.source}`)} = 'import'` : sql`false`
  const open = counted.open
    ? sql`and ${sql.ref(`t.${counted.open.column}`)} is distinct from ${counted.open.state}`
    : sql``
  const stands = of.scope === null ? sql`join stands s on s.person_id = ${sql.ref(`t.${of.person}`)}` : sql``
  const org = of.scope === null ? sql`s.org_id` : sql.ref(`t.${of.scope}`)
  return sql`
    select ${of.table}::text as record, t.id as subject, ${org} as org_id, ${day} as happened_on, ${at} as made_at,
      (${at} at time zone ${ZONE})::date as made_on, ${imported} as imported
    from ${sql.table(of.table)} t ${joined} ${stands}
    where t.mine_id = ${mineId} and ${day} between ${from} and ${to} ${open}`
}

/** The units asked for, as `p.org_id`; each once. */
const unitsOf = ({ mineId, orgId }: Which): RawBuilder<unknown> =>
  orgId
    ? sql`join org_path p on p.mine_id = ${mineId} and p.org_id = m.org_id and p.ancestor_id = ${orgId}`
    : sql``

/** People's records belong where they stand last, as everywhere in the journal. */
const withMade = (which: Which): RawBuilder<unknown> => sql`
  with stands as (select distinct on (person_id) person_id, org_id from standing
      where mine_id = ${which.mineId} order by person_id, from_day desc),
    told as (select subject, min(text) as text from late_reason where mine_id = ${which.mineId} group by subject),
    made as (select m.*, greatest(0, m.made_on - m.happened_on) as days from (
      ${sql.join(
        which.kinds.map((of) => madeOf(of, which)),
        sql` union all `,
      )}) m ${unitsOf(which)})`

/** How many records of each kind were made how many days after; one statement for any number of branches. */
export async function countLateness(db: Db, which: Which): Promise<Count[]> {
  const { rows } = await sql<Count>`${withMade(which)}
    select m.record, m.imported, m.days, count(*)::int as n, count(t.subject)::int as reasoned
    from made m left join told t on t.subject = m.subject group by 1, 2, 3`.execute(db)
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

/** Made between the announcement of an inspection and its visit, of what took place long before it was announced. */
const standsOut = sql`i.drawn_at is not null and i.announced_on is not null and not m.imported
  and m.made_on between i.announced_on and (i.drawn_at at time zone ${ZONE})::date
  and i.announced_on - m.happened_on > ${LATE_AFTER_DAYS}
  and exists (select 1 from org_path q where q.mine_id = i.mine_id and q.org_id = m.org_id and q.ancestor_id = i.org_id)`

/** The records behind a number, the latest made last of all first. */
export async function listMade(db: Db, which: Which, by: Narrowed): Promise<Made[]> {
  const kept: RawBuilder<unknown>[] = by.inspectionId
    ? [
        sql`exists (select 1 from inspection i where i.mine_id = ${which.mineId} and i.id = ${by.inspectionId} and ${standsOut})`,
      ]
    : [
        sql`m.days >= ${by.least} and m.imported = ${by.imported}`,
        ...(by.most === null ? [] : [sql`m.days <= ${by.most}`]),
      ]
  if (by.record) kept.push(sql`m.record = ${by.record}`)
  const { rows } = await sql<Made>`${withMade(which)}
    select m.record, m.subject, m.org_id as "orgId", u.name as "orgName", m.happened_on as "happenedOn",
      m.made_at as "madeAt", m.days, m.imported, t.text as reason
    from made m join org_unit u on u.mine_id = ${which.mineId} and u.id = m.org_id
      left join told t on t.subject = m.subject
    where ${sql.join(kept, sql` and `)}
    order by m.days desc, m.subject limit ${by.limit}`.execute(db)
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
  const { rows } = await sql<Before>`${withMade(which)}
    select i.id, i.title, i.announced_on as "announcedOn", (i.drawn_at at time zone ${ZONE})::date as "visitOn",
      m.record, count(*)::int as n, count(t.subject)::int as reasoned
    from inspection i join made m on ${standsOut} left join told t on t.subject = m.subject
    where i.mine_id = ${which.mineId} group by i.mine_id, i.id, m.record order by i.announced_on desc, i.id`.execute(
    db,
  )
  return rows
}
