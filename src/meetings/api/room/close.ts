import { daysLate } from '../../../journal/rules/when.ts'
import { append } from '../../../journal/store/append.ts'
import { dayAt } from '../../../kit/day.ts'
import type { Tx } from '../../../kit/db/db.ts'
import type { Id } from '../../../kit/id.ts'
import { isRefused, type Refused, refuse } from '../../../kit/refuse.ts'
import { type Action, on } from '../../../kit/server/action.ts'
import { placeOf } from '../../api.ts'
import { contract } from '../../contract.ts'
import { checkHeld } from '../../rules/expected.ts'
import { isExcluded, type Standing } from '../../rules/expected-people.ts'
import { checkSigner, DENIED, isSealed } from '../../rules/room.ts'
import { failedClauses } from '../../rules.ts'
import { findMeeting, type Meeting, meetingRecord } from '../../store/meetings.ts'
import { endPlan, planRecord } from '../../store/plans.ts'
import { addRoll } from '../../store/roll.ts'
import { type Begun, type CalledLine, findBegun, listCalled, listCalls, setRoom } from '../../store/room.ts'
import * as signatures from '../../store/signatures.ts'
import { whyNotWords } from '../../words/room.ts'
import { by } from '../meet.ts'
import { holdDated, holdRoom, type Of } from './held.ts'
import { findStandings, numbersOf } from './numbers.ts'
import { digestOf, readContent } from './show.ts'

/** Whoever should have come and was not called is absent; whoever is excluded is no absentee (A2.2, R1.3). */
function uncalled(standings: readonly Standing<Id<'person'>>[], called: readonly CalledLine[]): CalledLine[] {
  const named = new Set(called.map(({ personId }) => personId))
  return standings
    .filter((one) => !named.has(one.personId) && (one.isExpected || isExcluded(one)))
    .map(({ personId, whyNot }) => ({
      ...{ personId, sessionId: null, reason: whyNot === null ? '' : whyNotWords[whyNot].zh },
      state: whyNot === null ? 'absent' : 'excluded',
    }))
}

/** Every sitting was called. */
async function checkCalls(tx: Tx, of: Of, begun: Begun | undefined): Promise<'fine' | Refused<'roll-first'>> {
  const calls = await listCalls(tx, of)
  return calls.length < Math.max(1, begun?.sessions.length ?? 1) ? refuse('roll-first', 'A2.2') : 'fine'
}

const close = on(
  contract.closeMeeting,
  ({ input, actor, db }) => placeOf(db, actor.mineId, input.id),
  async ({ input, tx, ...asked }) => {
    const { actor, now } = asked
    const of = { mineId: actor.mineId, meetingId: input.id }
    const meeting = await holdDated(tx, of, { denied: DENIED.closeMeeting, now })
    if (isRefused(meeting)) return meeting
    const { ends, chair, recorder, lecturer, hoursHundredths } = input
    const today = dayAt(now)
    const held = checkHeld({ ...meeting, ends }, today)
    if (isRefused(held)) return held
    const begun = await findBegun(tx, of)
    const calls = await checkCalls(tx, of, begun)
    if (isRefused(calls)) return calls

    const standings = await findStandings(tx, actor.mineId, meeting)
    const called = await listCalled(tx, of)
    const { expected, present, quorate } = numbersOf(meeting, standings, called)
    const recordedOn = meeting.registeredOn ?? today
    await addRoll(tx, actor.mineId, meeting.id, uncalled(standings, called))
    await setRoom(tx, of, {
      ...{ ends, chair, recorder, lecturer, hours_hundredths: hoursHundredths, expected, present },
      ...{ registered_on: recordedOn, room_state: 'closed', closed_at: now },
    })
    if (begun) await endPlan(tx, actor.mineId, begun.plannedId, { heldAs: meeting.id })
    const author = by(asked)
    await append(tx, author, contract.closeMeeting.name, meetingRecord, [meeting.id])
    if (begun) await append(tx, author, contract.closeMeeting.name, planRecord, [begun.plannedId])
    const failed = failedClauses({ ...meeting, chair, recorder, expected, present })
    return { expected, present, quorate, failed, recordedAfterDays: daysLate(meeting.heldOn, recordedOn) }
  },
)

/** The fingerprint of the record as it stands. */
async function findDigest(tx: Tx, of: Of, { id }: Meeting): Promise<string> {
  const meeting = await findMeeting(tx, of.mineId, id)
  if (!meeting) throw new Error('a meeting that is held is gone')
  return digestOf(await readContent(tx, of, meeting, await findBegun(tx, of)))
}

const sign = on(
  contract.signMeeting,
  ({ input, actor, db }) => placeOf(db, actor.mineId, input.id),
  async ({ input, tx, ...asked }) => {
    const { actor, now } = asked
    const { mineId, accountId } = actor
    const { role, digest } = input
    const of = { mineId, meetingId: input.id }
    const meeting = await holdDated(tx, of, { denied: DENIED.signMeeting, now })
    if (isRefused(meeting)) return meeting
    if ((await findDigest(tx, of, meeting)) !== digest) return refuse('changed-meanwhile', 'R11')
    const before = await signatures.listSignatures(tx, of)
    const checked = checkSigner({ role, accountId }, before)
    if (isRefused(checked)) return checked

    const signed = { role, accountId, digest, at: now, orgId: meeting.orgId }
    const id = await signatures.setSignature(tx, of, signed)
    const sealed = isSealed([signed, ...before.filter((one) => one.role !== role)])
    if (sealed) await seal(tx, of, meeting)
    const author = by(asked)
    await append(tx, author, contract.signMeeting.name, signatures.signatureRecord, [id])
    if (sealed) await append(tx, author, contract.signMeeting.name, meetingRecord, [meeting.id])
    return { roomState: sealed ? ('signed' as const) : ('closed' as const) }
  },
)

/** Seals a record; one that was made without a room was opened and closed when it was recorded. */
async function seal(tx: Tx, of: Of, meeting: Meeting): Promise<void> {
  const recorded = (await findMeeting(tx, of.mineId, meeting.id))?.recordedAt
  const opened = meeting.openedAt ?? recorded ?? null
  await setRoom(tx, of, {
    ...{ room_state: 'signed', opened_at: opened, closed_at: meeting.closedAt ?? opened },
  })
}

const addTo = on(
  contract.addAddendum,
  ({ input, actor, db }) => placeOf(db, actor.mineId, input.id),
  async ({ input, tx, ...asked }) => {
    const { actor, now } = asked
    const of = { mineId: actor.mineId, meetingId: input.id }
    const meeting = await holdRoom(tx, of, DENIED.addAddendum)
    if (isRefused(meeting)) return meeting

    const { orgId } = meeting
    const added = { orgId, text: input.text, accountId: actor.accountId, at: now }
    const id = await signatures.addAddendum(tx, of, added)
    await append(tx, by(asked), contract.addAddendum.name, signatures.addendumRecord, [id])
    return { id }
  },
)

/** Closing, signing, and adding to what is signed. */
export const closeActions: readonly Action[] = [close, sign, addTo]
