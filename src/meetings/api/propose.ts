import { daysBetween } from '../../kit/day.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { findBranchOf, findUnit } from '../../org/store.ts'
import { minuteAt } from '../../people/rules/shifts.ts'
import { contract } from '../contract.ts'
import { type Invited, listInvited } from '../facts/invited.ts'
import { type Proposal, proposeSittings } from '../rules/planner.ts'
import { mostSittingsOf, SHIFTS_JOIN } from '../rules/plans.ts'
import { decisionsOf, voteRule } from '../rules/votes.ts'
import { MAY_MEET, unitsOf } from './meet.ts'

/** The longest stretch of days that is looked through. */
const MOST_DAYS = 62

const shown = (
  { sittings, missed, reasons, ...rest }: Proposal<Invited['id']>,
  invited: readonly Invited[],
) => {
  const names = new Map(invited.map(({ id, name }) => [id, name]))
  return {
    ...rest,
    sessions: sittings.map(({ day, starts, ends, crews, reached }) => {
      return { ...{ day, starts, ends, reached }, shift: crews.join(SHIFTS_JOIN) }
    }),
    missed: missed.map(({ id, why }) => ({ personId: id, name: names.get(id) ?? '', why: [...why] })),
    reasons: reasons.map((one) => ({ ...one })),
  }
}

const propose = on(
  contract.proposeSessions,
  async ({ input }) => ({ orgId: input.orgId }),
  async ({ input, actor, now, tx }) => {
    const { orgId, kind, from, to, minutes, mostSessions, vote } = input
    const { mineId } = actor
    const unit = await findUnit(tx, mineId, orgId)
    if (!unit) return refuse('no-such-unit')
    if (!MAY_MEET.includes(unit.kind)) return refuse('not-a-branch', 'A1.6')
    const days = daysBetween(from, to) + 1
    if (days < 1 || days > MOST_DAYS) return refuse('no-days', undefined, { days: MOST_DAYS })

    const span = { first: from, last: to }
    const branchId = (await findBranchOf(tx, mineId, orgId)) ?? orgId
    const around = await unitsOf(tx, mineId, branchId)
    const asked = { mineId, orgIds: await unitsOf(tx, mineId, orgId), around, kind, span }
    const invitees = await listInvited(tx, { ...asked, changed: input.plannedId ?? null })
    const isVoting = vote !== undefined || decisionsOf(kind).length > 0
    const proposals = proposeSittings({
      ...{ invitees, span, minutes, notBefore: minuteAt(now) },
      mostSittings: Math.min(mostSessions, mostSittingsOf(kind)),
      vote: isVoting ? voteRule(vote ?? 'ordinary', from) : undefined,
    })
    return {
      invited: invitees.length,
      unknown: invitees.filter(({ isKnown }) => !isKnown).length,
      proposals: proposals.map((one) => shown(one, invitees)),
    }
  },
)

/** Sittings proposed from who works when. */
export const proposeActions: readonly Action[] = [propose]
