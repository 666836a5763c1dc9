import { inflateSync } from 'node:zlib'

/** A run of text a PDF draws: what it says, and from where to where it reaches across the page, in points. */
export type Run = { readonly text: string; readonly left: number; readonly right: number }

type Font = {
  readonly letters: ReadonlyMap<number, string>
  /** By glyph, in thousandths of the size. */
  readonly widths: ReadonlyMap<number, number>
}

type Objects = ReadonlyMap<string, string>

const objectsIn = (pdf: string): Objects =>
  new Map([...pdf.matchAll(/(\d+) 0 obj\s([\s\S]*?)endobj/g)].map(([, no = '', body = '']) => [no, body]))

function streamOf(body: string): string {
  const [, raw = ''] = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(body) ?? []
  return body.includes('/FlateDecode') ? inflateSync(Buffer.from(raw, 'latin1')).toString('latin1') : raw
}

const lettersOf = (map: string): Map<number, string> =>
  new Map(
    [...map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)].map(([, glyph = '', text = '']) => [
      Number.parseInt(glyph, 16),
      Buffer.from(text, 'hex').swap16().toString('utf16le'),
    ]),
  )

/** Widths as this compiler writes them: first, last and width of each stretch of glyphs. */
function widthsOf(body: string): Map<number, number> {
  const numbers = (/\/W \[([\d. ]*)\]/.exec(body)?.[1] ?? '').split(' ').map(Number)
  const widths = new Map<number, number>()
  for (let at = 0; at + 2 < numbers.length; at += 3) {
    const [first = 0, last = 0, width = 0] = numbers.slice(at, at + 3)
    for (let glyph = first; glyph <= last; glyph++) widths.set(glyph, width)
  }
  return widths
}

const refIn = (body: string, name: string): string =>
  new RegExp(`/${name} \\[?(\\d+) 0 R`).exec(body)?.[1] ?? ''

function fontOf(objects: Objects, no: string): Font {
  const font = objects.get(no) ?? ''
  return {
    letters: lettersOf(streamOf(objects.get(refIn(font, 'ToUnicode')) ?? '')),
    widths: widthsOf(objects.get(refIn(font, 'DescendantFonts')) ?? ''),
  }
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{3}|[\s\S])/g, (_, one: string) =>
    one.length === 3 ? String.fromCharCode(Number.parseInt(one, 8)) : (ESCAPED[one] ?? one),
  )

function glyphsIn(text: string): number[] {
  const bytes = Buffer.from(unescaped(text), 'latin1')
  return Array.from({ length: bytes.length / 2 }, (_, at) => bytes.readUInt16BE(at * 2))
}

/** Where a run begins, its font and size, and what it draws: pieces with gaps between, or one piece. */
const RUN =
  /1 0 0 -1 ([\d.]+) [\d.]+ cm\n(?:(?! cm\n)[\s\S])*?\/(f\d+) ([\d.]+) Tf\n[^\n]* Tm\n(\[(?:\\[\s\S]|[^\]\\])*\] TJ|\((?:\\[\s\S]|[^)\\])*\) Tj)/g
const PIECE = /\(((?:\\[\s\S]|[^)\\])*)\)|(-?[\d.]+)/g

function runsOn(page: string, fonts: ReadonlyMap<string, Font>): Run[] {
  return [...page.matchAll(RUN)].map(([, x = '', name = '', size = '', drawn = '']) => {
    const font = fonts.get(name)
    let thousandths = 0
    let text = ''
    for (const [, shown, gap] of drawn.matchAll(PIECE)) {
      thousandths -= Number(gap ?? 0)
      for (const glyph of glyphsIn(shown ?? '')) {
        thousandths += font?.widths.get(glyph) ?? 0
        text += font?.letters.get(glyph) ?? ''
      }
    }
    return { text, left: Number(x), right: Number(x) + (thousandths / 1000) * Number(size) }
  })
}

/** The runs of text that the pages of a PDF draw, in the order in which they are drawn; as the compiler of papers writes PDF, no other. */
export function runsInPdf(pdf: Uint8Array): Run[] {
  const objects = objectsIn(Buffer.from(pdf).toString('latin1'))
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\s/.test(body))
  return pages.flatMap((page) => {
    const fonts = [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(
      ([, name = '', no = '']) => [name, fontOf(objects, no)] as const,
    )
    return runsOn(streamOf(objects.get(refIn(page, 'Contents')) ?? ''), new Map(fonts))
  })
}
