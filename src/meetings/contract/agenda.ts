import { z } from 'zod'
import { countShape, dayShape, idOf, lineShape, textShape } from '../../kit/shapes.ts'
import { AGENDA_KINDS, MOST_ITEMS } from '../rules/agenda.ts'
import { DECISION_STATES } from '../rules/decisions.ts'
import { DECISION_KINDS } from '../rules/votes.ts'

const given = {
  kind: z.enum(AGENDA_KINDS),
  title: lineShape.min(1),
  note: textShape.default(''),
  /** Of a vote: what is decided, which has its own rule; null of anything else. */
  vote: z.enum(DECISION_KINDS).nullable().default(null),
  /** Whom it is about. */
  personId: idOf<'person'>().nullable().default(null),
}

/** The agenda of a plan as it is given, in its order; `id`: an item that is kept. Left out: as it stands. */
export const agendaShape = z
  .array(z.object({ id: idOf<'agenda_item'>().optional(), ...given }))
  .max(MOST_ITEMS)
  .optional()

/** An item as it is shown. */
export const agendaItemShape = z.object({
  id: idOf<'agenda_item'>(),
  no: countShape,
  kind: z.enum(AGENDA_KINDS),
  title: z.string(),
  note: z.string(),
  vote: z.enum(DECISION_KINDS).nullable(),
  personId: idOf<'person'>().nullable(),
  personName: z.string().nullable(),
  /** The promise it takes up again. */
  promise: z
    .object({
      id: idOf<'decision'>(),
      text: z.string(),
      ownerName: z.string(),
      dueOn: dayShape,
      state: z.enum(DECISION_STATES),
    })
    .nullable(),
})

export const agendaRefusals = {
  'vote-not-here': 422,
  'vote-unnamed': 422,
  'votes-need-one-sitting': 422,
  'no-such-person': 422,
  'no-such-item': 422,
} as const
