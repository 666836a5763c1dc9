import { append } from '../../../journal/store/append.ts'
import { type Day, dayAt } from '../../../kit/day.ts'
import type { Tx } from '../../../kit/db/db.ts'
import type { Id } from '../../../kit/id.ts'
import { isRefused, type Refused, refuse } from '../../../kit/refuse.ts'
import { type Action, on } from '../../../kit/server/action.ts'
import { placeOf } from '../../api.ts'
import { contract } from '../../contract.ts'
import { DENIED } from '../../rules/room.ts'
import { addMeetings, type Entered, findMeeting, type Meeting, meetingRecord } from '../../store/meetings.ts'
import { holdPlan, type Plan, planRecord } from '../../store/plans.ts'
import { drawNumber } from '../../store/roll.ts'
import {
  type Begun,
  beginPlan,
  dropCalls,
  findBegun,
  isUsed,
  leavePlan,
  listSessions,
  resumePlan,
  setRoom,
} from '../../store/room.ts'
import { by } from '../meet.ts'
import { placeOfPlan } from '../plans.ts'
import { takeUpPromises } from '../promises.ts'
import { holdDated, holdRoom } from './held.ts'
import { findStandings, numbersOf } from './numbers.ts'

type Sitting = Begun['sessions'][number]

/** The sitting a room is opened with: the one that is named, else the first; not before its day. */
function sittingOf(
  sessions: readonly Sitting[],
  sessionId: Id<'meeting_session'> | undefined,
  today: Day,
): Sitting | Refused<'no-such-session' | 'in-the-future'> {
  const sitting = sessionId ? sessions.find(({ id }) => id === sessionId) : sessions[0]
  if (!sitting) return refuse('no-such-session')
  return sitting.day > today ? refuse('in-the-future', 'A2.1', { day: sitting.day }) : sitting
}

/** The record as it begins: dated by the sitting, counted when it is closed. */
async function begin(
  tx: Tx,
  { mineId, now }: Entered,
  { orgId, kind, subject }: Plan,
  { day, starts, place }: Sitting,
): Promise<Meeting> {
  const no = await drawNumber(tx, { mineId, orgId, year: day.slice(0, 4) })
  if (!no) throw new Error('no number left for a meeting')
  const where = { orgId, kind, heldOn: day }
  const { expected } = numbersOf(where, await findStandings(tx, mineId, where), [])
  const begun = {
    ...{ ...where, no, starts, ends: '', place, subject, expected, present: 0 },
    ...{ chair: '', recorder: '', lecturer: '', absence: '', resolution: '', hoursHundredths: null },
    ...{ registeredOn: null, source: 'product' as const, roomState: 'open' as const, openedAt: now },
  }
  const [id] = await addMeetings(tx, { mineId, now }, [begun])
  if (!id) throw new Error('a meeting was not added')
  return { ...begun, id }
}

const open = on(
  contract.openMeeting,
  ({ input, actor, db }) => placeOfPlan(db, actor.mineId, input.plannedId),
  async ({ input, tx, ...asked }) => {
    const { mineId } = asked.actor
    const plan = await holdPlan(tx, mineId, input.plannedId)
    if (!plan) return refuse('no-such-plan')
    if (plan.state !== 'planned') return refuse('plan-ended')
    const begun = plan.meetingId && (await findMeeting(tx, mineId, plan.meetingId))
    if (begun) return { id: begun.id, no: begun.no }
    const sessions = await listSessions(tx, mineId, plan.id)
    const sitting = sittingOf(sessions, input.sessionId, dayAt(asked.now))
    if (isRefused(sitting)) return sitting

    const entered = { mineId, now: asked.now }
    const meeting = await begin(tx, entered, plan, sitting)
    await beginPlan(tx, mineId, plan.id, meeting.id)
    await takeUpPromises(tx, mineId, plan, 'opened')
    await append(tx, by(asked), contract.openMeeting.name, meetingRecord, [meeting.id])
    await append(tx, by(asked), contract.openMeeting.name, planRecord, [plan.id])
    return { id: meeting.id, no: meeting.no }
  },
)

const discard = on(
  contract.discardMeeting,
  ({ input, actor, db }) => placeOf(db, actor.mineId, input.id),
  async ({ input, tx, ...asked }) => {
    const of = { mineId: asked.actor.mineId, meetingId: input.id }
    const meeting = await holdRoom(tx, of, DENIED.discardMeeting)
    if (isRefused(meeting)) return meeting
    if (meeting.reopenedAt || (await isUsed(tx, of))) return refuse('meeting-used', 'R11')
    const begun = await findBegun(tx, of)
    if (!begun) throw new Error('a room without a plan')

    await dropCalls(tx, of)
    await setRoom(tx, of, { discarded_why: input.why })
    await leavePlan(tx, of)
    await append(tx, by(asked), contract.discardMeeting.name, meetingRecord, [meeting.id])
    await append(tx, by(asked), contract.discardMeeting.name, planRecord, [begun.plannedId])
    return { plannedId: begun.plannedId }
  },
)

const reopen = on(
  contract.reopenMeeting,
  ({ input, actor, db }) => placeOf(db, actor.mineId, input.id),
  async ({ input, tx, ...asked }) => {
    const { actor, now } = asked
    const of = { mineId: actor.mineId, meetingId: input.id }
    const meeting = await holdDated(tx, of, { denied: DENIED.reopenMeeting, now })
    if (isRefused(meeting)) return meeting
    if (!meeting.roomState) return refuse('no-room', 'R11')
    const begun = await findBegun(tx, of)

    const again = { reopened_at: now, reopened_why: input.why }
    await setRoom(tx, of, { room_state: 'open', closed_at: null, ...again })
    if (begun) await resumePlan(tx, of.mineId, begun.plannedId)
    const author = by(asked)
    await append(tx, author, contract.reopenMeeting.name, meetingRecord, [meeting.id])
    if (begun) await append(tx, author, contract.reopenMeeting.name, planRecord, [begun.plannedId])
    return {}
  },
)

/** Opening the room of a planned meeting, giving it up, and opening it again. */
export const openActions: readonly Action[] = [open, discard, reopen]
