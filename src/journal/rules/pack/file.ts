import { fromBase64 } from '../base64.ts'
import { sameBytes } from '../hash.ts'
import type { PackFinding } from './finding.ts'
import { readJson } from './json.ts'
import { isPack, type Pack } from './shape.ts'
import {
  hasComment,
  isWhole,
  isZip,
  listZip,
  MOST_FILE_BYTES,
  packInPage,
  textOf,
  type Zipped,
} from './zip.ts'

/** How the platform opens what is packed: a raw deflate stream, or a gzip of one member. Undefined when it is none or holds more than `most` bytes. */
export type Unpack = {
  readonly inflate: (bytes: Uint8Array, most: number) => Promise<Uint8Array | undefined>
  readonly gunzip: (bytes: Uint8Array, most: number) => Promise<Uint8Array | undefined>
}

/** The bytes of `pack.json`, and what the page beside it in the zip holds; `none`: no page lay beside it. */
export type PackFile = { readonly json: Uint8Array; readonly page: 'same' | 'other' | 'none' }

async function contentOf(file: Zipped, unpack: Unpack): Promise<Uint8Array | undefined> {
  const bytes = file.method === 'stored' ? file.packed : await unpack.inflate(file.packed, file.size)
  return bytes && isWhole(file, bytes) ? bytes : undefined
}

/** The bytes of the pack that a page holds; undefined when it holds none that can be read. */
export async function packOfPage(encoded: string, unpack: Unpack): Promise<Uint8Array | undefined> {
  const packed = fromBase64(encoded)
  return packed && unpack.gunzip(packed, MOST_FILE_BYTES)
}

/** Whether a page holds these very bytes. */
async function holds(page: Uint8Array, json: Uint8Array, unpack: Unpack): Promise<boolean> {
  const encoded = packInPage(textOf(page) ?? '')
  const held = encoded === undefined ? undefined : await packOfPage(encoded, unpack)
  return held !== undefined && sameBytes(held, json)
}

/** What is said of a zip that is not plain by its comment. */
const COMMENTED: PackFinding = { code: 'pack-unreadable', name: 'zip comment' }

/** Takes `pack.json` out of a pack's zip, or a bare `pack.json` as it is; a finding when it cannot be read (docs/pack.md, The zip). */
export async function openFile(bytes: Uint8Array, unpack: Unpack): Promise<PackFile | PackFinding> {
  const unreadable: PackFinding = { code: 'pack-unreadable' }
  if (!isZip(bytes)) return bytes.length > MOST_FILE_BYTES ? unreadable : { json: bytes, page: 'none' }
  const files = listZip(bytes)
  if (!files && hasComment(bytes)) return COMMENTED
  const file = files?.get('pack.json')
  const json = file && (await contentOf(file, unpack))
  if (!files || !json) return unreadable
  const page = files.get('index.html')
  if (!page) return { json, page: 'none' }
  const shown = await contentOf(page, unpack)
  return shown ? { json, page: (await holds(shown, json, unpack)) ? 'same' : 'other' } : unreadable
}

/** Reads the bytes of `pack.json`; undefined when they are no pack. Yields how many letters it has read. */
export function* readPack(json: Uint8Array): Generator<number, Pack | undefined> {
  const text = textOf(json)
  const value = text === undefined ? undefined : yield* readJson(text)
  return isPack(value) ? value : undefined
}
