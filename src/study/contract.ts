import { z } from 'zod'
import { read, slice } from '../kit/contract.ts'
import { dayShape, idOf, monthShape, yearShape } from '../kit/shapes.ts'

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
          meeting: z.object({ id: idOf<'meeting'>(), no: z.string(), heldOn: dayShape }).nullable(),
          source: z.enum(['import', 'product']),
        }),
      ),
    }),
    refusals: { 'no-such-unit': 404 },
  }),
})

declare module '../kit/contract.ts' {
  interface Contracts {
    study: typeof contract
  }
}
