import { writeWorkbook } from '../kit/excel/write.ts'
import { type LedgerMeeting, ledgerSheet } from './words/meetings.ts'

/** The meeting ledger of a branch as an .xlsx workbook; `content` is base64. */
export function writeLedger(of: {
  readonly unit: string
  readonly year: number
  readonly meetings: readonly LedgerMeeting[]
}): { readonly fileName: string; readonly content: string } {
  const { unit, year, meetings } = of
  const bytes = writeWorkbook([ledgerSheet(unit, year, meetings)])
  const fileName = `${unit}${year}年会议台账.xlsx`
  return { fileName, content: Buffer.from(bytes).toString('base64') }
}
