import { z } from 'zod'
import { read } from '../../kit/contract.ts'
import { dayShape, idOf, yearShape } from '../../kit/shapes.ts'
import { MEETING_KINDS } from '../rules.ts'
import { dutyRowShape, dutyWindowShape } from './duties.ts'
import { sessionShape } from './plans.ts'

const ofUnit = {
  orgId: idOf<'org'>(),
  orgName: z.string(),
  /** The branch the unit is, or is a group of. */
  branchId: idOf<'org'>(),
  kind: z.enum(MEETING_KINDS),
  subject: z.string(),
}
/** A duty's window with the first meeting planned for it; null: none. */
const planned = z.object({ id: idOf<'planned_meeting'>(), day: dayShape }).nullable()

/** What is asked, planned and done, by day. */
export const calendarActions = {
  findCalendar: read({
    about:
      'The calendar of a unit with all below it, or of all the asker may see: duties by branch with what is planned for each window; of a month only the windows that touch it, and with it what is planned, called off and held in it by day.',
    input: z.object({
      orgId: idOf<'org'>().optional(),
      year: yearShape,
      month: z.coerce.number<string | number>().int().min(1).max(12).optional(),
    }),
    output: z.object({
      today: dayShape,
      branches: z.array(
        z.object({
          id: idOf<'org'>(),
          code: z.string(),
          name: z.string(),
          /** When it keeps its themed Party day, as it was written down. */
          themeDay: z.string(),
          duties: z.array(dutyRowShape.extend({ windows: z.array(dutyWindowShape.extend({ planned })) })),
        }),
      ),
      plans: z.array(
        z.object({
          id: idOf<'planned_meeting'>(),
          ...ofUnit,
          state: z.enum(['planned', 'cancelled']),
          sessions: z.array(sessionShape),
        }),
      ),
      held: z.array(
        z.object({
          id: idOf<'meeting'>(),
          ...ofUnit,
          heldOn: dayShape,
          starts: z.string(),
          failed: z.array(z.string()),
          recordedAfterDays: z.number().int().nullable(),
        }),
      ),
    }),
    refusals: {},
  }),
}
