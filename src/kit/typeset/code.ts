import { deflateSync } from 'node:zlib'
import { encode, renderSVG } from 'uqr'
import type { CodeOf, Paper, PaperCode, PaperPiece } from '../paper.ts'

/** The codes of a piece, from left to right. */
export const codesOf = ({ left, right }: Extract<PaperPiece, { kind: 'codes' }>): PaperCode[] =>
  right ? [left, right] : [left]

/** So much of what is printed may be soiled and it can still be read: a quarter of an address (Q), an eighth of lines (M). */
const MANNERS = {
  address: { ecc: 'Q', border: 2 },
  lines: { ecc: 'M', border: 2 },
} as const satisfies Record<CodeOf, object>
/** A module is so many pixels wide, so that enlarging blurs nothing. */
const SCALE = 8

/** The codes of a paper as SVG, by what they hold. */
export const codesIn = ({ pieces }: Paper): Record<string, string> =>
  Object.fromEntries(
    pieces
      .flatMap((piece) => (piece.kind === 'codes' ? codesOf(piece) : []))
      .map(({ of, holds }) => [holds, renderSVG(holds, MANNERS[of])]),
  )

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  return crc >>> 0
})

function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length)
  frame.writeUInt32BE(crcOf(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A QR code as a PNG of grey pixels, its quiet border included. */
export function drawCode({ of, holds }: PaperCode): Buffer {
  const { data, size } = encode(holds, MANNERS[of])
  const pixels = size * SCALE
  const rows = Array.from({ length: pixels }, (_, y) => {
    const row = Buffer.alloc(pixels + 1, 255)
    row[0] = 0
    for (let x = 0; x < pixels; x += 1)
      if (data[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)]) row[x + 1] = 0
    return row
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(pixels)
  head.writeUInt32BE(pixels, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]
  return Buffer.concat([signature, ...parts])
}
