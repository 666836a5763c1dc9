import { type Refused, refuse } from '../../kit/refuse.ts'

type Damaged = Refused<'damaged-file'>

const join = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
const APP14 = 0xee
const APP15 = 0xef
const COM = 0xfe
/** What stands alone, without a length: restarts, and the filler. */
const isAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)

/** Which way up a picture is to be shown, 1 to 8, as EXIF says it; 1 when it does not. */
function orientationOf(segment: Uint8Array): number {
  if (textAt(segment, 4, 4) !== 'Exif') return 1
  const tiff = segment.subarray(10)
  if (tiff.length < 14) return 1
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const little = tiff[0] === 0x49
  const first = view.getUint32(4, little)
  if (first + 2 > tiff.length) return 1
  const count = view.getUint16(first, little)
  for (let entry = 0; entry < count; entry += 1) {
    const at = first + 2 + entry * 12
    if (at + 12 > tiff.length) return 1
    if (view.getUint16(at, little) === 0x0112) return view.getUint16(at + 8, little)
  }
  return 1
}

/** An EXIF segment that says which way up, and nothing else. */
const orientationSegment = (orientation: number): Uint8Array =>
  new Uint8Array([
    ...[0xff, APP1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ])

/** JFIF without its small picture, the mark of how colours are coded; of anything else that programs add nothing is kept. */
function keptOf(marker: number, segment: Uint8Array): readonly Uint8Array[] {
  if (marker === APP0 && textAt(segment, 4, 4) === 'JFIF' && segment.length >= 18) {
    const head = segment.slice(0, 18)
    head.set([0, 16], 2)
    head.set([0, 0], 16)
    return [head]
  }
  if (marker === APP14 && textAt(segment, 4, 5) === 'Adobe') return [segment]
  if ((marker >= APP0 && marker <= APP15) || marker === COM) return []
  return [segment]
}

/** The end of coded picture data: the next marker that is neither filler nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !isAlone(next)) return at
    at += 1
  }
  return -1
}

/** What was kept, between the two ends of a JPEG, the way up first. */
function wholeOf(kept: readonly Uint8Array[], orientation: number): Uint8Array {
  const turned = orientation > 1 && orientation <= 8 ? [orientationSegment(orientation)] : []
  return join([new Uint8Array([0xff, SOI]), ...turned, ...kept, new Uint8Array([0xff, EOI])])
}

/** A JPEG without what cameras and programs wrote into it, EXIF, places, comments, small pictures, anything behind its end; only which way up stays. */
export function stripJpeg(bytes: Uint8Array): Uint8Array | Damaged {
  const kept: Uint8Array[] = []
  let orientation = 1
  let at = 2
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return refuse('damaged-file')
  while (at >= 0 && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === EOI) return wholeOf(kept, orientation)
    if (marker === 0xff || isAlone(marker)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    const end = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
    if (end > bytes.length || end < at + 4) return refuse('damaged-file')
    const segment = bytes.subarray(at, end)
    if (marker === APP1) orientation = Math.max(orientation, orientationOf(segment))
    kept.push(...keptOf(marker, segment))
    at = marker === SOS ? endOfScan(bytes, end) : end
    if (marker === SOS && at >= 0) kept.push(bytes.subarray(end, at))
  }
  return refuse('damaged-file')
}

const SIGNATURE_BYTES = 8
/** Parts of a PNG that only say how it looks. */
const SHOWN = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD pHYs hIST'.split(' '))

/** A PNG without text, EXIF, times, profiles and unknown parts, and without anything behind its end. */
export function stripPng(bytes: Uint8Array): Uint8Array | Damaged {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, SIGNATURE_BYTES)]
  let at = SIGNATURE_BYTES
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at)
    const kind = textAt(bytes, at + 4, 4)
    if (end > bytes.length) return refuse('damaged-file')
    if (SHOWN.has(kind)) kept.push(bytes.subarray(at, end))
    if (kind === 'IEND') return join(kept)
    at = end
  }
  return refuse('damaged-file')
}
