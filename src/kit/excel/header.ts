import { compact, type Habits, isBlank } from './cells.ts'
import { type Form, isFilled, type Places, type ReadRow, readRow } from './form.ts'
import type { Cell, Sheet, SheetRow } from './workbook.ts'

/** The header is looked for in the first rows only. */
const HEADER_ROWS = 10

/** Where a form's header was found, and the columns that are not the form's, by their text as compared. */
export type Header = {
  readonly row: number
  readonly cells: readonly Cell[]
  readonly places: Places
  readonly ignored: readonly string[]
}

/** A sheet known to be a form. */
export type Known<F extends Form = Form> = { readonly form: F; readonly header: Header }

/** Header text as compared: NFKC, without white space, `*` and whatever stands in brackets. */
export const headerText = (cell: Cell): string =>
  compact(cell)
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replaceAll('*', '')

function fieldsByName(of: Form): Map<string, string> {
  const named = Object.entries(of.columns)
  const fields = new Map(
    named.flatMap(([field, { synonyms }]) =>
      synonyms.map((synonym) => [headerText(synonym), field] as const),
    ),
  )
  for (const [field, { name }] of named) fields.set(headerText(name), field)
  return fields
}

function headerAt({ row, cells }: SheetRow, of: Form, fields: ReadonlyMap<string, string>): Header {
  const places = new Map<string, number>()
  const ignored: string[] = []
  for (const [place, cell] of cells.entries()) {
    const text = headerText(cell)
    const field = fields.get(text)
    if (field !== undefined && !places.has(field)) places.set(field, place)
    else if (text !== '') ignored.push((field !== undefined && of.columns[field]?.name) || text)
  }
  return { row, cells, places, ignored }
}

/** The first of the first ten rows that holds every required column; the left one of two columns of one name is taken. */
export function findHeader(of: Form, sheet: Sheet): Header | undefined {
  const fields = fieldsByName(of)
  const required = Object.entries(of.columns).flatMap(([field, column]) => (column.required ? [field] : []))
  return sheet.rows
    .filter(({ row }) => row <= HEADER_ROWS)
    .map((row) => headerAt(row, of, fields))
    .find(({ places }) => required.every((field) => places.has(field)))
}

/** The form a sheet is: the one it is named after, or else the one with the most columns in its header row. A named sheet without a header is none. */
export function recognise<F extends Form>(forms: readonly F[], sheet: Sheet): Known<F> | undefined {
  const named = forms.filter((form) => form.sheet === headerText(sheet.name))
  const known = (named.length > 0 ? named : forms).flatMap((form) => {
    const header = findHeader(form, sheet)
    return header ? [{ form, header }] : []
  })
  const [first, ...others] = known
  return others.reduce(
    (best, next) => (best && next.header.places.size > best.header.places.size ? next : best),
    first,
  )
}

/** Words at the beginning of a row's first filled cell that make it a sum or a note. */
export type RowWords = { readonly sum: readonly string[]; readonly note: readonly string[] }

export type Skipped = { readonly row: number; readonly reason: 'blank' | 'sum' | 'note' }
export type ReadRows = { readonly rows: readonly ReadRow[]; readonly skipped: readonly Skipped[] }

function asideOf(cells: readonly Cell[], words: RowWords): 'sum' | 'note' | undefined {
  const first = compact(cells.find((cell) => !isBlank(cell)) ?? null)
  if (words.sum.some((word) => first.startsWith(word))) return 'sum'
  return words.note.some((word) => first.startsWith(word)) ? 'note' : undefined
}

const blanksBetween = (from: number, to: number): Skipped[] =>
  Array.from({ length: Math.max(0, to - from - 1) }, (_, i) => ({ row: from + 1 + i, reason: 'blank' }))

/** Reads the rows below the header: blank rows above a filled one, sums and notes are skipped and told. */
export function readRows({ form, header }: Known, sheet: Sheet, habits: Habits & RowWords): ReadRows {
  const rows: ReadRow[] = []
  const skipped: Skipped[] = []
  let last = header.row
  for (const row of sheet.rows) {
    if (row.row <= header.row || !isFilled(row.cells)) continue
    skipped.push(...blanksBetween(last, row.row))
    last = row.row
    const reason = asideOf(row.cells, habits)
    if (reason) skipped.push({ row: row.row, reason })
    else rows.push(readRow(form, row, header.places, habits))
  }
  return { rows, skipped }
}
