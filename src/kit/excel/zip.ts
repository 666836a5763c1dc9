import { crc32, createInflateRaw } from 'node:zlib'
import { fromBufferPromise, type ZipFile } from 'yauzl'
import { isRefused, type Refused, refuse } from '../refuse.ts'
import { type Limits, MB, type WorkbookRefusal } from './workbook.ts'

/** A file inside a zip, still packed. What its header claims is a claim. */
export type Part = {
  readonly name: string
  readonly packed: Uint8Array
  readonly stored: boolean
  readonly claimed: number
  readonly crc: number
}

type No = Refused<WorkbookRefusal>

const RATIO_FROM_BYTES = MB
const CHUNK_BYTES = 256 * 1024

const passesRatio = (unpacked: number, packed: number, limits: Limits): boolean =>
  unpacked > RATIO_FROM_BYTES && unpacked > packed * limits.ratio
const overRatio = (limits: Limits): No => refuse('zip-ratio', undefined, { ratio: limits.ratio })
/** More rows than a sheet may have. */
export const overRows = (limits: Limits): No =>
  refuse('too-many-rows', undefined, { rows: limits.rowsPerSheet })
const overSize = (limits: Limits): No =>
  refuse('too-large-unpacked', undefined, { megabytes: limits.unpackedMb })

function refuseClaims(parts: readonly Part[], limits: Limits): No | undefined {
  if (parts.some((part) => passesRatio(part.claimed, part.packed.length, limits))) return overRatio(limits)
  const claimed = parts.reduce((sum, part) => sum + part.claimed, 0)
  return claimed > limits.unpackedMb * MB ? overSize(limits) : undefined
}

async function listParts(zip: ZipFile, bytes: Uint8Array): Promise<Part[] | No> {
  const parts: Part[] = []
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) return refuse('encrypted-workbook')
    if (entry.fileName.endsWith('/')) continue
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) return refuse('damaged-workbook')
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    const packed = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize)
    if (packed.length !== entry.compressedSize) return refuse('damaged-workbook')
    const stored = entry.compressionMethod === 0
    parts.push({ name: entry.fileName, packed, stored, claimed: entry.uncompressedSize, crc: entry.crc32 })
  }
  return parts
}

/** The parts of a zip by their name in lower case, none of them unpacked yet; refuses what the headers alone give away. */
export async function openZip(bytes: Uint8Array, limits: Limits): Promise<ReadonlyMap<string, Part> | No> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: false })
    if (zip.entryCount > limits.parts) return refuse('too-many-parts', undefined, { parts: limits.parts })
    const parts = await listParts(zip, bytes)
    if (isRefused(parts)) return parts
    return refuseClaims(parts, limits) ?? new Map(parts.map((part) => [part.name.toLowerCase(), part]))
  } catch {
    return refuse('damaged-workbook')
  }
}

const isBrokenContent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')

async function* inflate(part: Part): AsyncGenerator<Uint8Array> {
  if (part.stored) {
    yield part.packed
    return
  }
  const stream = createInflateRaw({ chunkSize: CHUNK_BYTES })
  stream.end(part.packed)
  yield* stream
}

/** Where the bytes of a part go: `take` gets each chunk and may refuse, which stops at once. */
export type Sink = (chunk: Uint8Array) => No | undefined

/**
 * Unpacks a part chunk by chunk, counting what really comes out, and checks its sum at the end.
 * `before` is how many bytes other parts have come to.
 */
export async function unpack(part: Part, limits: Limits, sink: Sink, before = 0): Promise<No | undefined> {
  let unpacked = 0
  let crc = 0
  try {
    for await (const chunk of inflate(part)) {
      unpacked += chunk.length
      if (passesRatio(unpacked, part.packed.length, limits)) return overRatio(limits)
      if (before + unpacked > limits.unpackedMb * MB) return overSize(limits)
      crc = crc32(chunk, crc)
      const no = sink(chunk)
      if (no) return no
    }
  } catch (error) {
    if (isBrokenContent(error)) return refuse('damaged-workbook')
    throw error
  }
  return crc === part.crc ? undefined : refuse('damaged-workbook')
}

const ROW_END = new Set([' ', '>', '/', '\t', '\r', '\n'].map((letter) => letter.charCodeAt(0)))

/** Counts row elements in the bytes of a sheet, over the seams of the chunks; gives the sum so far. */
export function rowCounter(): (chunk: Uint8Array) => number {
  let needle = ''
  let seam = Buffer.alloc(0)
  let rows = 0
  return (chunk) => {
    const bytes =
      seam.length > 0
        ? Buffer.concat([seam, chunk])
        : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
    needle ||= `<${/<(\w+:)worksheet[\s>]/.exec(bytes.toString('latin1', 0, 4096))?.[1] ?? ''}row`
    let at = bytes.indexOf(needle, 0, 'latin1')
    while (at >= 0 && at + needle.length < bytes.length) {
      rows += ROW_END.has(bytes[at + needle.length] ?? 0) ? 1 : 0
      at = bytes.indexOf(needle, at + needle.length, 'latin1')
    }
    seam = Buffer.from(bytes.subarray(at >= 0 ? at : Math.max(0, bytes.length - needle.length + 1)))
    return rows
  }
}

/** Unpacks everything once to nowhere, so that nothing is read that is too large: bytes, ratio and rows as they really are. */
export async function checkParts(parts: Iterable<Part>, limits: Limits): Promise<No | undefined> {
  let unpacked = 0
  for (const part of parts) {
    const before = unpacked
    const countRows = rowCounter()
    const sink: Sink = (chunk) => {
      unpacked += chunk.length
      return countRows(chunk) > limits.rowsPerSheet ? overRows(limits) : undefined
    }
    const no = await unpack(part, limits, sink, before)
    if (no) return no
  }
  return undefined
}
