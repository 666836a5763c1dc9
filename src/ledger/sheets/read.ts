import { name, text } from '../../kit/excel/cells.ts'
import {
  type Columns,
  type Form,
  keyOf,
  type Places,
  type ReadRow,
  type RowOf,
  wholeRow,
} from '../../kit/excel/form.ts'
import { readRows, recognise, type Skipped } from '../../kit/excel/header.ts'
import type { Cell, Sheet, Workbook } from '../../kit/excel/workbook.ts'
import {
  findCrossFaults,
  LEDGERS,
  type Ledger,
  type LedgerRow,
  NOTHING_ON_RECORD,
  type OnRecord,
} from '../rules.ts'
import { errorWords, type RowErrorCode } from '../words.ts'
import { FORMS, HABITS } from './forms.ts'

/** A sound row and where it stood. */
export type Placed<R> = { readonly sheet: string; readonly row: number; readonly values: R }

/** The sound rows of a workbook by ledger. */
export type Ledgers = { readonly [L in Ledger]: readonly Placed<RowOf<(typeof FORMS)[L]>>[] }

/** One wrong cell: the column by its name in the form, and the first code that fits. */
export type RowError = {
  readonly sheet: string
  readonly row: number
  readonly column: string
  readonly code: RowErrorCode
}

/** Where an error stands in its ledger: the field, the cell as it was typed, and what could be read of its row. */
export type FaultyCell = RowError & {
  readonly ledger: Ledger
  readonly field: string
  readonly cell: Cell
  readonly draft: Readonly<Record<string, unknown>>
}

/** What became of a workbook's sheets, columns and rows; nothing is dropped without being told here. */
export type ImportReport = {
  readonly rows: Readonly<Record<string, number>>
  readonly skipped: readonly ({ readonly sheet: string } & Skipped)[]
  readonly ignoredColumns: readonly { readonly sheet: string; readonly column: string }[]
  readonly ignoredSheets: readonly string[]
  readonly errors: readonly RowError[]
}

/** The refused rows of a sheet as they were typed, below the header they stood under. */
export type RefusedSheet = {
  readonly ledger: Ledger
  readonly name: string
  readonly header: readonly Cell[]
  readonly rows: readonly {
    readonly row: number
    readonly cells: readonly Cell[]
    readonly errors: readonly FaultyCell[]
  }[]
}

export type LedgerReading = {
  readonly ledgers: Ledgers
  readonly report: ImportReport
  readonly refused: readonly RefusedSheet[]
}

type Entry = LedgerRow & {
  readonly sheet: string
  readonly read: ReadRow
  readonly places: Places
  readonly faults: Map<string, string>
}
type SheetReading = {
  readonly sheet: Sheet
  readonly header: readonly Cell[]
  readonly ignored: readonly string[]
  readonly skipped: readonly Skipped[]
  readonly entries: readonly Entry[]
}

type Stood = Pick<Entry, 'ledger' | 'sheet' | 'places'>

function entryOf({ ledger, sheet, places }: Stood, read: ReadRow): Entry {
  const of = FORMS[ledger]
  const refused = read.faults.size > 0
  const { draft, faults } = read
  return {
    ledger,
    key: keyOf(of, read),
    keyField: of.key[0] ?? '',
    draft,
    refused,
    sheet,
    read,
    places,
    faults: new Map(faults),
  }
}

function readSheet(sheet: Sheet): SheetReading | undefined {
  const known = recognise(
    LEDGERS.map((ledger) => FORMS[ledger]),
    sheet,
  )
  const ledger = LEDGERS.find((one) => FORMS[one] === known?.form)
  if (!known || !ledger) return undefined
  const { rows, skipped } = readRows(known, sheet, HABITS)
  const stood = { ledger, sheet: sheet.name, places: known.header.places }
  const entries = rows.map((row) => entryOf(stood, row))
  return { sheet, header: known.header.cells, ignored: known.header.ignored, skipped, entries }
}

/** What stands in a cell alone counts before what other rows make of it. */
function addCrossFaults(entries: readonly Entry[], onRecord: OnRecord): void {
  for (const { row, field, code } of findCrossFaults(entries, onRecord)) {
    if (!row.faults.has(field)) row.faults.set(field, code)
  }
}

const isRowErrorCode = (code: string): code is RowErrorCode => code in errorWords

/** Cells that may hold any text; what is wrong with the others is told first. */
const isFree = ({ kind }: Columns[string]): boolean => kind === text || kind === name

/** A row's errors: cells of a kind first, then free text, each in the order of the form's columns. */
function errorsOf({ ledger, sheet, read, places, faults }: Entry): FaultyCell[] {
  if (faults.size === 0) return []
  const columns = Object.entries<Columns[string]>(FORMS[ledger].columns)
  const ordered = [...columns.filter(([, one]) => !isFree(one)), ...columns.filter(([, one]) => isFree(one))]
  return ordered.flatMap(([field, column]) => {
    const code = faults.get(field)
    if (code === undefined) return []
    if (!isRowErrorCode(code)) throw new Error(`no words for the row error ${code}`)
    const place = places.get(field)
    const cell = place === undefined ? null : (read.cells[place] ?? null)
    return [{ sheet, row: read.row, column: column.name, code, ledger, field, cell, draft: read.draft }]
  })
}

const isSound = ({ faults }: Entry): boolean => faults.size === 0

function refusedSheet({ sheet, header, entries }: SheetReading): RefusedSheet[] {
  const rows = entries
    .filter((entry) => !isSound(entry))
    .map((entry) => ({ row: entry.read.row, cells: entry.read.cells, errors: errorsOf(entry) }))
  const ledger = entries[0]?.ledger
  return rows.length > 0 && ledger ? [{ ledger, name: sheet.name, header, rows }] : []
}

function soundRows(readings: readonly SheetReading[]): Ledgers {
  const sound = Map.groupBy(
    readings.flatMap(({ entries }) => entries.filter(isSound)),
    ({ ledger }) => ledger,
  )
  const of = <C extends Columns>(ledger: Ledger, form: Form<C>): Placed<RowOf<Form<C>>>[] =>
    (sound.get(ledger) ?? []).map(({ sheet, read }) => ({
      sheet,
      row: read.row,
      values: wholeRow(form, read),
    }))
  return {
    org: of('org', FORMS.org),
    roster: of('roster', FORMS.roster),
    meetings: of('meetings', FORMS.meetings),
    dues: of('dues', FORMS.dues),
    joining: of('joining', FORMS.joining),
    targets: of('targets', FORMS.targets),
    study: of('study', FORMS.study),
    scheme: of('scheme', FORMS.scheme),
    grades: of('grades', FORMS.grades),
  }
}

/**
 * Reads every ledger of a workbook. Sheets of the same ledger are read as one, in the order of the workbook; a row with
 * an error is refused and told, the others stand.
 */
export function readLedgers(workbook: Workbook, onRecord: OnRecord = NOTHING_ON_RECORD): LedgerReading {
  const sheets = workbook.sheets.map((sheet) => ({ sheet, reading: readSheet(sheet) }))
  const readings = sheets.flatMap(({ reading }) => (reading ? [reading] : []))
  const entries = readings.flatMap((reading) => reading.entries)
  addCrossFaults(entries, onRecord)

  const ledgers = soundRows(readings)
  const report = {
    rows: Object.fromEntries(LEDGERS.map((ledger) => [FORMS[ledger].sheet, ledgers[ledger].length])),
    skipped: readings.flatMap(({ sheet, skipped }) =>
      skipped.map((skip) => ({ sheet: sheet.name, ...skip })),
    ),
    ignoredColumns: readings.flatMap(({ sheet, ignored }) =>
      ignored.map((column) => ({ sheet: sheet.name, column })),
    ),
    ignoredSheets: sheets.flatMap(({ sheet, reading }) => (reading ? [] : [sheet.name])),
    errors: entries.flatMap(errorsOf).map(({ sheet, row, column, code }) => ({ sheet, row, column, code })),
  }
  return { ledgers, report, refused: readings.flatMap(refusedSheet) }
}
