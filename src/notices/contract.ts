import { z } from 'zod'
import { read, slice } from '../kit/contract.ts'
import { countShape, sentenceShape } from '../kit/shapes.ts'
import { NOTICE_KINDS } from './rules.ts'

export const contract = slice('notices', {
  listMine: read({
    about:
      'What I am told, the latest first: of the last ninety days, and nothing before my rest is over. Nobody sees whether I read it.',
    input: z.object({}),
    output: z.object({
      /** What is held back while I rest: how many, and the instant the first of it is shown; null: nothing is. */
      waiting: z.object({ count: countShape, until: z.string() }).nullable(),
      notices: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(NOTICE_KINDS),
          /** The planned meeting, the voice, the case, the request for leave it is about. */
          about: z.string().nullable(),
          at: z.string(),
          title: sentenceShape,
          /** One line each. */
          lines: z.array(sentenceShape),
        }),
      ),
    }),
    refusals: {},
  }),
})

declare module '../kit/contract.ts' {
  interface Contracts {
    notices: typeof contract
  }
}
