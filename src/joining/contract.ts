import { z } from 'zod'
import { read, slice } from '../kit/contract.ts'
import { dayShape, idOf } from '../kit/shapes.ts'
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
/** A case with its 25 steps, clocks and defects as of today. */
export const caseShape = z.object({
  id: idOf<'admission_case'>(),
  stage: z.enum(stages),
  stations: z.array(stationShape),
  /** By `CaseNumber`; training in hundredths of an hour. */
  numbers: z.record(z.string(), z.number()),
  defects: z.array(defectShape),
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
          defects: z.array(z.object({ clause: z.string(), on: dayShape })),
          source: z.enum(['import', 'product']),
        }),
      ),
    }),
    refusals: { 'no-such-unit': 404 },
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
