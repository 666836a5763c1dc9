import { concatBytes } from '@noble/hashes/utils.js'
import { portableSha256, type Sha256, sameBytes } from './hash.ts'

/** A tree as the roots of its perfect subtrees, largest (leftmost) first: enough to append and to know the root. */
export type Range = { readonly size: number; readonly peaks: readonly Uint8Array[] }

/** The tree without leaves. */
export const EMPTY_RANGE: Range = { size: 0, peaks: [] }

const NODE = Uint8Array.of(1)

/** SHA-256(0x01 ‖ left ‖ right) (RFC 6962 §2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array, sha256: Sha256 = portableSha256): Uint8Array {
  return sha256(concatBytes(NODE, left, right))
}

/** Adds leaf hashes at the right end. */
export function appendLeaves(
  range: Range,
  hashes: readonly Uint8Array[],
  sha256: Sha256 = portableSha256,
): Range {
  const peaks = [...range.peaks]
  let size = range.size
  for (let right of hashes) {
    for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      const left = peaks.pop()
      if (!left) throw new Error(`a range of ${range.size} leaves lacks a peak`)
      right = nodeHash(left, right, sha256)
    }
    peaks.push(right)
    size += 1
  }
  return { size, peaks }
}

/** The root (RFC 6962 §2.1); SHA-256 of nothing for the empty tree. */
export function rootOf({ peaks }: Range, sha256: Sha256 = portableSha256): Uint8Array {
  const last = peaks[peaks.length - 1]
  if (!last) return sha256(new Uint8Array(0))
  return peaks.slice(0, -1).reduceRight((right, left) => nodeHash(left, right, sha256), last)
}

/** The root over leaf hashes. */
export const rootOfLeaves = (hashes: readonly Uint8Array[], sha256: Sha256 = portableSha256): Uint8Array =>
  rootOf(appendLeaves(EMPTY_RANGE, hashes, sha256), sha256)

/** The largest power of two below `size`; `size` is 2 or more. */
function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/** The nodes that lead from leaf `index` to the root, lowest first (RFC 6962 §2.1.1). Throws when there is no such leaf. */
export function proveInclusion(hashes: readonly Uint8Array[], index: number): Uint8Array[] {
  if (!(index >= 0 && index < hashes.length)) throw new Error(`no leaf ${index} among ${hashes.length}`)
  if (hashes.length === 1) return []
  const split = splitOf(hashes.length)
  const [left, right] = [hashes.slice(0, split), hashes.slice(split)]
  return index < split
    ? [...proveInclusion(left, index), rootOfLeaves(right)]
    : [...proveInclusion(right, index - split), rootOfLeaves(left)]
}

/** The nodes that show the first `size` leaves to be a beginning of all (RFC 6962 §2.1.2). Empty for 0 and for all. */
export function proveConsistency(hashes: readonly Uint8Array[], size: number): Uint8Array[] {
  if (!(size >= 0 && size <= hashes.length)) throw new Error(`no tree of ${size} in ${hashes.length}`)
  return size === 0 || size === hashes.length ? [] : subproof(hashes, size, { whole: true })
}

function subproof(hashes: readonly Uint8Array[], size: number, of: { whole: boolean }): Uint8Array[] {
  if (size === hashes.length) return of.whole ? [] : [rootOfLeaves(hashes)]
  const split = splitOf(hashes.length)
  const [left, right] = [hashes.slice(0, split), hashes.slice(split)]
  return size <= split
    ? [...subproof(left, size, of), rootOfLeaves(right)]
    : [...subproof(right, size - split, { whole: false }), rootOfLeaves(left)]
}

/** A leaf hash with its place and the way to the root. */
export type Inclusion = {
  readonly hash: Uint8Array
  readonly index: number
  readonly size: number
  readonly proof: readonly Uint8Array[]
}

const isOdd = (number: number): boolean => number % 2 === 1
const half = (number: number): number => Math.floor(number / 2)
const isTree = (size: number): boolean => Number.isSafeInteger(size) && size >= 0

/** Whether a leaf stands at its index under the root of a tree of that size (RFC 9162 §2.1.3.2). */
export function isIncluded(of: Inclusion, root: Uint8Array, sha256: Sha256 = portableSha256): boolean {
  if (!isTree(of.index) || !isTree(of.size) || of.index >= of.size) return false
  let [at, last, hash] = [of.index, of.size - 1, of.hash]
  for (const node of of.proof) {
    if (last === 0) return false
    const fromLeft = isOdd(at) || at === last
    hash = fromLeft ? nodeHash(node, hash, sha256) : nodeHash(hash, node, sha256)
    while (fromLeft && !isOdd(at) && at !== 0) [at, last] = [half(at), half(last)]
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && sameBytes(hash, root)
}

/** A tree's size and root. */
export type Tree = { readonly size: number; readonly root: Uint8Array }

/** Whether the older tree is a beginning of the newer (RFC 9162 §2.1.4.2). The empty tree begins every tree. */
export function isConsistent(
  older: Tree,
  newer: Tree,
  proof: readonly Uint8Array[],
  sha256: Sha256 = portableSha256,
): boolean {
  if (!isTree(older.size) || !isTree(newer.size) || older.size > newer.size) return false
  if (older.size === newer.size) return proof.length === 0 && sameBytes(older.root, newer.root)
  if (older.size === 0) return proof.length === 0 && sameBytes(older.root, rootOf(EMPTY_RANGE, sha256))
  let [at, last] = [older.size - 1, newer.size - 1]
  while (isOdd(at)) [at, last] = [half(at), half(last)]
  const [start, ...rest] = at === 0 ? [older.root, ...proof] : proof
  if (!start) return false
  let [old, fresh] = [start, start]
  for (const node of rest) {
    if (last === 0) return false
    const fromLeft = isOdd(at) || at === last
    if (fromLeft) old = nodeHash(node, old, sha256)
    fresh = fromLeft ? nodeHash(node, fresh, sha256) : nodeHash(fresh, node, sha256)
    while (fromLeft && !isOdd(at) && at !== 0) [at, last] = [half(at), half(last)]
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && sameBytes(old, older.root) && sameBytes(fresh, newer.root)
}
