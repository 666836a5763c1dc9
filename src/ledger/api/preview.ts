import type { OutputOf } from '../../kit/contract.ts'
import type { Db } from '../../kit/db/db.ts'
import { readWorkbook } from '../../kit/excel/read.ts'
import type { WorkbookRefusal } from '../../kit/excel/workbook.ts'
import type { Id } from '../../kit/id.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { listMeetingsByNo } from '../../meetings/store/meetings.ts'
import { listUnits } from '../../org/store.ts'
import { listNumbers } from '../../people/store/find.ts'
import type { Warning } from '../rules/warnings.ts'
import type { OnRecord } from '../rules.ts'
import { FORMS } from '../sheets/forms.ts'
import { type LedgerReading, readLedgers } from '../sheets/read.ts'
import type { LedgerPlan } from './bring-in.ts'
import { lintOf } from './scheme.ts'

export type Preview = OutputOf<'ledger.preview'>

/** How many errors a preview lists; the rest are counted, and come back in the workbook of refused rows. */
const MOST_ERRORS = 1000

/** What rows of a workbook may refer to besides each other. */
export async function findOnRecord(db: Db, mineId: Id<'mine'>): Promise<OnRecord> {
  const units = await listUnits(db, mineId, 'mine')
  const codes = new Map(units.map(({ id, code }) => [id, code]))
  const parents = units.map(
    ({ code, parentId }) => [code, parentId ? (codes.get(parentId) ?? null) : null] as const,
  )
  const numbers = await listNumbers(db, mineId)
  const meetings = await listMeetingsByNo(db, mineId, 'all')
  return {
    org: new Map(parents),
    roster: new Set(numbers.keys()),
    meetings: new Set(meetings.map(({ no }) => no)),
  }
}

/** Reads a workbook's ledgers against what is on record. */
export async function readAgainst(
  content: Uint8Array,
  onRecord: OnRecord,
): Promise<LedgerReading | Refused<WorkbookRefusal | 'no-ledger-sheets'>> {
  const workbook = await readWorkbook(content)
  if (isRefused(workbook)) return workbook
  const reading = readLedgers(workbook, onRecord)
  return reading.report.ignoredSheets.length === workbook.sheets.length ? refuse('no-ledger-sheets') : reading
}

type Named = Pick<Preview, 'importId' | 'fileName' | 'state'>

type Made = {
  readonly reading: LedgerReading
  readonly plans: readonly LedgerPlan[]
  readonly warnings: readonly Warning[]
}

/** What a reading, its plan and its warnings say, as the pages show it. */
export function previewOf(named: Named, { reading, plans, warnings }: Made): Preview {
  const { report } = reading
  const refusedIn = (ledger: LedgerPlan['ledger']): number =>
    reading.refused.filter((sheet) => sheet.ledger === ledger).reduce((sum, { rows }) => sum + rows.length, 0)
  return {
    ...named,
    sheets: plans.map(({ ledger, sheet, added, changed, same, conflicts }) => ({
      ledger: FORMS[ledger].sheet,
      sheet,
      added,
      changed,
      same,
      refused: refusedIn(ledger),
      conflicts: conflicts.length,
    })),
    errors: report.errors.slice(0, MOST_ERRORS),
    errorCount: report.errors.length,
    conflicts: plans.flatMap(({ conflicts }) => conflicts),
    skipped: report.skipped.map(({ sheet, row, reason }) => ({ sheet, row, reason })),
    ignoredColumns: [...report.ignoredColumns],
    ignoredSheets: [...report.ignoredSheets],
    lint: lintOf(reading.ledgers).map(({ refused, clause, facts }) => ({
      no: String(facts?.['item'] ?? ''),
      code: refused,
      clause: clause ?? 'R9',
    })),
    warnings: warnings.map(({ code, n, names }) => ({ code, n, names: [...names] })),
  }
}
