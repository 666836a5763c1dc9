import { append } from '../../journal/store/append.ts'
import { dayAt } from '../../kit/day.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { type Action, on, type Place } from '../../kit/server/action.ts'
import { findUnit } from '../../org/store.ts'
import { contract } from '../contract.ts'
import { checkDone, clockOf, daysLeft } from '../rules/decisions.ts'
import {
  type DecidedIn,
  decisionRecord,
  endDecision,
  findDecision,
  holdDecision,
  listDecisions,
} from '../store/decisions.ts'
import { by, placeIn, unitsOf } from './meet.ts'

/** Where a decision was taken: the unit that met. */
async function placeOfDecision(
  db: Db,
  mineId: Id<'mine'>,
  id: Id<'decision'>,
): Promise<Place | Refused<'no-such-decision'>> {
  return placeIn(await findDecision(db, mineId, id), 'no-such-decision')
}

/** A promise that is still open. */
async function holdOpen(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'decision'>,
): Promise<DecidedIn | Refused<'no-such-decision' | 'decision-ended'>> {
  const decision = await holdDecision(tx, mineId, id)
  if (!decision) return refuse('no-such-decision')
  return decision.state === 'open' ? decision : refuse('decision-ended')
}

const finish = on(
  contract.finishDecision,
  ({ input, actor, db }) => placeOfDecision(db, actor.mineId, input.id),
  async ({ input, tx, ...asked }) => {
    const { mineId } = asked.actor
    const decision = await holdOpen(tx, mineId, input.id)
    if (isRefused(decision)) return decision
    const done = checkDone(input.on, { heldOn: decision.heldOn, today: dayAt(asked.now) })
    if (isRefused(done)) return done

    await endDecision(tx, mineId, decision.id, { state: 'done', on: input.on, how: input.how })
    await append(tx, by(asked), contract.finishDecision.name, decisionRecord, [decision.id])
    return {}
  },
)

const drop = on(
  contract.dropDecision,
  ({ input, actor, db }) => placeOfDecision(db, actor.mineId, input.id),
  async ({ input, tx, ...asked }) => {
    const { mineId } = asked.actor
    const decision = await holdOpen(tx, mineId, input.id)
    if (isRefused(decision)) return decision

    const dropped = { state: 'dropped' as const, on: dayAt(asked.now), how: input.why }
    await endDecision(tx, mineId, decision.id, dropped)
    await append(tx, by(asked), contract.dropDecision.name, decisionRecord, [decision.id])
    return {}
  },
)

const list = on(
  contract.listDecisions,
  async ({ input }) => ({ orgId: input.branchId }),
  async ({ input, actor, now, tx }) => {
    const { mineId } = actor
    if (!(await findUnit(tx, mineId, input.branchId))) return refuse('no-such-unit')
    const all = await listDecisions(tx, mineId, await unitsOf(tx, mineId, input.branchId))
    const asked = all.filter(({ state }) => input.state === undefined || state === input.state)
    const today = dayAt(now)
    const decisions = asked.map((one) => {
      const due = one.state === 'open' ? one.dueOn : null
      const clock = due && { clock: clockOf(due, today), daysLeft: daysLeft(due, today) }
      return { ...one, ...(clock ?? { clock: null, daysLeft: null }) }
    })
    return { decisions }
  },
)

/** What became of decisions. */
export const decisionActions: readonly Action[] = [finish, drop, list]
