import { daysLate } from '../journal/rules/when.ts'
import { append } from '../journal/store/append.ts'
import { findStanding } from '../journal/store/history.ts'
import { dayAt } from '../kit/day.ts'
import type { Db, Tx } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'
import { isRefused, type Refused, refuse } from '../kit/refuse.ts'
import { type Action, on, type Place } from '../kit/server/action.ts'
import { findUnit } from '../org/store.ts'
import { calendarActions } from './api/calendar.ts'
import { calledActions } from './api/called.ts'
import { leaveActions } from './api/leave.ts'
import { by, MAY_MEET, placeIn, unitsOf } from './api/meet.ts'
import { mineActions } from './api/mine.ts'
import { listOfPerson } from './api/of-person.ts'
import { planActions } from './api/plans.ts'
import { proposeActions } from './api/propose.ts'
import { searchActions } from './api/search.ts'
import { contract } from './contract.ts'
import { listDutiesOf } from './facts/duties.ts'
import { countHeldIn, listHeldIds } from './facts/listed.ts'
import { changedBlocks } from './rules/blocks.ts'
import { checkHeld, isExpected } from './rules/expected.ts'
import { checkRoom, DENIED, signsFor } from './rules/room.ts'
import { failedClauses, type RollCall, rollCall } from './rules.ts'
import { setBlockChanges } from './store/blocks.ts'
import * as meetings from './store/meetings.ts'
import { endPlan, holdPlan, type Plan, planRecord } from './store/plans.ts'
import * as rolls from './store/roll.ts'
import { listSignatures, type Signature } from './store/signatures.ts'

const show = (meeting: meetings.ShownMeeting) => ({
  ...meeting,
  failed: failedClauses(meeting),
  recordedAfterDays: meeting.registeredOn === null ? null : daysLate(meeting.heldOn, meeting.registeredOn),
})

const listMeetings = on(
  contract.listMeetings,
  async ({ input }) => ({ orgId: input.branchId }),
  async ({ input, actor, tx }) => {
    const { mineId } = actor
    if (!(await findUnit(tx, mineId, input.branchId))) return refuse('no-such-unit')
    const orgIds = await unitsOf(tx, mineId, input.branchId)
    const { from, to, kind } = input
    const found = await meetings.listMeetings(tx, mineId, { orgIds, from, to, kind })
    return { meetings: found.map(show) }
  },
)

const listHeld = on(contract.listHeld, 'wherever-allowed', async ({ input, actor, reach, tx }) => {
  const { limit, ...asked } = input
  const which = { ...asked, mineId: actor.mineId, reach }
  const ids = await listHeldIds(tx, which, limit)
  const found = await meetings.listMeetingsById(tx, actor.mineId, ids)
  return { meetings: found.map(show), sums: await countHeldIn(tx, which) }
})

/** Where a meeting took place: its unit. */
export async function placeOf(
  db: Db,
  mineId: Id<'mine'>,
  id: Id<'meeting'>,
): Promise<Place | Refused<'no-such-meeting'>> {
  return placeIn(await meetings.findMeeting(db, mineId, id), 'no-such-meeting')
}

/** A signature as it is shown: who put it, and for whom. */
export const showSigned =
  (meeting: Pick<meetings.Meeting, 'chair' | 'recorder'>) =>
  ({ role, by: name, at }: Signature) => ({
    ...{ role, by: name, for: signsFor(name, meeting[role]), at: at.toISOString() },
  })

const findMeeting = on(
  contract.findMeeting,
  ({ input, actor, db }) => placeOf(db, actor.mineId, input.id),
  async ({ input, actor, tx }) => {
    const meeting = await meetings.findMeeting(tx, actor.mineId, input.id)
    if (!meeting) return refuse('no-such-meeting')
    const roll = await rolls.listRoll(tx, actor.mineId, meeting.id)
    const { roomState = null, recordedAt } = meeting
    const of = { mineId: actor.mineId, meetingId: meeting.id }
    const signed = roomState === 'signed' ? await listSignatures(tx, of) : []
    const signatures = signed.map(showSigned(meeting))
    return { ...show(meeting), roomState, recordedAt: recordedAt.toISOString(), signatures, roll }
  },
)

type Convening = Pick<meetings.Meeting, 'orgId' | 'kind' | 'heldOn'> & {
  readonly mineId: Id<'mine'>
  readonly roll: readonly rolls.RollLine[]
  readonly now: Date
}

type Called = RollCall & { readonly lines: readonly rolls.RollLine[] }
type RollRefused = Extract<ReturnType<typeof rollCall>, Refused>

/** Calls the roll against the roster of that day; others of the unit who came are written down and not counted. */
export async function callRoll(tx: Tx, convening: Convening): Promise<Called | RollRefused> {
  const { mineId, orgId, kind, heldOn, roll, now } = convening
  const named = new Set(roll.map(({ personId }) => personId))
  if (named.size < roll.length) return refuse('called-twice', 'A2.2', { times: roll.length - named.size })

  const people = await rolls.listPeopleOf(tx, mineId, await unitsOf(tx, mineId, orgId), heldOn)
  const guests = new Set(people.filter((one) => !isExpected(kind, one)).map(({ personId }) => personId))
  const roster = people.map(({ personId }) => personId).filter((personId) => !guests.has(personId))
  const counted = roll.filter(({ personId }) => !guests.has(personId))
  const called = rollCall({ kind, heldOn, roster }, counted, now)
  if (isRefused(called)) return called
  const unnamed = called.absent.filter((personId) => !named.has(personId))
  const added = unnamed.map((personId): rolls.RollLine => ({ personId, state: 'absent', reason: '' }))
  return { ...called, lines: [...roll, ...added] }
}

/** The planned meeting this one was; undefined when it was none. */
async function holdPlanOf(
  tx: Tx,
  mineId: Id<'mine'>,
  { orgId, plannedId }: { orgId: Id<'org'>; plannedId?: Id<'planned_meeting'> | undefined },
): Promise<Plan | undefined | Refused<'no-such-plan' | 'plan-ended' | 'plan-begun'>> {
  if (!plannedId) return undefined
  const plan = await holdPlan(tx, mineId, plannedId)
  if (!plan || plan.orgId !== orgId) return refuse('no-such-plan')
  if (plan.state !== 'planned') return refuse('plan-ended')
  return plan.meetingId === null ? plan : refuse('plan-begun')
}

const enterMeeting = on(
  contract.enterMeeting,
  async ({ input }) => ({ orgId: input.orgId }),
  async ({ input, actor, now, tx, keys }) => {
    const { mineId } = actor
    const { roll, plannedId, ...written } = input
    const unit = await findUnit(tx, mineId, input.orgId)
    if (!unit) return refuse('no-such-unit')
    if (!MAY_MEET.includes(unit.kind)) return refuse('not-a-branch', 'A1.6')
    const today = dayAt(now)
    const checked = checkHeld(input, today)
    if (isRefused(checked)) return checked
    const called = await callRoll(tx, { ...input, mineId, now })
    if (isRefused(called)) return called
    const plan = await holdPlanOf(tx, mineId, input)
    if (isRefused(plan)) return plan

    const no = await rolls.drawNumber(tx, { mineId, orgId: unit.id, year: input.heldOn.slice(0, 4) })
    if (!no) throw new Error('no number left for a meeting')
    const { expected, present } = called
    const meeting = { ...written, no, expected, present, registeredOn: today, source: 'product' as const }
    const [id] = await meetings.addMeetings(tx, { mineId, now }, [meeting])
    if (!id) throw new Error('a meeting was not added')
    await rolls.addRoll(tx, mineId, id, called.lines)
    const author = by({ actor, now, keys })
    await append(tx, author, contract.enterMeeting.name, meetings.meetingRecord, [id])
    if (plan) {
      await endPlan(tx, mineId, plan.id, { heldAs: id })
      await append(tx, author, contract.enterMeeting.name, planRecord, [plan.id])
    }
    return { id, no, expected, present, failed: failedClauses(meeting) }
  },
)

const changeMeeting = on(
  contract.changeMeeting,
  ({ input, actor, db }) => placeOf(db, actor.mineId, input.id),
  async ({ input, actor, now, tx, keys }) => {
    const meeting = await meetings.holdMeeting(tx, actor.mineId, input.id)
    if (!meeting) return refuse('no-such-meeting')
    const allowed = checkRoom(meeting.roomState ?? null, DENIED.changeRecord)
    if (isRefused(allowed)) return allowed
    const checked = checkHeld(input, dayAt(now))
    if (isRefused(checked)) return checked

    const { mineId, accountId } = actor
    const changed: meetings.Meeting = { ...meeting, ...input, source: 'product' }
    const { rev } = await findStanding(tx, mineId, meeting.id)
    await meetings.changeMeetings(tx, { mineId, now }, [changed])
    const noted = { rev: rev + 1, accountId, at: now }
    await setBlockChanges(tx, { mineId, meetingId: meeting.id }, changedBlocks(meeting, changed), noted)
    const author = by({ actor, now, keys })
    await append(tx, author, contract.changeMeeting.name, meetings.meetingRecord, [meeting.id])
    return { failed: failedClauses(changed) }
  },
)

const listDuties = on(
  contract.listDuties,
  async ({ input }) => ({ orgId: input.branchId }),
  async ({ input, actor, now, tx }) => {
    const { branchId, year } = input
    const asked = { mineId: actor.mineId, branches: [branchId], year, today: dayAt(now) }
    const duties = await listDutiesOf(tx, asked)
    const own = duties.get(branchId)
    return own ? { duties: own } : refuse('no-such-unit')
  },
)

/** What meetings can do. */
export const actions: readonly Action[] = [
  listMeetings,
  listHeld,
  listOfPerson,
  findMeeting,
  enterMeeting,
  changeMeeting,
  listDuties,
  ...calendarActions,
  ...searchActions,
  ...planActions,
  ...calledActions,
  ...proposeActions,
  ...mineActions,
  ...leaveActions,
]
