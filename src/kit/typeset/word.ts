import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeightRule,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Paper, PaperCode, PaperColumn, PaperPiece } from '../paper.ts'
import { codesOf, drawCode } from './code.ts'
import {
  bodyWidthMm,
  CODE_GAP_MM,
  CODE_MM,
  FONTS,
  LINE_PT,
  NUMBER_BELOW_MM,
  PAGE_MM,
  SIZE_PT,
} from './measures.ts'

const TWIPS_PER_PT = 20
const twips = (mm: number): number => Math.round((mm * 72 * TWIPS_PER_PT) / 25.4)
const LINE = { line: Math.round(LINE_PT * TWIPS_PER_PT), lineRule: LineRuleType.EXACT, before: 0, after: 0 }
const CHAR = SIZE_PT.body * TWIPS_PER_PT
/** Word counts sizes in half points. */
const halves = (pt: number): number => pt * 2

type Face = keyof typeof FONTS
const run = (text: string, face: Face, pt: number): TextRun => {
  const font = FONTS[face]
  const everywhere = { ascii: font, hAnsi: font, eastAsia: font, cs: font }
  return new TextRun({ text, font: everywhere, size: halves(pt) })
}

type Standing = {
  readonly indent?: number
  readonly keepNext?: boolean
  readonly pageBreakBefore?: boolean
}
const line = (text: string, face: Face, { indent = 0, ...rest }: Standing = {}): Paragraph =>
  new Paragraph({
    spacing: LINE,
    indent: { firstLine: indent },
    ...rest,
    children: [run(text, face, SIZE_PT.body)],
  })

const blank = (): Paragraph => line('', 'body', { keepNext: true })

const titleOf = (text: string): Paragraph =>
  new Paragraph({
    spacing: { ...LINE, line: Math.round(LINE_PT * 1.25 * TWIPS_PER_PT) },
    alignment: AlignmentType.CENTER,
    children: [run(text, 'title', SIZE_PT.title)],
  })

const SIDES = {
  left: AlignmentType.LEFT,
  middle: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const
const HAIR = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const UNLINED = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE }
const BORDERS = { top: HAIR, bottom: HAIR, left: HAIR, right: HAIR }

/** A code as a picture. */
function codeOf(code: PaperCode): Paragraph {
  const pixels = Math.round((CODE_MM[code.of] / 25.4) * 96)
  const picture = new ImageRun({
    type: 'png',
    data: drawCode(code),
    transformation: { width: pixels, height: pixels },
    altText: { name: 'QR', title: 'QR', description: code.holds },
  })
  return new Paragraph({ children: [picture] })
}

/** Codes with what is said of them between, in a table without lines. */
function codesRow(piece: Extract<PaperPiece, { kind: 'codes' }>, lies: Paper['lies']): Table {
  const said = piece.text
    .split('\n')
    .map(
      (one) =>
        new Paragraph({ spacing: { before: 20, after: 20 }, children: [run(one, 'body', SIZE_PT.table)] }),
    )
  const codes = codesOf(piece)
  const [left = 0, ...right] = codes.map(({ of }) => twips(CODE_MM[of] + CODE_GAP_MM))
  const middle = right.reduce((rest, wide) => rest - wide, twips(bodyWidthMm(lies)) - left)
  const widths = [left, middle, ...right]
  const [first = [], ...last] = codes.map((code) => [codeOf(code)])
  const cells = [first, said, ...last].map(
    (children, at) =>
      new TableCell({
        children,
        borders: UNLINED,
        verticalAlign: VerticalAlign.CENTER,
        width: { size: widths[at] ?? 0, type: WidthType.DXA },
      }),
  )
  return new Table({
    rows: [new TableRow({ cantSplit: true, children: cells })],
    columnWidths: widths,
    borders: { ...UNLINED, insideHorizontal: NO_LINE, insideVertical: NO_LINE },
    layout: TableLayoutType.FIXED,
  })
}

function cell(
  text: string,
  width: number,
  { face, side }: { face: Face; side: PaperColumn['side'] },
): TableCell {
  const lines = text.split('\n').map(
    (one) =>
      new Paragraph({
        spacing: { before: 20, after: 20 },
        alignment: SIDES[side ?? 'left'],
        children: [run(one, face, SIZE_PT.table)],
      }),
  )
  return new TableCell({
    children: lines,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    borders: BORDERS,
    margins: { left: 60, right: 60 },
  })
}

function tableOf(
  { columns, rows, rowMm }: Extract<PaperPiece, { kind: 'table' }>,
  lies: Paper['lies'],
): Table {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.floor((twips(bodyWidthMm(lies)) * share) / all))
  const cells = (texts: readonly string[], face: Face, middle?: 'middle'): TableCell[] =>
    texts.map((text, at) => cell(text, widths[at] ?? 0, { face, side: middle ?? columns[at]?.side }))
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: cells(
      columns.map((column) => column.head),
      'heading',
      'middle',
    ),
  })
  const height = rowMm ? { height: { value: twips(rowMm), rule: HeightRule.ATLEAST } } : {}
  const body = rows.map(
    (texts) => new TableRow({ cantSplit: true, ...height, children: cells(texts, 'body') }),
  )
  return new Table({
    rows: [head, ...body],
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
  })
}

/** A heading stays with what it heads, the last words with who signs them: no page holds a signature alone. */
function pieceOf(piece: PaperPiece, at: number, { pieces, signed, lies }: Paper): (Paragraph | Table)[] {
  const keepNext = signed !== undefined && at === pieces.length - 1
  const pageBreakBefore = pieces[at - 1]?.kind === 'page'
  const standing = { indent: CHAR * 2, pageBreakBefore }
  if (piece.kind === 'table') return [tableOf(piece, lies)]
  if (piece.kind === 'codes') return [blank(), codesRow(piece, lies)]
  if (piece.kind === 'page') return []
  if (piece.kind === 'subheading') return [line(piece.text, 'subheading', { ...standing, keepNext: true })]
  if (piece.kind === 'heading') return [line(piece.text, 'heading', { ...standing, keepNext: true })]
  if (piece.kind === 'text') return [line(piece.text, 'body', { ...standing, keepNext })]
  return [
    new Paragraph({ spacing: { before: 80, after: 80 }, children: [run(piece.text, 'body', SIZE_PT.table)] }),
  ]
}

/** Without a seal: who signs two characters from the right, the day's first character two to the right of the name's first. */
function signatureOf({ by, on }: NonNullable<Paper['signed']>): Paragraph[] {
  const width = (text: string): number =>
    text.replace(/[ -\u00ff]/g, '').length + text.replace(/[^ -\u00ff]/g, '').length / 2
  const nameRight = Math.max(2, 2 + Math.ceil(width(on) + 2 - width(by)))
  const dayRight = Math.max(2, Math.floor(nameRight + width(by) - width(on) - 2))
  const right = (text: string, chars: number): Paragraph =>
    new Paragraph({
      spacing: LINE,
      keepNext: text === by,
      alignment: AlignmentType.RIGHT,
      indent: { right: chars * CHAR },
      children: [run(text, 'body', SIZE_PT.body)],
    })
  return [blank(), right(by, nameRight), right(on, dayRight)]
}

/** `— 1 —`, one character from the outer side. */
function footerOf(side: 'left' | 'right'): Footer {
  const font = { ascii: FONTS.number, hAnsi: FONTS.number, eastAsia: FONTS.number, cs: FONTS.number }
  const indent = SIZE_PT.number * TWIPS_PER_PT
  const number = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    font,
    size: halves(SIZE_PT.number),
  })
  return new Footer({
    children: [
      new Paragraph({
        alignment: SIDES[side],
        indent: side === 'left' ? { left: indent } : { right: indent },
        children: [number],
      }),
    ],
  })
}

function pageOf(lies: Paper['lies']) {
  const { width, height, top, inner, outer, foot } = PAGE_MM
  const footer = twips(foot - NUMBER_BELOW_MM) - SIZE_PT.number * TWIPS_PER_PT
  return {
    size: {
      width: twips(width),
      height: twips(height),
      orientation: lies === 'upright' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
    },
    margin: { top: twips(top), bottom: twips(foot), left: twips(inner), right: twips(outer), footer },
  }
}

/** A paper as .docx, its fonts named and left to Word or WPS to supply. */
export async function setWord(paper: Paper): Promise<Uint8Array> {
  const body = [
    ...paper.title.split('\n').map(titleOf),
    blank(),
    ...(paper.to ? [line(`${paper.to}：`, 'body')] : []),
    ...paper.pieces.flatMap((piece, at) => pieceOf(piece, at, paper)),
    ...(paper.signed ? signatureOf(paper.signed) : []),
  ]
  const document = new Document({
    title: paper.title.replace(/\n/g, ''),
    creator: '矿灯',
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page: pageOf(paper.lies), grid: { linePitch: LINE.line } },
        footers: { default: footerOf('right'), even: footerOf('left') },
        children: body,
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
