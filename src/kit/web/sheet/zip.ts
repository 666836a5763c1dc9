const UTF8_NAMES = 0x800
const VERSION = 20
/** 1 January 1980, the first day a zip knows. */
const NO_DATE = 0x21
const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  return sum
})

/** The check sum of a zip, CRC-32. */
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) sum = (sum >>> 8) ^ (TABLE[(sum ^ byte) & 255] ?? 0)
  return (sum ^ 0xffffffff) >>> 0
}

type Field = readonly [width: 2 | 4, value: number]

function record(fields: readonly Field[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [width]) => sum + width, 0)))
  let at = 0
  for (const [width, value] of fields) {
    if (width === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += width
  }
  return new Uint8Array(view.buffer)
}

const zeros = (count: number): Field[] => Array.from({ length: count }, () => [2, 0] as const)

/** A zip of texts by name, in their order, not compressed: no browser lacks what that takes. */
export function storeZip(files: ReadonlyMap<string, string>): Blob {
  const encoder = new TextEncoder()
  const bodies: Uint8Array<ArrayBuffer>[] = []
  const lines: Uint8Array<ArrayBuffer>[] = []
  let offset = 0
  for (const [path, text] of files) {
    const [name, bytes] = [encoder.encode(path), encoder.encode(text)]
    const about: Field[] = [[2, VERSION], [2, UTF8_NAMES], ...zeros(2), [2, NO_DATE], [4, crc32(bytes)]]
    const sizes: Field[] = [
      [4, bytes.length],
      [4, bytes.length],
      [2, name.length],
      [2, 0],
    ]
    const head = record([[4, LOCAL], ...about, ...sizes])
    lines.push(record([[4, CENTRAL], [2, VERSION], ...about, ...sizes, ...zeros(5), [4, offset]]), name)
    bodies.push(head, name, bytes)
    offset += head.length + name.length + bytes.length
  }
  const length = lines.reduce((sum, line) => sum + line.length, 0)
  const counts: Field[] = [
    [2, files.size],
    [2, files.size],
  ]
  const end = record([[4, END], ...zeros(2), ...counts, [4, length], [4, offset], [2, 0]])
  return new Blob([...bodies, ...lines, end])
}
