import { sql } from 'kysely'
import type { Day } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { type Fen, fen } from '../../kit/money.ts'
import { parseRatio, toHundredths } from '../../kit/ratio.ts'
import { type Category, type DuesClass, isMember } from '../../people/rules.ts'
import { findValue } from '../../people/store/sealed.ts'

/** A member of a branch with what their dues are computed from; `baseFen` absent: none is recorded (A3.2). */
export type Payer = {
  readonly branchId: Id<'org'>
  readonly orgId: Id<'org'>
  readonly personId: Id<'person'>
  readonly no: string
  readonly name: string
  readonly category: Category
  readonly joinedOn: Day | undefined
  readonly duesClass: DuesClass
  readonly baseFen: Fen | undefined
}

type Sealed = Omit<Payer, 'joinedOn' | 'baseFen'> & {
  readonly joinedOn: Day | null
  readonly base: Buffer | null
}

const standingOn = (db: Db, mineId: Id<'mine'>, on: Day) =>
  db
    .selectFrom('standing as s')
    .innerJoin('person as p', (join) =>
      join.onRef('p.mine_id', '=', 's.mine_id').onRef('p.id', '=', 's.person_id'),
    )
    .innerJoin('branch_of as b', (join) =>
      join.onRef('b.mine_id', '=', 's.mine_id').onRef('b.org_id', '=', 's.org_id'),
    )
    .select(['b.branch_id as branchId', 's.org_id as orgId', 'p.id as personId', 'p.no', 'p.name'])
    .select(['s.category', 'p.joined_on as joinedOn', 's.dues_class as duesClass', 's.dues_base as base'])
    .where('s.mine_id', '=', mineId)
    .where('s.from_day', '<=', on)
    .where((eb) => eb.or([eb('s.to_day', 'is', null), eb('s.to_day', '>=', on)]))

/** The base of dues of a person, opened; undefined when none is recorded. */
export function openBase(
  keys: Keys,
  mineId: Id<'mine'>,
  { personId, base }: Pick<Sealed, 'personId' | 'base'>,
): Fen | undefined {
  if (!base) return undefined
  const yuan = parseRatio(findValue(keys.field, { mineId, personId }, 'duesBase', base) ?? '')
  return yuan && fen(toHundredths(yuan))
}

const payerOf = (keys: Keys, mineId: Id<'mine'>, sealed: Sealed): Payer => {
  const { base: _, joinedOn, ...row } = sealed
  return { ...row, joinedOn: joinedOn ?? undefined, baseFen: openBase(keys, mineId, sealed) }
}

export type PayersOf = {
  readonly mineId: Id<'mine'>
  readonly branches: readonly Id<'org'>[]
  /** The day whose roster is read. */
  readonly on: Day
}

/** The members, full and probationary, of branches as of a day, by number (A1.5). One statement; their bases are opened here. */
export async function listPayers(db: Db, keys: Keys, { mineId, branches, on }: PayersOf): Promise<Payer[]> {
  const rows = await standingOn(db, mineId, on)
    .where(sql<boolean>`b.branch_id in (select unnest(${branches}::uuid[]))`)
    .where('s.category', 'in', ['fullMember', 'probationaryMember'])
    .orderBy(sql`p.no collate "C"`)
    .execute()
  return rows.map((row) => payerOf(keys, mineId, row))
}

export type PayerOf = { readonly mineId: Id<'mine'>; readonly personId: Id<'person'>; readonly on: Day }

/** Where a person is on the roster of a day and what their dues are computed from, member or not; undefined: nowhere. */
export async function findPayer(
  db: Db,
  keys: Keys,
  { mineId, personId, on }: PayerOf,
): Promise<(Payer & { readonly isMember: boolean }) | undefined> {
  const row = await standingOn(db, mineId, on).where('s.person_id', '=', personId).executeTakeFirst()
  return row && { ...payerOf(keys, mineId, row), isMember: isMember(row.category) }
}
