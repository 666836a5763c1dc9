import { z } from 'zod'
import { read } from '../../kit/contract.ts'
import { countShape, dayShape, idOf } from '../../kit/shapes.ts'
import { REASONS } from '../rules/planner.ts'
import { DECISION_KINDS } from '../rules/votes.ts'
import { MEETING_KINDS } from '../rules.ts'

const within = (least: number, most: number) => z.coerce.number<string | number>().int().min(least).max(most)

/** Sittings proposed from who works when. */
export const proposeActions = {
  proposeSessions: read({
    about:
      'Up to three sets of sittings for a meeting to come, the best first: whom each reaches, whom not and why. Nobody on shift, underground or at rest is called, nor at the hour of another meeting or on a day of granted leave; where votes are taken there is one sitting, the hour with the best quorum.',
    input: z.object({
      orgId: idOf<'org'>(),
      kind: z.enum(MEETING_KINDS),
      /** Days it may be on, both inside; at most 62. */
      from: dayShape,
      to: dayShape,
      minutes: within(15, 480).default(90),
      mostSessions: within(1, 6).default(3),
      /** The rule of the vote, where one is taken; a general meeting and a committee's always have one. */
      vote: z.enum(DECISION_KINDS).optional(),
      /** The planned meeting that is changed: its own sittings are in nobody’s way. */
      plannedId: idOf<'planned_meeting'>().optional(),
    }),
    output: z.object({
      /** How many it is for, and of how many no shift is known: they are taken as free. */
      invited: countShape,
      unknown: countShape,
      proposals: z.array(
        z.object({
          sessions: z.array(
            z.object({
              day: dayShape,
              starts: z.string(),
              ends: z.string(),
              /** Whose sitting it is, as a planned meeting has it; empty: everybody's. */
              shift: z.string(),
              reached: countShape,
            }),
          ),
          reached: countShape,
          of: countShape,
          percent: z.number().int(),
          missed: z.array(
            z.object({
              personId: idOf<'person'>(),
              name: z.string(),
              why: z.array(z.enum(['shift', 'rest', 'meeting', 'leave'])),
            }),
          ),
          reasons: z.array(
            z.object({
              code: z.enum(REASONS),
              n: z.number().int(),
              of: z.number().int(),
              clause: z.string().optional(),
              source: z.string().optional(),
            }),
          ),
        }),
      ),
    }),
    refusals: { 'no-such-unit': 404, 'not-a-branch': 422, 'no-days': 422 },
  }),
}
