import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Journaled } from '../journal/store/journaled.ts'
import type { Reach } from '../kit/contract.ts'
import { insertRows, updateRows } from '../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../kit/db/db.ts'
import { type Id, newId } from '../kit/id.ts'
import { BRANCH_KINDS } from './rules.ts'

type Row = Selectable<Tables['org_unit']>

/** A unit of the tree. Days are legal days; `parentId` null: it stands at the top. */
export type Unit = {
  readonly id: Id<'org'>
  readonly code: Row['code']
  readonly name: Row['name']
  readonly kind: Row['kind']
  readonly parentId: Row['parent_id']
  readonly foundedOn: Row['founded_on']
  readonly termFrom: Row['term_from']
  readonly termTo: Row['term_to']
  readonly shiftSystem: Row['shift_system']
  readonly themeDay: Row['theme_day']
  readonly note: Row['note']
  readonly source: Row['source']
}

/** A unit to add; who adds many with parents among them gives the ids. */
export type NewUnit = Omit<Unit, 'id'> & { readonly id?: Id<'org'> }

/** In which mine something is written, and when. */
export type Entered = { readonly mineId: Id<'mine'>; readonly now: Date }

/** How the journal seals a unit. */
export const unitRecord: Journaled = { table: 'org_unit', scope: 'id', person: null }

const unitOf = (row: Row): Unit => ({
  id: row.id,
  code: row.code,
  name: row.name,
  kind: row.kind,
  parentId: row.parent_id,
  foundedOn: row.founded_on,
  termFrom: row.term_from,
  termTo: row.term_to,
  shiftSystem: row.shift_system,
  themeDay: row.theme_day,
  note: row.note,
  source: row.source,
})

const rowOf = (unit: Unit, { mineId, now }: Entered): Row => ({
  mine_id: mineId,
  id: unit.id,
  code: unit.code,
  name: unit.name,
  kind: unit.kind,
  parent_id: unit.parentId,
  founded_on: unit.foundedOn,
  term_from: unit.termFrom,
  term_to: unit.termTo,
  shift_system: unit.shiftSystem,
  theme_day: unit.themeDay,
  note: unit.note,
  source: unit.source,
  recorded_at: now,
})

const units = (db: Db, mineId: Id<'mine'>) =>
  db.selectFrom('org_unit').selectAll().where('mine_id', '=', mineId)

/** One unit; undefined when the mine has none of that id. */
export async function findUnit(db: Db, mineId: Id<'mine'>, id: Id<'org'>): Promise<Unit | undefined> {
  const row = await units(db, mineId).where('id', '=', id).executeTakeFirst()
  return row && unitOf(row)
}

/** The unit itself and all above it, in no order; none when there is no such unit. */
export async function listAncestors(db: Db, mineId: Id<'mine'>, id: Id<'org'>): Promise<Id<'org'>[]> {
  const { rows } = await sql<{ id: Id<'org'> }>`
    select ancestor_id as id from org_path where mine_id = ${mineId} and org_id = ${id}`.execute(db)
  return rows.map((row) => row.id)
}

/** The ids of all units within reach, as a subquery: `org_id in (…)`. */
export const listIdsWithin = (mineId: Id<'mine'>, reach: Reach): RawBuilder<Id<'org'>> =>
  reach === 'mine'
    ? sql`select id from org_unit where mine_id = ${mineId}`
    : sql`select org_id from org_path where mine_id = ${mineId} and ancestor_id = any(${reach}::uuid[])`

/** The units within reach and the way up from them to the top, by code. */
export async function listUnits(db: Db, mineId: Id<'mine'>, reach: Reach): Promise<Unit[]> {
  const all = units(db, mineId).orderBy('code')
  const shown =
    reach === 'mine'
      ? all
      : all.where(
          sql<boolean>`id in (select up.ancestor_id from org_path up where up.mine_id = ${mineId}
            and up.org_id in (${listIdsWithin(mineId, reach)}))`,
        )
  return (await shown.execute()).map(unitOf)
}

/** The branches within reach, joint and temporary ones too, by code. */
export async function listBranches(db: Db, mineId: Id<'mine'>, reach: Reach = 'mine'): Promise<Unit[]> {
  const all = units(db, mineId).where('kind', 'in', BRANCH_KINDS).orderBy('code')
  const shown = reach === 'mine' ? all : all.where(sql<boolean>`id in (${listIdsWithin(mineId, reach)})`)
  return (await shown.execute()).map(unitOf)
}

/** The branch a unit's records belong to (A1.6): a group's is the one above it, any other's its own; undefined: no such unit. */
export async function findBranchOf(
  db: Db,
  mineId: Id<'mine'>,
  id: Id<'org'>,
): Promise<Id<'org'> | undefined> {
  const row = await db
    .selectFrom('branch_of')
    .select('branch_id')
    .where('mine_id', '=', mineId)
    .where('org_id', '=', id)
    .executeTakeFirst()
  return row?.branch_id
}

/** Reads the whole tree and keeps others from changing it until this transaction ends. */
export async function holdTree(tx: Tx, mineId: Id<'mine'>): Promise<Unit[]> {
  await sql`select 1 from mine where id = ${mineId} for no key update`.execute(tx)
  return (await units(tx, mineId).orderBy('code').execute()).map(unitOf)
}

/**
 * Derives `org_path` from the parents, in one statement; ends also on a circle, which is refused before. The mine stands in the text, so
 * that it is planned anew for the tree there is now: a plan made for three units takes half a minute for five thousand.
 */
async function rebuildPaths(tx: Tx, mineId: Id<'mine'>): Promise<void> {
  const mine = sql.lit(mineId)
  await sql`
    with recursive path (org_id, ancestor_id) as (
      select id, id from org_unit where mine_id = ${mine}
      union
      select path.org_id, above.parent_id from path
        join org_unit above on above.mine_id = ${mine} and above.id = path.ancestor_id
        where above.parent_id is not null),
    before as (select org_id, ancestor_id from org_path where mine_id = ${mine}),
    gone as (
      delete from org_path where mine_id = ${mine}
        and (org_id, ancestor_id) in (select * from before except select * from path))
    insert into org_path (mine_id, org_id, ancestor_id)
      select ${mine}, made.* from (select * from path except select * from before) made`.execute(tx)
}

/** Adds units, thousands in one statement; answers their ids in the same order. Violates a key when a code is taken. */
export async function addUnits(tx: Tx, entered: Entered, added: readonly NewUnit[]): Promise<Id<'org'>[]> {
  const whole = added.map((unit): Unit => ({ ...unit, id: unit.id ?? newId() }))
  await insertRows(
    tx,
    'org_unit',
    whole.map((unit) => rowOf(unit, entered)),
  )
  if (whole.length > 0) await rebuildPaths(tx, entered.mineId)
  return whole.map(({ id }) => id)
}

const CHANGEABLE = [
  'name',
  'kind',
  'parent_id',
  'founded_on',
  'term_from',
  'term_to',
  'shift_system',
  'theme_day',
  'note',
  'source',
] as const

/** Whether a unit stands elsewhere in the tree than it is about to. */
async function areMoved(tx: Tx, mineId: Id<'mine'>, changed: readonly Unit[]): Promise<boolean> {
  const [ids, parents] = [changed.map(({ id }) => id), changed.map(({ parentId }) => parentId)]
  const { rows } = await sql`
    select from unnest(${ids}::uuid[], ${parents}::uuid[]) as n (id, parent_id)
      join org_unit u on u.mine_id = ${mineId} and u.id = n.id
    where u.parent_id is distinct from n.parent_id limit 1`.execute(tx)
  return rows.length > 0
}

/** Writes units found by id as they are given, all but their code, thousands in one statement. */
export async function changeUnits(tx: Tx, entered: Entered, changed: readonly Unit[]): Promise<void> {
  const moved = await areMoved(tx, entered.mineId, changed)
  await updateRows(
    tx,
    'org_unit',
    CHANGEABLE,
    changed.map((unit) => rowOf(unit, entered)),
  )
  if (moved) await rebuildPaths(tx, entered.mineId)
}
