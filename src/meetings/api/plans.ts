import { append } from '../../journal/store/append.ts'
import { findStanding } from '../../journal/store/history.ts'
import { dayAt } from '../../kit/day.ts'
import type { Db, Tx } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { checkUnseen } from '../../kit/revision.ts'
import { type Action, on, type Place } from '../../kit/server/action.ts'
import { listMaterialIds } from '../../library/store.ts'
import { findUnit } from '../../org/store.ts'
import { contract } from '../contract.ts'
import { checkSessions, isAhead } from '../rules/plans.ts'
import { listAgenda, setAgenda } from '../store/agenda.ts'
import {
  addPlan,
  endPlan,
  findPlan,
  holdPlan,
  listPlans,
  type Plan,
  planRecord,
  setPlan,
} from '../store/plans.ts'
import { readAgenda } from './agenda.ts'
import { by, MAY_MEET, placeIn, unitsOf } from './meet.ts'
import { takeUpPromises } from './promises.ts'

/** Where a planned meeting is: the unit that meets. */
export async function placeOfPlan(
  db: Db,
  mineId: Id<'mine'>,
  id: Id<'planned_meeting'>,
): Promise<Place | Refused<'no-such-plan'>> {
  return placeIn(await findPlan(db, mineId, id), 'no-such-plan')
}

const list = on(
  contract.listPlanned,
  async ({ input }) => ({ orgId: input.branchId }),
  async ({ input, actor, now, tx }) => {
    const { mineId } = actor
    if (!(await findUnit(tx, mineId, input.branchId))) return refuse('no-such-unit')
    const all = await listPlans(tx, mineId, await unitsOf(tx, mineId, input.branchId))
    const asked = all.filter(({ state }) => input.state === undefined || state === input.state)
    const ahead = asked.filter((plan) => isAhead(plan, now))
    const over = asked.filter((plan) => !isAhead(plan, now)).reverse()
    return { plans: [...ahead, ...over] }
  },
)

const find = on(
  contract.findPlanned,
  ({ input, actor, db }) => placeOfPlan(db, actor.mineId, input.id),
  async ({ input, actor, tx }) => {
    const { mineId } = actor
    const found = await findPlan(tx, mineId, input.id)
    if (!found) return refuse('no-such-plan')
    const { rev } = await findStanding(tx, mineId, found.id)
    return { ...found, rev, agenda: await listAgenda(tx, { mineId, plannedId: found.id }) }
  },
)

/** Whether everything to be read is there; what was taken back stays where it was chosen before. */
async function checkMaterials(
  tx: Tx,
  mineId: Id<'mine'>,
  ids: readonly Id<'material'>[],
  before: Pick<Plan, 'materials'> = { materials: [] },
): Promise<'fine' | Refused<'no-such-material'>> {
  const there = await listMaterialIds(tx, mineId, ids)
  for (const { id } of before.materials) there.add(id)
  return ids.every((id) => there.has(id)) ? 'fine' : refuse('no-such-material')
}

const plan = on(
  contract.planMeeting,
  async ({ input }) => ({ orgId: input.orgId }),
  async ({ input, tx, ...asked }) => {
    const { mineId } = asked.actor
    const unit = await findUnit(tx, mineId, input.orgId)
    if (!unit) return refuse('no-such-unit')
    if (!MAY_MEET.includes(unit.kind)) return refuse('not-a-branch', 'A1.6')
    const checked = checkSessions(input.sessions, dayAt(asked.now))
    if (isRefused(checked)) return checked
    const there = await checkMaterials(tx, mineId, input.materialIds)
    if (isRefused(there)) return there
    const agenda = await readAgenda(tx, { mineId, plannedId: null, today: dayAt(asked.now) }, input)
    if (isRefused(agenda)) return agenda

    const id = await addPlan(tx, { mineId, now: asked.now }, input)
    await setAgenda(tx, { mineId, plannedId: id }, agenda)
    await takeUpPromises(tx, mineId, { ...input, id }, 'planned')
    await append(tx, by(asked), contract.planMeeting.name, planRecord, [id])
    return { id }
  },
)

/** A planned meeting that is not over and has not begun. */
async function holdAhead(
  tx: Tx,
  mineId: Id<'mine'>,
  id: Id<'planned_meeting'>,
): Promise<Plan | Refused<'no-such-plan' | 'plan-ended' | 'plan-begun'>> {
  const held = await holdPlan(tx, mineId, id)
  if (!held) return refuse('no-such-plan')
  if (held.state !== 'planned') return refuse('plan-ended')
  return held.meetingId === null ? held : refuse('plan-begun')
}

const change = on(
  contract.changePlanned,
  ({ input, actor, db }) => placeOfPlan(db, actor.mineId, input.id),
  async ({ input, tx, ...asked }) => {
    const { mineId } = asked.actor
    const held = await holdAhead(tx, mineId, input.id)
    if (isRefused(held)) return held
    const { rev } = await findStanding(tx, mineId, held.id)
    const seen = checkUnseen({ readAt: input.rev, changedAt: rev })
    if (isRefused(seen)) return seen
    const checked = checkSessions(input.sessions, dayAt(asked.now))
    if (isRefused(checked)) return checked
    const there = await checkMaterials(tx, mineId, input.materialIds, held)
    if (isRefused(there)) return there
    const of = { mineId, plannedId: held.id, today: dayAt(asked.now) }
    const agenda = await readAgenda(tx, of, { ...input, orgId: held.orgId })
    if (isRefused(agenda)) return agenda

    await setPlan(tx, mineId, held.id, input)
    await setAgenda(tx, { mineId, plannedId: held.id }, agenda)
    await append(tx, by(asked), contract.changePlanned.name, planRecord, [held.id])
    return {}
  },
)

const cancel = on(
  contract.cancelPlanned,
  ({ input, actor, db }) => placeOfPlan(db, actor.mineId, input.id),
  async ({ input, tx, ...asked }) => {
    const { mineId } = asked.actor
    const held = await holdAhead(tx, mineId, input.id)
    if (isRefused(held)) return held

    await endPlan(tx, mineId, held.id, { whyCancelled: input.why })
    await append(tx, by(asked), contract.cancelPlanned.name, planRecord, [held.id])
    return {}
  },
)

/** Meetings to come, for those who plan them. */
export const planActions: readonly Action[] = [list, find, plan, change, cancel]
