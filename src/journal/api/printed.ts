import { isRefused } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { contract } from '../contract.ts'
import { readPrinted, standsTo } from '../rules/printed.ts'
import { findRoot, listLogs } from '../store/evidence.ts'
import { findSignedSize } from '../store/history.ts'

const holdCheckpoint = on(
  contract.holdCheckpoint,
  'wherever-allowed',
  async ({ input, actor: { mineId }, tx, keys }) => {
    const today = (await findSignedSize(tx, mineId)) ?? 0
    const checkpoint = readPrinted(input.note, keys.publicKey(mineId))
    if (isRefused(checkpoint)) return { stands: checkpoint.refused, log: null, size: null, today }

    const { origin, size } = checkpoint
    const log = (await listLogs(tx, mineId)).find((one) => one.origin === origin)
    const root = log && (await findRoot(tx, { mineId, no: log.no }, size))
    const stands = standsTo(checkpoint, { ended: log !== undefined && log.no !== null, root })
    return { stands, log: origin, size, today }
  },
)

/** What somebody who kept a paper can ask. */
export const printedActions: readonly Action[] = [holdCheckpoint]
