import { z } from 'zod'
import { read, slice, write } from '../kit/contract.ts'
import { countShape, dayShape, idOf, instantShape, lineShape } from '../kit/shapes.ts'
import { CATEGORIES } from '../people/rules.ts'
import { MOST_NAMED } from './rules/named.ts'
import { STAGES, STEPS } from './rules.ts'

const stages = STAGES.map(({ stage }) => stage)

export const STATION_CLOCKS = ['latest', 'earliest'] as const

/** One of the 25 steps of a case as it stands. */
const stationShape = z.object({
  step: z.enum(STEPS),
  no: z.number().int(),
  stage: z.enum(stages),
  on: dayShape.nullable(),
  /** The day it was recorded in the product; null: it came with an import, or is not done. */
  recordedOn: dayShape.nullable(),
  isNext: z.boolean(),
  /** While it is not done: the last day it is in time, or the first day it may be done, with the clause that says so. */
  clock: z
    .object({ kind: z.enum(STATION_CLOCKS), on: dayShape, clause: z.string(), source: z.string() })
    .nullable(),
})
const defectShape = z.object({ clause: z.string(), on: dayShape, step: z.enum(STEPS) })
const hundredths = z.number().int().min(0).max(100_000)
/** The numbers a step asks for; the others are passed over. */
const numbersShape = z.object({
  mentors: countShape.optional(),
  sponsors: countShape.optional(),
  trainingHundredths: hundredths.optional(),
  acceptanceExpected: countShape.optional(),
  acceptancePresent: countShape.optional(),
  acceptanceYes: countShape.optional(),
  conversionExpected: countShape.optional(),
  conversionPresent: countShape.optional(),
  conversionYes: countShape.optional(),
})
const namedShape = z.array(z.object({ personId: idOf<'person'>(), name: z.string() }))
/** Mentors (J4) and sponsors (J5) by name, as far as they were named; how many there are stands in `numbers`. */
const namedPeople = { mentors: namedShape, sponsors: namedShape }
/** Who the step names, full members; their number then need not be given. Left out: those named stay. */
const people = z.array(idOf<'person'>()).max(MOST_NAMED).optional()
/** A case with its 25 steps, clocks and defects as of today. */
export const caseShape = z.object({
  id: idOf<'admission_case'>(),
  stage: z.enum(stages),
  stations: z.array(stationShape),
  /** By `CaseNumber`; training in hundredths of an hour. */
  numbers: z.record(z.string(), z.number()),
  defects: z.array(defectShape),
  ...namedPeople,
})

export const contract = slice('joining', {
  listCases: read({
    about:
      'The admission cases of a branch: each of the 25 steps with its date, and every defect with its clause as of today.',
    input: z.object({ branchId: idOf<'org'>() }),
    output: z.object({
      cases: z.array(
        z.object({
          id: idOf<'admission_case'>(),
          personId: idOf<'person'>(),
          no: z.string(),
          name: z.string(),
          /** Step id → day; steps without a date are left out. */
          steps: z.record(z.string(), dayShape),
          numbers: z.record(z.string(), z.number()),
          ...namedPeople,
          defects: z.array(z.object({ clause: z.string(), on: dayShape })),
          source: z.enum(['import', 'product']),
        }),
      ),
    }),
    refusals: { 'no-such-unit': 404 },
  }),
  findCase: read({
    about:
      'One admission: whose it is, its 25 steps with clocks and defects, and every time a step was recorded.',
    input: z.object({ id: idOf<'admission_case'>() }),
    output: caseShape.extend({
      personId: idOf<'person'>(),
      personNo: z.string(),
      name: z.string(),
      orgId: idOf<'org'>(),
      category: z.enum(CATEGORIES).nullable(),
      source: z.enum(['import', 'product']),
      /** Votes about this person that a meeting held here counted, the latest first; `yes` with those in writing where they count. */
      votes: z.array(
        z.object({
          id: idOf<'meeting_vote'>(),
          step: z.enum(['acceptanceMeeting', 'conversionMeeting']),
          heldOn: dayShape,
          subject: z.string(),
          expected: countShape,
          present: countShape,
          yes: countShape,
        }),
      ),
      /** Oldest first. `on` null: struck out; `earlier` null: it had no day before. */
      entries: z.array(
        z.object({
          step: z.enum(STEPS),
          on: dayShape.nullable(),
          earlier: dayShape.nullable(),
          reason: z.string(),
          recordedOn: dayShape,
          at: instantShape,
        }),
      ),
    }),
    refusals: { 'no-such-case': 404 },
  }),
  openCase: write({
    about:
      'Opens the admission of somebody on the roster who is not a member, from the day the application was handed in.',
    input: z.object({ personId: idOf<'person'>(), on: dayShape, paper: lineShape.default('') }),
    output: z.object({ id: idOf<'admission_case'>() }),
    refusals: {
      'no-such-person': 404,
      'is-member': 422,
      'case-open': 409,
      'in-the-future': 422,
      'against-rules': 422,
    },
  }),
  recordStep: write({
    about:
      'Records a step of an admission with the numbers it asks for. What the rules do not allow is refused, unless `paper` says why it happened all the same.',
    input: z.object({
      id: idOf<'admission_case'>(),
      step: z.enum(STEPS),
      on: dayShape,
      numbers: numbersShape.default({}),
      people,
      paper: lineShape.default(''),
    }),
    output: z.object({ next: z.enum(STEPS).nullable() }),
    refusals: {
      'no-such-case': 404,
      'in-the-future': 422,
      'step-recorded': 409,
      'numbers-missing': 422,
      'impossible-vote': 422,
      'not-a-full-member': 422,
      'against-rules': 422,
    },
  }),
  correctStep: write({
    about:
      'Corrects the day and numbers of a recorded step, or strikes it out; what stood before stays to be seen.',
    input: z.object({
      id: idOf<'admission_case'>(),
      step: z.enum(STEPS),
      on: dayShape.nullable(),
      numbers: numbersShape.default({}),
      people,
      reason: lineShape.min(1),
    }),
    output: z.object({}),
    refusals: {
      'no-such-case': 404,
      'in-the-future': 422,
      'not-recorded': 409,
      'numbers-missing': 422,
      'impossible-vote': 422,
      'not-a-full-member': 422,
    },
  }),
  findMine: read({
    about: 'My own admission: the 25 steps with their days and clocks; null when I have none.',
    input: z.object({}),
    output: z.object({ case: caseShape.nullable() }),
    refusals: {},
  }),
})

declare module '../kit/contract.ts' {
  interface Contracts {
    joining: typeof contract
  }
}
