import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Paper } from '../paper.ts'
import { withBreaks } from './breaks.ts'
import { codesIn } from './code.ts'
import { CODE_GAP_MM, CODE_MM, LINE_PT, NUMBER_BELOW_MM, PAGE_MM, PDF_FONT, SIZE_PT } from './measures.ts'

const require = createRequire(import.meta.url)
const FONT_FOLDER = join(dirname(require.resolve('@embedpdf/fonts-sc')), '..', 'fonts')

/**
 * How a paper is set. What it says comes in as data, never as markup. The font has no half-filled circle, so the three round marks are
 * drawn. Where a line may end inside a run an empty box stands: a zero-width blank would be copied out with the text.
 */
const TEMPLATE = `
#let paper = json(bytes(sys.inputs.paper))
#let codes = json(bytes(sys.inputs.codes))
#set document(title: paper.title.replace("\\n", "").replace("\\u{200b}", ""))
#set page(paper: "a4", flipped: paper.lies == "across",
  margin: (top: ${PAGE_MM.top}mm, bottom: ${PAGE_MM.foot}mm, left: ${PAGE_MM.inner}mm, right: ${PAGE_MM.outer}mm),
  footer-descent: ${NUMBER_BELOW_MM}mm,
  footer: context {
    let n = counter(page).get().first()
    set text(${SIZE_PT.number}pt)
    set align(if calc.odd(n) { right } else { left })
    pad(x: 1em)[— #n —]
  })
#let base = (font: "${PDF_FONT}", lang: "zh", region: "cn", fallback: false, cjk-latin-spacing: none, top-edge: 0.8em, bottom-edge: -0.2em)
#set text(..base, size: ${SIZE_PT.body}pt)
#set par(leading: ${(LINE_PT - SIZE_PT.body).toFixed(2)}pt, spacing: ${(LINE_PT - SIZE_PT.body).toFixed(2)}pt, justify: true)
#let mark(body) = box(width: 1em, height: 0.8em, baseline: 0.02em, align(center + horizon, body))
#show "●": mark(circle(radius: 0.3em, fill: black, stroke: 0.6pt))
#show "○": mark(circle(radius: 0.3em, stroke: 0.6pt))
#show "◐": mark({
  place(center + horizon, circle(radius: 0.3em, stroke: 0.6pt))
  place(center + horizon, dx: -0.15em, box(width: 0.3em, height: 0.6em, clip: true,
    place(left + horizon, circle(radius: 0.3em, fill: black))))
})
#show "\\u{200b}": box()
#let sides = (left: left, middle: center, right: right)
#let lines(said) = said.split("\\n").map(one => [#one]).join(linebreak())
#let grid-of(piece) = {
  set text(size: ${SIZE_PT.table}pt)
  set par(leading: 0.45em, justify: false)
  table(
    columns: piece.columns.map(c => c.share * 1fr),
    align: piece.columns.map(c => sides.at(c.at("side", default: "left")) + horizon),
    rows: (auto, ..piece.rows.map(r => if piece.at("rowMm", default: none) != none { piece.rowMm * 1mm } else { auto })),
    stroke: 0.5pt, inset: (x: 1.1mm, y: 1.25mm),
    table.header(..piece.columns.map(c => align(center, strong(c.head)))),
    ..piece.rows.flatten().map(lines))
}
#let code-mm = (address: ${CODE_MM.address}mm, lines: ${CODE_MM.lines}mm)
#let code-of(one) = image(bytes(codes.at(one.holds)), format: "svg", width: code-mm.at(one.of))
#let codes-of(piece) = {
  let right = piece.at("right", default: none)
  let said = { set text(size: ${SIZE_PT.table}pt); set par(leading: 0.5em, justify: false); lines(piece.text) }
  let ends = if right == none { () } else { (code-of(right),) }
  block(breakable: false, grid(columns: (auto, 1fr, ..ends.map(_ => auto)), column-gutter: ${CODE_GAP_MM}mm, align: horizon,
    code-of(piece.left), said, ..ends))
}
#align(center, text(size: ${SIZE_PT.title}pt, weight: 700, lines(paper.title)))
#v(${LINE_PT}pt - ${SIZE_PT.body}pt)
#let to = paper.at("to", default: none)
#if to != none [#to：]
#let signed = paper.at("signed", default: none)
#for (at, piece) in paper.pieces.enumerate() {
  let last = signed != none and at == paper.pieces.len() - 1
  if piece.kind == "page" { pagebreak(weak: true) }
  else if piece.kind == "codes" { v(4mm); codes-of(piece) }
  else if piece.kind == "subheading" { block(sticky: true, par(first-line-indent: (amount: 2em, all: true), piece.text)) }
  else if piece.kind == "table" { block(spacing: 3.5mm, grid-of(piece)) }
  else if piece.kind == "heading" { block(sticky: true, par(first-line-indent: (amount: 2em, all: true), text(weight: 700, piece.text))) }
  else if piece.kind == "note" { block(spacing: 3mm, text(size: ${SIZE_PT.table}pt, par(leading: 0.5em, piece.text))) }
  else { block(sticky: last, par(first-line-indent: (amount: 2em, all: true), piece.text)) }
}
#if signed != none {
  block(breakable: false, width: 100%, above: ${LINE_PT * 2 - 16}pt, align(right, pad(right: 2em, box(align(left, {
    signed.by; linebreak(); h(2em); signed.on
  })))))
}
`

let compiler: NodeCompiler | undefined

/** A paper as PDF, its font embedded. Throws when the template and the paper do not fit: a bug. */
export function setPdf(paper: Paper): Uint8Array {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: [FONT_FOLDER] }] })
  const inputs = { paper: JSON.stringify(withBreaks(paper)), codes: JSON.stringify(codesIn(paper)) }
  return new Uint8Array(compiler.pdf({ mainFileContent: TEMPLATE, inputs }))
}
