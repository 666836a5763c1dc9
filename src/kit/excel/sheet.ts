import { type Refused, refuse } from '../refuse.ts'
import { isoCell, numberCell } from './formats.ts'
import { type Archive, type Book, readPart, textGatherer } from './parts.ts'
import type { Cell, SheetRow, WorkbookRefusal } from './workbook.ts'
import type { Attributes, Elements } from './xml.ts'
import { overRows, type Part } from './zip.ts'

type No = Refused<WorkbookRefusal>

/** Column number of a reference, from 0: `B7` → 1; undefined when it names none. */
export function columnOf(reference: string): number | undefined {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = (reference.charCodeAt(at) | 32) - 96
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column > 0 && column <= 16_384 ? column - 1 : undefined
}

const CELLS: Readonly<Record<string, (text: string, book: Book) => Cell>> = {
  s: (text, { strings }) => strings[Number(text)] ?? null,
  str: (text) => text,
  inlineStr: (text) => text,
  e: (text) => text,
  b: (text) => text === '1' || text === 'true',
  d: isoCell,
}

function cellOf({ t, s }: Attributes, text: string, book: Book): Cell {
  if (text === '') return null
  const read = t === undefined ? undefined : CELLS[t]
  if (read) {
    const cell = read(text, book)
    return cell === '' ? null : cell
  }
  const value = Number(text)
  const shown = book.shown[Number(s ?? 0)] ?? 'plain'
  return Number.isFinite(value) ? numberCell(value, shown, book.is1904) : text
}

type Tray = {
  readonly row: (attributes: Attributes) => void
  readonly put: (column: number, cell: Cell) => void
  /** The rows, or why there are none. */
  readonly rows: () => SheetRow[] | No
}

/** Where cells are laid down as they come; a row is kept when something is put into it. Past a limit nothing more is kept. */
function tray({ load, limits }: Archive): Tray {
  const rows: SheetRow[] = []
  let no: No | undefined
  let row = 0
  let cells: Cell[] = []
  return {
    rows: () => no ?? rows,
    row: ({ r }) => {
      const next = r === undefined ? row + 1 : Number(r)
      if (!(Number.isInteger(next) && next > row)) no = refuse('damaged-workbook')
      row = next
      cells = []
    },
    put: (column, cell) => {
      if (cell === null) return
      if (row > limits.rowsPerSheet) no = overRows(limits)
      load.items += Math.max(1, column + 1 - cells.length)
      load.characters += typeof cell === 'string' ? cell.length : 0
      if (no || load.items > limits.items) return
      if (cells.length === 0) rows.push({ row, cells })
      while (cells.length < column) cells.push(null)
      cells[column] = cell
    },
  }
}

function sheetElements(book: Book, { row, put }: Tray): Elements {
  const gatherer = textGatherer()
  const { open, close, text } = gatherer.elements
  let column = -1
  let cell: Attributes = {}
  const startRow = (attributes: Attributes): void => {
    row(attributes)
    column = -1
  }
  const startCell = (attributes: Attributes): void => {
    cell = attributes
    column = columnOf(attributes.r ?? '') ?? column + 1
    gatherer.start()
  }
  const endCell = (): void => put(column, cellOf(cell, gatherer.text(), book))
  return { open: { ...open, row: startRow, c: startCell }, close: { ...close, c: endCell }, text }
}

/** Reads the rows of one sheet: formulas as the values they had when the file was saved. */
export async function readRows(
  archive: Archive,
  part: Part | undefined,
  book: Book,
): Promise<SheetRow[] | No> {
  const laid = tray(archive)
  const no = await readPart(archive, part, sheetElements(book, laid))
  return no ?? laid.rows()
}
