import { crc32, deflateRawSync } from 'node:zlib'

/** 1 January 1980, the first day a zip knows: the same content makes the same bytes. */
const NO_DATE = 0x21
const UTF8_NAMES = 0x800
const DEFLATED = 8
const VERSION = 20
const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END = 0x06054b50

type Field = readonly [bytes: 2 | 4, value: number]

function record(fields: readonly Field[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [width]) => sum + width, 0))
  let at = 0
  for (const [width, value] of fields) at = bytes.writeUIntLE(value, at, width)
  return bytes
}

type Entry = { readonly name: Buffer; readonly packed: Buffer; readonly fields: readonly Field[] }

function pack([path, content]: readonly [string, string | Uint8Array]): Entry {
  const name = Buffer.from(path)
  const bytes = Buffer.from(content)
  const packed = deflateRawSync(bytes)
  const about: Field[] = [
    [2, VERSION],
    [2, UTF8_NAMES],
    [2, DEFLATED],
    [2, 0],
    [2, NO_DATE],
  ]
  const sizes: Field[] = [
    [4, crc32(bytes)],
    [4, packed.length],
    [4, bytes.length],
    [2, name.length],
    [2, 0],
  ]
  return { name, packed, fields: [...about, ...sizes] }
}

const bodyOf = ({ name, packed, fields }: Entry): Buffer =>
  Buffer.concat([record([[4, LOCAL_HEADER], ...fields]), name, packed])

function lineOf({ name, fields }: Entry, offset: number): Buffer {
  const place: Field[] = [
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, offset],
  ]
  return Buffer.concat([record([[4, CENTRAL_HEADER], [2, VERSION], ...fields, ...place]), name])
}

/** A zip of files by name, in their order; texts are written in UTF-8. */
export function zip(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const bodies: Buffer[] = []
  const lines: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const entry = pack(file)
    const body = bodyOf(entry)
    bodies.push(body)
    lines.push(lineOf(entry, offset))
    offset += body.length
  }
  const directory = Buffer.concat(lines)
  const counts: Field[] = [
    [2, files.size],
    [2, files.size],
  ]
  const end = record([[4, END], [2, 0], [2, 0], ...counts, [4, directory.length], [4, offset], [2, 0]])
  return Buffer.concat([...bodies, directory, end])
}
