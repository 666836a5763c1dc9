import { crc32, deflateRawSync } from 'node:zlib'

/** 1 January 1980, the first day a zip knows: the same content makes the same bytes. */
const NO_DATE = 0x21
const UTF8_NAMES = 0x800
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

/** What a zip says of a file: `packed` and `size` are its lengths, as it lies there and as it was. */
export type ZipLine = {
  readonly name: string
  readonly method: 'stored' | 'deflated'
  readonly crc: number
  readonly packed: number
  readonly size: number
}

const METHODS = { stored: 0, deflated: 8 } as const

function fieldsOf({ name, method, crc, packed, size }: ZipLine): Field[] {
  const about: Field[] = [
    [2, VERSION],
    [2, UTF8_NAMES],
    [2, METHODS[method]],
    [2, 0],
    [2, NO_DATE],
  ]
  return [...about, [4, crc], [4, packed], [4, size], [2, Buffer.byteLength(name)], [2, 0]]
}

/** What stands before a file's bytes in a zip. */
export const headOf = (line: ZipLine): Buffer =>
  Buffer.concat([record([[4, LOCAL_HEADER], ...fieldsOf(line)]), Buffer.from(line.name)])

function lineOf(line: ZipLine, offset: number): Buffer {
  const place: Field[] = [
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, offset],
  ]
  const fields: Field[] = [[4, CENTRAL_HEADER], [2, VERSION], ...fieldsOf(line), ...place]
  return Buffer.concat([record(fields), Buffer.from(line.name)])
}

/** What ends a zip: the directory of the files that stand in it, in this order, with nothing between them. */
export function directoryOf(lines: readonly ZipLine[]): Buffer {
  let offset = 0
  const directory = Buffer.concat(
    lines.map((line) => {
      const at = offset
      offset += headOf(line).length + line.packed
      return lineOf(line, at)
    }),
  )
  const counts: Field[] = [
    [2, lines.length],
    [2, lines.length],
  ]
  const end = record([[4, END], [2, 0], [2, 0], ...counts, [4, directory.length], [4, offset], [2, 0]])
  return Buffer.concat([directory, end])
}

/** A zip of files by name, in their order; texts are written in UTF-8. */
export function zip(files: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const lines: ZipLine[] = []
  const bodies: Uint8Array[] = []
  for (const [name, content] of files) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const line: ZipLine = {
      ...{ name, method: 'deflated', crc: crc32(bytes) },
      ...{ packed: packed.length, size: bytes.length },
    }
    lines.push(line)
    bodies.push(headOf(line), packed)
  }
  return Buffer.concat([...bodies, directoryOf(lines)])
}
