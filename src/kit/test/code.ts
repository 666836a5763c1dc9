import { inflateSync } from 'node:zlib'
import { encode } from 'uqr'

/** The modules of a QR code, row by row; true is black. Its quiet border is part of it. */
export type Modules = readonly (readonly boolean[])[]

/** What a text looks like as a QR code. */
export const modulesOf = (text: string, ecc: 'Q' | 'M'): Modules => encode(text, { ecc, border: 2 }).data

/** The modules in a PNG of grey pixels without filters, so many pixels to a module. */
export function modulesInPng(png: Buffer, scale: number): Modules {
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  const wide = png.readUInt32BE(16)
  const pixels = inflateSync(Buffer.concat(parts))
  const middles = Array.from({ length: wide / scale }, (_, at) => at * scale + scale / 2)
  return middles.map((y) => middles.map((x) => pixels[y * (wide + 1) + 1 + x] === 0))
}

/** The QR codes a PDF draws as paths, each as the places of its black modules, `x y`, ten units to a module. */
export function codesInPdf(pdf: Buffer): string[][] {
  const drawn = streamsIn(pdf).flatMap((stream) => stream.split(' cm\n'))
  return drawn
    .map((one) =>
      [...one.matchAll(/^(\d+) (\d+) m$/gm)].map(([, x, y]) => `${Number(x) / 10} ${Number(y) / 10}`),
    )
    .filter((places) => places.length > 200)
}

/** The places of black modules, in the same way. */
export const placesOf = (modules: Modules): string[] =>
  modules.flatMap((row, y) => row.flatMap((black, x) => (black ? [`${x} ${y}`] : [])))

/** The streams of a PDF that open. */
export function streamsIn(pdf: Buffer): string[] {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: mark }) => {
    const start = index + mark.length
    try {
      return [inflateSync(pdf.subarray(start, text.indexOf('endstream', start))).toString('latin1')]
    } catch {
      return []
    }
  })
}
