import { type RawBuilder, sql } from 'kysely'
import type { Reach } from '../../kit/contract.ts'
import { type Day, monthOf, type Span } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import type { Fen } from '../../kit/money.ts'
import { listIdsWithin } from '../../org/store.ts'
import { type Category, type DuesClass, isMember } from '../../people/rules.ts'
import type { Standing } from '../rules/months.ts'
import { openBase } from './payers.ts'

/** Whose months: one person's as far as they stood within reach, or those of everybody who was a member of a branch in any of them. */
export type Whose =
  | { readonly personId: Id<'person'>; readonly reach: Reach }
  | { readonly branchId: Id<'org'> }

export type MonthsOf = {
  readonly mineId: Id<'mine'>
  readonly whose: Whose
  readonly months: readonly Span[]
  /** A month's roster is that of its last day; of a month that is not over, that of this day. */
  readonly today: Day
}

/** What a person was in a month as far as dues go. */
export type PersonMonth = Standing & {
  readonly personId: Id<'person'>
  readonly no: string
  readonly name: string
  readonly branchId: Id<'org'>
}

type Row = {
  readonly month: Day
  readonly standingId: Id<'standing'>
  readonly personId: Id<'person'>
  readonly no: string
  readonly name: string
  readonly joinedOn: Day | null
  readonly category: Category
  readonly duesClass: DuesClass
  readonly base: Buffer | null
  readonly branchId: Id<'org'>
}

const whoseSql = (mineId: Id<'mine'>, whose: Whose): RawBuilder<boolean> =>
  'personId' in whose
    ? sql`s.person_id = ${whose.personId} and s.org_id in (${listIdsWithin(mineId, whose.reach)})`
    : sql`s.person_id in (
        select m.person_id from standing m join branch_of mb on mb.mine_id = m.mine_id and mb.org_id = m.org_id
        where m.mine_id = ${mineId} and mb.branch_id = ${whose.branchId}
          and m.category in ('fullMember', 'probationaryMember'))`

const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

async function listRows(db: Db, { mineId, whose, months, today }: MonthsOf): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select w.month, s.id as "standingId", p.id as "personId", p.no, p.name, p.joined_on as "joinedOn", s.category,
      s.dues_class as "duesClass", s.dues_base as base, b.branch_id as "branchId"
    from unnest(${months.map(({ first }) => first)}::date[],
        ${months.map(({ last }) => earlier(last, today))}::date[]) as w(month, on_day)
      join standing s on s.mine_id = ${mineId} and s.from_day <= w.on_day and (s.to_day is null or s.to_day >= w.on_day)
      join person p on p.mine_id = s.mine_id and p.id = s.person_id
      join branch_of b on b.mine_id = s.mine_id and b.org_id = s.org_id
    where ${whoseSql(mineId, whose)}
    order by p.no collate "C", w.month`.execute(db)
  return rows
}

/** What people were, month by month, by number and month. One statement; each base is opened once. */
export async function listPersonMonths(db: Db, keys: Keys, of: MonthsOf): Promise<PersonMonth[]> {
  const { mineId, whose } = of
  const opened = new Map<Id<'standing'>, Fen | undefined>()
  const baseOf = (row: Row): Fen | undefined => {
    if (!opened.has(row.standingId)) opened.set(row.standingId, openBase(keys, mineId, row))
    return opened.get(row.standingId)
  }
  return (await listRows(db, of)).map((row) => ({
    personId: row.personId,
    no: row.no,
    name: row.name,
    branchId: row.branchId,
    month: monthOf(row.month),
    isMember: isMember(row.category),
    isHere: 'personId' in whose || row.branchId === whose.branchId,
    joinedOn: row.joinedOn ?? undefined,
    duesClass: row.duesClass,
    baseFen: baseOf(row),
  }))
}
