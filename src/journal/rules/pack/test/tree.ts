import { nodeHash, rootOfLeaves } from '../../tree.ts'

/** Roots and proofs of a tree whose leaves are all there, each subtree hashed once. */
export type WholeTree = {
  readonly root: (size: number) => Uint8Array
  readonly inclusion: (index: number, size: number) => Uint8Array[]
  readonly consistency: (from: number, to: number) => Uint8Array[]
}

function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/** The tree over leaf hashes. */
export function treeOf(hashes: readonly Uint8Array[]): WholeTree {
  const known = new Map<string, Uint8Array>()
  const span = (from: number, to: number): Uint8Array => {
    if (to - from <= 1) return hashes[from] ?? rootOfLeaves([])
    const key = `${from} ${to}`
    const split = from + splitOf(to - from)
    const root = known.get(key) ?? nodeHash(span(from, split), span(split, to))
    known.set(key, root)
    return root
  }
  const inclusion = (index: number, size: number): Uint8Array[] => {
    const nodes: Uint8Array[] = []
    for (let [from, to] = [0, size]; to - from > 1; ) {
      const split = from + splitOf(to - from)
      nodes.push(index < split ? span(split, to) : span(from, split))
      ;[from, to] = index < split ? [from, split] : [split, to]
    }
    return nodes.reverse()
  }
  const consistency = (older: number, newer: number): Uint8Array[] => {
    if (older === 0 || older === newer) return []
    const nodes: Uint8Array[] = []
    let [from, to] = [0, newer]
    while (older < to) {
      const split = from + splitOf(to - from)
      nodes.push(older <= split ? span(split, to) : span(from, split))
      ;[from, to] = older <= split ? [from, split] : [split, to]
    }
    if (from > 0) nodes.push(span(from, to))
    return nodes.reverse()
  }
  return { root: (size) => (size === 0 ? rootOfLeaves([]) : span(0, size)), inclusion, consistency }
}
