import { type OutSheet, workbookFiles } from './files.ts'
import { zip } from './zip-write.ts'

export type { OutSheet } from './files.ts'

/** An .xlsx workbook. Text is always written as text: what begins with `=`, `+`, `-` or `@` stays so also when edited. Throws when there is no sheet. */
export const writeWorkbook = (sheets: readonly OutSheet[]): Uint8Array => zip(workbookFiles(sheets))
