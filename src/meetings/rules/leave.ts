import { type Refused, refuse } from '../../kit/refuse.ts'
import { isAhead, type LeaveState, type PlanState, type Session } from './plans.ts'

/** A planned meeting, as far as leave from it is concerned; `meetingId`: its record, from the moment its room is opened. */
export type LeftFrom = {
  readonly state: PlanState
  readonly sessions: readonly Session[]
  readonly meetingId: string | null
}

const STANDING: readonly LeaveState[] = ['asked', 'granted']

/** Whether somebody may take back their request for leave: it stands, and the meeting neither began nor is over. */
export function checkWithdrawal(
  plan: LeftFrom,
  state: LeaveState | undefined,
  now: Date,
): 'fine' | Refused<'no-leave-to-withdraw' | 'plan-begun' | 'plan-ended'> {
  if (state === undefined || !STANDING.includes(state)) return refuse('no-leave-to-withdraw')
  if (plan.state === 'planned' && plan.meetingId !== null) return refuse('plan-begun')
  return isAhead(plan, now) ? 'fine' : refuse('plan-ended')
}

/** Whether somebody may ask for leave, given how an earlier request stands: none, refused or taken back. */
export const mayAskAnew = (state: LeaveState | undefined): boolean =>
  state === undefined || !STANDING.includes(state)
