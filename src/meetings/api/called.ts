import type { OutputOf } from '../../kit/contract.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { contract } from '../contract.ts'
import { isExcluded } from '../rules/expected-people.ts'
import { firstDayOf, isConvened } from '../rules/plans.ts'
import { findPlan, type Plan } from '../store/plans.ts'
import { listSeated } from '../store/room.ts'
import { unitsOf } from './meet.ts'
import { placeOfPlan } from './plans.ts'
import { findStandings } from './room/numbers.ts'

type Called = OutputOf<'meetings.listCalled'>['people'][number]

/** Whom a plan is for and who is excluded from it, as the roster stands on its first day (R1.3). */
async function listPeople(db: Db, mineId: Id<'mine'>, plan: Plan): Promise<Called[]> {
  const orgIds = await unitsOf(db, mineId, plan.orgId)
  const heldOn = firstDayOf(plan.sessions)
  const asked = { orgIds, on: heldOn, plannedId: plan.id, meetingId: null }
  const seated = await listSeated(db, mineId, asked)
  const standings = await findStandings(db, mineId, { ...plan, heldOn }, seated)
  return seated.flatMap((one, at) => {
    const standing = standings[at]
    if (!standing || !(isConvened(plan.kind, one) || isExcluded(standing))) return []
    const { personId, name, shift, leave } = one
    const { isExpected, whyNot } = standing
    return [{ personId, name, shift, isExpected, whyNot, leave: leave?.state ?? null }]
  })
}

const list = on(
  contract.listCalled,
  ({ input, actor, db }) => placeOfPlan(db, actor.mineId, input.id),
  async ({ input, actor, tx }) => {
    const plan = await findPlan(tx, actor.mineId, input.id)
    return plan ? { people: await listPeople(tx, actor.mineId, plan) } : refuse('no-such-plan')
  },
)

/** Who is called to a meeting to come. */
export const calledActions: readonly Action[] = [list]
