import { z } from 'zod'
import { read, slice } from '../kit/contract.ts'
import { dayShape, idOf, periodShape, yearShape } from '../kit/shapes.ts'

/** The papers of meetings. */
const planned = { id: idOf<'planned_meeting'>(), format: z.enum(['docx', 'pdf']) }
const record = {
  id: idOf<'meeting'>(),
  format: z.enum(['docx', 'pdf']),
  /** Where the product is reached, for the code on paper: `https://pitlamp.example`. Left out: without a code. */
  address: z
    .string()
    .max(200)
    .regex(/^https?:\/\/[\w.:[\]-]+$/)
    .optional(),
}
const format = z.enum(['docx', 'pdf'])
/** A paper to be saved; `content` is base64. */
const file = z.object({ fileName: z.string(), content: z.string() })

export const contract = slice('documents', {
  scoreLetter: read({
    about:
      'The letter that tells a branch the result of a period: score, grade, each lost point with its reason and clause, the year, where to object.',
    input: z.object({ branchId: idOf<'org'>(), period: periodShape, format }),
    output: file,
    refusals: { 'no-scheme': 404, 'no-such-unit': 404, 'not-assessed': 404 },
  }),
  roster: read({
    about: 'The roster of a branch as it stood on a day (today when none is given), as a paper.',
    input: z.object({ branchId: idOf<'org'>(), on: dayShape.optional(), format }),
    output: file,
    refusals: { 'no-such-unit': 404 },
  }),
  branchDuties: read({
    about: 'The year of a branch as a paper: every duty by month, and what is missed, late or due.',
    input: z.object({ branchId: idOf<'org'>(), year: yearShape, format }),
    output: file,
    refusals: { 'no-such-unit': 404 },
  }),
  overview: read({
    about: 'The year of every branch the asker may see as a paper: one row each, by code, never by score.',
    input: z.object({ year: yearShape, format }),
    output: file,
    refusals: {},
  }),
  meetingNotice: read({
    about: 'The notice of a planned meeting: what, when and where for which shift, what to prepare.',
    input: z.object(planned),
    output: file,
    refusals: { 'no-such-plan': 404 },
  }),
  signInSheet: read({
    about:
      'The blank sheet to be signed with a pen at a planned meeting, a page for each sitting: who is called to it, and who has leave.',
    input: z.object(planned),
    output: file,
    refusals: { 'no-such-plan': 404 },
  }),
  meetingMinutes: read({
    about:
      'The minutes of a meeting as a paper: facts, items, votes, decisions, signatures, what was added, and where its seal stands.',
    input: z.object(record),
    output: file,
    refusals: { 'no-such-meeting': 404, 'meeting-open': 409 },
  }),
  meetingResolution: read({
    about: 'What a meeting decided, as a paper to be sent.',
    input: z.object(record),
    output: file,
    refusals: { 'no-such-meeting': 404, 'meeting-open': 409, 'nothing-decided': 422 },
  }),
  inspectionReport: read({
    about:
      'The report of an inspection as a paper: how it was drawn, what was found, what became of it, and the sample; of a branch its own part.',
    input: z.object({ id: idOf<'inspection'>(), format }),
    output: file,
    refusals: { 'no-such-inspection': 404 },
  }),
  meetingLedger: read({
    about: 'The meetings of a branch and its groups in a year, as a paper or as a sheet.',
    input: z.object({ branchId: idOf<'org'>(), year: yearShape, format: z.enum(['docx', 'pdf', 'xlsx']) }),
    output: file,
    refusals: { 'no-such-unit': 404 },
  }),
})

declare module '../kit/contract.ts' {
  interface Contracts {
    documents: typeof contract
  }
}
