import { ed25519 } from '@noble/curves/ed25519.js'
import { parseNote, type Signer, showVkey } from '../../src/journal/rules/note.ts'
import { cosign, witnessSigner } from '../../src/journal/rules/witness.ts'
import { findLatestCheckpoint } from '../../src/journal/store/checkpoint.ts'
import { addCosignature, keepDelivery } from '../../src/journal/store/witnesses.ts'
import type { Db } from '../../src/kit/db/db.ts'
import { isRefused } from '../../src/kit/refuse.ts'
import type { Caller } from '../caller.ts'

const SEED = new Uint8Array(32).fill(7)
const signerOf = (name: string): Signer => witnessSigner(name, ed25519.getPublicKey(SEED))
const HOUR_MS = 3_600_000

type Of = { readonly db: Db; readonly mineId: string }
type By = { readonly audit: Caller; readonly now: Date }

/** The latest checkpoint signed by an office that witnesses. */
async function signBy({ db, mineId }: Of, signer: Signer, now: Date): Promise<void> {
  const last = await findLatestCheckpoint(db, mineId)
  const parsed = parseNote(last?.note ?? '')
  if (!last || isRefused(parsed)) throw new Error('nothing was signed')
  const timeS = Math.floor(now.getTime() / 1000)
  const line = cosign(signer, (message) => ed25519.sign(message, SEED), { text: parsed.text, timeS })
  await addCosignature(db, { mineId, size: last.size, now }, { witness: signer.name, line, timeS })
}

/** The committee above and the discipline office witness: the one signs, the other cannot be reached; a third was let go. */
export async function beWitnessed({ db, mineId }: Of, { audit, now }: By): Promise<void> {
  const [above, discipline, former] = ['dangwei.example', 'jiwei.example', 'old.jiwei.example'].map(signerOf)
  if (!above || !discipline || !former) throw new Error('no witnesses')
  const add = async (signer: Signer, url: string): Promise<string> =>
    (await audit.post('journal.addWitness', { vkey: showVkey(signer), url })).id
  const aboveId = await add(above, 'http://10.20.0.8:7160')
  const disciplineId = await add(discipline, 'http://10.20.0.9:7160')
  const formerId = await add(former, 'http://10.20.0.3:7160')
  await audit.post('journal.endWitness', { id: formerId as never, reason: '机器报废，换为 jiwei.example' })
  await audit.post('journal.setQuorum', { committees: 1, phones: 0 })
  await signBy({ db, mineId }, above, now)
  const last = await findLatestCheckpoint(db, mineId)
  const well = { known: last?.size ?? 0, failure: null }
  await keepDelivery(db, { mineId, witnessId: aboveId, now }, well)
  const since = { mineId, witnessId: disciplineId, now: new Date(now.getTime() - 3 * HOUR_MS) }
  await keepDelivery(db, since, { known: 0, failure: 'unreachable' })
}
