import { type RawBuilder, sql } from 'kysely'
import { HALF_PRESENT_KINDS } from '../rules.ts'

/** Whether the meeting `m` of a statement counts (A2), and is closed; texts are kept trimmed, so that an empty one is `''`. */
export const isValid: RawBuilder<boolean> = sql<boolean>`(
  m.room_state is distinct from 'open'
  and m.chair <> '' and m.recorder <> '' and m.subject <> ''
  and m.expected >= 1 and m.present between 0 and m.expected
  and (m.present * 2 >= m.expected or not m.kind = any(${[...HALF_PRESENT_KINDS]}::text[])))`
