import { ed25519 } from '@noble/curves/ed25519.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { showCheckpoint } from '../../checkpoint.ts'
import { cosignedText, keyIdOf, type Signer, showSignature } from '../../note.ts'
import type { Chance } from './random.ts'
import type { WholeTree } from './tree.ts'
import type { Writing } from './writing.ts'

/** Somebody who signs. */
export type Key = { readonly signer: Signer; readonly secret: Uint8Array }

/** A key by its name: the same chance makes the same. */
export function keyOf(chance: Chance, name: string, type: number): Key {
  const secret = chance.bytes(name)
  return { signer: { name, type, publicKey: ed25519.getPublicKey(secret) }, secret }
}

/** Who signs which tree. */
export type Signing = {
  readonly log: Key
  readonly witnesses: readonly Key[]
  readonly tree: WholeTree
  readonly writing: Writing
}

function lineOf({ signer, secret }: Key, text: string): string {
  const signature = ed25519.sign(utf8ToBytes(text), secret)
  return showSignature({ name: signer.name, keyId: keyIdOf(signer), signature })
}

function cosigned({ signer, secret }: Key, text: string, timeS: number): string {
  const time = Uint8Array.from({ length: 8 }, (_, at) =>
    Number((BigInt(timeS) >> BigInt(56 - 8 * at)) & 255n),
  )
  const signature = concatBytes(time, ed25519.sign(utf8ToBytes(cosignedText(BigInt(timeS), text)), secret))
  return showSignature({ name: signer.name, keyId: keyIdOf(signer), signature })
}

const DAY_S = 86_400
const BEGUN_S = 1_782_864_000

/** When the last leaf below a size was received, as far as that is known: leaves of others have no time. */
const receivedBelow = ({ writing }: Signing, size: number): number =>
  writing.receivedS.slice(0, size).findLast((second) => second !== undefined) ?? BEGUN_S

/** The notes of a checkpoint: with the log's signature alone, and with the witnesses' below it. */
export function signAt(signing: Signing, size: number): { readonly bare: string; readonly full: string } {
  const { log, witnesses, tree, writing } = signing
  const text = showCheckpoint({ origin: log.signer.name, size, root: tree.root(size) })
  const bare = `${text}\n${lineOf(log, text)}`
  const shift = writing.recipe.faults.cosignedAtS ?? ((timeS: number) => timeS)
  const at = shift(receivedBelow(signing, size) + 1 + writing.chance.below(100))
  const lines = witnesses.map((one) =>
    cosigned(one, text, one.signer.name.includes('phone') ? at - (at % DAY_S) : at),
  )
  return { bare, full: bare + lines.join('') }
}
