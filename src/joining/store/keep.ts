import type { Selectable } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import { insertRows, updateRows } from '../../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import { CASE_NUMBERS, STEPS } from '../rules.ts'
import { caseOf, type Recorded } from './cases.ts'
import { NUMBER_COLUMNS, STEP_COLUMNS } from './columns.ts'

type Row = Selectable<Tables['admission_case']>
type Entered = { readonly mineId: Id<'mine'>; readonly now: Date }

/** A case as it is kept: one for a person. */
export type KeptCase = Recorded & {
  readonly id: Id<'admission_case'>
  readonly personId: Id<'person'>
  readonly source: Row['source']
}

/** How the journal seals a case. */
export const caseRecord: Journaled = { table: 'admission_case', scope: null, person: 'person_id' }

const COLUMNS = [
  ...STEPS.map((step) => STEP_COLUMNS[step]),
  ...CASE_NUMBERS.map((name) => NUMBER_COLUMNS[name]),
  'source',
] as const

function rowOf({ id, personId, source, steps, numbers }: KeptCase, { mineId, now }: Entered): Row {
  const dates = STEPS.map((step) => [STEP_COLUMNS[step], steps[step] ?? null])
  const counts = CASE_NUMBERS.map((name) => [NUMBER_COLUMNS[name], numbers[name] ?? null])
  const columns = Object.fromEntries([...dates, ...counts]) as Omit<
    Row,
    'mine_id' | 'id' | 'person_id' | 'source' | 'recorded_at'
  >
  return { ...columns, mine_id: mineId, id, person_id: personId, source, recorded_at: now }
}

/** Every case of the mine. */
export async function listCases(db: Db, mineId: Id<'mine'>): Promise<KeptCase[]> {
  const rows = await db
    .selectFrom('admission_case')
    .selectAll()
    .where('mine_id', '=', mineId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...caseOf(row), id: row.id, personId: row.person_id, source: row.source }))
}

/** Adds cases, thousands in one statement; answers their ids in the same order. Violates a key when a person has one. */
export async function addCases(
  tx: Tx,
  entered: Entered,
  added: readonly Omit<KeptCase, 'id'>[],
): Promise<Id<'admission_case'>[]> {
  const whole = added.map((one): KeptCase => ({ ...one, id: newId() }))
  await insertRows(
    tx,
    'admission_case',
    whole.map((one) => rowOf(one, entered)),
  )
  return whole.map(({ id }) => id)
}

/** Writes the dates and numbers of cases found by id. */
export async function changeCases(tx: Tx, entered: Entered, changed: readonly KeptCase[]): Promise<void> {
  const [first, ...rest] = COLUMNS
  if (!first) return
  await updateRows(
    tx,
    'admission_case',
    [first, ...rest],
    changed.map((one) => rowOf(one, entered)),
  )
}
