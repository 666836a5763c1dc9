import { z } from 'zod'
import { read, TEXT_BYTES, write } from '../../kit/contract.ts'
import { countShape, dayShape, idOf, lineShape, textShape } from '../../kit/shapes.ts'
import { DECISION_CLOCKS, DECISION_STATES } from '../rules/decisions.ts'
import { GROUND_NAMES } from '../rules/expected-people.ts'
import { MEETING_KINDS } from '../rules.ts'

/** What was decided. With owner and day it is a promise; `stands`: nothing to carry out. */
export const decisionShape = z.object({
  id: idOf<'decision'>(),
  text: z.string(),
  ownerId: idOf<'person'>().nullable(),
  ownerName: z.string().nullable(),
  dueOn: dayShape.nullable(),
  state: z.enum(DECISION_STATES),
  doneOn: dayShape.nullable(),
  /** How it was done, or why it was dropped. */
  how: z.string(),
})

const madeUpShape = z.object({
  id: idOf<'make_up'>(),
  on: dayShape,
  shift: z.string(),
  given: z.string(),
  materialId: idOf<'material'>().nullable(),
  by: z.string(),
  /** How long after the day it was given it was written down. */
  recordedAfterDays: z.number().int(),
})

/** What comes after a meeting: promises, make-up for those who were absent, and who is not counted as expected. */
export const followUpActions = {
  decideItem: write({
    mostBytes: TEXT_BYTES,
    about:
      'Writes a decision down, of an item or of the meeting; with an owner and a day it is a promise that comes back to the next meeting by itself.',
    input: z.object({
      id: idOf<'meeting'>(),
      itemId: idOf<'agenda_item'>().nullable(),
      text: textShape.min(1),
      ownerId: idOf<'person'>().nullable(),
      dueOn: dayShape.nullable(),
    }),
    output: z.object({ id: idOf<'decision'>() }),
    refusals: {
      'no-such-meeting': 404,
      'meeting-signed': 409,
      'no-such-item': 404,
      'no-such-person': 422,
      'owner-and-day': 422,
      'due-before-meeting': 422,
      'not-carried': 409,
    },
  }),
  finishDecision: write({
    about: 'Says that a promise was kept, on which day and how.',
    input: z.object({ id: idOf<'decision'>(), on: dayShape, how: textShape.default('') }),
    output: z.object({}),
    refusals: {
      'no-such-decision': 404,
      'decision-ended': 409,
      'in-the-future': 422,
      'before-the-meeting': 422,
    },
  }),
  dropDecision: write({
    about: 'Lets a promise go, with the reason.',
    input: z.object({ id: idOf<'decision'>(), why: textShape.min(1) }),
    output: z.object({}),
    refusals: { 'no-such-decision': 404, 'decision-ended': 409 },
  }),
  listDecisions: read({
    about:
      'The decisions of a branch and its groups: open promises first, the soonest first; then the others, latest first.',
    input: z.object({ branchId: idOf<'org'>(), state: z.enum(DECISION_STATES).optional() }),
    output: z.object({
      decisions: z.array(
        decisionShape.extend({
          meetingId: idOf<'meeting'>(),
          orgId: idOf<'org'>(),
          orgName: z.string(),
          kind: z.enum(MEETING_KINDS),
          heldOn: dayShape,
          itemTitle: z.string().nullable(),
          clock: z.enum(DECISION_CLOCKS).nullable(),
          /** Days left; below 0: days over. Null without a clock. */
          daysLeft: z.number().int().nullable(),
        }),
      ),
    }),
    refusals: { 'no-such-unit': 404 },
  }),
  recordMakeUp: write({
    mostBytes: TEXT_BYTES,
    about:
      'Records what somebody who was absent was given afterwards, at a meeting before the shift: 补课, never attendance.',
    input: z.object({
      meetingId: idOf<'meeting'>(),
      personId: idOf<'person'>(),
      on: dayShape,
      /** Which meeting before the shift. */
      shift: lineShape,
      /** What was given. */
      given: textShape.min(1),
      materialId: idOf<'material'>().nullable().default(null),
    }),
    output: z.object({ id: idOf<'make_up'>() }),
    refusals: {
      'no-such-meeting': 404,
      'meeting-open': 409,
      'not-absent': 422,
      'made-up': 409,
      'in-the-future': 422,
      'before-the-meeting': 422,
      'no-such-material': 422,
    },
  }),
  listMakeUps: read({
    about:
      'Who of a branch and its groups missed a lecture, theme day, exchange or general meeting of the last ninety days, who was given it since, and in which shift they work today.',
    input: z.object({ branchId: idOf<'org'>() }),
    output: z.object({
      missed: z.array(
        z.object({
          meetingId: idOf<'meeting'>(),
          kind: z.enum(MEETING_KINDS),
          heldOn: dayShape,
          subject: z.string(),
          personId: idOf<'person'>(),
          name: z.string(),
          orgName: z.string(),
          /** In which shift they work today. */
          shift: z.string(),
          materials: z.array(z.object({ id: idOf<'material'>(), title: z.string(), hasFile: z.boolean() })),
          /** Null: still owed. */
          made: madeUpShape.nullable(),
        }),
      ),
      owed: countShape,
    }),
    refusals: { 'no-such-unit': 404 },
  }),
  excludeFromExpected: write({
    about:
      'Takes somebody off those expected, on one of the five grounds, with the approval from above and the consent of the general meeting; or notes that their right to vote rests.',
    input: z.object({
      orgId: idOf<'org'>(),
      personId: idOf<'person'>(),
      ground: z.enum(GROUND_NAMES),
      /** Number of the approval from above, or of the decision. */
      approvalNo: lineShape.min(1),
      /** The general meeting that consented; null where none is asked. */
      consentMeetingId: idOf<'meeting'>().nullable(),
      from: dayShape,
      to: dayShape.nullable().default(null),
    }),
    output: z.object({ id: idOf<'expected_exclusion'>() }),
    refusals: {
      'no-such-unit': 404,
      'not-a-branch': 422,
      'no-such-person': 422,
      'consent-needed': 422,
      'consent-later': 422,
      'consent-not-needed': 422,
      'ends-before-it-begins': 422,
      'excluded-already': 409,
    },
  }),
  endExclusion: write({
    about: 'Ends an exclusion with its last day; meetings after it count the person again.',
    input: z.object({ id: idOf<'expected_exclusion'>(), on: dayShape }),
    output: z.object({}),
    refusals: { 'no-such-exclusion': 404, 'ends-before-it-begins': 422 },
  }),
  listExclusions: read({
    about:
      'Who of a branch and its groups is not counted among those expected, or may not vote; those that hold today first.',
    input: z.object({ branchId: idOf<'org'>() }),
    output: z.object({
      exclusions: z.array(
        z.object({
          id: idOf<'expected_exclusion'>(),
          personId: idOf<'person'>(),
          name: z.string(),
          ground: z.enum(GROUND_NAMES),
          approvalNo: z.string(),
          consentMeetingId: idOf<'meeting'>().nullable(),
          consentMeetingNo: z.string().nullable(),
          from: dayShape,
          to: dayShape.nullable(),
          holds: z.boolean(),
        }),
      ),
    }),
    refusals: { 'no-such-unit': 404 },
  }),
}
