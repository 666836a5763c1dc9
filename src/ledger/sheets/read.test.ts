import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../kit/excel/read.ts'
import { isRefused } from '../../kit/refuse.ts'
import { type ImportReport, readLedgers } from './read.ts'

const fixture = (name: string): Buffer => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))

test.each(['mine-2026', 'small-2026'])('%s is read as the expected answer says', async (name) => {
  const workbook = await readWorkbook(fixture(`${name}.xlsx`))
  if (isRefused(workbook)) throw new Error(workbook.refused)
  const expected = JSON.parse(fixture(`${name}.expected.json`).toString('utf8')) as { import: ImportReport }
  expect(readLedgers(workbook).report).toEqual(expected.import)
})
