import { parseDay } from '../../day.ts'
import { workbookFiles } from '../../excel/files.ts'
import type { Cell } from '../../excel/workbook.ts'
import { storeZip } from './zip.ts'

/** A table as it stands on a page: what it is called, which filters are set, its columns and rows in their order. */
export type ShownTable = {
  readonly title: string
  /** Sentences such as `会议类型：党课`. */
  readonly filters: readonly string[]
  readonly heads: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

function cellOf(value: string | number | null): Cell {
  const day = typeof value === 'string' ? parseDay(value) : undefined
  return day ? { day } : value
}

/** A shown table as an .xlsx workbook of one sheet, title and filters above the table. Days are days, numbers numbers, all else is text. */
export const bookOf = ({ title, filters, heads, rows }: ShownTable): Blob =>
  storeZip(
    workbookFiles([
      { name: title, above: [title, ...filters], header: heads, rows: rows.map((row) => row.map(cellOf)) },
    ]),
  )
