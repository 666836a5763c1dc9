import { ed25519 } from '@noble/curves/ed25519.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import {
  cosignedText,
  keyIdOf,
  parseNote,
  SIGNATURE_TYPES,
  showSignature,
  showVkey,
} from '../journal/rules/note.ts'
import { findLatestCheckpoint } from '../journal/store/checkpoint.ts'
import { newId } from '../kit/id.ts'
import { isRefused } from '../kit/refuse.ts'
import type { World } from './world.ts'

/** A witness of a world: signs the latest checkpoint, by its own clock. Answers how many leaves it signed. */
export type Seated = { readonly name: string; readonly cosign: (timeS: number) => Promise<number> }

type Told = { readonly name: string; readonly kind: 'committee' | 'phone'; readonly secret: number }

/** Makes somebody a witness of a world's mine; whose word is asked for says `setQuorum`. */
export async function seatWitness({ db, mineId, now }: World, { name, kind, secret }: Told): Promise<Seated> {
  const key = new Uint8Array(32).fill(secret)
  const signer = { name, type: SIGNATURE_TYPES.cosignature, publicKey: ed25519.getPublicKey(key) }
  const url = kind === 'committee' ? 'https://committee.example' : null
  const row = {
    mine_id: mineId,
    id: newId<'witness'>(),
    name,
    vkey: showVkey(signer),
    url,
    kind,
    until: null,
  }
  await db
    .insertInto('witness')
    .values({ ...row, since: now() })
    .execute()
  const cosign = async (timeS: number): Promise<number> => {
    const checkpoint = await findLatestCheckpoint(db, mineId)
    const note = checkpoint && parseNote(checkpoint.note)
    if (!checkpoint || !note || isRefused(note)) throw new Error('nothing to sign')
    const time = new Uint8Array(8)
    new DataView(time.buffer).setBigUint64(0, BigInt(timeS))
    const signed = ed25519.sign(utf8ToBytes(cosignedText(BigInt(timeS), note.text)), key)
    const line = showSignature({ name, keyId: keyIdOf(signer), signature: concatBytes(time, signed) })
    const { size } = checkpoint
    await db
      .insertInto('journal_cosignature')
      .values({ mine_id: mineId, size, witness: name, line, at: now(), time_s: timeS })
      .onConflict((again) => again.doNothing())
      .execute()
    return size
  }
  return { name, cosign }
}

/** How many witnesses of each kind are asked for, from now on. */
export async function setQuorum(
  { db, mineId, now }: World,
  quorum: { readonly committees: number; readonly phones: number },
): Promise<void> {
  const row = { mine_id: mineId, id: newId<'witness_quorum'>(), ...quorum, recorded_at: now() }
  await db.insertInto('witness_quorum').values(row).execute()
}
