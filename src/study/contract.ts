import { z } from 'zod'
import { read, slice, write } from '../kit/contract.ts'
import { countShape, dayShape, idOf, lineShape, monthShape, textShape, yearShape } from '../kit/shapes.ts'

/** What a row of a plan says beside unit, month and subject. */
const planned = {
  content: textShape,
  form: lineShape,
  lecturer: lineShape,
  hoursHundredths: z.number().int().min(0).max(100_000).nullable(),
  prepared: z.boolean().nullable(),
}

export const contract = slice('study', {
  listPlan: read({
    about: 'The study plan of a branch and its groups for a year, with what became of each row.',
    input: z.object({ branchId: idOf<'org'>(), year: yearShape }),
    output: z.object({
      rows: z.array(
        z.object({
          id: idOf<'study_plan_row'>(),
          orgId: idOf<'org'>(),
          month: monthShape,
          subject: z.string(),
          content: z.string(),
          form: z.string(),
          lecturer: z.string(),
          hoursHundredths: z.number().int().nullable(),
          prepared: z.boolean().nullable(),
          /** The meeting at which it was done. `recordedAfterDays`: how long after it its record came; null: nobody noted it. */
          meeting: z
            .object({
              id: idOf<'meeting'>(),
              no: z.string(),
              heldOn: dayShape,
              recordedAfterDays: z.number().int().nullable(),
            })
            .nullable(),
          source: z.enum(['import', 'product']),
          /** The day it was cancelled, and why; null: it stands. */
          cancelledOn: dayShape.nullable(),
          cancelReason: z.string().nullable(),
          /** How often it was changed: a change says from which revision it was begun. */
          rev: countShape,
        }),
      ),
      /** Study organised by the branch itself this year, beside what a member should have (R4); hundredths of an hour. */
      hours: z.object({
        heldHundredths: z.number().int(),
        askedHundredths: z.number().int(),
        clause: z.string(),
        source: z.string(),
      }),
    }),
    refusals: { 'no-such-unit': 404 },
  }),
  addPlanRow: write({
    about: 'Adds to the study plan of a branch or group what is to be studied in a month.',
    input: z.object({ orgId: idOf<'org'>(), month: monthShape, subject: lineShape.min(1), ...planned }),
    output: z.object({ id: idOf<'study_plan_row'>() }),
    refusals: { 'no-such-unit': 404, 'not-a-branch': 422, 'subject-taken': 409 },
  }),
  changePlanRow: write({
    about:
      'Changes a row of a study plan, all but unit, month and subject; names the meeting at which it was done.',
    input: z.object({
      id: idOf<'study_plan_row'>(),
      rev: countShape,
      ...planned,
      meetingId: idOf<'meeting'>().nullable(),
    }),
    output: z.object({}),
    refusals: { 'no-such-row': 404, 'row-cancelled': 409, 'changed-meanwhile': 409, 'no-such-meeting': 422 },
  }),
  cancelPlanRow: write({
    about:
      'Cancels a row of a study plan, with the reason. It stays to be seen; cancelled by the end of its month it no longer counts, later it does.',
    input: z.object({ id: idOf<'study_plan_row'>(), reason: lineShape.min(1) }),
    output: z.object({}),
    refusals: { 'no-such-row': 404, 'row-cancelled': 409 },
  }),
})

declare module '../kit/contract.ts' {
  interface Contracts {
    study: typeof contract
  }
}
