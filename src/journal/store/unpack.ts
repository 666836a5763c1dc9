import { crc32, inflateRawSync } from 'node:zlib'
import type { Unpack } from '../rules/pack/file.ts'

type Inflated = { readonly buffer: Uint8Array; readonly engine: { readonly bytesWritten: number } }

/** What zlib answers when it is asked how much it has read. */
const isInflated = (answer: unknown): answer is Inflated =>
  typeof answer === 'object' && answer !== null && 'engine' in answer && 'buffer' in answer

/** A raw deflate stream that ends where the bytes end; undefined otherwise, or when more than `most` bytes come of it. */
function inflate(bytes: Uint8Array, most: number): Uint8Array | undefined {
  try {
    const answer: unknown = inflateRawSync(bytes, { maxOutputLength: Math.max(1, most), info: true })
    return isInflated(answer) && answer.engine.bytesWritten === bytes.length ? answer.buffer : undefined
  } catch {
    return undefined
  }
}

const GZIP = Buffer.from([0x1f, 0x8b, 8])
const HEADER_BYTES = 10
const TRAILER_BYTES = 8
const FLAGS = { crc: 2, extra: 4, name: 8, comment: 16 } as const

/** Where the deflate stream of a gzip begins, after whatever its header says of the file. */
function startOf(bytes: Buffer): number {
  const flags = bytes[3] ?? 0
  let at = HEADER_BYTES
  if (flags & FLAGS.extra) at += 2 + bytes.readUInt16LE(at)
  for (const flag of [FLAGS.name, FLAGS.comment]) if (flags & flag) at = bytes.indexOf(0, at) + 1
  return flags & FLAGS.crc ? at + 2 : at
}

/** A gzip of one member and nothing behind it. */
function gunzip(given: Uint8Array, most: number): Uint8Array | undefined {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length)
  if (bytes.length < HEADER_BYTES + TRAILER_BYTES || !bytes.subarray(0, 3).equals(GZIP)) return undefined
  const opened = inflate(bytes.subarray(startOf(bytes), -TRAILER_BYTES), most)
  const whole =
    opened &&
    crc32(opened) === bytes.readUInt32LE(bytes.length - TRAILER_BYTES) &&
    opened.length % 2 ** 32 === bytes.readUInt32LE(bytes.length - 4)
  return whole ? opened : undefined
}

/** How a server or a command opens what is packed in a pack. */
export const unpack: Unpack = {
  inflate: async (bytes, most) => inflate(bytes, most),
  gunzip: async (bytes, most) => gunzip(bytes, most),
}
