import { z } from 'zod'
import { write } from '../../kit/contract.ts'
import { idOf, textShape } from '../../kit/shapes.ts'

/** What a branch says of a record that came late. */
export const latenessContract = {
  addReason: write({
    about:
      'Puts the branch’s own reason beside a record that came late. It is sealed as any record; more can be added, nothing taken back.',
    input: z.object({ subject: idOf<string>(), text: textShape.min(2).max(1000) }),
    output: z.object({ id: idOf<'late_reason'>() }),
    refusals: { 'no-such-record': 404, 'not-late': 409 },
  }),
}
