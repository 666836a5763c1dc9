import { type Selectable, sql } from 'kysely'
import type { Journaled } from '../../journal/store/journaled.ts'
import { insertRows, updateRows } from '../../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'

type Row = Selectable<Tables['study_plan_row']>

/** A row of a study plan; `month` is the first day of its month. */
export type PlanRow = {
  readonly id: Id<'study_plan_row'>
  readonly orgId: Row['org_id']
  readonly month: Row['month']
  readonly subject: Row['subject']
  readonly content: Row['content']
  readonly form: Row['form']
  readonly lecturer: Row['lecturer']
  readonly hoursHundredths: Row['hours_hundredths']
  readonly prepared: Row['prepared']
  /** The meeting that did it. */
  readonly meetingId: Row['meeting_id']
  readonly source: Row['source']
}

type Entered = { readonly mineId: Id<'mine'>; readonly now: Date }

/** How the journal seals a row of a study plan. */
export const planRecord: Journaled = { table: 'study_plan_row', scope: 'org_id', person: null }

const planOf = (row: Row): PlanRow => ({
  id: row.id,
  orgId: row.org_id,
  month: row.month,
  subject: row.subject,
  content: row.content,
  form: row.form,
  lecturer: row.lecturer,
  hoursHundredths: row.hours_hundredths,
  prepared: row.prepared,
  meetingId: row.meeting_id,
  source: row.source,
})

const rowOf = (plan: PlanRow, { mineId, now }: Entered): Row => ({
  mine_id: mineId,
  id: plan.id,
  org_id: plan.orgId,
  month: plan.month,
  subject: plan.subject,
  content: plan.content,
  form: plan.form,
  lecturer: plan.lecturer,
  hours_hundredths: plan.hoursHundredths,
  prepared: plan.prepared,
  meeting_id: plan.meetingId,
  source: plan.source,
  recorded_at: now,
})

/** The study plans of units, or of the whole mine, by month and subject. */
export async function listPlanRows(
  db: Db,
  mineId: Id<'mine'>,
  orgIds: readonly Id<'org'>[] | 'all',
): Promise<PlanRow[]> {
  const all = db.selectFrom('study_plan_row').selectAll().where('mine_id', '=', mineId)
  const asked = orgIds === 'all' ? all : all.where(sql<boolean>`org_id = any(${orgIds}::uuid[])`)
  return (await asked.orderBy('month').orderBy('org_id').orderBy('subject').execute()).map(planOf)
}

/** Adds rows, thousands in one statement; answers their ids in the same order. Violates a key when a unit plans a subject twice in a month. */
export async function addPlanRows(
  tx: Tx,
  entered: Entered,
  added: readonly Omit<PlanRow, 'id'>[],
): Promise<Id<'study_plan_row'>[]> {
  const whole = added.map((plan): PlanRow => ({ ...plan, id: newId() }))
  await insertRows(
    tx,
    'study_plan_row',
    whole.map((plan) => rowOf(plan, entered)),
  )
  return whole.map(({ id }) => id)
}

const CHANGEABLE = [
  'content',
  'form',
  'lecturer',
  'hours_hundredths',
  'prepared',
  'meeting_id',
  'source',
] as const

/** Writes rows found by id; unit, month and subject stay. */
export async function changePlanRows(tx: Tx, entered: Entered, changed: readonly PlanRow[]): Promise<void> {
  await updateRows(
    tx,
    'study_plan_row',
    CHANGEABLE,
    changed.map((plan) => rowOf(plan, entered)),
  )
}
