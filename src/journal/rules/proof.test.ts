import { ed25519 } from '@noble/curves/ed25519.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { expect, test } from 'vitest'
import { toBase64 } from './base64.ts'
import { showCheckpoint } from './checkpoint.ts'
import { type Entry, leafBytes, leafHash } from './leaf.ts'
import { keyIdOf, SIGNATURE_TYPES, showNote, showVkey } from './note.ts'
import { checkEvidence, type Evidence, reachedBy, spansOfConsistency, spansOfProof } from './proof.ts'
import { proveConsistency, proveInclusion, rootOfLeaves } from './tree.ts'

const LOG = 'test.example/journal'
const SEED = Uint8Array.from({ length: 32 }, (_, at) => at)

const entryOf = (subject: string): Entry => ({
  v: 1,
  log: LOG,
  kind: 'meetings.enterMeeting',
  scope: null,
  subject,
  rev: 1,
  prev: null,
  actor: 'r6zn1EiASUK3efb+b7k/a04sPWyEfmFBJz3FODfkgcY=',
  occurred: null,
  received: '2026-11-22T04:00:00.000001Z',
  fields: { subject: 'Vgs58RoqcPunmwOcXfk1IdQTErEYVJMV8tuYgWx3ovg=' },
  files: [],
  src: 'web',
})

/** A log of so many records, signed, and what it hands out for one of them. */
function evidenceOf(index: number, size: number): Evidence {
  const leaves = Array.from({ length: size }, (_, at) => leafBytes(entryOf(`record ${at}`)))
  const hashes = leaves.map((leaf) => leafHash(leaf))
  const publicKey = ed25519.getPublicKey(SEED)
  const signer = { name: LOG, type: SIGNATURE_TYPES.ed25519, publicKey }
  const text = showCheckpoint({ origin: LOG, size, root: rootOfLeaves(hashes) })
  const signature = ed25519.sign(utf8ToBytes(text), SEED)
  const note = showNote({ text, signatures: [{ name: LOG, keyId: keyIdOf(signer), signature }] })
  const proof = proveInclusion(hashes, index).map(toBase64)
  return { leaf: toBase64(leaves[index] ?? new Uint8Array(0)), index, proof, note, vkey: showVkey(signer) }
}

const claim = { subject: 'record 4', rev: 1, leafHash: toBase64(leafHash(leafBytes(entryOf('record 4')))) }
const good = evidenceOf(4, 11)
const failing = (evidence: Evidence, of = claim): string[] =>
  checkEvidence(evidence, of).flatMap((step) => (step.good ? [] : [step.name]))

test('an honest log passes every step', () => expect(failing(good)).toEqual([]))

/** The same text with one letter of its middle replaced by another that base64 knows. */
const nudged = (text: string, at = Math.floor(text.length / 2)): string =>
  `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`

const otherKey = showVkey({
  name: LOG,
  type: SIGNATURE_TYPES.ed25519,
  publicKey: ed25519.getPublicKey(new Uint8Array(32)),
})

test.each([
  [
    'a leaf with one letter changed',
    { ...good, leaf: nudged(good.leaf) },
    ['record', 'seal', 'place', 'signature'],
  ],
  ['another record’s leaf', { ...good, leaf: evidenceOf(5, 11).leaf }, ['record', 'seal', 'place']],
  ['another place', { ...good, index: 5 }, ['place']],
  [
    'a node of the way changed',
    { ...good, proof: good.proof.map((one, at) => (at === 1 ? nudged(one) : one)) },
    ['place'],
  ],
  ['a node too few', { ...good, proof: good.proof.slice(1) }, ['place']],
  ['a size nobody signed', { ...good, note: good.note.replace('\n11\n', '\n12\n') }, ['signature']],
  ['another signature', { ...good, note: nudged(good.note, good.note.length - 20) }, ['signature']],
  ['another key', { ...good, vkey: otherKey }, ['signature']],
  ['no note at all', { ...good, note: '' }, ['place', 'signature']],
])('%s does not pass', (_, evidence, steps) => expect(failing(evidence)).toEqual(steps))

test('any single byte of the leaf, changed, breaks the seal', () => {
  const bytes = leafBytes(entryOf('record 4'))
  for (let at = 0; at < bytes.length; at++) {
    const changed = bytes.slice()
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(failing({ ...good, leaf: toBase64(changed) })).toEqual(expect.arrayContaining(['seal', 'place']))
  }
})

test('a revision or seal the page claims wrongly is seen', () => {
  expect(failing(good, { ...claim, rev: 2 })).toEqual(['record'])
  expect(failing(good, { ...claim, leafHash: nudged(claim.leafHash) })).toEqual(['seal'])
})

test('the spans of a proof are the nodes of the proof, for every leaf of every small tree', () => {
  for (let size = 1; size <= 33; size++) {
    const hashes = Array.from({ length: size }, (_, at) => leafHash(Uint8Array.of(at)))
    for (let index = 0; index < size; index++) {
      const roots = spansOfProof(index, size).map(({ from, to }) => rootOfLeaves(hashes.slice(from, to)))
      expect(roots.map(toBase64)).toEqual(proveInclusion(hashes, index).map(toBase64))
    }
  }
  expect(() => spansOfProof(3, 3)).toThrow()
})

test.each([
  ['waiting for its place', null, 10, false],
  ['before any checkpoint', 0, undefined, false],
  ['just behind the last checkpoint', 10, 10, false],
  ['its last leaf', 9, 10, true],
] as const)('sealed or not: %s', (_, index, size, sealed) => {
  expect(reachedBy(index, size) === undefined).toBe(sealed)
})

test('the spans of a consistency proof have the roots the definition asks for', () => {
  const hashes = Array.from({ length: 70 }, (_, at) => leafHash(Uint8Array.of(at)))
  for (let to = 0; to <= hashes.length; to++)
    for (let from = 0; from <= to; from++) {
      const spans = spansOfConsistency({ from, to })
      const roots = spans.map((span) => rootOfLeaves(hashes.slice(span.from, span.to)))
      expect(roots).toEqual(proveConsistency(hashes.slice(0, to), from))
    }
  expect(() => spansOfConsistency({ from: 3, to: 2 })).toThrow()
})
