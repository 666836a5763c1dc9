import { z } from 'zod'
import { read, slice, TEXT_BYTES, write } from '../kit/contract.ts'
import { countShape, dayShape, idOf, limitShape, lineShape, textShape, yearShape } from '../kit/shapes.ts'
import { calendarActions } from './contract/calendar.ts'
import { dutyRowShape } from './contract/duties.ts'
import { followUpActions } from './contract/follow-up.ts'
import { photoActions } from './contract/photos.ts'
import { leaveShape, planActions } from './contract/plans.ts'
import { proposeActions } from './contract/propose.ts'
import { roomActions } from './contract/room.ts'
import { signatureShape } from './contract/room-shapes.ts'
import { searchActions } from './contract/search.ts'
import { ATTENDED_STATES } from './rules/attended.ts'
import { BLOCKS } from './rules/blocks.ts'
import { LISTED_STATES } from './rules/listed.ts'
import { ROOM_STATES } from './rules/room.ts'
import { MEETING_KINDS } from './rules.ts'

export type { MeetingKind } from './rules.ts'

const time = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/)
const factFields = {
  kind: z.enum(MEETING_KINDS),
  heldOn: dayShape,
  starts: time,
  /** At or before `starts`: of the next day, while `heldOn` remains the day it began. */
  ends: time,
  place: lineShape,
  chair: lineShape,
  recorder: lineShape,
  lecturer: lineShape,
  /** Study hours in hundredths of an hour. */
  hoursHundredths: z.number().int().min(0).max(100_000).nullable(),
}
const meetingFields = { ...factFields, subject: textShape, resolution: textShape, absence: textShape }
const listed = z.object({
  id: idOf<'meeting'>(),
  no: z.string(),
  orgId: idOf<'org'>(),
  orgName: z.string(),
  kind: z.enum(MEETING_KINDS),
  heldOn: dayShape,
  subject: z.string(),
  expected: countShape,
  present: countShape,
  /** The clauses of A2 it fails; empty: it counts. */
  failed: z.array(z.string()),
  /** Calendar days between the meeting and its record; null when nobody noted when it was recorded. */
  recordedAfterDays: z.number().int().nullable(),
  source: z.enum(['import', 'product']),
})
const rollShape = z.object({
  personId: idOf<'person'>(),
  state: z.enum(['present', 'absent', 'excluded']),
  reason: lineShape,
})

const blockShape = z.discriminatedUnion('block', [
  z.object({ block: z.literal('facts'), ...factFields }),
  z.object({ block: z.literal('subject'), subject: textShape }),
  z.object({ block: z.literal('resolution'), resolution: textShape }),
  z.object({ block: z.literal('absence'), absence: textShape }),
  z.object({ block: z.literal('roll'), roll: z.array(rollShape).min(1).max(1000) }),
])

export const contract = slice('meetings', {
  listMeetings: read({
    about: 'The meetings of a branch and its groups, latest first.',
    input: z.object({
      branchId: idOf<'org'>(),
      from: dayShape.optional(),
      to: dayShape.optional(),
      kind: z.enum(MEETING_KINDS).optional(),
    }),
    output: z.object({ meetings: z.array(listed) }),
    refusals: { 'no-such-unit': 404 },
  }),
  listHeld: read({
    about:
      'The latest meetings of all units the asker may see, or of one with all below it, with sums over every meeting that fits.',
    input: z.object({
      orgId: idOf<'org'>().optional(),
      from: dayShape.optional(),
      to: dayShape.optional(),
      kind: z.enum(MEETING_KINDS).optional(),
      state: z.enum(LISTED_STATES).optional(),
      limit: limitShape.default(300),
    }),
    output: z.object({
      meetings: z.array(listed),
      sums: z.object({
        meetings: z.number().int(),
        present: z.number().int(),
        expected: z.number().int(),
        late: z.number().int(),
        countsNot: z.number().int(),
      }),
    }),
    refusals: {},
  }),
  listOfPerson: read({
    about:
      'The meetings on whose roll a person of the asker’s units stands, the latest first, a page at a time; and the leave they asked from meetings still to come.',
    input: z.object({
      personId: idOf<'person'>(),
      /** The `next` of the page before. */
      after: idOf<'meeting'>().optional(),
      limit: limitShape.default(20),
    }),
    output: z.object({
      meetings: z.array(
        z.object({
          id: idOf<'meeting'>(),
          orgName: z.string(),
          kind: z.enum(MEETING_KINDS),
          heldOn: dayShape,
          subject: z.string(),
          state: z.enum(ATTENDED_STATES),
          /** As the roll has it. */
          reason: z.string(),
          /** Study hours in hundredths of an hour. */
          hoursHundredths: z.number().int().nullable(),
          /** The leave asked from it; null: none was. */
          leave: leaveShape.nullable(),
        }),
      ),
      /** Give it as `after` for the next page; null at the end. */
      next: idOf<'meeting'>().nullable(),
      /** Of all their meetings within reach: at how many they were, of how many that count them. */
      sums: z.object({ present: countShape, of: countShape }),
      ahead: z.array(
        z.object({
          plannedId: idOf<'planned_meeting'>(),
          kind: z.enum(MEETING_KINDS),
          subject: z.string(),
          day: dayShape.nullable(),
          leave: leaveShape,
        }),
      ),
    }),
    refusals: { 'no-such-person': 404 },
  }),
  findMeeting: read({
    about: 'One meeting as recorded, with its roll call, and what it fails of A2.',
    input: z.object({ id: idOf<'meeting'>() }),
    output: listed.extend({
      ...meetingFields,
      starts: z.string(),
      ends: z.string(),
      registeredOn: dayShape.nullable(),
      recordedAt: z.string(),
      /** Null: recorded without a room. */
      roomState: z.enum(ROOM_STATES).nullable(),
      /** Of a sealed record. */
      signatures: z.array(signatureShape),
      roll: z.array(rollShape.extend({ name: z.string() })),
    }),
    refusals: { 'no-such-meeting': 404 },
  }),
  enterMeeting: write({
    about: 'Records a meeting that took place, with the secretary’s roll call.',
    input: z.object({
      orgId: idOf<'org'>(),
      ...meetingFields,
      roll: z.array(rollShape).min(1).max(1000),
      /** The planned meeting it was. */
      plannedId: idOf<'planned_meeting'>().optional(),
    }),
    output: z.object({
      id: idOf<'meeting'>(),
      no: z.string(),
      expected: countShape,
      present: countShape,
      failed: z.array(z.string()),
    }),
    refusals: {
      'no-such-unit': 404,
      'not-a-branch': 422,
      'in-the-future': 422,
      'ends-before-start': 422,
      'not-on-the-roster': 422,
      'called-twice': 422,
      'no-such-plan': 404,
      'plan-ended': 409,
      'plan-begun': 409,
    },
  }),
  changeMeeting: write({
    mostBytes: TEXT_BYTES,
    about: 'Corrects what is written of a meeting; every earlier wording stays in the journal.',
    input: z.object({ id: idOf<'meeting'>(), ...meetingFields }),
    output: z.object({ failed: z.array(z.string()) }),
    refusals: {
      'no-such-meeting': 404,
      'meeting-signed': 409,
      'in-the-future': 422,
      'ends-before-start': 422,
    },
  }),
  findBlocks: read({
    about:
      'A meeting for whoever corrects it: its revision, and of each block that was corrected the last change, by whom and when.',
    input: z.object({ id: idOf<'meeting'>() }),
    output: z.object({
      id: idOf<'meeting'>(),
      no: z.string(),
      orgId: idOf<'org'>(),
      orgName: z.string(),
      rev: countShape,
      ...meetingFields,
      starts: z.string(),
      ends: z.string(),
      roll: z.array(rollShape.extend({ name: z.string() })),
      changes: z.array(
        z.object({
          block: z.enum(BLOCKS),
          rev: countShape,
          at: z.string(),
          /** '' by an import. */ by: z.string(),
        }),
      ),
    }),
    refusals: { 'no-such-meeting': 404 },
  }),
  changeBlock: write({
    mostBytes: TEXT_BYTES,
    about:
      'Corrects one block of a meeting as it was read at a revision; refused when that block was changed since. Other blocks do not matter.',
    input: z.object({ id: idOf<'meeting'>(), rev: countShape, change: blockShape }),
    output: z.object({ rev: countShape, failed: z.array(z.string()) }),
    refusals: {
      'no-such-meeting': 404,
      'changed-meanwhile': 409,
      'meeting-open': 409,
      'meeting-signed': 409,
      'in-the-future': 422,
      'ends-before-start': 422,
      'not-on-the-roster': 422,
      'called-twice': 422,
    },
  }),
  listDuties: read({
    about:
      'What the rules ask of a branch in a year, window by window: due, done, done late, missed, not applicable and why.',
    input: z.object({ branchId: idOf<'org'>(), year: yearShape }),
    output: z.object({ duties: z.array(dutyRowShape) }),
    refusals: { 'no-such-unit': 404 },
  }),
  ...calendarActions,
  ...searchActions,
  ...planActions,
  ...roomActions,
  ...followUpActions,
  ...photoActions,
  ...proposeActions,
})

declare module '../kit/contract.ts' {
  interface Contracts {
    meetings: typeof contract
  }
}
