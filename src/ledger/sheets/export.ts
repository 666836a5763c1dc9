import { type Columns, type Form, headerOf, type RowOf, writeRow } from '../../kit/excel/form.ts'
import { type OutSheet, writeWorkbook } from '../../kit/excel/write.ts'
import type { Ledger } from '../rules.ts'
import { FORMS } from './forms.ts'

/** The rows to export by ledger; a ledger that is not given gets no sheet. */
export type ExportRows = { readonly [L in Ledger]?: readonly RowOf<(typeof FORMS)[L]>[] }

const outSheet = <C extends Columns>(
  form: Form<C>,
  rows: readonly RowOf<Form<C>>[] | undefined,
): OutSheet[] =>
  rows ? [{ name: form.sheet, header: headerOf(form), rows: rows.map((row) => writeRow(form, row)) }] : []

/** Ledgers as sheets in the forms they are read by: reading them gives the same rows. */
export function exportSheets(rows: ExportRows): OutSheet[] {
  return [
    ...outSheet(FORMS.org, rows.org),
    ...outSheet(FORMS.roster, rows.roster),
    ...outSheet(FORMS.meetings, rows.meetings),
    ...outSheet(FORMS.dues, rows.dues),
    ...outSheet(FORMS.joining, rows.joining),
    ...outSheet(FORMS.targets, rows.targets),
    ...outSheet(FORMS.study, rows.study),
    ...outSheet(FORMS.scheme, rows.scheme),
    ...outSheet(FORMS.grades, rows.grades),
  ]
}

/** Ledgers as a workbook. Throws when no ledger is given. */
export const exportWorkbook = (rows: ExportRows): Uint8Array => writeWorkbook(exportSheets(rows))
