import { sql } from 'kysely'
import type { Day } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { type Fen, fen } from '../../kit/money.ts'
import { parseRatio, toHundredths } from '../../kit/ratio.ts'
import type { DuesClass } from '../../people/rules.ts'

/** A member of a branch with what their dues are computed from; `baseFen` absent: none is recorded (A3.2). */
export type Payer = {
  readonly branchId: Id<'org'>
  readonly personId: Id<'person'>
  readonly no: string
  readonly name: string
  readonly joinedOn: Day | undefined
  readonly duesClass: DuesClass
  readonly baseFen: Fen | undefined
}

export type PayersOf = {
  readonly mineId: Id<'mine'>
  readonly branches: readonly Id<'org'>[]
  /** The day whose roster is read. */
  readonly on: Day
}

function openBase(
  keys: Keys,
  mineId: Id<'mine'>,
  row: { personId: Id<'person'>; base: Buffer | null },
): Fen | undefined {
  if (!row.base) return undefined
  const yuan = parseRatio(keys.field.open(`standing.dues_base:${mineId}:${row.personId}`, row.base))
  return yuan && fen(toHundredths(yuan))
}

/** The members, full and probationary, of branches as of a day, by number (A1.5). One statement; bases are opened here. */
export async function listPayers(db: Db, keys: Keys, { mineId, branches, on }: PayersOf): Promise<Payer[]> {
  const rows = await db
    .selectFrom('standing as s')
    .innerJoin('person as p', (join) =>
      join.onRef('p.mine_id', '=', 's.mine_id').onRef('p.id', '=', 's.person_id'),
    )
    .innerJoin('branch_of as b', (join) =>
      join.onRef('b.mine_id', '=', 's.mine_id').onRef('b.org_id', '=', 's.org_id'),
    )
    .select([
      'b.branch_id as branchId',
      'p.id as personId',
      'p.no',
      'p.name',
      'p.joined_on as joinedOn',
      's.dues_class as duesClass',
      's.dues_base as base',
    ])
    .where('s.mine_id', '=', mineId)
    .where(sql<boolean>`b.branch_id = any(${branches}::uuid[])`)
    .where('s.category', 'in', ['fullMember', 'probationaryMember'])
    .where('s.from_day', '<=', on)
    .where((eb) => eb.or([eb('s.to_day', 'is', null), eb('s.to_day', '>=', on)]))
    .orderBy(sql`p.no collate "C"`)
    .execute()
  return rows.map(({ base, joinedOn, ...row }) => ({
    ...row,
    joinedOn: joinedOn ?? undefined,
    baseFen: openBase(keys, mineId, { personId: row.personId, base }),
  }))
}
