import { z } from 'zod'
import { read } from '../../kit/contract.ts'
import { idOf, periodShape } from '../../kit/shapes.ts'

/** A pack to be saved; `content` is base64, `begunBefore`: records it lacks because they began in a log that has ended. */
const packFile = z.object({
  fileName: z.string(),
  content: z.string(),
  records: z.number().int(),
  begunBefore: z.number().int(),
})
const REFUSALS = {
  'not-sealed-yet': 409,
  'nothing-to-pack': 422,
  'too-many-records': 422,
  'seal-broken': 409,
  'erased-without-notice': 409,
  'journal-damaged': 409,
} as const

/** What an inspector carries away (docs/pack.md). */
export const packActions = {
  makeInspectionPack: read({
    about:
      'The evidence pack of an inspection: its draw, the drawn records with their seals and what may be seen of them, and the page that checks all of it without a network.',
    input: z.object({ id: idOf<'inspection'>() }),
    output: packFile,
    refusals: { 'no-such-inspection': 404, 'not-drawn': 422, ...REFUSALS },
  }),
  makePeriodPack: read({
    about:
      'The evidence pack of a unit and all below it in a period: its records, and its scores where the period is closed.',
    input: z.object({ orgId: idOf<'org'>(), period: periodShape }),
    output: packFile,
    refusals: { 'no-such-unit': 404, 'no-such-period': 404, ...REFUSALS },
  }),
}
