import { describe, expect, test } from 'vitest'
import { isRefused } from '../../kit/refuse.ts'
import { toBase64 } from './base64.ts'
import { parseCheckpoint, showCheckpoint } from './checkpoint.ts'
import { keyIdOf, parseNote, parseVkey, type Signer, showNote, showVkey, verdictOn } from './note.ts'

const signer: Signer = { name: 'a.example/log', type: 1, publicKey: new Uint8Array(32).fill(9) }
const root = new Uint8Array(32).fill(5)
const encoded = toBase64(root)
const line = { name: signer.name, keyId: keyIdOf(signer), signature: new Uint8Array(64).fill(3) }

describe('verifier key', () => {
  const good = showVkey(signer)
  const [name, id, key] = good.split('+')
  test.each([
    ['nothing', ''],
    ['no key', `${name}+${id}`],
    ['a wrong key id', `${name}+00000000+${key}`],
    ['an id in capitals', `${name}+${id?.toUpperCase()}+${key}`],
    ['an unknown type', showVkey({ ...signer, type: 2 })],
    ['a short key', showVkey({ ...signer, publicKey: new Uint8Array(31) })],
    ['a name with a space', showVkey({ ...signer, name: 'a b' })],
    ['a name with a space beyond ASCII', showVkey({ ...signer, name: 'a\u0085b' })],
    ['a name with a control character', showVkey({ ...signer, name: 'a\u001fb' })],
    ['no name', showVkey({ ...signer, name: '' })],
    ['something behind it', `${good}=`],
  ])('%s is refused', (_, vkey) => expect(isRefused(parseVkey(vkey))).toBe(true))

  test.each(['a\u007fb', 'a\u0080b', '\ufeffa', 'a\u200bb', '矿'])('the name %j is one', (odd) => {
    const named = { ...signer, name: odd }
    expect(parseVkey(showVkey(named))).toEqual(named)
    const note = { text: `${odd}\n`, signatures: [{ ...line, name: odd }] }
    expect(parseNote(showNote(note))).toEqual(note)
  })

  test('a key in base64 with a plus sign reads', () => {
    const plus = { ...signer, publicKey: new Uint8Array(32).fill(0xfb) }
    expect(showVkey(plus).split('+').length).toBeGreaterThan(3)
    expect(parseVkey(showVkey(plus))).toEqual(plus)
  })
})

describe('note', () => {
  const good = showNote({ text: 'one\n\ntwo\n', signatures: [line, line] })
  test('reads back, with an empty line in its text', () =>
    expect(parseNote(good)).toEqual({ text: 'one\n\ntwo\n', signatures: [line, line] }))
  test.each([
    ['nothing', ''],
    ['no signature', 'one\n\n'],
    ['no empty line', `one\n${good.slice(-120)}`],
    ['no line break at its end', good.slice(0, -1)],
    ['a control character in its text', good.replace('one', 'o\u0000ne')],
    ['a carriage return', good.replace('one', 'one\r')],
    ['a hyphen for the dash', good.replaceAll('—', '-')],
    ['a signature that is no base64', good.replace(/\S+\n$/, '!!!!\n')],
    ['a signature of a key id only', good.replace(/\S+\n$/, 'AAAAAA==\n')],
    ['a line after the signatures', `${good}more\n`],
    ['more than a hundred signatures', showNote({ text: 'a\n', signatures: Array(101).fill(line) })],
  ])('with %s is refused', (_, note) => expect(isRefused(parseNote(note))).toBe(true))

  test.each([
    ['a signature cut short', { ...line, signature: new Uint8Array(63) }, { good: false }],
    ['a signature that is not one', line, { good: false }],
    ["somebody else's name", { ...line, name: 'b.example' }, undefined],
    ["somebody else's key id", { ...line, keyId: new Uint8Array(4) }, undefined],
  ])('%s', (_, signature, verdict) =>
    expect(verdictOn({ text: 'a\n', signatures: [signature] }, signer)).toEqual(verdict),
  )

  test("a witness's signature cut short is bad", () => {
    const witness = { ...signer, type: 4 }
    const short = { ...line, keyId: keyIdOf(witness) }
    expect(verdictOn({ text: 'a\n', signatures: [short] }, witness)).toEqual({ good: false })
  })
})

describe('checkpoint', () => {
  test('the largest one reads back', () => {
    const last = { origin: 'a.example', size: Number.MAX_SAFE_INTEGER, root }
    expect(parseCheckpoint(showCheckpoint(last))).toEqual(last)
  })
  test.each([
    ['nothing', ''],
    ['no origin', `\n1\n${encoded}\n`],
    ['a size with a leading zero', `a\n01\n${encoded}\n`],
    ['a negative size', `a\n-1\n${encoded}\n`],
    ['a size past the safe integers', `a\n9007199254740992\n${encoded}\n`],
    ['a short root', `a\n1\n${toBase64(root.slice(1))}\n`],
    ['a root that is no base64', `a\n1\n${encoded.replace('B', '*')}\n`],
    ['an extension line', `a\n1\n${encoded}\nmore\n`],
    ['no last line break', `a\n1\n${encoded}`],
  ])('%s is refused', (_, text) => expect(isRefused(parseCheckpoint(text))).toBe(true))
})
