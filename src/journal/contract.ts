import { z } from 'zod'
import { read, slice } from '../kit/contract.ts'
import { idOf } from '../kit/shapes.ts'

export const contract = slice('journal', {
  findHistory: read({
    about:
      'The sealed history of one record: each revision with the action that made it, when it was received, and its place in the journal.',
    input: z.object({ subject: idOf<string>() }),
    output: z.object({
      entries: z.array(
        z.object({
          id: z.string(),
          kind: z.string(),
          rev: z.number().int(),
          occurred: z.string().nullable(),
          /** Null until the sequencer gave the leaf its place. */
          received: z.string().nullable(),
          index: z.number().int().nullable(),
          leafHash: z.string().nullable(),
        }),
      ),
      checkpointSize: z.number().int().nullable(),
    }),
    refusals: { 'no-such-record': 404 },
  }),
})

declare module '../kit/contract.ts' {
  interface Contracts {
    journal: typeof contract
  }
}
