import { z } from 'zod'
import { read, slice, write } from '../kit/contract.ts'
import { dayShape, idOf, lineShape, textShape } from '../kit/shapes.ts'
import { OUTCOMES, VOICE_KINDS } from './rules.ts'

const MOST_TEXT = 5000

const said = z.object({
  id: idOf<'voice'>(),
  kind: z.enum(VOICE_KINDS),
  text: z.string(),
  page: z.string(),
  field: z.string(),
  sentAt: z.string(),
  /** The last day to answer. */
  answerBy: dayShape,
  answer: z
    .object({ text: z.string(), outcome: z.enum(OUTCOMES), at: z.string(), byName: z.string() })
    .nullable(),
})

export const contract = slice('voice', {
  send: write({
    about:
      'A complaint, a suggestion, or a request to correct what is held about me, about a page or a field; signed, and to be answered by a day. `to` committee: past one’s own branch.',
    input: z.object({
      kind: z.enum(VOICE_KINDS),
      text: textShape.min(1).max(MOST_TEXT),
      /** The address of the page it is about; empty: none. */
      page: lineShape.default(''),
      /** The field to correct; empty: none. */
      field: lineShape.default(''),
      to: z.enum(['branch', 'committee']).default('branch'),
    }),
    output: z.object({ id: idOf<'voice'>(), answerBy: dayShape }),
    refusals: {},
  }),
  listMine: read({
    about: 'What I said, with the answers; the latest first.',
    input: z.object({}),
    output: z.object({ voices: z.array(said) }),
    refusals: {},
  }),
  list: read({
    about: 'What was said to those who answer: what waits first, by the day it must be answered.',
    input: z.object({ state: z.enum(['waiting', 'answered']).optional() }),
    output: z.object({
      voices: z.array(
        said.extend({
          fromName: z.string(),
          personId: idOf<'person'>().nullable(),
          orgId: idOf<'org'>().nullable(),
          orgName: z.string().nullable(),
        }),
      ),
    }),
    refusals: {},
  }),
  answer: write({
    about: 'Answers what was said, once, with what became of it; whoever said it is told.',
    input: z.object({
      id: idOf<'voice'>(),
      outcome: z.enum(OUTCOMES),
      text: textShape.min(1).max(MOST_TEXT),
    }),
    output: z.object({}),
    refusals: { 'no-such-voice': 404, 'voice-answered': 409, 'own-voice': 422 },
  }),
})

declare module '../kit/contract.ts' {
  interface Contracts {
    voice: typeof contract
  }
}
