import { z } from 'zod'
import { read, slice, write } from '../kit/contract.ts'
import {
  countShape,
  dayShape,
  idOf,
  lineShape,
  periodShape,
  sentenceShape,
  typedNumber,
} from '../kit/shapes.ts'

const points = z.string()
export const itemShape = z.object({
  no: z.string(),
  heading: z.string(),
  title: z.string(),
  basis: z.string(),
  fact: z.string(),
  rule: z.enum(['each', 'below', 'threshold', 'bonus', 'veto', 'manual']),
  parameters: z.string(),
  /** A decimal or an exact fraction, `290/3`. */
  value: z.string(),
  points,
  of: points,
  because: sentenceShape,
  evidenceCount: z.number().int(),
  /** How many of the counted windows are not over: counted as missed, and may still be filled. */
  pending: z.number().int(),
})
export const scoreShape = z.object({
  branchId: idOf<'org'>(),
  code: z.string(),
  name: z.string(),
  score: points.nullable(),
  grade: z.string().nullable(),
  bonus: points,
  vetoed: z.boolean(),
  /** How many items of the base lack points. */
  open: z.number().int(),
  /** The vetoes that struck, each with the grade it allows at most, and the grade the score earns without them; null: none. */
  veto: z
    .object({
      earned: z.string().nullable(),
      by: z.array(z.object({ no: z.string(), title: z.string(), ceiling: z.string() })),
    })
    .nullable(),
})
const periodState = z.enum(['not-opened', 'open', 'closed'])
/** A period that is not over: its scores are a trial, counted to today. Null once it is over. */
const run = z.object({ today: dayShape, last: dayShape }).nullable()
const evidenceRow = z.object({
  /** As in the answer of `assess`: a record's number, a window, a month, a post … */
  id: z.string(),
  label: sentenceShape,
  /** The record to open, where the evidence is one. */
  record: z
    .object({
      type: z.enum(['meeting', 'person', 'case', 'target', 'branch']),
      id: z.string(),
      branchId: idOf<'org'>(),
    })
    .nullable(),
})

/** What a task asks for beside number and unit. */
const targetFields = {
  task: lineShape.min(1),
  fact: lineShape.min(1).max(80),
  goal: typedNumber(/^\d{1,6}(\.\d{1,2})?$/),
  deadline: dayShape,
}

export const contract = slice('assessment', {
  listPeriods: read({
    about: 'The periods that have been opened or closed, latest first.',
    input: z.object({}),
    output: z.object({
      periods: z.array(
        z.object({
          name: periodShape,
          first: dayShape,
          last: dayShape,
          state: periodState,
          schemeVersion: z.number().int(),
        }),
      ),
      latestScheme: z.number().int().nullable(),
      /** The period to look at first: an open one that runs today, else the quarter of the latest meeting on record. */
      suggested: periodShape,
    }),
    refusals: {},
  }),
  listScores: read({
    about: 'Score and grade of every branch the asker may see, by code; a closed period answers as frozen.',
    input: z.object({ period: periodShape }),
    output: z.object({
      state: periodState,
      schemeVersion: z.number().int(),
      run,
      scores: z.array(scoreShape),
    }),
    refusals: { 'no-scheme': 404 },
  }),
  findScore: read({
    about:
      'Why a branch has its score: every item with its value, points and one sentence; what was left out, who was excluded.',
    input: z.object({ branchId: idOf<'org'>(), period: periodShape }),
    output: scoreShape.extend({
      state: periodState,
      schemeVersion: z.number().int(),
      run,
      base: points.nullable(),
      items: z.array(itemShape),
      leftOut: z.array(
        z.object({
          no: z.string(),
          heading: z.string(),
          title: z.string(),
          fact: z.string(),
          of: points,
          because: sentenceShape,
        }),
      ),
      excluded: z.array(
        z.object({ personId: idOf<'person'>(), no: z.string(), name: z.string(), because: sentenceShape }),
      ),
    }),
    refusals: { 'no-scheme': 404, 'no-such-unit': 404, 'not-assessed': 404 },
  }),
  listEvidence: read({
    about: 'The rows an item’s value was counted from, each with the record to open.',
    input: z.object({ branchId: idOf<'org'>(), period: periodShape, no: z.string().max(100) }),
    output: z.object({ evidence: z.array(evidenceRow) }),
    refusals: { 'no-scheme': 404, 'no-such-unit': 404, 'not-assessed': 404, 'no-such-item': 404 },
  }),
  findScheme: read({
    about: 'The latest scheme, or one by version.',
    input: z.object({ version: z.coerce.number<string | number>().int().min(1).max(100_000).optional() }),
    output: z.object({
      version: z.number().int(),
      items: z.array(
        itemShape.pick({
          no: true,
          heading: true,
          title: true,
          basis: true,
          fact: true,
          rule: true,
          parameters: true,
          of: true,
        }),
      ),
      bands: z.array(z.object({ grade: z.string(), least: points })),
    }),
    refusals: { 'no-scheme': 404 },
  }),
  listTargets: read({
    about: 'The tasks of a branch with number, deadline and where it stands.',
    input: z.object({ branchId: idOf<'org'>() }),
    output: z.object({
      targets: z.array(
        z.object({
          id: idOf<'target'>(),
          no: z.string(),
          task: z.string(),
          fact: z.string(),
          goal: z.string(),
          deadline: dayShape,
          value: z.string().nullable(),
          isMet: z.boolean(),
          source: z.enum(['import', 'product']),
          /** How often it was changed: a change says from which revision it was begun. */
          rev: countShape,
        }),
      ),
    }),
    refusals: { 'no-such-unit': 404 },
  }),
  addTarget: write({
    about: 'Sets a task for a branch or group: a fact, a number and a deadline (A3.4).',
    input: z.object({ orgId: idOf<'org'>(), no: lineShape.min(1).max(60), ...targetFields }),
    output: z.object({ id: idOf<'target'>() }),
    refusals: { 'no-such-unit': 404, 'not-a-branch': 422, 'no-such-fact': 422, 'number-taken': 409 },
  }),
  changeTarget: write({
    about: 'Changes a task, all but its number and unit; every earlier wording stays in the journal.',
    input: z.object({ id: idOf<'target'>(), rev: countShape, ...targetFields }),
    output: z.object({}),
    refusals: { 'no-such-target': 404, 'changed-meanwhile': 409, 'no-such-fact': 422 },
  }),
  openPeriod: write({
    about: 'Opens a period under the latest scheme, which is frozen for it (A5.1).',
    input: z.object({ period: periodShape }),
    output: z.object({ schemeVersion: z.number().int() }),
    refusals: { 'no-scheme': 404, 'period-open': 409, 'period-closed': 409 },
  }),
  closePeriod: write({
    about: 'Closes a period: facts, evidence and scores are frozen and sealed (A5.2).',
    input: z.object({ period: periodShape }),
    output: z.object({ branches: z.number().int(), seal: z.string() }),
    refusals: { 'no-such-period': 404, 'period-closed': 409, 'period-not-over': 409 },
  }),
  enterManual: write({
    about: 'Enters the number of a manual fact for a branch and a period, with its reason and evidence.',
    input: z.object({
      branchId: idOf<'org'>(),
      period: periodShape,
      factId: lineShape.min(1).max(60),
      value: typedNumber(/^\d{1,6}(\.\d{1,2})?$/),
      reason: lineShape.min(1),
      evidence: lineShape,
    }),
    output: z.object({}),
    refusals: {
      'no-such-unit': 404,
      'not-assessed': 404,
      'no-such-fact': 404,
      'period-closed': 409,
      'above-full-points': 422,
    },
  }),
})

declare module '../kit/contract.ts' {
  interface Contracts {
    assessment: typeof contract
  }
}
