import type { Db } from '../kit/db/db.ts'
import { expireImports } from './store/imports.ts'

/** An uploaded workbook is kept no longer than this. */
const KEPT_MS = 24 * 3_600_000

/** Ends previews nobody committed within a day: their workbooks are gone. */
export const expireOld = (db: Db, now: Date): Promise<number> =>
  expireImports(db, new Date(now.getTime() - KEPT_MS), now)
