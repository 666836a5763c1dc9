import { z } from 'zod'
import { read, write } from '../../kit/contract.ts'
import { dayShape, idOf, limitShape, lineShape, textShape } from '../../kit/shapes.ts'

/** A kind of record, by its table: how many, how they spread over the bands of days after, how many came late, how many of these have a reason. */
const spreadShape = z.object({
  record: z.string(),
  of: z.number().int(),
  bands: z.array(z.number().int()),
  late: z.number().int(),
  reasoned: z.number().int(),
  medianDays: z.number().int().nullable(),
})

const span = { orgId: idOf<'org'>(), from: dayShape, to: dayShape }

/** What came late, and what a branch says of it. */
export const latenessContract = {
  findLateness: read({
    about:
      'Of what took place in a unit and all below it in a stretch of days: how many records of each kind were made how many days after, what was imported apart, and what was made between the announcement of an inspection and its visit about things long before.',
    input: z.object(span),
    output: z.object({
      unit: z.object({ id: idOf<'org'>(), name: z.string() }),
      /** First and last day of each band; null: without end. */
      bands: z.array(z.object({ from: z.number().int(), to: z.number().int().nullable() })),
      all: spreadShape,
      entered: z.array(spreadShape),
      imported: z.array(spreadShape),
      before: z.array(
        z.object({
          id: idOf<'inspection'>(),
          title: z.string(),
          announcedOn: dayShape,
          visitOn: dayShape,
          kinds: z.array(z.object({ record: z.string(), n: z.number().int(), reasoned: z.number().int() })),
        }),
      ),
    }),
    refusals: { 'no-such-unit': 404, 'ends-before-start': 422 },
  }),
  listMade: read({
    about:
      'The records behind a number of `evidence.findLateness`, the latest made first: of a kind, of a band of days after, imported or entered, or those that stand out before an inspection.',
    input: z.object({
      ...span,
      record: lineShape.optional(),
      /** Days after, at least and at most. */
      least: z.coerce.number<string | number>().int().min(0).max(100_000).default(0),
      most: z.coerce.number<string | number>().int().min(0).max(100_000).optional(),
      source: z.enum(['entered', 'imported']).default('entered'),
      inspectionId: idOf<'inspection'>().optional(),
      limit: limitShape.default(300),
    }),
    output: z.object({
      rows: z.array(
        z.object({
          record: z.string(),
          subject: z.string(),
          title: z.string().nullable(),
          orgId: idOf<'org'>(),
          orgName: z.string(),
          happenedOn: dayShape,
          madeAt: z.string(),
          days: z.number().int(),
          reason: z.string().nullable(),
        }),
      ),
      /** More than the limit fit. */
      more: z.boolean(),
    }),
    refusals: { 'no-such-unit': 404, 'ends-before-start': 422 },
  }),
  addReason: write({
    about:
      'Puts the branch’s own reason beside a record that came late. It is sealed as any record; more can be added, nothing taken back.',
    input: z.object({ subject: idOf<string>(), text: textShape.min(2).max(1000) }),
    output: z.object({ id: idOf<'late_reason'>() }),
    refusals: { 'no-such-record': 404, 'not-late': 409 },
  }),
}
