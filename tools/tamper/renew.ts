import { rename } from 'node:fs/promises'
import { sequence } from '../../src/journal/jobs/sequence.ts'
import { findLatestCheckpoint } from '../../src/journal/store/checkpoint.ts'
import { addBreak, sealAll } from '../../src/journal/store/restore/break.ts'
import { endLog } from '../../src/journal/store/restore/former.ts'
import { signerFolder } from '../../src/journal/store/signer.ts'
import { records } from '../../src/server/records.ts'
import type { House } from './world.ts'

type Mine = House & { readonly mineId: string }

/** Ends the log of a mine and begins another, as a restore does that cannot go on. */
export async function renew({ db, keys, dataDir, mineId }: Mine, now: Date): Promise<void> {
  const last = await findLatestCheckpoint(db, mineId)
  if (!last) throw new Error('nothing was signed')
  const by = { mineId, actorId: mineId, now, src: 'command', keys } as const
  const no = await db.transaction().execute(async (tx) => {
    const ended = await endLog(tx, mineId)
    const told = { kind: 'new-log', origin: ended.former, from: 0, to: ended.size, reason: '演练' } as const
    await addBreak(tx, by, { ...told, no: ended.no, note: last.note })
    await sealAll(tx, by, records)
    return ended.no
  })
  const folder = signerFolder(dataDir, mineId)
  await rename(folder, `${folder}.${no}`)
  await sequence(db, mineId, () => now)
}
