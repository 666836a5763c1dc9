import { type Selectable, sql } from 'kysely'
import type { Day } from '../../kit/day.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { CASE_NUMBERS, type CaseNumber, STEPS, type Step } from '../rules.ts'
import { NUMBER_COLUMNS, STEP_COLUMNS } from './columns.ts'

/** The dates and numbers of a case; what is blank is absent. */
export type Recorded = {
  readonly steps: Readonly<Partial<Record<Step, Day>>>
  readonly numbers: Readonly<Partial<Record<CaseNumber, number>>>
}

/** A case as recorded, whose it is, and in which branch that person is. */
export type RecordedCase = Recorded & {
  readonly bornOn: Day
  readonly id: Id<'admission_case'>
  readonly branchId: Id<'org'>
  readonly personId: Id<'person'>
  readonly no: string
  readonly name: string
  readonly source: 'import' | 'product'
}

type CaseRow = Selectable<Tables['admission_case']>

/** The dates and numbers of a row. */
export function caseOf(row: CaseRow): Recorded {
  const steps: Partial<Record<Step, Day>> = {}
  for (const step of STEPS) {
    const on = row[STEP_COLUMNS[step]]
    if (on) steps[step] = on
  }
  const numbers: Partial<Record<CaseNumber, number>> = {}
  for (const name of CASE_NUMBERS) {
    const number = row[NUMBER_COLUMNS[name]]
    if (number !== null) numbers[name] = number
  }
  return { steps, numbers }
}

export type CasesOf = {
  readonly mineId: Id<'mine'>
  readonly branches: readonly Id<'org'>[]
  /** The day whose roster says to which branch a person belongs. */
  readonly on: Day
}

/** The cases of branches by number of person: a case belongs where the person is on the roster that day (J, A1.5). One statement. */
export async function listCasesOf(db: Db, { mineId, branches, on }: CasesOf): Promise<RecordedCase[]> {
  const rows = await db
    .selectFrom('admission_case as c')
    .innerJoin('person as p', (join) =>
      join.onRef('p.mine_id', '=', 'c.mine_id').onRef('p.id', '=', 'c.person_id'),
    )
    .innerJoin('standing as s', (join) =>
      join.onRef('s.mine_id', '=', 'c.mine_id').onRef('s.person_id', '=', 'c.person_id'),
    )
    .innerJoin('branch_of as b', (join) =>
      join.onRef('b.mine_id', '=', 's.mine_id').onRef('b.org_id', '=', 's.org_id'),
    )
    .selectAll('c')
    .select(['b.branch_id', 'p.no', 'p.name', 'p.born_on'])
    .where('c.mine_id', '=', mineId)
    .where(sql<boolean>`b.branch_id in (select unnest(${branches}::uuid[]))`)
    .where('s.from_day', '<=', on)
    .where((eb) => eb.or([eb('s.to_day', 'is', null), eb('s.to_day', '>=', on)]))
    .orderBy(sql`p.no collate "C"`)
    .execute()
  return rows.map((row) => ({
    ...caseOf(row),
    id: row.id,
    branchId: row.branch_id,
    personId: row.person_id,
    no: row.no,
    name: row.name,
    bornOn: row.born_on,
    source: row.source,
  }))
}

const withBirth = (db: Db, mineId: Id<'mine'>) =>
  db
    .selectFrom('admission_case as c')
    .innerJoin('person as p', (join) =>
      join.onRef('p.mine_id', '=', 'c.mine_id').onRef('p.id', '=', 'c.person_id'),
    )
    .selectAll('c')
    .select(['p.born_on', 'p.no', 'p.name'])
    .where('c.mine_id', '=', mineId)

/** One case and whose it is. */
export type CaseFound = Recorded & {
  readonly id: Id<'admission_case'>
  readonly personId: Id<'person'>
  readonly personNo: string
  readonly name: string
  readonly bornOn: Day
  readonly source: 'import' | 'product'
}

type FoundRow = CaseRow & { readonly born_on: Day; readonly no: string; readonly name: string }
const foundOf = (row: FoundRow): CaseFound => ({
  ...caseOf(row),
  id: row.id,
  personId: row.person_id,
  personNo: row.no,
  name: row.name,
  bornOn: row.born_on,
  source: row.source,
})

/** One case; undefined when the mine has none of that id. */
export async function findCase(
  db: Db,
  mineId: Id<'mine'>,
  id: Id<'admission_case'>,
): Promise<CaseFound | undefined> {
  const row = await withBirth(db, mineId).where('c.id', '=', id).executeTakeFirst()
  return row && foundOf(row)
}

/** Reads a case and keeps others from changing it until this transaction ends. */
export async function holdCase(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'admission_case'>,
): Promise<CaseFound | undefined> {
  const row = await withBirth(tx, mineId).where('c.id', '=', id).forUpdate('c').executeTakeFirst()
  return row && foundOf(row)
}

/** The case of a person; undefined when there is none. */
export async function findCaseOf(
  db: Db,
  mineId: Id<'mine'>,
  personId: Id<'person'>,
): Promise<CaseFound | undefined> {
  const row = await withBirth(db, mineId).where('c.person_id', '=', personId).executeTakeFirst()
  return row && foundOf(row)
}
