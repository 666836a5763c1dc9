import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { describe, expect, test } from 'vitest'
import { isRefused } from '../../kit/refuse.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { parseCheckpoint, showCheckpoint } from './checkpoint.ts'
import { portableSha256 } from './hash.ts'
import { commitActor, commitField, type Entry, leafBytes, leafHash } from './leaf.ts'
import {
  cosignedText,
  keyIdOf,
  type Note,
  parseNote,
  parseVkey,
  type Signer,
  showNote,
  showVkey,
  verdictOn,
} from './note.ts'
import { recountFrom } from './recount.ts'
import { nodeHash, rootOfLeaves } from './tree.ts'

function readNote(note: string): Note {
  const read = parseNote(note)
  if (isRefused(read)) throw new Error('the note does not read')
  return read
}

function readKey(vkey: string): Signer {
  const read = parseVkey(vkey)
  if (isRefused(read)) throw new Error('the key does not read')
  return read
}

const text = (of: string): Uint8Array => utf8ToBytes(of)

describe('RFC 6962', () => {
  const inputs = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ]
  test.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
    [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
    [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('root of the first %i, both ways', (size, root) => {
    const leaves = inputs.slice(0, size).map(hexToBytes)
    expect(bytesToHex(rootOfLeaves(leaves.map((leaf) => leafHash(leaf))))).toBe(root)
    const recount = recountFrom([], portableSha256)
    for (const leaf of leaves) recount.add(leaf)
    expect(bytesToHex(recount.root())).toBe(root)
  })

  test.each([
    ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    ['L123456', '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56'],
  ])('leaf(%j)', (leaf, hash) => expect(bytesToHex(leafHash(text(leaf)))).toBe(hash))

  test('node("N123", "N456")', () =>
    expect(bytesToHex(nodeHash(text('N123'), text('N456')))).toBe(
      'aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb',
    ))
})

describe('C2SP signed note', () => {
  const vkey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
  const signature =
    'Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM='
  const note = `This is an example message.\n\n— example.com/foo ${signature}\n`

  test('the key reads and writes back', () => expect(showVkey(readKey(vkey))).toBe(vkey))
  test('the note reads and writes back', () => expect(showNote(readNote(note))).toBe(note))
  test('the signature is good', () =>
    expect(verdictOn(readNote(note), readKey(vkey))).toEqual({ good: true }))
  test('not on another text', () => {
    const other = readNote(note.replace('example message', 'example massage'))
    expect(verdictOn(other, readKey(vkey))).toEqual({ good: false })
  })
})

const LOG = 'branch.example/journal/v1'
const WITNESS = 'witness.example/phone1'
const seed = Uint8Array.from({ length: 32 }, (_, at) => at)
const salt = (byte: number): Uint8Array => new Uint8Array(32).fill(byte)

const common = {
  v: 1,
  log: LOG,
  scope: '01J0000000000000000000000A',
  actor: commitActor(salt(1), '01J0000000000000000000000U'),
  occurred: '2026-11-20T01:00:00Z',
  received: '2026-11-22T04:00:00.000Z',
  files: [],
  src: 'web',
} as const
const minutes: Entry = {
  ...common,
  kind: 'meeting.minutes.final',
  subject: '01J0000000000000000000000M',
  rev: 1,
  prev: null,
  fields: {
    text: commitField(salt(3), 'text', '会议记录'),
    present: commitField(salt(2), 'present', 18),
  },
}
const payment: Entry = {
  ...common,
  kind: 'dues.payment',
  subject: '01J0000000000000000000000P',
  rev: 1,
  prev: null,
  fields: { amount_fen: commitField(salt(4), 'amount_fen', '2350') },
}
const erased: Entry = {
  ...common,
  kind: 'erase.notice',
  subject: minutes.subject,
  rev: 2,
  prev: toBase64(leafHash(leafBytes(minutes))),
  fields: {},
}

describe('three leaves from end to end', () => {
  const leaves = [minutes, payment, erased].map(leafBytes)
  const root = rootOfLeaves(leaves.map((leaf) => leafHash(leaf)))

  test.each([
    [
      'minutes',
      minutes,
      '{"actor":"r6zn1EiASUK3efb+b7k/a04sPWyEfmFBJz3FODfkgcY=","fields":{"present":"Vgs58RoqcPunmwOcXfk1IdQTErEYVJMV8tuYgWx3ovg=","text":"AYjRDK7dO5ihFXiOirjoQ6Z6f2woxnUddEkqtMiZJfU="},"files":[],"kind":"meeting.minutes.final","log":"branch.example/journal/v1","occurred":"2026-11-20T01:00:00Z","prev":null,"received":"2026-11-22T04:00:00.000Z","rev":1,"scope":"01J0000000000000000000000A","src":"web","subject":"01J0000000000000000000000M","v":1}',
      '4b48ace5211953443270358a57ba6f2961b440af87aad92804b3aaa66d1984fd',
    ],
    [
      'a payment',
      payment,
      '{"actor":"r6zn1EiASUK3efb+b7k/a04sPWyEfmFBJz3FODfkgcY=","fields":{"amount_fen":"PlyPhLcjhnQ7cDIJ1L3qbxjPQzPEdqP6GJC4Nsu3Mak="},"files":[],"kind":"dues.payment","log":"branch.example/journal/v1","occurred":"2026-11-20T01:00:00Z","prev":null,"received":"2026-11-22T04:00:00.000Z","rev":1,"scope":"01J0000000000000000000000A","src":"web","subject":"01J0000000000000000000000P","v":1}',
      '9bc18e245580a9774155bf93008245a5e2730a859c988fddc284a1144b941c3c',
    ],
    [
      'an erasure',
      erased,
      '{"actor":"r6zn1EiASUK3efb+b7k/a04sPWyEfmFBJz3FODfkgcY=","fields":{},"files":[],"kind":"erase.notice","log":"branch.example/journal/v1","occurred":"2026-11-20T01:00:00Z","prev":"S0is5SEZU0QycDWKV7pvKWG0QK+HqtkoBLOqpm0ZhP0=","received":"2026-11-22T04:00:00.000Z","rev":2,"scope":"01J0000000000000000000000A","src":"web","subject":"01J0000000000000000000000M","v":1}',
      '9f4b2b57e2953aa52d067d2548e0b90a9f643f413f7f14d33744cfa691462809',
    ],
  ])('bytes and hash of %s', (_, entry, bytes, hash) => {
    expect(leafBytes(entry)).toEqual(text(bytes))
    expect(bytesToHex(leafHash(leafBytes(entry)))).toBe(hash)
  })

  test('each of the 3520 single-bit flips of the first leaf changes its hash', () => {
    const leaf = leafBytes(minutes)
    expect(leaf.length * 8).toBe(3520)
    const hashes = new Set([bytesToHex(leafHash(leaf))])
    for (let bit = 0; bit < leaf.length * 8; bit++) {
      const flipped = leaf.slice()
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      hashes.add(bytesToHex(leafHash(flipped)))
    }
    expect(hashes.size).toBe(3521)
  })

  const note = `${LOG}
3
hpEYcUKBLGi5z2CBXPy5JcKfXXxJs0GxRiQfdbqg1Fg=

— ${LOG} 8keRt3rh41HdwNfnZBdCeGwxPdVf3NeiinPI4rgZzxlxGODCH7jUGdczxcy9T1hh1NOQiA7RghyziOQI6u1zd2VdpQE=
— ${WITNESS} XwqM6wAAAABrAmjAmO2dfpUN659Ruh7gdsO7ZxOHTwjTjsK3LjLCv6xmkEL9i2CQlvPMQH97AuxfwQQkknzMMlqknluUWRPls48cBw==
`
  const log = readKey(`${LOG}+f24791b7+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4`)
  const witness = readKey(`${WITNESS}+5f0a8ceb+BOpKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs`)

  test('the checkpoint is written over the three leaves and signed with the seed', () => {
    const body = showCheckpoint({ origin: LOG, size: 3, root })
    const own: Signer = { name: LOG, type: 1, publicKey: ed25519.getPublicKey(seed) }
    expect(own).toEqual(log)
    const signature = ed25519.sign(text(body), seed)
    const signed = showNote({ text: body, signatures: [{ name: LOG, keyId: keyIdOf(own), signature }] })
    expect(note.startsWith(signed)).toBe(true)
  })

  test('the checkpoint reads back', () =>
    expect(parseCheckpoint(readNote(note).text)).toEqual({ origin: LOG, size: 3, root }))

  test('both signatures are good, the witness says when', () => {
    expect(verdictOn(readNote(note), log)).toEqual({ good: true })
    expect(verdictOn(readNote(note), witness)).toEqual({ good: true, timeS: 1_795_320_000n })
    expect(cosignedText(1_795_320_000n, 'x\n')).toBe('cosignature/v1\ntime 1795320000\nx\n')
  })

  test("the witness's time is under its signature", () => {
    const { text: body, signatures } = readNote(note)
    const later = signatures.map((line) =>
      line.name === WITNESS ? { ...line, signature: line.signature.with(7, 0xc1) } : line,
    )
    expect(verdictOn({ text: body, signatures: later }, witness)).toEqual({
      good: false,
      timeS: 1_795_320_001n,
    })
  })

  test('an unknown signer has no verdict', () => {
    const stranger = { ...log, publicKey: witness.publicKey }
    expect(verdictOn(readNote(note), stranger)).toBeUndefined()
  })

  test('no bit of the note can change unseen', () => {
    const bytes = text(note)
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7)))
      const read = parseNote(new TextDecoder().decode(flipped))
      const good =
        !isRefused(read) &&
        verdictOn(read, log, quickly)?.good === true &&
        verdictOn(read, witness, quickly)?.good === true &&
        read.signatures.length === 2
      expect(good, `bit ${bit}`).toBe(false)
    }
  })

  /** Equal bytes are signed, all others are not: what Ed25519 promises, without a thousand slow checks of it. */
  const quickly = (signature: Uint8Array, message: Uint8Array): boolean =>
    signedOnce.has(`${toBase64(signature)} ${toBase64(message)}`)
  const signedOnce = new Set(
    readNote(note).signatures.map(({ signature }) => {
      const body = readNote(note).text
      const cosigned = signature.length === 72
      const message = cosigned ? cosignedText(1_795_320_000n, body) : body
      return `${toBase64(signature.slice(-64))} ${toBase64(text(message))}`
    }),
  )

  test('base64 reads back what it wrote', () =>
    expect(fromBase64(erased.prev ?? '')).toEqual(leafHash(leafBytes(minutes))))
})
