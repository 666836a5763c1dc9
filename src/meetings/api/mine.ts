import type { Actor } from '../../kit/contract.ts'
import { dayAt } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import { isRefused, refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { contract } from '../contract.ts'
import { findMe, isMine, listComing, type Me, mySession } from '../facts/mine.ts'
import { checkWithdrawal, mayAskAnew } from '../rules/leave.ts'
import { isAhead, stillToRead } from '../rules/plans.ts'
import { type Leave, listLeaveOf } from '../store/leave.ts'
import { countHours, listAttended } from '../store/mine.ts'
import { findPlan, type Plan } from '../store/plans.ts'

/** Who I am, when a planned meeting is for me; undefined when it is not. */
export async function isForMe(
  db: Db,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  plan: Plan,
): Promise<Me | undefined> {
  const me = await findMe(db, { ...actor, now })
  return me && isMine(plan, me) ? me : undefined
}

const leaveOf = (leave: Leave | undefined) => {
  if (!leave) return null
  const { id, reason, note, state, answer } = leave
  return { id, reason, note, state, answer }
}

const list = on(contract.listMine, 'wherever-allowed', async ({ actor, now, tx }) => {
  const { mineId, personId } = actor
  const today = dayAt(now)
  const hours = { year: Number(today.slice(0, 4)), hundredths: 0 }
  if (!personId) return { coming: [], attended: [], hours }
  const plans = await listComing(tx, { mineId, personId, now })
  const leave = await listLeaveOf(tx, mineId, { personId, plannedIds: plans.map(({ id }) => id) })
  return {
    coming: plans.map(({ id, orgName, kind, subject, mySession: session, materials }) => ({
      ...{ id, orgName, kind, subject, mySession: session },
      leave: leaveOf(leave.get(id)),
      toReadCount: stillToRead(materials).length,
    })),
    attended: await listAttended(tx, { mineId, personId }),
    hours: { ...hours, hundredths: await countHours(tx, { mineId, personId, on: today }) },
  }
})

const find = on(contract.findMine, 'wherever-allowed', async ({ input, tx, ...asker }) => {
  const { mineId } = asker.actor
  const plan = await findPlan(tx, mineId, input.id)
  const me = plan && (await isForMe(tx, asker, plan))
  if (!plan || !me) return refuse('no-such-plan')
  const { personId, shift } = me
  const leave = (await listLeaveOf(tx, mineId, { personId, plannedIds: [plan.id] })).get(plan.id)
  return {
    ...plan,
    materials: stillToRead(plan.materials),
    mySession: mySession(plan.sessions, shift),
    myShift: shift,
    leave: leaveOf(leave),
    mayAskLeave: isAhead(plan, asker.now) && mayAskAnew(leave?.state),
    mayWithdrawLeave: !isRefused(checkWithdrawal(plan, leave?.state, asker.now)),
  }
})

/** Meetings to come and past, as somebody’s own. */
export const mineActions: readonly Action[] = [list, find]
