import { z } from 'zod'
import { read, slice, write } from '../kit/contract.ts'
import { dayShape, idOf, instantShape, lineShape, monthShape, yearShape } from '../kit/shapes.ts'
import { DUES_CLASSES } from '../people/rules.ts'
import { DUTIES, MONTH_STATES } from './rules/months.ts'

const fenShape = z.number().int().min(0).max(100_000_000)

/** How many days after the payment it was written down; null: it was imported. */
const recordedAfterDays = z.number().int().nullable()

const paymentShape = z.object({
  id: idOf<'dues_payment'>(),
  paidFen: fenShape,
  paidOn: dayShape,
  source: z.enum(['import', 'product']),
  recordedAfterDays,
  /** What was corrected in it, oldest first. */
  corrections: z.array(
    z.object({ fromFen: fenShape, toFen: fenShape, reason: z.string(), at: instantShape }),
  ),
})
/** One month of somebody's dues. */
export const duesMonthShape = z.object({
  month: monthShape,
  /** The branch it belongs to; null: not to the one asked about. */
  branchId: idOf<'org'>().nullable(),
  /** Whether it is owed; when not, nothing is judged. */
  duty: z.enum(DUTIES),
  state: z.enum(MONTH_STATES),
  /** Computed by A3.2; null when nothing is owed, or the base it needs is missing. */
  dueFen: fenShape.nullable(),
  paidFen: fenShape,
  /** Paid less due; null when nothing is due. */
  differenceFen: z.number().int().nullable(),
  /** How the amount was computed; null with `dueFen`. */
  how: z
    .object({
      duesClass: z.enum(DUES_CLASSES),
      /** The base; null when it is masked for the asker, or the amount is flat. */
      baseFen: fenShape.nullable(),
      /** Thousandths of the whole base; null: a flat amount. */
      perMille: z.number().int().nullable(),
      /** The bracket of the base: above one, up to the other; null: no limit. */
      overFen: fenShape.nullable(),
      upToFen: fenShape.nullable(),
      clause: z.string(),
      source: z.string(),
    })
    .nullable(),
  payments: z.array(paymentShape),
})

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
          recordedAfterDays,
        }),
      ),
    }),
    refusals: { 'no-such-unit': 404 },
  }),
  findMine: read({
    about: 'My dues of a year: month by month what was due, how that was computed, and what was paid.',
    input: z.object({ year: yearShape }),
    output: z.object({
      year: z.number().int(),
      /** Whether I owe dues now: full and probationary members do. */
      isMember: z.boolean(),
      months: z.array(duesMonthShape),
      dueFen: fenShape,
      paidFen: fenShape,
    }),
    refusals: {},
  }),
  listOfPerson: read({
    about:
      'The dues of one person in a year, month by month, as far as they stood in the asker’s units: what was due, how that was computed, what was paid.',
    input: z.object({ personId: idOf<'person'>(), year: yearShape }),
    output: z.object({ months: z.array(duesMonthShape), dueFen: fenShape, paidFen: fenShape }),
    refusals: { 'no-such-person': 404 },
  }),
  listMonths: read({
    about:
      'The dues of a branch in a year: everybody who was a member of it, month by month, what was due and paid; with sums.',
    input: z.object({ branchId: idOf<'org'>(), year: yearShape }),
    output: z.object({
      today: dayShape,
      people: z.array(
        z.object({
          personId: idOf<'person'>(),
          no: z.string(),
          name: z.string(),
          months: z.array(duesMonthShape),
        }),
      ),
      /** By month: what was due and paid here, and how many owe and have paid in full. */
      sums: z.array(
        z.object({
          month: monthShape,
          dueFen: z.number().int(),
          paidFen: z.number().int(),
          owing: z.number().int(),
          settled: z.number().int(),
        }),
      ),
    }),
    refusals: { 'no-such-unit': 404 },
  }),
  recordPayments: write({
    about:
      'Records that each of these members of a branch handed in what was still due for a month, on one day.',
    input: z.object({
      branchId: idOf<'org'>(),
      month: monthShape,
      paidOn: dayShape,
      personIds: z.array(idOf<'person'>()).min(1).max(500),
    }),
    output: z.object({ count: z.number().int(), paidFen: z.number().int() }),
    refusals: {
      'no-such-unit': 404,
      'nothing-due': 422,
      'in-the-future': 422,
      'payment-recorded': 409,
    },
  }),
  correctPayment: write({
    about:
      'Corrects the amount of a payment by an addendum; what stood before stays to be seen. 0 strikes it out.',
    input: z.object({ id: idOf<'dues_payment'>(), paidFen: fenShape, reason: lineShape.min(1) }),
    output: z.object({}),
    refusals: { 'no-such-payment': 404, 'same-amount': 409 },
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
