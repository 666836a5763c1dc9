import { toBase64 } from '../../src/journal/rules/base64.ts'
import { type Json, jcs } from '../../src/journal/rules/jcs.ts'
import { leafHash } from '../../src/journal/rules/leaf.ts'
import { sha256 } from '../../src/journal/store/commit.ts'
import type { Random } from '../seeded.ts'

type Entry = Readonly<Record<string, Json>>

/** What is done to history, by somebody who may write every table and sign every tree. */
export const REWRITES = ['change', 'backdate', 'leave out', 'slip in', 'swap'] as const
export type Rewrite = (typeof REWRITES)[number]

const entryOf = (leaf: Uint8Array): Entry => JSON.parse(Buffer.from(leaf).toString())
const leafOf = (entry: Entry): Uint8Array => Buffer.from(jcs(entry))

/** An instant some months earlier, to the microsecond. */
const earlier = (received: Json | undefined): string => String(received).replace(/^\d{4}-\d\d/, '2026-03')

function change(leaf: Uint8Array, random: Random): Uint8Array {
  const entry = entryOf(leaf)
  const commitment = Buffer.from(Array.from({ length: 32 }, () => random.below(256))).toString('base64')
  return leafOf({ ...entry, actor: commitment })
}

const DO: Readonly<Record<Rewrite, (leaves: Uint8Array[], at: number, random: Random) => void>> = {
  change: (leaves, at, random) => void leaves.splice(at, 1, change(leaves[at] ?? new Uint8Array(), random)),
  backdate: (leaves, at) => {
    const entry = entryOf(leaves[at] ?? new Uint8Array())
    leaves.splice(at, 1, leafOf({ ...entry, received: earlier(entry['received']) }))
  },
  'leave out': (leaves, at) => void leaves.splice(at, 1),
  'slip in': (leaves, at, random) =>
    void leaves.splice(at, 0, change(leaves[at] ?? new Uint8Array(), random)),
  swap: (leaves, at) => {
    const [one, other] = leaves.slice(at, at + 2)
    if (one && other) leaves.splice(at, 2, other, one)
  },
}

/** Every revision names the one before it by its hash: put right after a change, so that the new history holds together. */
function chain(leaves: Uint8Array[], from: number): void {
  const latest = new Map<Json | undefined, string>()
  for (const [at, leaf] of leaves.entries()) {
    const entry = entryOf(leaf)
    const prev = latest.get(entry['subject'])
    const isBroken = at >= from && prev !== undefined && entry['prev'] !== prev
    const written = isBroken ? leafOf({ ...entry, prev }) : leaf
    leaves[at] = written
    latest.set(entry['subject'], toBase64(leafHash(written, sha256)))
  }
}

/** A history that holds together and is another one from a place on: `at` is the first leaf that differs. */
export function rewrite(
  honest: readonly Uint8Array[],
  of: { readonly how: Rewrite; readonly at: number; readonly random: Random },
): Uint8Array[] {
  const leaves = [...honest]
  DO[of.how](leaves, of.at, of.random)
  chain(leaves, of.at)
  return leaves
}
