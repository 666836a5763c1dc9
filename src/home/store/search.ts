import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../../kit/contract.ts'
import type { Day, Month } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { readQuery } from '../../meetings/rules/search.ts'
import type { MeetingKind } from '../../meetings/rules.ts'
import { listSaid } from '../../meetings/store/search.ts'
import { listIdsWithin, listUnits, type Unit } from '../../org/store.ts'
import { findInitials } from '../../people/store/pinyin.ts'

/** What is looked for, and how far the asker may see that kind of record. */
export type Search = {
  readonly mineId: Id<'mine'>
  readonly reach: Reach
  readonly q: string
  readonly on: Day
  readonly most: number
}

/** Just behind every text that begins like this one. */
const LAST_CHARACTER = '\u{10ffff}'

/** Whether the unit in a column lies within reach. */
const within = ({ mineId, reach }: Search, column: string): RawBuilder<boolean> =>
  reach === 'mine' ? sql`true` : sql`${sql.ref(column)} in (${listIdsWithin(mineId, reach)})`

const beginsNo = ({ q }: Search): RawBuilder<boolean> =>
  sql`m.no collate "C" >= ${q.toUpperCase()} and m.no collate "C" < ${q.toUpperCase() + LAST_CHARACTER}`

export type FoundMeeting = {
  readonly id: Id<'meeting'>
  readonly no: string
  readonly kind: MeetingKind
  readonly heldOn: Day
  readonly subject: string
  readonly orgName: string
}

/** Meetings whose number begins so or whose subject holds it, latest first. */
export async function listMeetingsLike(db: Db, search: Search): Promise<FoundMeeting[]> {
  const { mineId, q, most } = search
  const { rows } = await sql<FoundMeeting>`
    select m.id, m.no, m.kind, m.held_on as "heldOn", m.subject, o.name as "orgName"
    from meeting m join org_unit o on o.mine_id = m.mine_id and o.id = m.org_id
    where m.mine_id = ${mineId} and m.discarded_why is null and ${within(search, 'm.org_id')}
      and (strpos(m.subject, ${q}) > 0 or (${beginsNo(search)}))
    order by m.held_on desc, m.no limit ${most}`.execute(db)
  return rows
}

/** Meetings in whose record it stands, latest first. */
export async function listMeetingsSaying(db: Db, search: Search): Promise<FoundMeeting[]> {
  const query = readQuery(search.q)
  if (!query) return []
  const { said } = await listSaid(db, { ...search, query })
  return said.map(({ excerpts, ...meeting }) => meeting)
}

export type FoundCase = {
  readonly id: Id<'admission_case'>
  readonly personId: Id<'person'>
  readonly name: string
  readonly branchId: Id<'org'>
  readonly orgName: string
}

/** The admission cases of some people, where they stand that day. */
export async function listCasesOfPeople(
  db: Db,
  search: Search,
  people: readonly Id<'person'>[],
): Promise<FoundCase[]> {
  const { mineId, on, most } = search
  const { rows } = await sql<FoundCase>`
    select c.id, c.person_id as "personId", p.name, b.branch_id as "branchId", o.name as "orgName"
    from admission_case c
      join person p on p.mine_id = c.mine_id and p.id = c.person_id
      join standing s on s.mine_id = c.mine_id and s.person_id = c.person_id
      join branch_of b on b.mine_id = s.mine_id and b.org_id = s.org_id
      join org_unit o on o.mine_id = b.mine_id and o.id = b.branch_id
    where c.mine_id = ${mineId} and c.person_id = any(${people}::uuid[]) and ${within(search, 's.org_id')}
      and s.from_day <= ${on} and (s.to_day is null or s.to_day >= ${on})
    order by p.no limit ${most}`.execute(db)
  return rows
}

export type FoundPlanRow = {
  readonly id: Id<'study_plan_row'>
  readonly branchId: Id<'org'>
  readonly orgName: string
  readonly month: Month
  readonly subject: string
}

/** Rows of study plans whose subject holds it, latest month first. */
export async function listPlanLike(db: Db, search: Search): Promise<FoundPlanRow[]> {
  const { mineId, q, most } = search
  const { rows } = await sql<FoundPlanRow>`
    select r.id, b.branch_id as "branchId", o.name as "orgName", to_char(r.month, 'YYYY-MM') as month, r.subject
    from study_plan_row r
      join branch_of b on b.mine_id = r.mine_id and b.org_id = r.org_id
      join org_unit o on o.mine_id = r.mine_id and o.id = r.org_id
    where r.mine_id = ${mineId} and ${within(search, 'r.org_id')} and strpos(r.subject, ${q}) > 0
    order by r.month desc, r.subject limit ${most}`.execute(db)
  return rows
}

/** Units by code, name or the initials of their name; those whose name begins so first, then by code. */
export async function listUnitsLike(
  db: Db,
  { mineId, reach, q, most }: Search,
): Promise<(Unit & { readonly parentName: string | null })[]> {
  const typed = q.toLowerCase()
  const units = await listUnits(db, mineId, reach)
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const begins = ({ name, code }: Unit): boolean =>
    name.startsWith(q) || code.toLowerCase() === typed || findInitials(name).startsWith(typed)
  const holds = ({ name, code }: Unit): boolean => name.includes(q) || code.toLowerCase().startsWith(typed)
  const found = [...units.filter(begins), ...units.filter((unit) => !begins(unit) && holds(unit))]
  return found
    .slice(0, most)
    .map((unit) => ({ ...unit, parentName: (unit.parentId && names.get(unit.parentId)) || null }))
}
