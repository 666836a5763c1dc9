import { z } from 'zod'
import { read, write } from '../../kit/contract.ts'
import { idOf, lineShape } from '../../kit/shapes.ts'

/** Taking somebody away who should never have stood on the roster. */
export const erasureActions = {
  erase: write({
    about:
      'Erases somebody who was wrongly recorded and has no records besides the roster: values are deleted, the key of their seals is destroyed, a notice with the reason stays (journal §6). Never to be undone.',
    input: z.object({ id: idOf<'person'>(), reason: lineShape.min(1) }),
    output: z.object({ notice: idOf<'erasure'>() }),
    refusals: { 'no-such-person': 404, 'has-records': 409 },
  }),
  findErasable: read({
    about: 'Whether somebody can be erased: nothing but the roster names them.',
    input: z.object({ id: idOf<'person'>() }),
    output: z.object({ erasable: z.boolean() }),
    refusals: { 'no-such-person': 404 },
  }),
}
