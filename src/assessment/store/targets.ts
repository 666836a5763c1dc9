import { type Selectable, sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import type { Day, Span } from '../../kit/day.ts'
import { insertRows, updateRows } from '../../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import { parseRatio, type Ratio } from '../../kit/ratio.ts'
import { type FactKey, parseFactKey } from '../rules/fact-keys.ts'

/** A task of a branch with its number and deadline (A3.4). */
export type Target = {
  readonly id: Id<'target'>
  readonly branchId: Id<'org'>
  readonly no: string
  readonly task: string
  readonly fact: FactKey
  readonly goal: Ratio
  /** The goal as it was written. */
  readonly goalText: string
  readonly deadline: Day
  readonly source: 'import' | 'product'
}

export type TargetsOf = {
  readonly mineId: Id<'mine'>
  readonly branches: readonly Id<'org'>[]
  /** Only those whose deadline lies in it. */
  readonly span?: Span
}

/** Targets of branches and their groups, by deadline and number (A1.6). One statement. */
export async function listTargetsOf(db: Db, { mineId, branches, span }: TargetsOf): Promise<Target[]> {
  const all = db
    .selectFrom('target as t')
    .innerJoin('branch_of as b', (join) =>
      join.onRef('b.mine_id', '=', 't.mine_id').onRef('b.org_id', '=', 't.org_id'),
    )
    .selectAll('t')
    .select('b.branch_id')
    .where('t.mine_id', '=', mineId)
    .where(sql<boolean>`b.branch_id in (select unnest(${branches}::uuid[]))`)
    .orderBy('t.deadline')
    .orderBy(sql`t.no collate "C"`)
  const asked = span ? all.where('t.deadline', '>=', span.first).where('t.deadline', '<=', span.last) : all
  return (await asked.execute()).map((row) => {
    const fact = parseFactKey(row.fact)
    const goal = parseRatio(row.goal)
    if (!fact || !goal) throw new Error(`target ${row.no} cannot be read back`)
    const { id, no, task, deadline, source } = row
    return { id, branchId: row.branch_id, no, task, fact, goal, goalText: row.goal, deadline, source }
  })
}

type Row = Selectable<Tables['target']>

/** A target as it is written: fact in its one spelling, goal as decimal text. */
export type WrittenTarget = {
  readonly id: Id<'target'>
  readonly no: Row['no']
  readonly orgId: Row['org_id']
  readonly task: Row['task']
  readonly fact: Row['fact']
  readonly goal: Row['goal']
  readonly deadline: Row['deadline']
  readonly source: Row['source']
}

type Entered = { readonly mineId: Id<'mine'>; readonly now: Date }

/** How the journal seals a target. */
export const targetRecord: Journaled = { table: 'target', scope: 'org_id', person: null }

const rowOf = (target: WrittenTarget, { mineId, now }: Entered): Row => ({
  mine_id: mineId,
  id: target.id,
  no: target.no,
  org_id: target.orgId,
  task: target.task,
  fact: target.fact,
  goal: target.goal,
  deadline: target.deadline,
  source: target.source,
  recorded_at: now,
})

/** Every target of the mine by number: what a ledger holds. */
export async function listTargets(db: Db, mineId: Id<'mine'>): Promise<WrittenTarget[]> {
  const rows = await db
    .selectFrom('target')
    .selectAll()
    .where('mine_id', '=', mineId)
    .orderBy(sql`no collate "C"`)
    .execute()
  return rows.map(writtenOf)
}

const writtenOf = ({ org_id, mine_id: _, recorded_at: __, ...row }: Row): WrittenTarget => ({
  ...row,
  orgId: org_id,
})

const target = (db: Db, mineId: Id<'mine'>, id: Id<'target'>) =>
  db.selectFrom('target').selectAll().where('mine_id', '=', mineId).where('id', '=', id)

/** One target; undefined when the mine has none of that id. */
export async function findTarget(
  db: Db,
  mineId: Id<'mine'>,
  id: Id<'target'>,
): Promise<WrittenTarget | undefined> {
  const row = await target(db, mineId, id).executeTakeFirst()
  return row && writtenOf(row)
}

/** Reads a target and keeps others from changing it until this transaction ends. */
export async function holdTarget(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'target'>,
): Promise<WrittenTarget | undefined> {
  const row = await target(tx, mineId, id).forUpdate().executeTakeFirst()
  return row && writtenOf(row)
}

/** Adds a target; undefined, and nothing added, when its number is taken. */
export async function addTarget(
  tx: Tx,
  entered: Entered,
  added: Omit<WrittenTarget, 'id'>,
): Promise<Id<'target'> | undefined> {
  const row = await tx
    .insertInto('target')
    .values(rowOf({ ...added, id: newId() }, entered))
    .onConflict((conflict) => conflict.columns(['mine_id', 'no']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Adds targets, thousands in one statement; answers their ids in the same order. Violates a key when a number is taken. */
export async function addTargets(
  tx: Tx,
  entered: Entered,
  added: readonly Omit<WrittenTarget, 'id'>[],
): Promise<Id<'target'>[]> {
  const whole = added.map((target): WrittenTarget => ({ ...target, id: newId() }))
  await insertRows(
    tx,
    'target',
    whole.map((target) => rowOf(target, entered)),
  )
  return whole.map(({ id }) => id)
}

/** Writes targets found by id as they are given, all but their number, thousands in one statement. */
export async function changeTargets(
  tx: Tx,
  entered: Entered,
  changed: readonly WrittenTarget[],
): Promise<void> {
  await updateRows(
    tx,
    'target',
    ['org_id', 'task', 'fact', 'goal', 'deadline', 'source'],
    changed.map((target) => rowOf(target, entered)),
  )
}
