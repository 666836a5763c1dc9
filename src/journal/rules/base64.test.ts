import { expect, test } from 'vitest'
import { fromBase64, toBase64 } from './base64.ts'

const lengths = Array.from({ length: 40 }, (_, length) => length)
const bytesOf = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (at * 89 + length) & 0xff)

test.each(lengths)('%i bytes come back, written as the platform writes them', (length) => {
  const bytes = bytesOf(length)
  expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
  expect(fromBase64(toBase64(bytes))).toEqual(bytes)
})

test.each([
  ['no padding', 'QQ'],
  ['too little padding', 'QQ='],
  ['padding alone', '===='],
  ['padding in the middle', 'QQ==QUFB'],
  ['three signs of padding', 'Q==='],
  ['bits nobody reads', 'QR=='],
  ['bits nobody reads, two bytes', 'QUF='],
  ['a line break', 'QUFB\n'],
  ['white space', 'QU FB'],
  ['the alphabet for addresses', 'QU-_'],
  ['a letter beyond ASCII', 'QUFé'],
  ['a letter far beyond', 'QUF中'],
])('%s is refused', (_, text) => expect(fromBase64(text)).toBeUndefined())
