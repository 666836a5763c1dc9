import { describe, expect, test } from 'vitest'
import fc from '../../kit/test/check.ts'
import { portableSha256 } from './hash.ts'
import { leafHash } from './leaf.ts'
import { recountFrom } from './recount.ts'
import {
  appendLeaves,
  EMPTY_RANGE,
  isConsistent,
  isIncluded,
  nodeHash,
  proveConsistency,
  proveInclusion,
  rootOf,
  rootOfLeaves,
} from './tree.ts'

const MOST = 130
const leaves = Array.from({ length: MOST }, (_, at) => Uint8Array.of(at))
const hashes = leaves.map((leaf) => leafHash(leaf))
const rootAt = (size: number): Uint8Array => rootOfLeaves(hashes.slice(0, size))

/** The definition of RFC 6962 §2.1, word for word. */
function mth(of: readonly Uint8Array[]): Uint8Array {
  const [only] = of
  if (!only) return portableSha256(new Uint8Array(0))
  if (of.length === 1) return only
  let k = 1
  while (k * 2 < of.length) k *= 2
  return nodeHash(mth(of.slice(0, k)), mth(of.slice(k)))
}

/** The roots of the perfect subtrees on both sides of the way from leaf `m` to the root, by the definition of §2.1.1. */
function path(m: number, of: readonly Uint8Array[]): Uint8Array[] {
  if (of.length <= 1) return []
  let k = 1
  while (k * 2 < of.length) k *= 2
  return m < k
    ? [...path(m, of.slice(0, k)), mth(of.slice(k))]
    : [...path(m - k, of.slice(k)), mth(of.slice(0, k))]
}

const size = fc.integer({ min: 1, max: MOST })
const sizeAndIndex = size.chain((of) => fc.tuple(fc.constant(of), fc.integer({ min: 0, max: of - 1 })))
const twoSizes = fc.tuple(size, size).map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)))
const flip = (bytes: Uint8Array, bit: number): Uint8Array =>
  bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7)))

describe('root', () => {
  test.each(Array.from({ length: 70 }, (_, at) => at))('of %i leaves follows the definition', (of) => {
    expect(rootAt(of)).toEqual(mth(hashes.slice(0, of)))
  })

  test('is the same however the leaves arrive', () => {
    const same = fc.property(twoSizes, ([first, all]) => {
      const begun = appendLeaves(EMPTY_RANGE, hashes.slice(0, first))
      const range = appendLeaves(begun, hashes.slice(first, all))
      expect(range.size).toBe(all)
      expect(rootOf(range)).toEqual(mth(hashes.slice(0, all)))
    })
    fc.assert(same)
  })

  test('counted the second way is the same, also after a pause', () => {
    const same = fc.property(twoSizes, ([first, all]) => {
      const begun = recountFrom([], portableSha256)
      for (const leaf of leaves.slice(0, first)) begun.add(leaf)
      const recount = recountFrom(begun.waiting(), portableSha256)
      for (const leaf of leaves.slice(first, all)) recount.add(leaf)
      expect(recount.size()).toBe(all)
      expect(recount.root()).toEqual(rootAt(all))
    })
    fc.assert(same)
  })

  test('a range that lost a peak is a bug', () => {
    expect(() => appendLeaves({ size: 3, peaks: [] }, hashes.slice(0, 1))).toThrow('lacks a peak')
  })
})

describe('inclusion', () => {
  test('is proved as defined, and the proof holds', () => {
    const holds = fc.property(sizeAndIndex, ([of, index]) => {
      const proof = proveInclusion(hashes.slice(0, of), index)
      const hash = hashes[index] ?? new Uint8Array(0)
      expect(proof).toEqual(path(index, hashes.slice(0, of)))
      expect(isIncluded({ hash, index, size: of, proof }, rootAt(of))).toBe(true)
    })
    fc.assert(holds)
  })

  test('fails with one wrong bit, at another index, under another root, with a node too many or too few', () => {
    const fails = fc.property(sizeAndIndex, fc.nat(255), ([of, index], bit) => {
      const proof = proveInclusion(hashes.slice(0, of), index)
      const hash = hashes[index] ?? new Uint8Array(0)
      const good = { hash, index, size: of, proof }
      const wrongNodes = proof.map((_, at) => ({
        ...good,
        proof: proof.map((node, other) => (at === other ? flip(node, bit) : node)),
      }))
      const bad = [
        ...wrongNodes,
        { ...good, hash: flip(hash, bit) },
        { ...good, index: index + 1 },
        { ...good, index: index - 1 },
        { ...good, index: index + 0.5 },
        { ...good, size: index },
        { ...good, proof: [...proof, hash] },
        ...(proof.length > 0 ? [{ ...good, proof: proof.slice(0, -1) }] : []),
      ]
      for (const of of bad) expect(isIncluded(of, rootAt(good.size))).toBe(false)
      expect(isIncluded(good, flip(rootAt(of), bit))).toBe(false)
    })
    fc.assert(fails)
  })

  test.each([
    ['below', -1],
    ['beyond', 8],
  ])('of a leaf %s the tree is a bug', (_, index) =>
    expect(() => proveInclusion(hashes.slice(0, 8), index)).toThrow('no leaf'),
  )
})

describe('consistency', () => {
  test('of every two sizes to 40 is proved and holds', () => {
    for (let second = 0; second <= 40; second++) {
      for (let first = 0; first <= second; first++) {
        const proof = proveConsistency(hashes.slice(0, second), first)
        const [older, newer] = [first, second].map((of) => ({ size: of, root: rootAt(of) }))
        expect(older && newer && isConsistent(older, newer, proof), `${first} to ${second}`).toBe(true)
      }
    }
  })

  test('fails with one wrong bit, another root, another size, a node too many or too few', () => {
    const fails = fc.property(twoSizes, fc.nat(255), ([first, second], bit) => {
      const proof = proveConsistency(hashes.slice(0, second), first)
      const older = { size: first, root: rootAt(first) }
      const newer = { size: second, root: rootAt(second) }
      proof.forEach((_, at) => {
        const wrong = proof.map((node, other) => (at === other ? flip(node, bit) : node))
        expect(isConsistent(older, newer, wrong)).toBe(false)
      })
      expect(isConsistent({ ...older, root: flip(older.root, bit) }, newer, proof)).toBe(false)
      expect(isConsistent(older, { ...newer, root: flip(newer.root, bit) }, proof)).toBe(false)
      expect(isConsistent(older, newer, [...proof, newer.root])).toBe(false)
      if (proof.length > 0) expect(isConsistent(older, newer, proof.slice(0, -1))).toBe(false)
      if (first < second) expect(isConsistent(newer, older, proof)).toBe(false)
    })
    fc.assert(fails)
  })

  test('a changed early leaf cannot be made consistent', () => {
    const changed = hashes.with(0, leafHash(Uint8Array.of(255)))
    const older = { size: 5, root: rootAt(5) }
    const newer = { size: 9, root: rootOfLeaves(changed.slice(0, 9)) }
    expect(isConsistent(older, newer, proveConsistency(changed.slice(0, 9), 5))).toBe(false)
  })

  test('of a larger tree with a smaller is a bug to prove', () =>
    expect(() => proveConsistency(hashes.slice(0, 4), 5)).toThrow('no tree'))
})
