import type { Sha256 } from './hash.ts'

/** A tree being counted up leaf by leaf. */
export type Recount = {
  readonly add: (leafBytes: Uint8Array) => Uint8Array
  readonly size: () => number
  readonly root: () => Uint8Array
  /** What `recountFrom` needs to go on later: the waiting subtree of each height, lowest first. */
  readonly waiting: () => (Uint8Array | null)[]
}

function prefixed(prefix: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 1))
  out[0] = prefix
  let at = 1
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

/**
 * A second way to the same root, sharing no code with `tree.ts`: a binary counter with one waiting subtree for each height.
 * What is signed is counted twice, because a log was once lost to a single bit that flipped in memory before it was signed (journal §2).
 */
export function recountFrom(waiting: readonly (Uint8Array | null)[], sha256: Sha256): Recount {
  const heights = [...waiting]
  const add = (leafBytes: Uint8Array): Uint8Array => {
    const leaf = sha256(prefixed(0, leafBytes))
    let carry = leaf
    let height = 0
    for (let left = heights[height]; left; left = heights[height]) {
      carry = sha256(prefixed(1, left, carry))
      heights[height] = null
      height += 1
    }
    heights[height] = carry
    return leaf
  }
  const root = (): Uint8Array => {
    const subtrees = heights.filter((subtree) => subtree !== null)
    const [lowest, ...higher] = subtrees
    if (!lowest) return sha256(new Uint8Array(0))
    return higher.reduce((right, left) => sha256(prefixed(1, left, right)), lowest)
  }
  const size = (): number => heights.reduce((sum, subtree, height) => sum + (subtree ? 2 ** height : 0), 0)
  return { add, size, root, waiting: () => [...heights] }
}
