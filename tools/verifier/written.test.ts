import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fromBase64 } from '../../src/journal/rules/base64.ts'
import { parseCheckpoint } from '../../src/journal/rules/checkpoint.ts'
import { isSingle, parseNote, parseVkey } from '../../src/journal/rules/note.ts'
import { parseTlogProof } from '../../src/journal/rules/tlog-proof.ts'
import { isConsistent, isIncluded, type Tree } from '../../src/journal/rules/tree.ts'
import { isRefused } from '../../src/kit/refuse.ts'

type Root = { readonly size: number; readonly root: string }
type Case = { readonly what: string; readonly good: boolean } & (
  | { readonly of: 'note' | 'checkpoint' | 'vkey' | 'proof'; readonly text: string }
  | ({
      readonly of: 'inclusion'
      readonly leaf: string
      readonly index: number
      readonly proof: string[]
    } & Root)
  | { readonly of: 'consistency'; readonly from: Root; readonly to: Root; readonly proof: string[] }
)

const cases: Case[] = JSON.parse(readFileSync(new URL('written.json', import.meta.url), 'utf8'))

const bytes = (text: string): Uint8Array => fromBase64(text) ?? new Uint8Array(0)
const tree = ({ size, root }: Root): Tree => ({ size, root: bytes(root) })

function isGood(of: Case): boolean {
  if (of.of === 'consistency') return isConsistent(tree(of.from), tree(of.to), of.proof.map(bytes))
  if (of.of === 'inclusion') {
    const { leaf, index, size, proof, root } = of
    return isIncluded({ hash: bytes(leaf), index, size, proof: proof.map(bytes) }, bytes(root))
  }
  if (of.of === 'note') {
    const note = parseNote(of.text)
    return !isRefused(note) && isSingle(note)
  }
  const parse = { checkpoint: parseCheckpoint, vkey: parseVkey, proof: parseTlogProof }[of.of]
  return !isRefused(parse(of.text))
}

test.each(cases.map((one) => [`${one.of}: ${one.what}`, one] as const))('%s', (_, one) =>
  expect(isGood(one)).toBe(one.good),
)

test('there are cases of every kind, good ones and others', () => {
  const kinds = Map.groupBy(cases, ({ of }) => of)
  expect([...kinds.keys()].sort()).toEqual([
    'checkpoint',
    'consistency',
    'inclusion',
    'note',
    'proof',
    'vkey',
  ])
  for (const own of kinds.values()) expect(new Set(own.map(({ good }) => good)).size).toBe(2)
})
