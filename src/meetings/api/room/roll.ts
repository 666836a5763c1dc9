import { append } from '../../../journal/store/append.ts'
import type { ParsedOf } from '../../../kit/contract.ts'
import { dayAt } from '../../../kit/day.ts'
import type { Tx } from '../../../kit/db/db.ts'
import type { Id } from '../../../kit/id.ts'
import { isRefused, type Refused, refuse } from '../../../kit/refuse.ts'
import { type Action, on } from '../../../kit/server/action.ts'
import { placeOf } from '../../api.ts'
import { contract } from '../../contract.ts'
import { isExcluded, type Standing } from '../../rules/expected-people.ts'
import { checkCalled, DENIED } from '../../rules/room.ts'
import { meetingRecord } from '../../store/meetings.ts'
import { type CalledLine, findBegun, listCalled, listCalls, setCall, setRoom } from '../../store/room.ts'
import { whyNotWords } from '../../words/room.ts'
import { by } from '../meet.ts'
import { holdDated, type Of } from './held.ts'
import { findStandings, numbersOf } from './numbers.ts'

type Input = ParsedOf<'meetings.takeRoll'>
type SessionId = Id<'meeting_session'> | null

/** The sitting whose roll is called; null: there is but one. */
async function sittingOf(
  tx: Tx,
  of: Of,
  { sessionId }: Pick<Input, 'sessionId'>,
  now: Date,
): Promise<SessionId | Refused<'no-such-session' | 'session-needed' | 'in-the-future'>> {
  const sessions = (await findBegun(tx, of))?.sessions ?? []
  const named = sessions.find(({ id }) => id === sessionId)
  if (sessionId && !named) return refuse('no-such-session')
  if (sessions.length < 2) return null
  if (!named) return refuse('session-needed')
  return named.day > dayAt(now) ? refuse('in-the-future', 'A2.1', { day: named.day }) : named.id
}

/** Takes somebody down as excluded who is: they are no absentee. */
function lineOf(
  { personId, state, reason }: Input['roll'][number],
  standing: Standing | undefined,
  sessionId: SessionId,
): CalledLine {
  if (state === 'present' || !standing?.whyNot || !isExcluded(standing))
    return { personId, state, reason, sessionId }
  return { personId, state: 'excluded', reason: reason || whyNotWords[standing.whyNot].zh, sessionId }
}

type Calling = {
  readonly roll: Input['roll']
  readonly sessionId: SessionId
  readonly standings: readonly Standing<Id<'person'>>[]
  readonly others: readonly CalledLine[]
}

/**
 * The lines of a sitting's roll: everybody once, of the roster of that day. Whoever is absent here and stands on the roll of another sitting
 * stays there; present at two is refused.
 */
function linesOf({
  roll,
  sessionId,
  standings,
  others,
}: Calling): CalledLine[] | Refused<'called-twice' | 'not-on-the-roster' | 'in-two-sittings'> {
  const byPerson = new Map(standings.map((one) => [one.personId, one]))
  const named = new Set(roll.map(({ personId }) => personId))
  if (named.size < roll.length) return refuse('called-twice', 'A2.2', { times: roll.length - named.size })
  if (roll.some(({ personId }) => !byPerson.has(personId))) return refuse('not-on-the-roster', 'A1.5')
  const elsewhere = new Map(others.map(({ personId, state }) => [personId, state]))
  const twice = roll.filter(
    ({ personId, state }) => state === 'present' && elsewhere.get(personId) === 'present',
  )
  if (twice.length > 0) return refuse('in-two-sittings', 'A2.2', { n: twice.length })
  return roll
    .filter(({ personId, state }) => state === 'present' || !elsewhere.has(personId))
    .map((line) => lineOf(line, byPerson.get(line.personId), sessionId))
}

const takeRoll = on(
  contract.takeRoll,
  ({ input, actor, db }) => placeOf(db, actor.mineId, input.id),
  async ({ input, tx, ...asked }) => {
    const { actor, now } = asked
    const { mineId, accountId } = actor
    const of = { mineId, meetingId: input.id }
    const meeting = await holdDated(tx, of, { denied: DENIED.takeRoll, now })
    if (isRefused(meeting)) return meeting
    const sessionId = await sittingOf(tx, of, input, now)
    if (isRefused(sessionId)) return sessionId
    const call = (await listCalls(tx, of)).find((one) => one.sessionId === sessionId)
    const checked = checkCalled(input.times, call?.times ?? 0)
    if (isRefused(checked)) return checked
    const called = await listCalled(tx, of)
    const others = called.filter((line) => line.sessionId !== sessionId)
    const standings = await findStandings(tx, mineId, meeting)
    const lines = linesOf({ roll: input.roll, sessionId, standings, others })
    if (isRefused(lines)) return lines

    const times = input.times + 1
    const moved = new Set(lines.map(({ personId }) => personId))
    const whole = [...others.filter(({ personId }) => !moved.has(personId)), ...lines]
    const numbers = numbersOf(meeting, standings, whole)
    await setCall(tx, of, { sessionId, times, accountId, at: now, lines, guests: input.guests })
    await setRoom(tx, of, { expected: numbers.expected, present: numbers.present })
    await append(tx, by(asked), contract.takeRoll.name, meetingRecord, [meeting.id])
    return { times, ...numbers }
  },
)

/** Calling the roll in the room. */
export const rollActions: readonly Action[] = [takeRoll]
