import type { Db } from '../../../kit/db/db.ts'
import { type Span, spansOfConsistency, spansOfProof } from '../../rules/proof.ts'
import { nodeHash } from '../../rules/tree.ts'
import { sha256 } from '../commit.ts'
import { ask } from '../statement.ts'

const AT_ONCE = 50_000
const HASH_BYTES = 32

/** The way from many leaves to the root, each node hashed once. Base64-free: 32 bytes a node, lowest first. */
export type PackTree = {
  readonly inclusion: (index: number) => Uint8Array[]
  readonly consistency: (of: Span) => Uint8Array[]
  readonly root: () => Uint8Array
}

/** Undefined where they are not all there. */
async function readHashes(db: Db, mineId: string, size: number): Promise<Buffer | undefined> {
  const hashes = Buffer.alloc(size * HASH_BYTES)
  const read = 'select hash from journal_leaf where mine_id = $1 and idx >= $2 and idx < $3 order by idx'
  for (let from = 0; from < size; from += AT_ONCE) {
    const to = Math.min(size, from + AT_ONCE)
    const rows = await ask<{ hash: Buffer }>(db, read, [mineId, from, to])
    if (rows.length !== to - from) return undefined
    for (const [at, { hash }] of rows.entries()) hash.copy(hashes, (from + at) * HASH_BYTES)
  }
  return hashes
}

const nodeIn = (level: Buffer, at: number): Buffer => level.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)

/** The roots of whole subtrees, level by level: twice the leaves' hashes in all. */
function levelsOver(hashes: Buffer): Buffer[] {
  const levels = [hashes]
  for (let below = hashes; below.length >= 2 * HASH_BYTES; ) {
    const above = Buffer.alloc(Math.floor(below.length / HASH_BYTES / 2) * HASH_BYTES)
    for (let at = 0; at * HASH_BYTES < above.length; at += 1)
      above.set(nodeHash(nodeIn(below, 2 * at), nodeIn(below, 2 * at + 1), sha256), at * HASH_BYTES)
    levels.push(above)
    below = above
  }
  return levels
}

function rootIn(levels: readonly Buffer[], { from, to }: Span): Uint8Array {
  const height = Math.log2(to - from)
  const level = Number.isInteger(height) ? levels[height] : undefined
  if (level && from % (to - from) === 0) return Uint8Array.from(nodeIn(level, from / (to - from)))
  const split = from + 2 ** Math.floor(Math.log2(to - from - 1))
  return nodeHash(rootIn(levels, { from, to: split }), rootIn(levels, { from: split, to }), sha256)
}

/** Reads the hashes of the first `size` leaves once: 64 bytes of memory a leaf. Undefined where they are not all there. */
export async function readTree(db: Db, mineId: string, size: number): Promise<PackTree | undefined> {
  const hashes = await readHashes(db, mineId, size)
  if (!hashes) return undefined
  const levels = levelsOver(hashes)
  return {
    inclusion: (index) => spansOfProof(index, size).map((span) => rootIn(levels, span)),
    root: () => rootIn(levels, { from: 0, to: size }),
    consistency: (of) => spansOfConsistency(of).map((span) => rootIn(levels, span)),
  }
}
