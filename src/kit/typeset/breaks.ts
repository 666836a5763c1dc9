import type { Paper, PaperColumn, PaperPiece } from '../paper.ts'
import { bodyWidthMm, SIZE_PT } from './measures.ts'

/** Where a line may end inside a run; the template draws nothing for it. */
export const BREAK = '\u200b'

const MM_PER_PT = 25.4 / 72
/** Blank on the left and the right of a table's cell, and the two characters a paragraph begins with. */
const CELL_MM = 2.2
const INDENT = 2

const letters = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** How many characters of the widest kind surely fit a line. */
const fits = (widthMm: number, sizePt: number): number =>
  Math.max(1, Math.floor(widthMm / (sizePt * MM_PER_PT)))

/** What no line ends in by itself: no blank and no Chinese character in it; or nothing but stops. */
const RUNS = /[^\s\p{Script=Han}，。、；：！？]+|[，。、；：！？]+/gu

/** Lets a line end anywhere in a run that may be longer than `most`, the characters of a line. */
export const breakable = (text: string, most: number): string =>
  text.replace(RUNS, (run) =>
    run.length <= most ? run : [...letters.segment(run)].map(({ segment }) => segment).join(BREAK),
  )

function cellsOf(columns: readonly PaperColumn[], widthMm: number): (cell: string, at: number) => string {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const most = columns.map(({ share }) => fits((widthMm * share) / shares - CELL_MM, SIZE_PT.table))
  return (cell, at) => breakable(cell, most[at] ?? 1)
}

function pieceOf(piece: PaperPiece, widthMm: number): PaperPiece {
  if (piece.kind === 'page' || piece.kind === 'codes') return piece
  if (piece.kind === 'table') {
    const cell = cellsOf(piece.columns, widthMm)
    return { ...piece, rows: piece.rows.map((row) => row.map(cell)) }
  }
  const most = piece.kind === 'note' ? fits(widthMm, SIZE_PT.table) : fits(widthMm, SIZE_PT.body) - INDENT
  return { ...piece, text: breakable(piece.text, most) }
}

/** A paper whose runs longer than a line may end anywhere, so that nothing of them stands outside the page. */
export function withBreaks(paper: Paper): Paper {
  const widthMm = bodyWidthMm(paper.lies)
  return {
    ...paper,
    title: breakable(paper.title, fits(widthMm, SIZE_PT.title)),
    ...(paper.to && { to: breakable(paper.to, fits(widthMm, SIZE_PT.body)) }),
    pieces: paper.pieces.map((piece) => pieceOf(piece, widthMm)),
  }
}
