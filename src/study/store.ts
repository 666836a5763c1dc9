import { type Selectable, sql } from 'kysely'
import type { Journaled } from '../journal/store/journaled.ts'
import type { Day } from '../kit/day.ts'
import { insertRows, updateRows } from '../kit/db/bulk.ts'
import type { Db, Tables, Tx } from '../kit/db/db.ts'
import { type Id, newId } from '../kit/id.ts'

type Row = Selectable<Tables['study_plan_row']>

/** A row of a study plan. `month`: its first day; `prepared` null: nothing said; `meetingId`: the meeting at which it was done. */
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
  readonly meetingId: Row['meeting_id']
  readonly source: Row['source']
}

/** When and why a row was cancelled; null: it stands. */
export type Cancelled = {
  readonly cancelledOn: Row['cancelled_on']
  readonly cancelReason: Row['cancel_reason']
}

/** A row with what a ledger calls its unit and its meeting. */
export type LedgerPlanRow = PlanRow &
  Cancelled & { readonly orgCode: string; readonly meetingNo: string | null }

/** In which mine something is written, and when. */
export type Entered = { readonly mineId: Id<'mine'>; readonly now: Date }

/** How the journal seals a row of a study plan. */
export const planRowRecord: Journaled = {
  ...{ table: 'study_plan_row', scope: 'org_id', person: null },
  happened: { column: 'held_on', through: { table: 'meeting', key: 'meeting_id' } },
}

const planRowOf = (row: Row): PlanRow => ({
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

const cancelledOf = (row: Row): Cancelled => ({
  cancelledOn: row.cancelled_on,
  cancelReason: row.cancel_reason,
})

const rowOf = (planned: PlanRow, { mineId, now }: Entered): Row => ({
  mine_id: mineId,
  id: planned.id,
  org_id: planned.orgId,
  month: planned.month,
  subject: planned.subject,
  content: planned.content,
  form: planned.form,
  lecturer: planned.lecturer,
  hours_hundredths: planned.hoursHundredths,
  prepared: planned.prepared,
  meeting_id: planned.meetingId,
  source: planned.source,
  cancelled_on: null,
  cancel_reason: null,
  recorded_at: now,
})

/** The meeting a row names. */
export type DoneAt = {
  readonly id: Id<'meeting'>
  readonly no: string
  readonly heldOn: Day
  /** The day its record was made; null: nobody noted it. */
  readonly registeredOn: Day | null
}

/** The plan of a branch and its groups from a month to a month (first days), in order, with the meetings the rows name. */
export async function listPlan(
  db: Db,
  { mineId, branchId }: { readonly mineId: Id<'mine'>; readonly branchId: Id<'org'> },
  from: Day,
  to: Day,
): Promise<(PlanRow & Cancelled & { readonly meeting: DoneAt | null })[]> {
  const rows = await db
    .selectFrom('study_plan_row as r')
    .innerJoin('branch_of as b', (on) =>
      on.onRef('b.mine_id', '=', 'r.mine_id').onRef('b.org_id', '=', 'r.org_id'),
    )
    .leftJoin('meeting as m', (on) =>
      on.onRef('m.mine_id', '=', 'r.mine_id').onRef('m.id', '=', 'r.meeting_id'),
    )
    .selectAll('r')
    .select(['m.id as doneId', 'm.no as doneNo', 'm.held_on as doneOn', 'm.registered_on as doneMadeOn'])
    .where('r.mine_id', '=', mineId)
    .where('b.branch_id', '=', branchId)
    .where('r.month', '>=', from)
    .where('r.month', '<=', to)
    .orderBy('r.month')
    .orderBy('r.id')
    .execute()
  return rows.map(({ doneId, doneNo, doneOn, doneMadeOn, ...row }) => ({
    ...planRowOf(row),
    ...cancelledOf(row),
    meeting:
      doneId && doneNo && doneOn
        ? { id: doneId, no: doneNo, heldOn: doneOn, registeredOn: doneMadeOn }
        : null,
  }))
}

/** Every row of the mine's study plans, by unit, month and subject: what a ledger holds. */
export async function listPlanForLedger(db: Db, mineId: Id<'mine'>): Promise<LedgerPlanRow[]> {
  const rows = await db
    .selectFrom('study_plan_row as r')
    .innerJoin('org_unit as u', (on) =>
      on.onRef('u.mine_id', '=', 'r.mine_id').onRef('u.id', '=', 'r.org_id'),
    )
    .leftJoin('meeting as m', (on) =>
      on.onRef('m.mine_id', '=', 'r.mine_id').onRef('m.id', '=', 'r.meeting_id'),
    )
    .selectAll('r')
    .select(['u.code as org_code', 'm.no as meeting_no'])
    .where('r.mine_id', '=', mineId)
    .orderBy(sql`u.code collate "C"`)
    .orderBy('r.month')
    .orderBy(sql`r.subject collate "C"`)
    .execute()
  return rows.map(({ org_code, meeting_no, ...row }) => ({
    ...planRowOf(row),
    ...cancelledOf(row),
    orgCode: org_code,
    meetingNo: meeting_no,
  }))
}

/** One row; undefined when the mine has none of that id. */
export async function findPlanRow(
  db: Db,
  mineId: Id<'mine'>,
  id: Id<'study_plan_row'>,
): Promise<PlanRow | undefined> {
  const row = await planRow(db, mineId, id).executeTakeFirst()
  return row && planRowOf(row)
}

/** Reads a row and keeps others from changing it until this transaction ends. */
export async function holdPlanRow(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'study_plan_row'>,
): Promise<(PlanRow & Cancelled) | undefined> {
  const row = await planRow(tx, mineId, id).forUpdate().executeTakeFirst()
  return row && { ...planRowOf(row), ...cancelledOf(row) }
}

const planRow = (db: Db, mineId: Id<'mine'>, id: Id<'study_plan_row'>) =>
  db.selectFrom('study_plan_row').selectAll().where('mine_id', '=', mineId).where('id', '=', id)

/** Adds a row; undefined, and nothing added, when unit, month and subject are taken. */
export async function addPlanRow(
  tx: Tx,
  entered: Entered,
  planned: Omit<PlanRow, 'id'>,
): Promise<Id<'study_plan_row'> | undefined> {
  const row = await tx
    .insertInto('study_plan_row')
    .values(rowOf({ ...planned, id: newId() }, entered))
    .onConflict((conflict) => conflict.columns(['mine_id', 'org_id', 'month', 'subject']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Marks a row as cancelled; it stays. */
export async function cancelPlanRow(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'study_plan_row'>,
  { on, reason }: { readonly on: Day; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable('study_plan_row')
    .set({ cancelled_on: on, cancel_reason: reason, source: 'product' })
    .where('mine_id', '=', mineId)
    .where('id', '=', id)
    .execute()
}

/** Adds rows, thousands in one statement; answers their ids in the same order. Violates a key when unit, month and subject are taken. */
export async function addPlanRows(
  tx: Tx,
  entered: Entered,
  added: readonly Omit<PlanRow, 'id'>[],
): Promise<Id<'study_plan_row'>[]> {
  const whole = added.map((planned): PlanRow => ({ ...planned, id: newId() }))
  await insertRows(
    tx,
    'study_plan_row',
    whole.map((planned) => rowOf(planned, entered)),
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

/** Writes rows found by id as they are given, all but unit, month and subject, thousands in one statement. */
export async function changePlanRows(tx: Tx, entered: Entered, changed: readonly PlanRow[]): Promise<void> {
  await updateRows(
    tx,
    'study_plan_row',
    CHANGEABLE,
    changed.map((planned) => rowOf(planned, entered)),
  )
}
