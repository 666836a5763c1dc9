import { z } from 'zod'
import { read, write } from '../../kit/contract.ts'
import { countShape, dayShape, idOf, lineShape, textShape } from '../../kit/shapes.ts'
import { WHY_NOT } from '../rules/expected-people.ts'
import { LEAVE_REASONS, LEAVE_STATES, PLAN_STATES } from '../rules/plans.ts'
import { MEETING_KINDS } from '../rules.ts'
import { agendaItemShape, agendaRefusals, agendaShape } from './agenda.ts'

const starts = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const ends = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/)
const session = {
  day: dayShape,
  starts,
  /** Empty: open; at or before `starts`: of the next day. */
  ends,
  place: lineShape,
  /** Whose sitting it is, as the roster names shifts; empty: everybody's. */
  shift: lineShape,
}
export const sessionShape = z.object(session).extend({ starts: z.string(), ends: z.string() })
const given = {
  kind: z.enum(MEETING_KINDS),
  subject: lineShape.min(1),
  /** What to prepare or to bring. */
  note: textShape,
  sessions: z.array(z.object(session)).min(1).max(12),
  materialIds: z.array(idOf<'material'>()).max(20),
  agenda: agendaShape,
}
const planned = z.object({
  id: idOf<'planned_meeting'>(),
  orgId: idOf<'org'>(),
  orgName: z.string(),
  kind: z.enum(MEETING_KINDS),
  subject: z.string(),
  note: z.string(),
  state: z.enum(PLAN_STATES),
  whyCancelled: z.string(),
  /** The record it became. */
  meetingId: idOf<'meeting'>().nullable(),
  sessions: z.array(sessionShape),
})
const leaveCounts = z.object({
  ...{ asked: countShape, granted: countShape, refused: countShape, withdrawn: countShape },
})
/** Something to read before a meeting; withdrawn: taken back since. */
export const toReadShape = z.object({
  ...{ id: idOf<'material'>(), title: z.string(), hasFile: z.boolean(), isWithdrawn: z.boolean() },
})
const ownLeave = z
  .object({
    id: idOf<'leave_request'>(),
    reason: z.enum(LEAVE_REASONS),
    note: z.string(),
    state: z.enum(LEAVE_STATES),
    answer: z.string(),
  })
  .nullable()
/** A request for leave as the person’s page shows it. */
export const leaveShape = z.object({
  reason: z.enum(LEAVE_REASONS),
  note: z.string(),
  state: z.enum(LEAVE_STATES),
})
/** The sitting for my shift; `isMine` false: there is none for it, this is the next best. */
const mySession = sessionShape.extend({ isMine: z.boolean() }).nullable()

/** Meetings to come, and leave from them. */
export const planActions = {
  listPlanned: read({
    about: 'The planned meetings of a branch and its groups, the next one first; those over come last.',
    input: z.object({ branchId: idOf<'org'>(), state: z.enum(PLAN_STATES).optional() }),
    output: z.object({
      plans: z.array(
        planned.extend({
          materials: z.array(toReadShape),
          leave: leaveCounts,
        }),
      ),
    }),
    refusals: { 'no-such-unit': 404 },
  }),
  findPlanned: read({
    about: 'One planned meeting: when for whom, what to read, how many asked for leave.',
    input: z.object({ id: idOf<'planned_meeting'>() }),
    output: planned.extend({
      materials: z.array(toReadShape),
      leave: leaveCounts,
      agenda: z.array(agendaItemShape),
      /** How often it was changed: a change says from which revision it was begun. */
      rev: countShape,
    }),
    refusals: { 'no-such-plan': 404 },
  }),
  listCalled: read({
    about:
      'Whom a planned meeting is for, each with whether they are counted among those expected and why not, and where their leave stands.',
    input: z.object({ id: idOf<'planned_meeting'>() }),
    output: z.object({
      people: z.array(
        z.object({
          personId: idOf<'person'>(),
          name: z.string(),
          shift: z.string(),
          isExpected: z.boolean(),
          /** Why they are not counted; null when they are (R1.3). */
          whyNot: z.enum(WHY_NOT).nullable(),
          /** null: they asked for none. */
          leave: z.enum(LEAVE_STATES).nullable(),
        }),
      ),
    }),
    refusals: { 'no-such-plan': 404 },
  }),
  planMeeting: write({
    about:
      'Plans a meeting of a branch or group: when for which shift, where, what to read before, what it deals with. Open promises of the unit that no meeting to come has yet stand on its agenda by themselves, where it is of a kind that decides.',
    input: z.object({ orgId: idOf<'org'>(), ...given }),
    output: z.object({ id: idOf<'planned_meeting'>() }),
    refusals: {
      'no-such-unit': 404,
      'not-a-branch': 422,
      'in-the-past': 422,
      'ends-before-start': 422,
      'shift-twice': 422,
      'no-such-material': 422,
      ...agendaRefusals,
    },
  }),
  changePlanned: write({
    about: 'Changes a planned meeting; those it is for are told.',
    input: z.object({ id: idOf<'planned_meeting'>(), rev: countShape, ...given }),
    output: z.object({}),
    refusals: {
      'changed-meanwhile': 409,
      'no-such-plan': 404,
      'plan-ended': 409,
      'plan-begun': 409,
      'in-the-past': 422,
      'ends-before-start': 422,
      'shift-twice': 422,
      'no-such-material': 422,
      ...agendaRefusals,
    },
  }),
  cancelPlanned: write({
    about: 'Calls a planned meeting off, with the reason; those it is for are told.',
    input: z.object({ id: idOf<'planned_meeting'>(), why: lineShape.min(1) }),
    output: z.object({}),
    refusals: { 'no-such-plan': 404, 'plan-ended': 409, 'plan-begun': 409 },
  }),
  listMine: read({
    about:
      'What is coming up for me, each with the sitting for my shift; what I attended lately; my study hours of this year.',
    input: z.object({}),
    output: z.object({
      coming: z.array(
        planned
          .pick({ id: true, orgName: true, kind: true, subject: true })
          .extend({ mySession, leave: ownLeave, toReadCount: countShape }),
      ),
      attended: z.array(
        z.object({
          id: idOf<'meeting'>(),
          kind: z.enum(MEETING_KINDS),
          heldOn: dayShape,
          subject: z.string(),
          state: z.enum(['present', 'absent', 'excluded']),
          /** Study hours in hundredths of an hour. */
          hoursHundredths: z.number().int().nullable(),
        }),
      ),
      hours: z.object({ year: z.number().int(), hundredths: z.number().int() }),
    }),
    refusals: {},
  }),
  findMine: read({
    about: 'A planned meeting for me: when for my shift, where, what to read, my request for leave.',
    input: z.object({ id: idOf<'planned_meeting'>() }),
    output: planned.extend({
      mySession,
      /** What somebody needs to know who looks at the other sittings. */
      myShift: z.string(),
      materials: z.array(toReadShape),
      leave: ownLeave,
      mayAskLeave: z.boolean(),
      mayWithdrawLeave: z.boolean(),
    }),
    refusals: { 'no-such-plan': 404 },
  }),
  askLeave: write({
    about:
      'Asks for leave from a planned meeting, with a reason of the list; what was refused or taken back may be asked again.',
    input: z.object({
      plannedId: idOf<'planned_meeting'>(),
      reason: z.enum(LEAVE_REASONS),
      note: lineShape.default(''),
    }),
    output: z.object({ id: idOf<'leave_request'>() }),
    refusals: { 'no-such-plan': 404, 'plan-ended': 409, 'leave-asked': 409 },
  }),
  withdrawLeave: write({
    about:
      'Takes back one’s own request for leave, answered or not, until the meeting begins; it stays to be seen as taken back.',
    input: z.object({ plannedId: idOf<'planned_meeting'>() }),
    output: z.object({}),
    refusals: { 'no-such-plan': 404, 'no-leave-to-withdraw': 409, 'plan-begun': 409, 'plan-ended': 409 },
  }),
  answerLeave: write({
    about: 'Grants or refuses leave.',
    input: z.object({
      id: idOf<'leave_request'>(),
      state: z.enum(['granted', 'refused']),
      answer: lineShape.default(''),
    }),
    output: z.object({}),
    refusals: {
      'no-such-leave': 404,
      'leave-answered': 409,
      'leave-withdrawn': 409,
      'own-leave': 422,
      'answer-needed': 422,
    },
  }),
  listLeave: read({
    about: 'Requests for leave from meetings of a branch and its groups; what waits first.',
    input: z.object({ branchId: idOf<'org'>(), state: z.enum(LEAVE_STATES).optional() }),
    output: z.object({
      requests: z.array(
        z.object({
          id: idOf<'leave_request'>(),
          plannedId: idOf<'planned_meeting'>(),
          kind: z.enum(MEETING_KINDS),
          subject: z.string(),
          /** The first day of its sittings. */
          day: dayShape,
          personId: idOf<'person'>(),
          name: z.string(),
          reason: z.enum(LEAVE_REASONS),
          note: z.string(),
          state: z.enum(LEAVE_STATES),
          answer: z.string(),
          answeredBy: z.string().nullable(),
          askedAt: z.string(),
        }),
      ),
    }),
    refusals: { 'no-such-unit': 404 },
  }),
}
