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

/** A zip of files by name, in their order; texts are written in UTF-8. */
export function zip(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, content] of files) {
    const name = Buffer.from(path)
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const shared: Field[] = [
      [2, VERSION],
      [2, UTF8_NAMES],
      [2, DEFLATED],
      [2, 0],
      [2, NO_DATE],
      [4, crc32(bytes)],
      [4, packed.length],
      [4, bytes.length],
      [2, name.length],
      [2, 0],
    ]
    const body = [record([[4, LOCAL_HEADER], ...shared]), name, packed]
    bodies.push(...body)
    const place: Field[] = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ]
    directory.push(record([[4, CENTRAL_HEADER], [2, VERSION], ...shared, ...place]), name)
    offset += body.reduce((sum, { length }) => sum + length, 0)
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const counts: Field[] = [
    [2, files.size],
    [2, files.size],
  ]
  const end = record([[4, END], [2, 0], [2, 0], ...counts, [4, size], [4, offset], [2, 0]])
  return Buffer.concat([...bodies, ...directory, end])
}
