import { append } from '../../journal/store/append.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { type Action, on, type Place } from '../../kit/server/action.ts'
import { findUnit } from '../../org/store.ts'
import { contract } from '../contract.ts'
import { checkWithdrawal, mayAskAnew } from '../rules/leave.ts'
import { checkAnswerer, isAhead } from '../rules/plans.ts'
import {
  addLeave,
  findLeave,
  holdLeave,
  leaveRecord,
  listLeave,
  listLeaveOf,
  type NewLeave,
  setLeave,
} from '../store/leave.ts'
import type { Entered } from '../store/meetings.ts'
import { holdPlan } from '../store/plans.ts'
import { by, unitsOf } from './meet.ts'
import { isForMe } from './mine.ts'
import { placeOfPlan } from './plans.ts'

/** Writes a request down: a new one, or the one that was refused or taken back, asked anew. */
async function askAnew(
  tx: Tx,
  entered: Entered,
  asked: NewLeave,
): Promise<Id<'leave_request'> | Refused<'leave-asked'>> {
  const { personId, plannedId } = asked
  const before = (await listLeaveOf(tx, entered.mineId, { personId, plannedIds: [plannedId] })).get(plannedId)
  if (!before) return addLeave(tx, entered, asked)
  if (!mayAskAnew(before.state)) return refuse('leave-asked')
  await setLeave(tx, entered, before.id, { reason: asked.reason, note: asked.note })
  return before.id
}

const ask = on(contract.askLeave, 'wherever-allowed', async ({ input, tx, ...asked }) => {
  const { actor, now } = asked
  const plan = await holdPlan(tx, actor.mineId, input.plannedId)
  const mine = plan && (await isForMe(tx, asked, plan))
  if (!plan || !mine) return refuse('no-such-plan')
  if (!isAhead(plan, now)) return refuse('plan-ended')

  const entered = { mineId: actor.mineId, now }
  const id = await askAnew(tx, entered, { ...input, personId: mine.personId })
  if (isRefused(id)) return id
  await append(tx, by(asked), contract.askLeave.name, leaveRecord, [id])
  return { id }
})

const withdraw = on(contract.withdrawLeave, 'wherever-allowed', async ({ input, tx, ...asked }) => {
  const { mineId, personId } = asked.actor
  const plan = personId && (await holdPlan(tx, mineId, input.plannedId))
  if (!plan) return refuse('no-such-plan')
  const own = (await listLeaveOf(tx, mineId, { personId, plannedIds: [plan.id] })).get(plan.id)
  const leave = own && (await holdLeave(tx, mineId, own.id))
  const checked = checkWithdrawal(plan, leave?.state, asked.now)
  if (isRefused(checked)) return checked
  if (!leave) return refuse('no-leave-to-withdraw')

  await setLeave(tx, { mineId, now: asked.now }, leave.id, 'withdrawn')
  await append(tx, by(asked), contract.withdrawLeave.name, leaveRecord, [leave.id])
  return {}
})

async function placeOfLeave(
  db: Db,
  mineId: Id<'mine'>,
  id: Id<'leave_request'>,
): Promise<Place | Refused<'no-such-leave'>> {
  const leave = await findLeave(db, mineId, id)
  const place = leave && (await placeOfPlan(db, mineId, leave.plannedId))
  return !place || isRefused(place) ? refuse('no-such-leave') : place
}

const answer = on(
  contract.answerLeave,
  ({ input, actor, db }) => placeOfLeave(db, actor.mineId, input.id),
  async ({ input, tx, ...asked }) => {
    const { mineId, accountId, personId } = asked.actor
    const leave = await holdLeave(tx, mineId, input.id)
    if (!leave) return refuse('no-such-leave')
    const checked = checkAnswerer(leave.personId, personId)
    if (isRefused(checked)) return checked
    if (leave.state === 'withdrawn') return refuse('leave-withdrawn')
    if (leave.state !== 'asked') return refuse('leave-answered')
    if (input.state === 'refused' && input.answer === '') return refuse('answer-needed')

    const { state, answer: text } = input
    await setLeave(tx, { mineId, now: asked.now }, leave.id, { state, answer: text, by: accountId })
    await append(tx, by(asked), contract.answerLeave.name, leaveRecord, [leave.id])
    return {}
  },
)

const list = on(
  contract.listLeave,
  async ({ input }) => ({ orgId: input.branchId }),
  async ({ input, actor, tx }) => {
    const { mineId } = actor
    if (!(await findUnit(tx, mineId, input.branchId))) return refuse('no-such-unit')
    const all = await listLeave(tx, mineId, await unitsOf(tx, mineId, input.branchId))
    return { requests: all.filter(({ state }) => input.state === undefined || state === input.state) }
  },
)

/** Leave from meetings to come. */
export const leaveActions: readonly Action[] = [ask, withdraw, answer, list]
