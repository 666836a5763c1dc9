import { z } from 'zod'
import { read } from '../../kit/contract.ts'
import { dayShape, idOf, limitShape, lineShape } from '../../kit/shapes.ts'
import { PIECE_KINDS } from '../rules/search.ts'
import { MEETING_KINDS } from '../rules.ts'

/** Finding what was said. */
export const searchActions = {
  searchMeetings: read({
    about:
      'Meetings in whose record all that was typed stands: subject, agenda, minutes, decisions, addenda, place, or a name as written or by its pinyin; the latest first, within what the asker may see. Nothing is found for signs or a single letter.',
    input: z.object({
      q: lineShape.min(1),
      /** A unit with all below it; left out: everywhere. */
      orgId: idOf<'org'>().optional(),
      kind: z.enum(MEETING_KINDS).optional(),
      from: dayShape.optional(),
      to: dayShape.optional(),
      limit: limitShape.default(50),
    }),
    output: z.object({
      hits: z.array(
        z.object({
          id: idOf<'meeting'>(),
          no: z.string(),
          orgName: z.string(),
          kind: z.enum(MEETING_KINDS),
          heldOn: dayShape,
          subject: z.string(),
          excerpts: z.array(
            z.object({
              at: z.enum(PIECE_KINDS),
              text: z.string(),
              /** From where to where in `text`, in UTF-16 units, the end outside. */
              marks: z.array(z.tuple([z.number().int(), z.number().int()])),
            }),
          ),
        }),
      ),
      /** There may be older ones. */
      more: z.boolean(),
    }),
    refusals: {},
  }),
}
