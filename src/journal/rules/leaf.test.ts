import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import fc from '../../kit/test/check.ts'
import { fromBase64, toBase64 } from './base64.ts'
import {
  commitField,
  type Entry,
  instantOf,
  leafBytes,
  leafHash,
  MAX_LEAF_BYTES,
  showInstant,
} from './leaf.ts'

const salt = new Uint8Array(32).fill(7)
const entry: Entry = {
  v: 1,
  log: 'mine.example/journal',
  kind: 'meetings.recordRollCall',
  scope: null,
  subject: 'a',
  rev: 1,
  prev: null,
  actor: 'b',
  occurred: null,
  received: '2026-11-22T04:00:00.000001Z',
  fields: {},
  files: [],
  src: 'web',
}

test('a commitment is SHA-256(0x02 ‖ salt ‖ JCS([name, value]))', () => {
  const expected = createHash('sha256').update(Uint8Array.of(2)).update(salt).update('["name","值"]')
  expect(commitField(salt, 'name', '值')).toBe(expected.digest('base64'))
})

test('what hashes is given the salt and the canonical text', () => {
  const said: unknown[] = []
  commitField(salt, 'name', { b: 1, a: null }, (...given) => `${said.push(...given)}`)
  expect(said).toEqual([salt, '["name",{"a":null,"b":1}]'])
})

test.each([
  ['another salt', new Uint8Array(32).fill(8), 'name', '1'],
  ['another name', salt, 'names', '1'],
  ['another value', salt, 'name', '2'],
  ['a number for a text', salt, 'name', 1],
  ['nothing', salt, 'name', null],
])('%s gives another commitment', (_, other, name, value) =>
  expect(commitField(other, name, value)).not.toBe(commitField(salt, 'name', '1')),
)

test.each([0, 31, 33])('a salt of %i bytes is a bug', (length) =>
  expect(() => commitField(new Uint8Array(length), 'name', 1)).toThrow('salt'),
)

test('a leaf hash is domain-separated from its bytes', () => {
  const bytes = leafBytes(entry)
  const expected = createHash('sha256').update(Uint8Array.of(0)).update(bytes).digest()
  expect(toBase64(leafHash(bytes))).toBe(expected.toString('base64'))
})

test('a leaf may be 65 535 bytes long and no longer', () => {
  const room = MAX_LEAF_BYTES - leafBytes({ ...entry, kind: '' }).length
  expect(leafBytes({ ...entry, kind: 'k'.repeat(room) })).toHaveLength(MAX_LEAF_BYTES)
  expect(() => leafBytes({ ...entry, kind: 'k'.repeat(room + 1) })).toThrow('too long')
})

test.each([
  [0, '1970-01-01T00:00:00.000000Z'],
  [1, '1970-01-01T00:00:00.000001Z'],
  [instantOf(new Date('2026-11-22T04:00:00.123Z')) + 999, '2026-11-22T04:00:00.123999Z'],
])('%i µs is %s', (micros, shown) => expect(showInstant(micros)).toBe(shown))

test('base64 agrees with the platform, both ways', () => {
  const same = fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
    const text = Buffer.from(bytes).toString('base64')
    expect(toBase64(bytes)).toBe(text)
    expect(fromBase64(text)).toEqual(bytes)
  })
  fc.assert(same)
})

test.each(['A', 'AA', 'AA=', 'AB==', 'AA==A', 'A-==', 'AAA', 'AAB=', 'AAAA=', ' AA=='])(
  '%j is no base64',
  (text) => expect(fromBase64(text)).toBeUndefined(),
)
