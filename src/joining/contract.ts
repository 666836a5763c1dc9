import { z } from 'zod'
import { read, slice } from '../kit/contract.ts'
import { dayShape, idOf } from '../kit/shapes.ts'

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
})

declare module '../kit/contract.ts' {
  interface Contracts {
    joining: typeof contract
  }
}
