import { toBase64 } from '../../src/journal/rules/base64.ts'
import { showCheckpoint } from '../../src/journal/rules/checkpoint.ts'
import { leafHash } from '../../src/journal/rules/leaf.ts'
import { keyIdOf, type Signer, showNote, showVkey } from '../../src/journal/rules/note.ts'
import { type Span, spansOfConsistency } from '../../src/journal/rules/proof.ts'
import { nodeHash } from '../../src/journal/rules/tree.ts'
import { sha256 } from '../../src/journal/store/commit.ts'

/** A log somebody holds with its key: what its keepers can sign and show of these leaves. */
export type Held = {
  readonly size: number
  readonly noteAt: (size: number) => string
  readonly proofOf: (from: number, to: number) => Uint8Array[]
  /** What the server answers to a phone that remembers a size. */
  readonly answer: (from: number, to: number) => { note: string; vkey: string; proof: string[] }
}

export type LogKey = { readonly signer: Signer; readonly sign: (message: Uint8Array) => Uint8Array }

/** The roots of all whole subtrees, by height. */
function rise(hashes: readonly Uint8Array[]): Uint8Array[][] {
  const levels = [[...hashes]]
  for (let below = levels[0] ?? []; below.length > 1; ) {
    const next: Uint8Array[] = []
    for (let at = 0; at + 1 < below.length; at += 2)
      next.push(
        nodeHash(below[at] ?? below[0] ?? new Uint8Array(), below[at + 1] ?? new Uint8Array(), sha256),
      )
    levels.push(next)
    below = next
  }
  return levels
}

function rootOf(levels: readonly (readonly Uint8Array[])[], { from, to }: Span): Uint8Array {
  const height = Math.floor(Math.log2(to - from))
  const whole = 2 ** height
  const left = levels[height]?.[from / whole]
  if (!left) throw new Error(`no tree over ${from} to ${to}`)
  return from + whole === to ? left : nodeHash(left, rootOf(levels, { from: from + whole, to }), sha256)
}

/** Signs whatever is asked for over these leaves, as whoever has the key can. */
export function hold(leaves: readonly Uint8Array[], { signer, sign }: LogKey): Held {
  const levels = rise(leaves.map((leaf) => leafHash(leaf, sha256)))
  const origin = signer.name
  const noteAt = (size: number): string => {
    const text = showCheckpoint({ origin, size, root: rootOf(levels, { from: 0, to: size }) })
    const signature = sign(Buffer.from(text))
    return showNote({ text, signatures: [{ name: origin, keyId: keyIdOf(signer), signature }] })
  }
  const proofOf = (from: number, to: number): Uint8Array[] =>
    spansOfConsistency({ from, to }).map((span) => rootOf(levels, span))
  const answer: Held['answer'] = (from, to) => ({
    note: noteAt(to),
    vkey: showVkey(signer),
    proof: from <= to ? proofOf(from, to).map((node) => toBase64(node)) : [],
  })
  return { size: leaves.length, noteAt, proofOf, answer }
}
