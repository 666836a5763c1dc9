import { showInspection } from '../../evidence/api/inspection-view.ts'
import { dayAt } from '../../kit/day.ts'
import { refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { contract } from '../contract.ts'
import { findSigner } from '../store.ts'
import { inspectionPaper } from '../words/inspection.ts'
import { fileOf } from './file.ts'

/** The report of an inspection, as whoever asks may see it. */
export const inspectionReport: Action = on(
  contract.inspectionReport,
  'wherever-allowed',
  async ({ input, actor, reach, now, tx }) => {
    const shown = await showInspection({ db: tx, actor, reach, now }, input.id)
    if (!shown) return refuse('no-such-inspection')
    const signer = await findSigner(tx, actor.mineId)
    return fileOf(inspectionPaper({ ...shown, signer, today: dayAt(now) }), input.format)
  },
)
