import { z } from 'zod'
import { read, TEXT_BYTES, write } from '../../kit/contract.ts'
import { countShape, dayShape, idOf, lineShape, textShape } from '../../kit/shapes.ts'
import { CLAUSES } from '../../law/clauses.ts'
import {
  CLOCKS,
  DRAWN_RECORDS,
  EACH,
  FINDING_STATES,
  INSPECTION_STATES,
  MOST_EACH,
  RECHECKS,
  SEVERITIES,
  SPLITS,
} from '../rules/inspection.ts'

const MOST_TEXT = 5000
const saidShape = textShape.min(1).max(MOST_TEXT)

/** A record as it stood when somebody pointed at it. */
const linkShape = z.object({
  subject: z.string(),
  /** The table of the record. */
  record: z.string(),
  /** What it is about. */
  title: z.string(),
  rev: z.number().int(),
  leafIndex: z.number().int(),
})
export type Link = z.output<typeof linkShape>

const listedShape = z.object({
  id: idOf<'inspection'>(),
  title: z.string(),
  orgId: idOf<'org'>(),
  orgName: z.string(),
  from: dayShape,
  to: dayShape,
  /** Null: it was not announced. */
  announcedOn: dayShape.nullable(),
  state: z.enum(INSPECTION_STATES),
  drawnAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  /** Of what the asker may see: drawn, looked at, found, and of that not over yet. */
  counts: z.object({ drawn: countShape, seen: countShape, findings: countShape, open: countShape }),
})

const drawShape = z.object({
  words: z.string(),
  /** The place in the log of the inspection’s own first entry: the seed’s checkpoint is the first over it. */
  place: z.number().int(),
  /** Size of the checkpoint the seed was made from, and its note: origin, size, root, signature. */
  size: z.number().int(),
  note: z.string(),
  /** Base64 of 32 bytes. */
  seed: z.string(),
  /** How many stood in each stratum the asker may see, and how many were drawn. */
  strata: z.array(z.object({ name: z.string(), of: countShape, drawn: countShape })),
})

const sampleShape = linkShape.extend({
  id: idOf<'inspection_sample'>(),
  stratum: z.string(),
  record: z.enum(DRAWN_RECORDS),
  orgId: idOf<'org'>(),
  orgName: z.string(),
  /** The day it tells of; null: it names none. */
  happenedOn: dayShape.nullable(),
  /** When it was first recorded, how many days after, and whether it was brought in from an older ledger. */
  recordedAt: z.string(),
  daysAfter: z.number().int().nullable(),
  imported: z.boolean(),
  /** Looked at, and nothing wrong. */
  inOrder: z.boolean(),
  /** Numbers of the findings that rest on it. */
  findings: z.array(z.number().int()),
})

const roundShape = z.object({
  round: z.number().int(),
  ownerId: idOf<'person'>().nullable(),
  ownerName: z.string().nullable(),
  dueOn: dayShape,
  how: z.string(),
  doneOn: dayShape.nullable(),
  proof: z.array(linkShape),
  recheck: z.object({ result: z.enum(RECHECKS), text: z.string(), at: z.string() }).nullable(),
})

const findingShape = z.object({
  id: idOf<'finding'>(),
  no: z.number().int(),
  orgId: idOf<'org'>(),
  orgName: z.string(),
  text: z.string(),
  clause: z.enum(CLAUSES).nullable(),
  severity: z.enum(SEVERITIES),
  state: z.enum(FINDING_STATES),
  at: z.string(),
  by: z.string(),
  evidence: z.array(linkShape),
  /** The branch's own words. */
  contested: z.object({ text: z.string(), at: z.string() }).nullable(),
  withdrawn: z.object({ text: z.string(), at: z.string() }).nullable(),
  /** Of the round that is open. */
  clock: z.enum(CLOCKS).nullable(),
  daysLeft: z.number().int().nullable(),
  rounds: z.array(roundShape),
})

const ENDED = { 'no-such-finding': 404, 'inspection-closed': 409, 'finding-withdrawn': 409 } as const

/** A sample nobody chose, what was found in it, and what became of it. */
export const inspectionActions = {
  listInspections: read({
    about: 'The inspections the asker may know of: inspectors all of theirs, branches those that were drawn.',
    input: z.object({}),
    output: z.object({ inspections: z.array(listedShape) }),
    refusals: {},
  }),
  findInspection: read({
    about:
      'One inspection: how it was drawn, its sample, findings and what became of them; a branch sees its own part.',
    input: z.object({ id: idOf<'inspection'>() }),
    output: listedShape.extend({
      each: z.number().int(),
      split: z.enum(SPLITS),
      by: z.string(),
      /** Whether a signed checkpoint stands over it, so that it can be drawn. */
      isSealed: z.boolean(),
      draw: drawShape.nullable(),
      sample: z.array(sampleShape),
      findings: z.array(findingShape),
    }),
    refusals: { 'no-such-inspection': 404 },
  }),
  makeInspection: write({
    about:
      'Begins an inspection of a unit and all below it over some days. Nobody is told before it is drawn.',
    input: z.object({
      orgId: idOf<'org'>(),
      title: lineShape.min(1),
      from: dayShape,
      to: dayShape,
      announcedOn: dayShape.nullable().default(null),
      each: z.number().int().min(1).max(MOST_EACH).default(EACH),
      split: z.enum(SPLITS).default('branch'),
    }),
    output: z.object({ id: idOf<'inspection'>() }),
    refusals: { 'no-such-unit': 404, 'ends-before-it-begins': 422, 'in-the-future': 422 },
  }),
  drawSample: write({
    about:
      'Draws the sample, once: from the first checkpoint signed over the inspection and the inspector’s own words, among the records that checkpoint covers.',
    input: z.object({ id: idOf<'inspection'>(), words: lineShape.min(1) }),
    output: z.object({ drawn: countShape }),
    refusals: {
      'no-such-inspection': 404,
      'drawn-already': 409,
      'not-sealed-yet': 409,
      'nothing-to-draw': 422,
    },
  }),
  markInOrder: write({
    about: 'Says of drawn records that they were looked at and nothing is wrong.',
    input: z.object({
      id: idOf<'inspection'>(),
      sampleIds: z.array(idOf<'inspection_sample'>()).min(1).max(1000),
    }),
    output: z.object({}),
    refusals: { 'no-such-inspection': 404, 'inspection-closed': 409, 'not-drawn': 422 },
  }),
  addFinding: write({
    mostBytes: TEXT_BYTES,
    about:
      'Writes down what was found in drawn records of one branch, with the clause and, unless it is a note, the day to put it right by.',
    input: z.object({
      id: idOf<'inspection'>(),
      sampleIds: z.array(idOf<'inspection_sample'>()).min(1).max(100),
      text: saidShape,
      clause: z.enum(CLAUSES).nullable().default(null),
      severity: z.enum(SEVERITIES),
      dueOn: dayShape.nullable().default(null),
    }),
    output: z.object({ id: idOf<'finding'>(), no: z.number().int() }),
    refusals: {
      'no-such-inspection': 404,
      'inspection-closed': 409,
      'not-drawn': 422,
      'several-branches': 422,
      'due-needed': 422,
      'due-not-needed': 422,
      'in-the-past': 422,
    },
  }),
  withdrawFinding: write({
    mostBytes: TEXT_BYTES,
    about: 'Takes a finding back, with the reason; it stays to be read.',
    input: z.object({ id: idOf<'finding'>(), why: saidShape }),
    output: z.object({}),
    refusals: ENDED,
  }),
  contestFinding: write({
    mostBytes: TEXT_BYTES,
    about: 'The branch says what it holds against a finding; both stay.',
    input: z.object({ id: idOf<'finding'>(), text: saidShape }),
    output: z.object({}),
    refusals: { ...ENDED, 'contested-already': 409 },
  }),
  assignRectification: write({
    about: 'Says who of the branch puts it right.',
    input: z.object({ id: idOf<'finding'>(), ownerId: idOf<'person'>() }),
    output: z.object({}),
    refusals: { ...ENDED, 'not-open': 409, 'no-such-person': 422 },
  }),
  rectify: write({
    mostBytes: TEXT_BYTES,
    about: 'Says what was done about a finding and when, with records that show it.',
    input: z.object({
      id: idOf<'finding'>(),
      how: saidShape,
      on: dayShape,
      subjects: z.array(idOf<string>()).max(50).default([]),
    }),
    output: z.object({}),
    refusals: {
      ...ENDED,
      'not-open': 409,
      'no-such-record': 422,
      'in-the-future': 422,
      'before-the-finding': 422,
    },
  }),
  listProof: read({
    about:
      'Records of the branch that were made or changed since a finding, the latest first: what may show that it was put right.',
    input: z.object({ id: idOf<'finding'>() }),
    output: z.object({ records: z.array(linkShape.extend({ recordedAt: z.string() })) }),
    refusals: { 'no-such-finding': 404 },
  }),
  recheck: write({
    mostBytes: TEXT_BYTES,
    about: 'The second look: it was put right, or it is open again until another day.',
    input: z.object({
      id: idOf<'finding'>(),
      result: z.enum(RECHECKS),
      text: textShape.max(MOST_TEXT).default(''),
      dueOn: dayShape.nullable().default(null),
    }),
    output: z.object({}),
    refusals: { ...ENDED, 'not-done': 409, 'due-needed': 422, 'due-not-needed': 422, 'in-the-past': 422 },
  }),
  closeInspection: write({
    about: 'Ends an inspection: all of the sample was looked at and nothing found is open.',
    input: z.object({ id: idOf<'inspection'>() }),
    output: z.object({}),
    refusals: {
      'no-such-inspection': 404,
      'inspection-closed': 409,
      'not-drawn': 422,
      'not-all-seen': 409,
      'findings-open': 409,
    },
  }),
}
