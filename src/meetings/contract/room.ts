import { z } from 'zod'
import { read, TEXT_BYTES, write } from '../../kit/contract.ts'
import { countShape, idOf, lineShape, textShape } from '../../kit/shapes.ts'
import { AGENDA_KINDS } from '../rules/agenda.ts'
import { MOST_MINUTE, ROOM_STATES, SIGNERS } from '../rules/room.ts'
import { DECISION_KINDS } from '../rules/votes.ts'
import { numbers, roomShape } from './room-shapes.ts'

const meetingId = idOf<'meeting'>()
const sessionId = idOf<'meeting_session'>()
const itemId = idOf<'agenda_item'>()
const time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/)

const noSuchMeeting = { 'no-such-meeting': 404 } as const
const whileOpen = { ...noSuchMeeting, 'meeting-closed': 409, 'meeting-signed': 409 } as const
const dated = { 'clock-behind': 409 } as const

/** The meeting room: from the opening to the signatures. */
export const roomActions = {
  openMeeting: write({
    about:
      'Opens the room of a planned meeting: its record begins, dated by the sitting that is opened (the first when none is named), and every open promise of the unit stands on its agenda. A meeting that was begun answers the same room.',
    input: z.object({ plannedId: idOf<'planned_meeting'>(), sessionId: sessionId.optional() }),
    output: z.object({ id: meetingId, no: z.string() }),
    refusals: {
      'no-such-plan': 404,
      'no-such-session': 404,
      'plan-ended': 409,
      'in-the-future': 422,
    },
  }),
  findRoom: read({
    about:
      'Everything the room shows, in one reading: who is expected and who came, the agenda with votes, decisions and minutes, signatures.',
    input: z.object({ id: meetingId }),
    output: roomShape,
    refusals: noSuchMeeting,
  }),
  takeRoll: write({
    about:
      'The secretary’s roll call of a sitting, the only record of attendance (R9). It takes the place of the one before; refused when that was called since it was read. Who is not named was not called yet.',
    input: z.object({
      id: meetingId,
      /** The only sitting when left out. */
      sessionId: sessionId.optional(),
      /** How often the roll of this sitting had been called when the page was read; 0: never. */
      times: countShape,
      roll: z
        .array(
          z.object({
            personId: idOf<'person'>(),
            state: z.enum(['present', 'absent']),
            reason: lineShape.default(''),
          }),
        )
        .max(1000),
      guests: z
        .array(z.object({ name: lineShape.min(1), origin: lineShape.default('') }))
        .max(200)
        .default([]),
    }),
    output: z.object({ times: countShape, ...numbers }),
    refusals: {
      ...whileOpen,
      ...dated,
      'no-such-session': 404,
      'session-needed': 422,
      'roll-taken': 409,
      'called-twice': 422,
      'in-two-sittings': 409,
      'not-on-the-roster': 422,
      'in-the-future': 422,
    },
  }),
  addAgendaItem: write({
    mostBytes: TEXT_BYTES,
    about: 'Adds an item to the agenda in the room, at its end.',
    input: z.object({
      id: meetingId,
      kind: z.enum(AGENDA_KINDS),
      title: lineShape.min(1),
      note: textShape.default(''),
      vote: z.enum(DECISION_KINDS).nullable().default(null),
      personId: idOf<'person'>().nullable().default(null),
    }),
    output: z.object({ id: itemId }),
    refusals: {
      ...whileOpen,
      'no-agenda': 409,
      'vote-not-here': 422,
      'vote-unnamed': 422,
      'votes-need-one-sitting': 422,
      'no-such-person': 422,
      'agenda-full': 422,
    },
  }),
  recordVote: write({
    about:
      'Records a vote on an item as it was counted; whether it is carried follows from the rule. Opinions in writing count where the rule says so, and name who handed them in (kept nowhere). Voting again on the same item wants a reason.',
    input: z.object({
      id: meetingId,
      itemId,
      /** Voters in the room now; left out: as many as the roll has. */
      present: countShape.optional(),
      yes: countShape,
      no: countShape,
      abstain: countShape,
      written: z
        .array(z.object({ personId: idOf<'person'>(), opinion: z.enum(['yes', 'no', 'abstain']) }))
        .max(1000)
        .default([]),
      repeatWhy: lineShape.default(''),
    }),
    output: z.object({
      id: idOf<'meeting_vote'>(),
      carried: z.boolean(),
      /** Yes in all, of those expected. */
      yes: countShape,
      of: countShape,
      clause: z.string(),
    }),
    refusals: {
      ...whileOpen,
      ...dated,
      'no-such-item': 404,
      'nothing-to-vote': 422,
      'roll-first': 409,
      'nobody-expected': 422,
      'no-quorum': 409,
      'more-present-than-called': 422,
      'more-votes-than-present': 422,
      'written-not-counted': 422,
      'more-written-than-absent': 422,
      'no-right-to-vote': 422,
      'voted-twice': 422,
      'voted-already': 409,
    },
  }),
  saveMinute: write({
    mostBytes: TEXT_BYTES,
    about: `Saves one block of minutes, of an item or of the meeting, as read at a revision; refused when it was saved since. At most ${MOST_MINUTE} characters.`,
    input: z.object({
      id: meetingId,
      /** Null: of the meeting as a whole. */
      itemId: itemId.nullable(),
      /** 0: nobody wrote it yet. */
      rev: countShape,
      text: z.string().regex(/^[^\0]*$/, 'control-character'),
    }),
    output: z.object({ rev: countShape }),
    refusals: {
      ...noSuchMeeting,
      'meeting-signed': 409,
      'no-such-item': 404,
      'text-too-long': 422,
      'changed-meanwhile': 409,
    },
  }),
  closeMeeting: write({
    about:
      'Closes the room: the record counts from now on, and is late by today. Whoever of those expected was not called is written down as absent.',
    input: z.object({
      id: meetingId,
      /** At or before the start: of the next day, which must have come. */
      ends: time,
      chair: lineShape.min(1),
      recorder: lineShape.min(1),
      lecturer: lineShape.default(''),
      /** Study hours in hundredths of an hour. */
      hoursHundredths: z.number().int().min(0).max(100_000).nullable().default(null),
    }),
    output: z.object({ ...numbers, failed: z.array(z.string()), recordedAfterDays: z.number().int() }),
    refusals: { ...whileOpen, ...dated, 'roll-first': 409, 'ends-before-start': 422, 'in-the-future': 422 },
  }),
  reopenMeeting: write({
    about:
      'Opens the room of a closed meeting again, with the reason, until both have signed: roll, votes and agenda go on, and it counts again once it is closed anew. The day it was first recorded stays.',
    input: z.object({ id: meetingId, why: lineShape.min(1) }),
    output: z.object({}),
    refusals: { ...noSuchMeeting, ...dated, 'meeting-open': 409, 'meeting-signed': 409, 'no-room': 409 },
  }),
  discardMeeting: write({
    about:
      'Gives up a room opened by mistake, with the reason: it is nowhere but in the journal, and its plan may be opened anew. Refused once something was voted, decided or minuted in it.',
    input: z.object({ id: meetingId, why: lineShape.min(1) }),
    output: z.object({ plannedId: idOf<'planned_meeting'>() }),
    refusals: { ...whileOpen, 'meeting-used': 409 },
  }),
  signMeeting: write({
    about:
      'Puts one’s name to the closed record as it was read. With chair and recorder both under the same words it is sealed: nothing of it changes again.',
    input: z.object({ id: meetingId, role: z.enum(SIGNERS), digest: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: z.object({ roomState: z.enum(ROOM_STATES) }),
    refusals: {
      ...noSuchMeeting,
      ...dated,
      'meeting-open': 409,
      'meeting-signed': 409,
      'changed-meanwhile': 409,
      'other-must-sign': 422,
    },
  }),
  addAddendum: write({
    mostBytes: TEXT_BYTES,
    about: 'Adds to a signed record; shown as added, with who and when.',
    input: z.object({ id: meetingId, text: textShape.min(1) }),
    output: z.object({ id: idOf<'addendum'>() }),
    refusals: { ...noSuchMeeting, 'meeting-open': 409, 'meeting-not-signed': 409 },
  }),
}
