import { crc32, deflateRawSync } from 'node:zlib'
import { directoryOf, headOf, type ZipLine } from '../../../kit/excel/zip-write.ts'
import type { Spooled } from './spool.ts'

/** What lies in a pack beside `pack.json`; `page` holds the place for it, the Python program may be missing. */
export type Beside = { readonly readme: string; readonly page: string; readonly program: string | undefined }

type Part = { readonly line: ZipLine; readonly read: () => AsyncIterable<Uint8Array> }

async function* one(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

function textPart(name: string, text: string): Part {
  const bytes = Buffer.from(text)
  const packed = deflateRawSync(bytes)
  const line: ZipLine = {
    ...{ name, method: 'deflated', crc: crc32(bytes) },
    ...{ packed: packed.length, size: bytes.length },
  }
  return { line, read: () => one(packed) }
}

const GZIP_HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])

/** The spooled text as one gzip: a gzip is a deflate stream between a head and two numbers. */
async function* gzipOf({ crc, size, read }: Spooled): AsyncIterable<Uint8Array> {
  yield GZIP_HEAD
  yield* read()
  const tail = Buffer.alloc(8)
  tail.writeUInt32LE(crc, 0)
  tail.writeUInt32LE(size % 2 ** 32, 4)
  yield tail
}

async function* base64Of(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let rest = Buffer.alloc(0)
  for await (const chunk of source) {
    const bytes = Buffer.concat([rest, chunk])
    const whole = bytes.length - (bytes.length % 3)
    rest = bytes.subarray(whole)
    yield Buffer.from(bytes.subarray(0, whole).toString('base64'))
  }
  yield Buffer.from(rest.toString('base64'))
}

const OPEN = '<script id="pack" type="application/gzip">'

async function* pageOf(page: string, spooled: Spooled): AsyncIterable<Uint8Array> {
  const at = page.indexOf(OPEN) + OPEN.length
  yield Buffer.from(page.slice(0, at))
  yield* base64Of(gzipOf(spooled))
  yield Buffer.from(page.slice(at))
}

async function pagePart(page: string, spooled: Spooled): Promise<Part> {
  if (page.split(OPEN).length !== 2) throw new Error('the page of a pack has no place for the pack')
  const read = (): AsyncIterable<Uint8Array> => pageOf(page, spooled)
  let [crc, size] = [0, 0]
  for await (const chunk of read()) {
    crc = crc32(chunk, crc)
    size += chunk.length
  }
  return { line: { name: 'index.html', method: 'stored', crc, packed: size, size }, read }
}

/** The bytes of a pack's zip, piece by piece (docs/pack.md). */
export async function* zipPack(
  spooled: Spooled,
  { readme, page, program }: Beside,
): AsyncIterable<Uint8Array> {
  const { crc, packed, size, read } = spooled
  const parts: Part[] = [
    textPart('README.txt', readme),
    await pagePart(page, spooled),
    { line: { name: 'pack.json', method: 'deflated', crc, packed, size }, read },
    ...(program === undefined ? [] : [textPart('pitlamp_verify.py', program)]),
  ]
  for (const { line, read: bytes } of parts) {
    yield headOf(line)
    yield* bytes()
  }
  yield directoryOf(parts.map(({ line }) => line))
}
