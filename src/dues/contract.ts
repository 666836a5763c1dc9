import { z } from 'zod'
import { read, slice, write } from '../kit/contract.ts'
import { dayShape, idOf, monthShape, yearShape } from '../kit/shapes.ts'

const fenShape = z.number().int().min(0).max(100_000_000)

export const contract = slice('dues', {
  listPayments: read({
    about: 'Who of a branch paid what for which month of a year, beside the amount computed as due.',
    input: z.object({ branchId: idOf<'org'>(), year: yearShape }),
    output: z.object({
      payments: z.array(
        z.object({
          id: idOf<'dues_payment'>(),
          personId: idOf<'person'>(),
          no: z.string(),
          name: z.string(),
          month: monthShape,
          /** What the branch believed was due; null when it wrote nothing. */
          believedFen: fenShape.nullable(),
          /** Computed by A3.2; null when the base it needs is missing. */
          dueFen: fenShape.nullable(),
          paidFen: fenShape,
          paidOn: dayShape,
          source: z.enum(['import', 'product']),
        }),
      ),
    }),
    refusals: { 'no-such-unit': 404 },
  }),
  recordPayment: write({
    about: 'Records dues received from a member for a month.',
    input: z.object({
      personId: idOf<'person'>(),
      month: monthShape,
      paidFen: fenShape.min(1),
      paidOn: dayShape,
    }),
    output: z.object({ id: idOf<'dues_payment'>(), dueFen: fenShape.nullable() }),
    refusals: { 'no-such-person': 404, 'not-a-member': 422, 'in-the-future': 422, 'payment-recorded': 409 },
  }),
})

declare module '../kit/contract.ts' {
  interface Contracts {
    dues: typeof contract
  }
}
