import type { Day } from '../day.ts'

/** A cell as plain data: empty, text, number, truth, or a day with the time of day behind it (`HH:MM` or `HH:MM:SS`, absent at midnight). */
export type Cell = null | string | number | boolean | { readonly day: Day; readonly time?: string }

/** A row that holds something; `row` counts from 1, `cells` from column A and ends with the last filled one. */
export type SheetRow = { readonly row: number; readonly cells: readonly Cell[] }

/** A sheet; rows without anything in them are left out. */
export type Sheet = {
  readonly name: string
  readonly state: 'visible' | 'hidden' | 'veryHidden'
  readonly rows: readonly SheetRow[]
}

export type Workbook = { readonly sheets: readonly Sheet[] }

/** What a workbook may be at most, before it is refused. */
export type Limits = {
  readonly packedMb: number
  readonly unpackedMb: number
  /** Unpacked bytes to packed bytes of one part; parts that stay below 1 MB unpacked are not asked. */
  readonly ratio: number
  readonly parts: number
  readonly rowsPerSheet: number
  /** Cells, strings, styles … of the whole workbook. */
  readonly items: number
  /** Characters of all cells together, in millions. */
  readonly textMillions: number
  readonly memoryMb: number
  readonly seconds: number
}

export const LIMITS: Limits = {
  packedMb: 20,
  unpackedMb: 200,
  ratio: 100,
  parts: 2000,
  rowsPerSheet: 200_000,
  items: 2_000_000,
  textMillions: 30,
  memoryMb: 256,
  seconds: 10,
}

/** Why bytes are not read as a workbook. The refusal's facts name the limit that was passed. */
export type WorkbookRefusal =
  | 'not-a-workbook'
  | 'damaged-workbook'
  | 'old-workbook'
  | 'encrypted-workbook'
  | 'macro-workbook'
  | 'too-large-packed'
  | 'too-large-unpacked'
  | 'zip-ratio'
  | 'too-many-parts'
  | 'too-many-rows'
  | 'too-much-memory'
  | 'too-slow'

export const MB = 1024 * 1024
