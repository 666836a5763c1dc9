import { expect, test } from 'vitest'
import { checkSize, isActivePdf, isClassified, lookAt } from './rules.ts'

const MOST = 20 * 1024 * 1024

test('twenty megabytes are taken, one byte more is not, nor is nothing', () => {
  expect(checkSize(0)).toMatchObject({ refused: 'empty-file' })
  expect(checkSize(1)).toBe('fine')
  expect(checkSize(MOST)).toBe('fine')
  expect(checkSize(MOST + 1)).toMatchObject({ refused: 'file-too-large', facts: { megabytes: 20 } })
})

const look = (bytes: readonly number[]) => {
  const all = Buffer.from(bytes)
  return lookAt(all, () => all.toString('utf8'))
}

test.each<[string, number[], string | undefined]>([
  ['a picture by its first bytes', [0xff, 0xd8, 0xff, 0xe0], 'jpeg'],
  ['half a signature', [0xff, 0xd8], undefined],
  ['RIFF that is no picture', [0x52, 0x49, 0x46, 0x46, 0, 0, 0, 0, 0x57, 0x41, 0x56, 0x45], undefined],
  ['RIFF that is one', [0x52, 0x49, 0x46, 0x46, 0, 0, 0, 0, 0x57, 0x45, 0x42, 0x50], 'webp'],
  ['Chinese in UTF-8', [...Buffer.from('党课')], 'txt'],
  ['Chinese in GBK is no UTF-8', [0xb5, 0xb3, 0xbf, 0xce], undefined],
  ['a line, a tab and a line feed', [0x61, 0x09, 0x0d, 0x0a], 'txt'],
  ['an escape', [0x61, 0x1b], undefined],
])('%s', (_, bytes, kind) => expect(look(bytes)).toBe(kind))

test.each([
  ['%PDF /JavaScript (x)', true],
  ['%PDF /JS (x)', true],
  ['%PDF /Launch', true],
  ['%PDF /JSON', false],
  ['%PDF /Type /Page', false],
])('%s runs something: %s', (text, active) => expect(isActivePdf(text)).toBe(active))

test.each([
  ['机密★三年', true],
  ['绝密 ☆', true],
  ['秘密★', true],
  ['保守国家秘密', false],
  ['机密文件怎么办', false],
])('%s bears a mark of secrecy: %s', (text, marked) => expect(isClassified(text)).toBe(marked))
