import { ed25519 } from '@noble/curves/ed25519.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { describe, expect, test } from 'vitest'
import { isRefused } from '../../kit/refuse.ts'
import { showCheckpoint } from './checkpoint.ts'
import { leafHash } from './leaf.ts'
import { keyIdOf, type Note, parseNote, SIGNATURE_TYPES, showNote } from './note.ts'
import { parseTlogProof, showTlogProof, type TlogProof } from './tlog-proof.ts'
import { isIncluded, proveInclusion, rootOfLeaves } from './tree.ts'

const ORIGIN = 'test.example/journal'
const hashes = Array.from({ length: 11 }, (_, at) => leafHash(utf8ToBytes(`leaf ${at}`)))
const root = rootOfLeaves(hashes)

function note(): string {
  const seed = new Uint8Array(32).fill(7)
  const signer = { name: ORIGIN, type: SIGNATURE_TYPES.ed25519, publicKey: ed25519.getPublicKey(seed) }
  const text = showCheckpoint({ origin: ORIGIN, size: hashes.length, root })
  const signature = ed25519.sign(utf8ToBytes(text), seed)
  return showNote({ text, signatures: [{ name: ORIGIN, keyId: keyIdOf(signer), signature }] })
}

const proofOf = (index: number): TlogProof => ({ index, proof: proveInclusion(hashes, index), note: note() })
const text = showTlogProof(proofOf(4))

/** Written out by hand after the document (c2sp.org/tlog-proof). */
test('is the text of the document', () => {
  const made = showTlogProof({
    index: 73_894,
    proof: [new Uint8Array(32), new Uint8Array(32).fill(255)],
    note: 'example.com/log\n1\nAAAA\n\n— example.com/log AAAAAAA=\n',
    extra: utf8ToBytes('age-v1'),
  })
  expect(made).toBe(
    [
      'c2sp.org/tlog-proof@v1',
      'extra YWdlLXYx',
      'index 73894',
      'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
      '//////////////////////////////////////////8=',
      '',
      'example.com/log',
      '1',
      'AAAA',
      '',
      '— example.com/log AAAAAAA=',
      '',
    ].join('\n'),
  )
})

describe('a proof that is read', () => {
  test.each([0, 4, 8, 10])('leads leaf %i to the root it carries', (index) => {
    const read = parseTlogProof(showTlogProof(proofOf(index)))
    if (isRefused(read)) throw new Error('the proof does not read')
    const hash = hashes[index] ?? new Uint8Array(0)
    expect(read.index).toBe(index)
    expect(isIncluded({ hash, index, size: hashes.length, proof: read.proof }, root)).toBe(true)
    expect(read.note).toBe(note())
  })

  test('keeps cosignatures and extra data', () => {
    const parsed = parseNote(note())
    const { text: body, signatures }: Note = isRefused(parsed) ? { text: '', signatures: [] } : parsed
    const line = { name: 'witness.example', keyId: new Uint8Array(4), signature: new Uint8Array(72) }
    const cosigned = showNote({ text: body, signatures: [...signatures, line] })
    const whole = { ...proofOf(3), note: cosigned, extra: Uint8Array.of(1, 2, 3) }
    expect(parseTlogProof(showTlogProof(whole))).toEqual(whole)
  })

  test('has no nodes in a log of one leaf, and none of extra data where the line is empty', () => {
    const alone = parseTlogProof(`c2sp.org/tlog-proof@v1\nextra \nindex 0\n\n${note()}`)
    expect(alone).toMatchObject({ index: 0, proof: [], extra: new Uint8Array(0) })
  })
})

const lines = text.split('\n')
const withLine = (at: number, line: string): string => lines.with(at, line).join('\n')

test.each([
  ['nothing', ''],
  ['another version', withLine(0, 'c2sp.org/tlog-proof@v2')],
  ['line breaks of another system', text.replaceAll('\n', '\r\n')],
  ['an index with a zero before it', withLine(1, 'index 04')],
  ['a negative index', withLine(1, 'index -4')],
  ['an index that is no whole number any more', withLine(1, 'index 9007199254740993')],
  ['no index', lines.toSpliced(1, 1).join('\n')],
  ['extra data behind the index', lines.toSpliced(2, 0, 'extra YWdl').join('\n')],
  ['extra data that is not base64', lines.toSpliced(1, 0, 'extra YWd').join('\n')],
  ['a node that is too short', withLine(2, 'AAAA')],
  ['a node in another spelling', withLine(2, `${lines[2]?.slice(0, -2)}B=`)],
  ['more nodes than any tree is high', lines.toSpliced(2, 0, ...Array(60).fill(lines[2])).join('\n')],
  ['no empty line', text.replace('\n\n', '\n')],
  ['no checkpoint', text.slice(0, text.indexOf('\n\n') + 2)],
  ['a note that is no checkpoint', text.replace(`${ORIGIN}\n11\n`, `${ORIGIN}\neleven\n`)],
  ['a checkpoint cut short', text.slice(0, -1)],
])('%s is refused', (_, damaged) => {
  expect(damaged).not.toBe(text)
  expect(parseTlogProof(damaged)).toMatchObject({ refused: 'bad-tlog-proof' })
})
