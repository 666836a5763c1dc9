import type { Keys } from '../../../kit/keys/keys.ts'
import { isRefused } from '../../../kit/refuse.ts'
import { type Checkpoint, parseCheckpoint } from '../../rules/checkpoint.ts'
import { sameBytes } from '../../rules/hash.ts'
import { keyIdOf, parseNote, SIGNATURE_TYPES, showNote, verdictOn } from '../../rules/note.ts'

/** A checkpoint with its note, signed by the log alone. */
export type Known = Checkpoint & { readonly note: string }

/** A note's checkpoint when the log signed it. */
export function readKnown(
  { keys, mineId }: { readonly keys: Keys; readonly mineId: string },
  origin: string,
  note: string,
): Known | undefined {
  const parsed = parseNote(note)
  const checkpoint = isRefused(parsed) ? parsed : parseCheckpoint(parsed.text)
  if (isRefused(parsed) || isRefused(checkpoint) || checkpoint.origin !== origin) return undefined
  const signer = {
    name: origin,
    type: SIGNATURE_TYPES.ed25519,
    publicKey: keys.publicKey(mineId),
  }
  if (verdictOn(parsed, signer)?.good !== true) return undefined
  const id = keyIdOf(signer)
  const own = parsed.signatures.filter(({ name, keyId }) => name === origin && sameBytes(keyId, id))
  return { ...checkpoint, note: showNote({ text: parsed.text, signatures: own.slice(0, 1) }) }
}
