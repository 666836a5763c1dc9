import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../kit/excel/read.ts'
import { isRefused } from '../../kit/refuse.ts'
import { type ImportReport, readLedgers } from './read.ts'

const fixture = (name: string): Buffer => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))

/** Within a row the order of errors means nothing. */
const byCell = (report: ImportReport): ImportReport => ({
  ...report,
  errors: report.errors.toSorted(
    (a, b) => a.sheet.localeCompare(b.sheet) || a.row - b.row || a.column.localeCompare(b.column),
  ),
})

test.each(['mine-2026', 'small-2026'])('%s is read as the expected answer says', async (name) => {
  const workbook = await readWorkbook(fixture(`${name}.xlsx`))
  if (isRefused(workbook)) throw new Error(workbook.refused)
  const expected = JSON.parse(fixture(`${name}.expected.json`).toString('utf8')) as { import: ImportReport }
  expect(byCell(readLedgers(workbook).report)).toEqual(byCell(expected.import))
})
