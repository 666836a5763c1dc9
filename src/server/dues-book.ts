import type { OutputOf } from '../kit/contract.ts'
import { readWorkbook } from '../kit/excel/read.ts'
import type { Cell } from '../kit/excel/workbook.ts'
import { type OutSheet, writeWorkbook } from '../kit/excel/write.ts'
import { isRefused } from '../kit/refuse.ts'
import type { Product } from './browser.ts'

const DUES = '党费台账'

/** A change of the ledger of dues: row (from 1 below the head), column, cell. */
type Change = readonly [number, string, Cell]

/** The ledger of dues as the product exports it to whoever holds the session, as a workbook with cells changed. */
export async function duesBook(
  { address }: Product,
  cookie: string,
  changes: readonly Change[],
): Promise<Buffer> {
  const response = await fetch(`${address}/api/ledger.export`, { headers: { cookie } })
  const { content } = (await response.json()) as OutputOf<'ledger.export'>
  const book = await readWorkbook(Buffer.from(content, 'base64'))
  if (isRefused(book)) throw new Error(book.refused)
  const sheet = book.sheets.find(({ name }) => name === DUES)
  const [head, ...rows] = (sheet?.rows ?? []).map(({ cells }) => [...cells])
  for (const [row, column, cell] of changes) {
    const at = (head ?? []).findIndex((name) => String(name).startsWith(column))
    if (at < 0) throw new Error(`no column ${column} among ${head?.join()}`)
    rows[row - 1]?.splice(at, 1, cell)
  }
  const out: OutSheet = { name: DUES, header: (head ?? []).map(String), rows }
  return Buffer.from(writeWorkbook([out]))
}
