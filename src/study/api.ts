import { daysLate } from '../journal/rules/when.ts'
import { append, type By } from '../journal/store/append.ts'
import { findStanding, listLatest } from '../journal/store/history.ts'
import type { Actor } from '../kit/contract.ts'
import { day, dayAt, monthOf, spanOfMonth, spanOfYear } from '../kit/day.ts'
import type { Db } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'
import type { Keys } from '../kit/keys/keys.ts'
import { isRefused, type Refused, refuse } from '../kit/refuse.ts'
import { checkUnseen } from '../kit/revision.ts'
import { type Action, on, type Place } from '../kit/server/action.ts'
import { rowAt } from '../law/table.ts'
import { findMeeting } from '../meetings/store/meetings.ts'
import { BRANCH_KINDS } from '../org/rules.ts'
import { findUnit } from '../org/store.ts'
import { contract } from './contract.ts'
import { countHoursHeld } from './facts.ts'
import * as store from './store.ts'

const by = ({ actor, now, keys }: { actor: Actor; now: Date; keys: Keys }): By => ({
  mineId: actor.mineId,
  actorId: actor.accountId,
  now,
  src: 'web',
  keys,
})

const showDone = ({ registeredOn, ...meeting }: store.DoneAt) => ({
  ...meeting,
  recordedAfterDays: registeredOn === null ? null : daysLate(meeting.heldOn, registeredOn),
})

const listPlan = on(
  contract.listPlan,
  async ({ input }) => ({ orgId: input.branchId }),
  async ({ input, actor, tx }) => {
    const { mineId } = actor
    const { branchId, year } = input
    if (!(await findUnit(tx, mineId, branchId))) return refuse('no-such-unit')
    const span = spanOfYear(day(`${year}-01-01`))
    const rows = await store.listPlan(tx, { mineId, branchId }, span.first, day(`${year}-12-01`))
    const ids = rows.map(({ id }) => id)
    const latest = await listLatest(tx, mineId, ids)
    const { value, clause, source } = rowAt('study.memberHours', span.last)
    return {
      rows: rows.map(({ month, meeting, ...row }) => ({
        ...row,
        meeting: meeting && showDone(meeting),
        month: monthOf(month),
        rev: latest.get(row.id)?.rev ?? 0,
      })),
      hours: {
        heldHundredths: await countHoursHeld(tx, { mineId, orgId: branchId, span }),
        askedHundredths: value * 100,
        clause,
        source,
      },
    }
  },
)

const MAY_PLAN: readonly string[] = [...BRANCH_KINDS, 'partyGroup']

const addPlanRow = on(
  contract.addPlanRow,
  async ({ input }) => ({ orgId: input.orgId }),
  async ({ input, actor, now, tx, keys }) => {
    const { mineId } = actor
    const unit = await findUnit(tx, mineId, input.orgId)
    if (!unit) return refuse('no-such-unit')
    if (!MAY_PLAN.includes(unit.kind)) return refuse('not-a-branch', 'A1.6')

    const month = spanOfMonth(input.month).first
    const planned = { ...input, month, meetingId: null, source: 'product' as const }
    const id = await store.addPlanRow(tx, { mineId, now }, planned)
    if (!id) return refuse('subject-taken', 'A3')
    const author = by({ actor, now, keys })
    await append(tx, author, contract.addPlanRow.name, store.planRowRecord, [id])
    return { id }
  },
)

type AskedRow = {
  readonly input: { readonly id: Id<'study_plan_row'> }
  readonly actor: Actor
  readonly db: Db
}

async function placeOfRow({ input, actor, db }: AskedRow): Promise<Place | Refused<'no-such-row'>> {
  const row = await store.findPlanRow(db, actor.mineId, input.id)
  return row ? { orgId: row.orgId } : refuse('no-such-row')
}

/** The branch a unit is, or belongs to (A1.6). */
async function branchOf(db: Db, mineId: Id<'mine'>, orgId: Id<'org'>): Promise<Id<'org'> | null | undefined> {
  const unit = await findUnit(db, mineId, orgId)
  return unit?.kind === 'partyGroup' ? unit.parentId : unit?.id
}

const changePlanRow = on(contract.changePlanRow, placeOfRow, async ({ input, actor, now, tx, keys }) => {
  const { mineId } = actor
  const row = await store.holdPlanRow(tx, mineId, input.id)
  if (!row) return refuse('no-such-row')
  if (row.cancelledOn) return refuse('row-cancelled', 'A3', { day: row.cancelledOn })
  const { rev } = await findStanding(tx, mineId, row.id)
  const checked = checkUnseen({ readAt: input.rev, changedAt: rev })
  if (isRefused(checked)) return checked
  if (input.meetingId) {
    const meeting = await findMeeting(tx, mineId, input.meetingId)
    const own = await branchOf(tx, mineId, row.orgId)
    if (!meeting || (await branchOf(tx, mineId, meeting.orgId)) !== own)
      return refuse('no-such-meeting', 'A3')
  }

  await store.changePlanRows(tx, { mineId, now }, [{ ...row, ...input, source: 'product' }])
  const author = by({ actor, now, keys })
  await append(tx, author, contract.changePlanRow.name, store.planRowRecord, [row.id])
  return {}
})

const cancelPlanRow = on(contract.cancelPlanRow, placeOfRow, async ({ input, actor, now, tx, keys }) => {
  const { mineId } = actor
  const row = await store.holdPlanRow(tx, mineId, input.id)
  if (!row) return refuse('no-such-row')
  if (row.cancelledOn) return refuse('row-cancelled', 'A3', { day: row.cancelledOn })

  await store.cancelPlanRow(tx, mineId, row.id, { on: dayAt(now), reason: input.reason })
  const author = by({ actor, now, keys })
  await append(tx, author, contract.cancelPlanRow.name, store.planRowRecord, [row.id])
  return {}
})

/** What study plans can do. */
export const actions: readonly Action[] = [listPlan, addPlanRow, changePlanRow, cancelPlanRow]
