import type { Cell } from '../../kit/excel/workbook.ts'
import { type OutSheet, writeWorkbook } from '../../kit/excel/write.ts'
import { errorWords, refusedWords } from '../words.ts'
import type { RefusedSheet, RowError } from './read.ts'

type Language = 'zh' | 'en'

const COLON = { zh: '：', en: ': ' } as const
const SEMICOLON = { zh: '；', en: '; ' } as const

function reasonOf(errors: readonly RowError[], language: Language): string {
  return errors
    .map(({ column, code }) => `${column}${COLON[language]}${errorWords[code][language]}`)
    .join(SEMICOLON[language])
}

const padded = (cells: readonly Cell[], width: number): Cell[] =>
  Array.from({ length: width }, (_, at) => cells[at] ?? null)

function outSheet({ name, header, rows }: RefusedSheet, language: Language): OutSheet {
  const width = Math.max(header.length, ...rows.map(({ cells }) => cells.length))
  return {
    name,
    header: [...padded(header, width), refusedWords.row[language], refusedWords.reason[language]],
    rows: rows.map(({ row, cells, errors }) => [...padded(cells, width), row, reasonOf(errors, language)]),
  }
}

/** The refused rows as a workbook of the same sheets, cells as they were typed, with the reason behind them: mended, it imports again. Undefined when nothing was refused. */
export function refusedRowsWorkbook(
  refused: readonly RefusedSheet[],
  language: Language,
): Uint8Array | undefined {
  return refused.length === 0 ? undefined : writeWorkbook(refused.map((sheet) => outSheet(sheet, language)))
}
