import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { isRefused } from '../../kit/refuse.ts'
import { stripJpeg, stripPng } from './pictures.ts'

const latin = (text: string): number[] => [...Buffer.from(text, 'latin1')]
const segment = (marker: number, data: readonly number[]): number[] => [
  ...[0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255],
  ...data,
]
const exif = (orientation: number): number[] =>
  segment(0xe1, [
    ...latin('Exif\0\0II*\0'),
    ...[8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0],
    ...latin('GPS 35.1N 117.2E'),
  ])
const JFIF = segment(0xe0, [...latin('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9])
const TABLES = segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)])
const SCAN = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]
const jpeg = (...parts: readonly (readonly number[])[]): Uint8Array =>
  new Uint8Array([0xff, 0xd8, ...parts.flat(), 0xff, 0xd9])

const stripped = (bytes: Uint8Array | ReturnType<typeof stripJpeg>): Buffer => {
  if (isRefused(bytes)) throw new Error(bytes.refused)
  return Buffer.from(bytes)
}

test('a JPEG keeps its picture and loses place, comment and small picture, and what hides behind its end', () => {
  const comment = segment(0xfe, latin('taken by Li'))
  const behind = new Uint8Array([
    ...jpeg(JFIF, exif(1), comment, TABLES, SCAN, TABLES, SCAN),
    ...latin('second film'),
  ])
  const found = stripped(stripJpeg(behind))
  const head = segment(0xe0, [...latin('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0])
  expect([...found]).toEqual([...jpeg(head, TABLES, SCAN, TABLES, SCAN)])
  expect(found.toString('latin1')).not.toMatch(/GPS|taken|second|Exif/)
})

test('a JPEG taken sideways still says which way up, and nothing else', () => {
  const found = stripped(stripJpeg(jpeg(exif(6), TABLES, SCAN)))
  expect(found.toString('latin1')).toContain('Exif')
  expect(found.toString('latin1')).not.toContain('GPS')
  expect([...stripped(stripJpeg(found))]).toEqual([...found])
})

test.each([
  ['no picture', new Uint8Array([1, 2, 3, 4])],
  ['one that breaks off within a segment', jpeg(JFIF, TABLES, SCAN).slice(0, 30)],
  ['one that breaks off within its data', jpeg(TABLES, SCAN).slice(0, -2)],
])('a JPEG is refused: %s', (_, bytes) => expect(stripJpeg(bytes)).toMatchObject({ refused: 'damaged-file' }))

const chunk = (kind: string, data: Uint8Array): number[] => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return [...length, ...latin(kind), ...data, 0, 0, 0, 0]
}
const MAGIC = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const IHDR = chunk('IHDR', new Uint8Array(13))
const IDAT = chunk('IDAT', new Uint8Array(deflateSync(Buffer.from([0, 1]))))
const IEND = chunk('IEND', new Uint8Array())

test('a PNG keeps its picture and loses text, EXIF and whatever stands behind its end', () => {
  const text = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'prVt'].flatMap((kind) =>
    chunk(kind, Buffer.from('GPS')),
  )
  const found = stripped(
    stripPng(new Uint8Array([...MAGIC, ...IHDR, ...text, ...IDAT, ...IEND, ...latin('GPS')])),
  )
  expect([...found]).toEqual([...MAGIC, ...IHDR, ...IDAT, ...IEND])
})

test('a PNG that breaks off is refused', () =>
  expect(stripPng(new Uint8Array([...MAGIC, ...IHDR, ...IDAT]))).toMatchObject({ refused: 'damaged-file' }))
