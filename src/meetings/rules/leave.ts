import { type Refused, refuse } from '../../kit/refuse.ts'
import { type Arranged, type LeaveState, standingOf } from './plans.ts'

const STANDING: readonly LeaveState[] = ['asked', 'granted']

/** Whether somebody may take back their request for leave: it stands, and the meeting neither began nor is over. */
export function checkWithdrawal(
  plan: Arranged,
  state: LeaveState | undefined,
  now: Date,
): 'fine' | Refused<'no-leave-to-withdraw' | 'plan-begun' | 'plan-ended'> {
  if (state === undefined || !STANDING.includes(state)) return refuse('no-leave-to-withdraw')
  const standing = standingOf(plan, now)
  if (standing === 'underWay') return refuse('plan-begun')
  return standing === 'planned' ? 'fine' : refuse('plan-ended')
}

/** Whether somebody may ask for leave, given how an earlier request stands: none, refused or taken back. */
export const mayAskAnew = (state: LeaveState | undefined): boolean =>
  state === undefined || !STANDING.includes(state)
