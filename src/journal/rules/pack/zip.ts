/** A file of a zip as its directory tells it. `packed` are its bytes as they lie there. */
export type Zipped = {
  readonly name: string
  readonly method: 'stored' | 'deflated'
  readonly crc: number
  readonly size: number
  readonly packed: Uint8Array
}

/** No file of a pack is larger, in bytes (docs/pack.md). */
export const MOST_FILE_BYTES = 512 * 1024 * 1024

const END = 0x06054b50
const END_BYTES = 22
const MOST_COMMENT = 0xffff
const CENTRAL = 0x02014b50
const CENTRAL_BYTES = 46
const LOCAL = 0x04034b50
const LOCAL_BYTES = 30
const ENCRYPTED = 1
const METHODS: ReadonlyMap<number, Zipped['method']> = new Map([
  [0, 'stored'],
  [8, 'deflated'],
])

/** The platform's own, in servers and browsers alike; the pure rooms are compiled without any platform. */
declare const TextDecoder: new (
  label: 'utf-8',
  options: { readonly fatal: true; readonly ignoreBOM: true },
) => { readonly decode: (bytes: Uint8Array) => string }

/** Bytes as text, a byte order mark kept; undefined when they are not UTF-8. */
export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Whether bytes begin as every zip does. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

type Fields = {
  readonly at: number
  readonly u16: (at: number) => number
  readonly u32: (at: number) => number
}

const fieldsAt = (bytes: Uint8Array, at: number): Fields => {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at)
  return { at, u16: (of) => view.getUint16(of, true), u32: (of) => view.getUint32(of, true) }
}

function localBytes(bytes: Uint8Array, start: number, length: number): Uint8Array | undefined {
  if (start + LOCAL_BYTES > bytes.length) return undefined
  const { u16, u32 } = fieldsAt(bytes, start)
  if (u32(0) !== LOCAL) return undefined
  const from = start + LOCAL_BYTES + u16(26) + u16(28)
  return from + length <= bytes.length ? bytes.subarray(from, from + length) : undefined
}

type Listed = { readonly file: Zipped; readonly starts: number; readonly next: number }

/** The file whose line stands in the directory at a place, where it lies, and where the next line begins. Its name: a letter a byte. */
function fileAt(bytes: Uint8Array, at: number): Listed | undefined {
  if (at + CENTRAL_BYTES > bytes.length) return undefined
  const { u16, u32 } = fieldsAt(bytes, at)
  const method = METHODS.get(u16(10))
  const [crc, length, size] = [u32(16), u32(20), u32(24)]
  const nameEnd = at + CENTRAL_BYTES + u16(28)
  const name = String.fromCharCode(...bytes.subarray(at + CENTRAL_BYTES, nameEnd))
  const packed = localBytes(bytes, u32(42), length)
  const isCommented = u16(32) > 0
  const fits = u32(0) === CENTRAL && (u16(8) & ENCRYPTED) === 0 && size <= MOST_FILE_BYTES && !isCommented
  if (!fits || !method || !packed) return undefined
  return { file: { name, method, crc, size, packed }, starts: u32(42), next: nameEnd + u16(30) }
}

/** The files of a plain zip by their names; undefined when it is none (docs/pack.md). */
export function listZip(bytes: Uint8Array): ReadonlyMap<string, Zipped> | undefined {
  const endAt = bytes.length - END_BYTES
  if (endAt < 0 || !isZip(bytes)) return undefined
  const { u16, u32 } = fieldsAt(bytes, endAt)
  const [count, length, from] = [u16(10), u32(12), u32(16)]
  if (u32(0) !== END || from + length !== endAt || u16(8) !== count || u16(20) > 0) return undefined
  const files = new Map<string, Zipped>()
  let [at, first] = [from, from]
  for (let left = count; left > 0; left--) {
    const found = fileAt(bytes, at)
    if (!found || files.has(found.file.name)) return undefined
    files.set(found.file.name, found.file)
    at = found.next
    first = Math.min(first, found.starts)
  }
  return at === endAt && first === 0 ? files : undefined
}

/** Whether a zip carries a comment, or says so. */
export function hasComment(bytes: Uint8Array): boolean {
  const last = bytes.length - END_BYTES
  for (let at = last; at >= Math.max(0, last - MOST_COMMENT); at--) {
    const { u16, u32 } = fieldsAt(bytes, at)
    if (u32(0) === END) return u16(20) > 0
  }
  return false
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1
  return rest
})

/** CRC-32 as in zip and gzip. */
export function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

/** Whether bytes are what the directory says of the file. */
export const isWhole = ({ size, crc }: Zipped, bytes: Uint8Array): boolean =>
  bytes.length === size && crcOf(bytes) === crc

const OPEN = '<script id="pack" type="application/gzip">'
const CLOSE = '</script>'

/** The pack that a page holds, in base64 of a gzip; undefined when the page holds none, or several. */
export function packInPage(page: string): string | undefined {
  const parts = page.split(OPEN)
  const end = parts[1]?.indexOf(CLOSE) ?? -1
  return parts.length === 2 && end >= 0 ? parts[1]?.slice(0, end) : undefined
}
