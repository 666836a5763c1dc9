import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Reach } from '../../kit/contract.ts'
import type { Day } from '../../kit/day.ts'
import type { Db, Tables } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { listIdsWithin } from '../../org/store.ts'

/** One line of the roster on a day. */
export type Listed = {
  readonly id: Id<'person'>
  readonly no: string
  readonly name: string
  readonly pinyin: string
  readonly initials: string
  readonly sex: string
  readonly category: Selectable<Tables['standing']>['category']
  readonly orgId: Id<'org'>
  readonly orgName: string
  readonly posts: string
  readonly crew: string
  readonly shift: string
  readonly duesClass: Selectable<Tables['standing']>['dues_class']
  readonly education: string
  readonly note: string
  /** Lies sealed. */
  readonly phone: Buffer | null
  readonly joinedOn: Day | null
  /** The first day of the stretch that holds; null: since always. */
  readonly since: Day | null
}

/** Which lines: as of `on`, within `reach` and, when given, within a unit; by number, from behind `after`. */
export type Search = {
  readonly mineId: Id<'mine'>
  readonly reach: Reach
  readonly on: Day
  readonly orgId?: Id<'org'> | undefined
  readonly q?: string | undefined
  readonly category?: Listed['category'] | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Rounded up to one of these and cut here, so that few statements are prepared; the planner must see the limit. */
const LIMITS = [21, 51, 101, 201, 501, 1001] as const

/** Just behind every text that begins like this one. */
const LAST_CHARACTER = '\u{10ffff}'
const begins = (column: string, text: string): RawBuilder<boolean> =>
  sql`(${sql.ref(column)} >= ${text} and ${sql.ref(column)} < ${text + LAST_CHARACTER})`

/** By number, name, pinyin or initials; each by its own index where there is one. */
function matches(mineId: Id<'mine'>, q: string): RawBuilder<boolean> {
  const letters = q.toLowerCase()
  const within = sql`select id from person where mine_id = ${mineId} and`
  if (/^[\x21-\x7e]+$/.test(q))
    return sql`p.id in (${within} ${begins('no', q)} union ${within} ${begins('no', q.toUpperCase())}
      union ${within} ${begins('pinyin', letters)} union ${within} ${begins('initials', letters)})`
  return sql`(strpos(p.name, ${q}) > 0 or ${begins('p.no', q)})`
}

const standsOn = (on: Day): RawBuilder<boolean> =>
  sql`s.from_day <= ${on} and (s.to_day is null or s.to_day >= ${on})`

/** The units the search keeps to; undefined: all of the mine. */
function unitsOf({ mineId, reach, orgId }: Search): RawBuilder<unknown> | undefined {
  const within = reach === 'mine' ? undefined : listIdsWithin(mineId, reach)
  const below = orgId && listIdsWithin(mineId, [orgId])
  return within && below ? sql`${within} intersect ${below}` : (within ?? below)
}

/** Whether half of the mine's units and more are meant: then the short way is by number, else by unit. */
async function isWide(db: Db, mineId: Id<'mine'>, units: RawBuilder<unknown>): Promise<boolean> {
  const { rows } = await sql<{ wide: boolean }>`
    select (select count(*) from (${units}) u) * 2 >= (select count(*) from org_unit where mine_id = ${mineId})
      as wide`.execute(db)
  return rows[0]?.wide ?? false
}

/** The standings to look through: one person after the other, or first those of the units. */
async function standings(db: Db, search: Search): Promise<RawBuilder<unknown>> {
  const { mineId, on } = search
  const units = unitsOf(search)
  if (!units) return sql`standing s`
  // Said as `is true`, it is looked up for each standing met by number, and not joined with first.
  if (await isWide(db, mineId, units))
    return sql`(select * from standing where (org_id in (${units})) is true) s`
  return sql`(select s.* from standing s where s.mine_id = ${mineId} and s.org_id = any(array(${units}))
    and ${standsOn(on)} offset 0) s`
}

/** The roster as it stood on a day, by number; `next` is the number to go on behind, null at the end. */
export async function listPeople(
  db: Db,
  search: Search,
): Promise<{ readonly people: Listed[]; readonly next: string | null }> {
  const { mineId, on, q, category, after, limit } = search
  const most = LIMITS.find((one) => one > limit) ?? LIMITS[LIMITS.length - 1]
  const kept = [
    sql<boolean>`p.mine_id = ${mineId}`,
    standsOn(on),
    ...(after ? [sql<boolean>`p.no > ${after}`] : []),
    ...(category ? [sql<boolean>`s.category = ${category}`] : []),
    ...(q ? [matches(mineId, q.normalize('NFKC'))] : []),
  ]
  const { rows } = await sql<Listed>`
    select p.id, p.no, p.name, p.pinyin, p.initials, p.sex, s.category, s.org_id as "orgId", o.name as "orgName", s.posts,
      p.crew, s.shift, s.dues_class as "duesClass", p.education, p.note, p.phone, p.joined_on as "joinedOn",
      case when isfinite(s.from_day) then s.from_day end as since
    from ${await standings(db, search)}
      join person p on p.mine_id = s.mine_id and p.id = s.person_id
      join org_unit o on o.mine_id = s.mine_id and o.id = s.org_id
    where s.mine_id = ${mineId} and ${sql.join(kept, sql` and `)}
    order by p.no limit ${sql.lit(most)}`.execute(db)
  const people = rows.slice(0, limit)
  return { people, next: rows.length > limit ? (people.at(-1)?.no ?? null) : null }
}
