import { signingKeyOf } from '../../../kit/keys/signing.ts'
import { toBase64 } from '../../rules/base64.ts'
import { showCheckpoint } from '../../rules/checkpoint.ts'
import { leafHash } from '../../rules/leaf.ts'
import { keyIdOf, SIGNATURE_TYPES, type Signer, showNote, showVkey } from '../../rules/note.ts'
import { proveConsistency, rootOfLeaves } from '../../rules/tree.ts'
import { showSubmission } from '../../rules/witness.ts'
import { sha256 } from '../commit.ts'

/** A log in memory with a key of its own: what somebody who holds that key can sign. */
export type TestLog = {
  readonly signer: Signer
  readonly vkey: string
  readonly noteAt: (size: number) => string
  readonly proofOf: (from: number, to: number) => Uint8Array[]
  /** The body of `add-checkpoint` from one size to another. */
  readonly submit: (from: number, to: number) => string
  /** The same log with another leaf at one place, signed with the same key. */
  readonly rewrite: (index: number, leaf: Uint8Array) => TestLog
  /** What `journal.findConsistency` answers to somebody who remembers a size. */
  readonly answer: (from: number, to: number) => { note: string; vkey: string; proof: string[] }
}

/** Leaves that differ. */
export const someLeaves = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, at) => Buffer.from(`leaf ${at}`))

/** A log of leaves; `seed` of 32 bytes is its key. */
export function makeTestLog(origin: string, seed: Uint8Array, leaves: readonly Uint8Array[]): TestLog {
  const { publicKey, sign } = signingKeyOf(seed)
  const signer: Signer = { name: origin, type: SIGNATURE_TYPES.ed25519, publicKey }
  const vkey = showVkey(signer)
  const hashes = leaves.map((leaf) => leafHash(leaf))
  const noteAt = (size: number): string => {
    const text = showCheckpoint({ origin, size, root: rootOfLeaves(hashes.slice(0, size), sha256) })
    const signature = sign(Buffer.from(text))
    return showNote({ text, signatures: [{ name: origin, keyId: keyIdOf(signer), signature }] })
  }
  const proofOf = (from: number, to: number): Uint8Array[] => proveConsistency(hashes.slice(0, to), from)
  return {
    ...{ signer, vkey, noteAt, proofOf },
    submit: (from, to) => showSubmission({ old: from, proof: proofOf(from, to), note: noteAt(to) }),
    rewrite: (index, leaf) => makeTestLog(origin, seed, leaves.with(index, leaf)),
    answer: (from, to) => ({
      note: noteAt(to),
      vkey,
      proof: from <= to ? proofOf(from, to).map((node) => toBase64(node)) : [],
    }),
  }
}
