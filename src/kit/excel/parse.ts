import { isRefused, type Refused, refuse } from '../refuse.ts'
import { openBook } from './parts.ts'
import { readRows } from './sheet.ts'
import type { Limits, Sheet, Workbook, WorkbookRefusal } from './workbook.ts'
import { checkParts, openZip } from './zip.ts'

type No = Refused<WorkbookRefusal>

const MACRO_PART = /(?:^|\/)vbaproject\.bin$|(?:^|\/)macrosheets\//

/** Reads a workbook where it is called: time and memory are bounded by `readWorkbook` only. */
export async function parseWorkbook(bytes: Uint8Array, limits: Limits): Promise<Workbook | No> {
  const parts = await openZip(bytes, limits)
  if (isRefused(parts)) return parts
  if ([...parts.keys()].some((name) => MACRO_PART.test(name))) return refuse('macro-workbook')
  const no = await checkParts(parts.values(), limits)
  if (no) return no

  const archive = { parts, limits, load: { items: 0, characters: 0 } }
  const opened = await openBook(archive)
  if (isRefused(opened)) return opened
  const sheets: Sheet[] = []
  for (const { part, ...sheet } of opened.sheets) {
    const rows = await readRows(archive, part, opened.book)
    if (isRefused(rows)) return rows
    sheets.push({ ...sheet, rows })
  }
  return { sheets }
}
