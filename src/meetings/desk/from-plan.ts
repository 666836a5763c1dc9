import { today } from '../../kit/web/dates.ts'
import { type Read, useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { leaveReasonWords } from '../words/leave.ts'
import type { Entry, RollChanges } from './entry.ts'
import type { Planned } from './plans/plan-entry.ts'

/** What a planned meeting says of the meeting that was held: the sitting of that day, else the last one that has been. */
export function factsFrom(plan: Planned, now: string): Partial<Entry> {
  const past = plan.sessions.filter(({ day }) => day <= now)
  const held = past.at(-1) ?? plan.sessions[0]
  const { orgId, kind, subject } = plan
  if (!held || held.day > now) return { orgId, kind, subject }
  const { day, starts, ends, place } = held
  return { orgId, kind, subject, heldOn: day, starts, ends, place }
}

/** What is known already of a meeting that was planned: its facts, and who has leave. `ready` at once when it was not planned. */
export function useFromPlan(
  plannedId: string,
  branchId: string,
): { state: 'ready' | 'waiting'; known: Partial<Entry>; read: Read<'meetings.findPlanned'> } {
  const say = useSay()
  const read = useRead('meetings.findPlanned', plannedId ? { id: plannedId } : null)
  const leave = useRead('meetings.listLeave', plannedId ? { branchId, state: 'granted' } : null)
  if (!plannedId) return { state: 'ready', known: {}, read }
  if (read.state !== 'ready' || leave.state === 'loading') return { state: 'waiting', known: {}, read }
  const granted = (leave.data?.requests ?? []).filter((one) => one.plannedId === plannedId)
  const roll: RollChanges = Object.fromEntries(
    granted.map(({ personId, reason }) => [
      personId,
      { state: 'absent', reason: say(leaveReasonWords[reason]) },
    ]),
  )
  return { state: 'ready', known: { ...factsFrom(read.data, today()), roll }, read }
}
