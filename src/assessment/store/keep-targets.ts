import { type Selectable, sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import { insertRows, updateRows } from '../../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'

type Row = Selectable<Tables['target']>
type Entered = { readonly mineId: Id<'mine'>; readonly now: Date }

/** A task as it is kept; `fact` in its one spelling, `goal` as it was written. */
export type KeptTarget = {
  readonly id: Id<'target'>
  readonly no: Row['no']
  readonly orgId: Row['org_id']
  readonly task: Row['task']
  readonly fact: Row['fact']
  readonly goal: Row['goal']
  readonly deadline: Row['deadline']
  readonly source: Row['source']
}

/** How the journal seals a task. */
export const targetRecord: Journaled = { table: 'target', scope: 'org_id', person: null }

const rowOf = ({ orgId, ...target }: KeptTarget, { mineId, now }: Entered): Row => ({
  ...target,
  mine_id: mineId,
  org_id: orgId,
  recorded_at: now,
})

/** Every task of the mine, by number. */
export async function listTargets(db: Db, mineId: Id<'mine'>): Promise<KeptTarget[]> {
  const rows = await db
    .selectFrom('target')
    .select(['id', 'no', 'org_id as orgId', 'task', 'fact', 'goal', 'deadline', 'source'])
    .where('mine_id', '=', mineId)
    .orderBy(sql`no collate "C"`)
    .execute()
  return rows
}

/** Adds tasks, thousands in one statement; answers their ids in the same order. Violates a key when a number is taken. */
export async function addTargets(
  tx: Tx,
  entered: Entered,
  added: readonly Omit<KeptTarget, 'id'>[],
): Promise<Id<'target'>[]> {
  const whole = added.map((target): KeptTarget => ({ ...target, id: newId() }))
  await insertRows(
    tx,
    'target',
    whole.map((target) => rowOf(target, entered)),
  )
  return whole.map(({ id }) => id)
}

/** Writes tasks found by id; their numbers stay. */
export async function changeTargets(tx: Tx, entered: Entered, changed: readonly KeptTarget[]): Promise<void> {
  await updateRows(
    tx,
    'target',
    ['org_id', 'task', 'fact', 'goal', 'deadline', 'source'],
    changed.map((target) => rowOf(target, entered)),
  )
}
