import { createHash } from 'node:crypto'
import { jcs } from '../../../journal/rules/jcs.ts'
import { daysLate, isLate } from '../../../journal/rules/when.ts'
import { findStanding } from '../../../journal/store/history.ts'
import type { OutputOf } from '../../../kit/contract.ts'
import { dayAt } from '../../../kit/day.ts'
import type { Db } from '../../../kit/db/db.ts'
import type { Id } from '../../../kit/id.ts'
import { refuse } from '../../../kit/refuse.ts'
import { type Action, on } from '../../../kit/server/action.ts'
import { placeOf, showSigned } from '../../api.ts'
import { contract } from '../../contract.ts'
import { roomStateOf } from '../../rules/room.ts'
import { isQuorate, leastPresent, voteRule } from '../../rules/votes.ts'
import { failedClauses } from '../../rules.ts'
import { type Item, listAgenda } from '../../store/agenda.ts'
import { type Decided, listDecidedIn } from '../../store/decisions.ts'
import { findMeeting, type ShownMeeting } from '../../store/meetings.ts'
import { listMinutes, type Minute } from '../../store/minutes.ts'
import { type KeptPhoto, listKeptPhotos } from '../../store/photos.ts'
import { findPlan } from '../../store/plans.ts'
import {
  type Begun,
  type Call,
  type CalledLine,
  findBegun,
  type Guest,
  listCalled,
  listCalls,
  listGuests,
  listSeated,
} from '../../store/room.ts'
import { findSignerName, listAddenda, listSignatures, type Signature } from '../../store/signatures.ts'
import { type CountedVote, listVotes } from '../../store/votes.ts'
import { unitsOf } from '../meet.ts'
import { findStandings, type Numbers, numbersOf } from './numbers.ts'

type Of = { readonly mineId: Id<'mine'>; readonly meetingId: Id<'meeting'> }
type Room = OutputOf<'meetings.findRoom'>

/** What a record says, without who signed it. */
export type Content = {
  readonly meeting: ShownMeeting
  readonly called: readonly CalledLine[]
  readonly guests: readonly Guest[]
  readonly agenda: readonly Item[]
  readonly votes: readonly CountedVote[]
  readonly decisions: readonly Decided[]
  readonly minutes: readonly Minute[]
  readonly photos: readonly KeptPhoto[]
}

/** Reads what a record says. */
export async function readContent(
  db: Db,
  of: Of,
  meeting: ShownMeeting,
  begun: Begun | undefined,
): Promise<Content> {
  const { mineId } = of
  const agenda = begun ? await listAgenda(db, { mineId, plannedId: begun.plannedId }) : []
  return {
    ...{ meeting, agenda },
    called: await listCalled(db, of),
    guests: await listGuests(db, of),
    votes: await listVotes(db, of),
    decisions: await listDecidedIn(db, of),
    minutes: await listMinutes(db, of),
    photos: await listKeptPhotos(db, of),
  }
}

const byId = <T extends { readonly id: string }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))

/**
 * The fingerprint of a record as it is read: SHA-256 over its canonical JSON, 64 hex digits. What may still happen to a sealed record is
 * left out: how a decision was carried out, what was added. Of photos, where there are any, the hash of the file and the caption.
 */
export function digestOf(content: Content): string {
  const { meeting, called, guests, agenda, votes, decisions, minutes, photos } = content
  const { id, no, orgId, kind, heldOn, starts, ends, place, chair, recorder, lecturer } = meeting
  const { expected, present, absence, subject, resolution, hoursHundredths } = meeting
  const text = jcs({
    meeting: {
      ...{ id, no, orgId, kind, heldOn, starts, ends, place, chair, recorder, lecturer },
      ...{ expected, present, absence, subject, resolution, hoursHundredths },
    },
    roll: called
      .toSorted((a, b) => (a.personId < b.personId ? -1 : 1))
      .map(({ personId, state, reason, sessionId }) => ({ personId, state, reason, sessionId })),
    guests: guests.map(({ name, origin, sessionId }) => ({ name, origin, sessionId })),
    agenda: byId(agenda).map(({ id: item, no: at, kind: what, title, note, vote, personId }) => ({
      ...{ id: item, no: at, kind: what, title, note, vote, personId },
    })),
    votes: byId(votes).map(({ by: _, at, ...vote }) => ({ ...vote, at: at.toISOString() })),
    decisions: byId(decisions).map(({ id: decision, itemId, text: words, ownerId, dueOn }) => ({
      ...{ id: decision, itemId, text: words, ownerId, dueOn },
    })),
    minutes: byId(minutes).map(({ id: minute, itemId, text: words }) => ({
      ...{ id: minute, itemId, text: words },
    })),
    ...(photos.length > 0 && { photos: byId(photos).map((photo) => ({ ...photo })) }),
  })
  return createHash('sha256').update(text).digest('hex')
}

const showVote = ({ itemId: _, at, ...vote }: CountedVote) => ({ ...vote, at: at.toISOString() })
const showDecision = ({ id, text, ownerId, ownerName, dueOn, state, doneOn, how }: Decided) => ({
  ...{ id, text, ownerId, ownerName, dueOn, state, doneOn, how },
})

function showMinute(minutes: readonly Minute[], itemId: Id<'agenda_item'> | null): Room['minute'] {
  const found = minutes.find((one) => one.itemId === itemId)
  if (!found) return { rev: 0, text: '', by: '', at: '' }
  const { rev, text, by, at } = found
  return { rev, text, by, at: at.toISOString() }
}

/** The rule an item is voted by, and how far the room is from it now. */
function showRule(
  { vote }: Item,
  { heldOn }: ShownMeeting,
  numbers: Numbers,
): Room['agenda'][number]['rule'] {
  if (!vote) return null
  const { expected } = numbers
  const { num, den, strict, countsWritten, isSecret, clause, source } = voteRule(vote, heldOn)
  const terms = { num, den, strict }
  return {
    ...{ ...terms, countsWritten, isSecret, clause, source },
    least: leastPresent(expected, terms),
    quorate: expected > 0 && isQuorate(numbers, terms),
    yesNeeded: Math.floor(expected / 2) + 1,
  }
}

const showAgenda = (content: Content, numbers: Numbers): Room['agenda'] =>
  content.agenda.map((item) => ({
    ...item,
    rule: showRule(item, content.meeting, numbers),
    votes: content.votes.filter(({ itemId }) => itemId === item.id).map(showVote),
    decisions: content.decisions.filter(({ itemId }) => itemId === item.id).map(showDecision),
    minute: showMinute(content.minutes, item.id),
  }))

const showSignature = (meeting: ShownMeeting, digest: string) => (one: Signature) => ({
  ...showSigned(meeting)(one),
  ...{ digest: one.digest, stands: one.digest === digest },
})

/** The sittings with who called their roll; the only one is called as none in particular. */
const showSessions = (begun: Begun | undefined, calls: readonly Call[]): Room['sessions'] =>
  (begun?.sessions ?? []).map((session, _, all) => {
    const call = calls.find(({ sessionId }) => sessionId === (all.length > 1 ? session.id : null))
    return { ...session, call: call ? { times: call.times, by: call.by, at: call.at.toISOString() } : null }
  })

type People = { readonly people: Room['people']; readonly numbers: Numbers }

/** Everybody of the roster of that day with how they stand to the meeting, their leave and their line of the roll. */
async function readPeople(
  db: Db,
  mineId: Id<'mine'>,
  meeting: ShownMeeting,
  { begun, called }: { begun: Begun | undefined; called: readonly CalledLine[] },
): Promise<People> {
  const orgIds = await unitsOf(db, mineId, meeting.orgId)
  const asked = { orgIds, on: meeting.heldOn, plannedId: begun?.plannedId ?? null, meetingId: meeting.id }
  const seated = await listSeated(db, mineId, asked)
  const standings = await findStandings(db, mineId, meeting, seated)
  const lines = new Map(called.map(({ personId, ...line }) => [personId, line]))
  const people = seated.map((one, at) => ({
    ...one,
    isExpected: standings[at]?.isExpected ?? false,
    whyNot: standings[at]?.whyNot ?? null,
    called: lines.get(one.personId) ?? null,
  }))
  return { people, numbers: numbersOf(meeting, standings, called) }
}

function showMeeting(
  meeting: ShownMeeting,
  now: Date,
): Omit<ShownMeeting, 'roomState' | 'openedAt' | 'closedAt' | 'reopenedAt' | 'reopenedWhy'> &
  Pick<
    Room,
    | 'roomState'
    | 'openedAt'
    | 'closedAt'
    | 'reopenedAt'
    | 'reopenedWhy'
    | 'failed'
    | 'recordedAfterDays'
    | 'isLate'
  > {
  const roomState = roomStateOf(meeting.roomState ?? null)
  const recordedOn = roomState === 'open' ? dayAt(now) : (meeting.registeredOn ?? undefined)
  return {
    ...meeting,
    roomState,
    openedAt: meeting.openedAt?.toISOString() ?? null,
    closedAt: meeting.closedAt?.toISOString() ?? null,
    reopenedAt: meeting.reopenedAt?.toISOString() ?? null,
    reopenedWhy: meeting.reopenedWhy ?? null,
    failed: failedClauses(meeting),
    recordedAfterDays: recordedOn ? daysLate(meeting.heldOn, recordedOn) : null,
    isLate: isLate(meeting.heldOn, recordedOn),
  }
}

const findRoom = on(
  contract.findRoom,
  ({ input, actor, db }) => placeOf(db, actor.mineId, input.id),
  async ({ input, actor, tx, now }) => {
    const { mineId } = actor
    const of = { mineId, meetingId: input.id }
    const meeting = await findMeeting(tx, mineId, input.id)
    if (!meeting) return refuse('no-such-meeting')
    const begun = await findBegun(tx, of)
    const plan = begun && (await findPlan(tx, mineId, begun.plannedId))
    const content = await readContent(tx, of, meeting, begun)
    const { people, numbers } = await readPeople(tx, mineId, meeting, { begun, called: content.called })
    const digest = digestOf(content)
    return {
      ...showMeeting(meeting, now),
      plannedId: begun?.plannedId ?? null,
      planState: begun?.state ?? null,
      note: begun?.note ?? '',
      rev: (await findStanding(tx, mineId, meeting.id)).rev,
      sessions: showSessions(begun, await listCalls(tx, of)),
      numbers: { ...numbers, called: content.called.length },
      people,
      guests: [...content.guests],
      materials: plan?.materials ?? [],
      agenda: showAgenda(content, numbers),
      decisions: content.decisions.filter(({ itemId }) => itemId === null).map(showDecision),
      minute: showMinute(content.minutes, null),
      digest,
      signatures: (await listSignatures(tx, of)).map(showSignature(meeting, digest)),
      ownName: await findSignerName(tx, mineId, actor.accountId),
      addenda: (await listAddenda(tx, of)).map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
    }
  },
)

/** The room as it is shown. */
export const showActions: readonly Action[] = [findRoom]
