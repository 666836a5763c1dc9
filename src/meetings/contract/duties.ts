import { z } from 'zod'
import { dayShape, idOf } from '../../kit/shapes.ts'
import { MEETING_KINDS } from '../rules.ts'

/** Where a duty's window stands (A3.1). */
export const DUTY_STATES = ['due', 'done', 'late', 'missed', 'notApplicable'] as const

export const dutyWindowShape = z.object({
  /** `2026-07`, `2026Q3`, `2026`. */
  window: z.string(),
  first: dayShape,
  last: dayShape,
  state: z.enum(DUTY_STATES),
  /** Why it does not apply: a code the pages have words for. */
  why: z.string().nullable(),
  meetingIds: z.array(idOf<'meeting'>()),
})
export const dutyRowShape = z.object({
  kind: z.enum(MEETING_KINDS),
  /** The group whose duty it is; null: the branch's own. */
  groupId: idOf<'org'>().nullable(),
  groupName: z.string().nullable(),
  clause: z.string(),
  source: z.string(),
  windows: z.array(dutyWindowShape),
})
