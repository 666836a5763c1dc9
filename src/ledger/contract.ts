import { z } from 'zod'
import { read, slice, write } from '../kit/contract.ts'
import { idOf, lineShape } from '../kit/shapes.ts'
import { WARNINGS } from './rules/warnings.ts'

/** A workbook's bytes in base64: 20 MB packed make about 27 MB of text. */
const contentShape = z.base64().max(28_000_000)
const rowError = z.object({
  sheet: z.string(),
  row: z.number().int(),
  column: z.string(),
  code: z.string(),
})
export const sheetSummaryShape = z.object({
  /** The ledger's name, 组织机构 …, and the sheet's own name in the workbook; null: no such sheet. */
  ledger: z.string(),
  sheet: z.string().nullable(),
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  refused: z.number().int(),
  conflicts: z.number().int(),
})
/** What must be seen before committing; `names`: of what it happens to, at most the first ten. */
const warningShape = z.object({
  code: z.enum(WARNINGS),
  n: z.number().int(),
  names: z.array(z.string()),
})
export const previewShape = z.object({
  importId: idOf<'ledger_import'>(),
  fileName: z.string(),
  state: z.enum(['previewed', 'committed', 'cancelled', 'expired']),
  sheets: z.array(sheetSummaryShape),
  errors: z.array(rowError),
  errorCount: z.number().int(),
  conflicts: z.array(z.object({ sheet: z.string(), row: z.number().int(), key: z.string() })),
  skipped: z.array(z.object({ sheet: z.string(), row: z.number().int(), reason: z.string() })),
  ignoredColumns: z.array(z.object({ sheet: z.string(), column: z.string() })),
  ignoredSheets: z.array(z.string()),
  /** Why the scheme of the workbook is refused (policy lint), item by item; empty: fine. */
  lint: z.array(z.object({ no: z.string(), code: z.string(), clause: z.string() })),
  /** What must be accepted before it can be committed. */
  warnings: z.array(warningShape),
})
const changedRowShape = z.object({
  row: z.number().int(),
  key: z.string(),
  /** Whose or what record it is, as people call it; empty where the key says all. */
  who: z.string(),
  fields: z.array(z.object({ column: z.string(), from: z.string(), to: z.string() })),
})
const fileShape = z.object({ fileName: z.string(), content: z.base64() })

export const contract = slice('ledger', {
  preview: write({
    about:
      'Reads a ledger workbook and says what committing it would add, change and refuse; nothing is changed yet.',
    input: z.object({ fileName: lineShape.min(1), content: contentShape }),
    output: previewShape,
    refusals: {
      'not-a-workbook': 422,
      'old-workbook': 422,
      'macro-workbook': 422,
      'encrypted-workbook': 422,
      'damaged-workbook': 422,
      'too-large-packed': 413,
      'too-large-unpacked': 413,
      'zip-ratio': 413,
      'too-many-rows': 413,
      'too-many-parts': 413,
      'too-much-memory': 413,
      'too-slow': 413,
      'no-ledger-sheets': 422,
    },
  }),
  findPreview: read({
    about: 'A preview made earlier, for as long as it is kept.',
    input: z.object({ importId: idOf<'ledger_import'>() }),
    output: previewShape,
    refusals: { 'no-such-import': 404 },
  }),
  listImports: read({
    about: 'The workbooks brought in or previewed, latest first, with what each added, changed and refused.',
    input: z.object({}),
    output: z.object({
      imports: z.array(
        z.object({
          id: idOf<'ledger_import'>(),
          fileName: z.string(),
          state: z.enum(['previewed', 'committed', 'cancelled', 'expired']),
          recordedAt: z.string(),
          endedAt: z.string().nullable(),
          /** Who brought it. */
          by: z.string(),
          added: z.number().int(),
          changed: z.number().int(),
          refused: z.number().int(),
        }),
      ),
    }),
    refusals: {},
  }),
  findRows: read({
    about:
      'What a preview would change, row by row and field by field, and what stands in the cells it refuses; personal values masked.',
    input: z.object({ importId: idOf<'ledger_import'>() }),
    output: z.object({
      /** Sheets with changes; `all`: how many rows change, of which the first 200 are listed. */
      changes: z.array(
        z.object({
          ledger: z.string(),
          sheet: z.string(),
          all: z.number().int(),
          rows: z.array(changedRowShape),
        }),
      ),
      /** The first 200 errors. `value`: what stands in the cell, cut to 40 characters; empty: nothing. */
      errors: z.array(rowError.extend({ who: z.string(), value: z.string() })),
    }),
    refusals: { 'no-such-import': 404, 'import-ended': 409 },
  }),
  findProgress: read({
    about: 'How far a running commit is.',
    input: z.object({ importId: idOf<'ledger_import'>() }),
    output: z.object({ phase: z.string(), done: z.number().int(), total: z.number().int() }),
    refusals: { 'no-such-import': 404 },
  }),
  commit: write({
    about:
      'Brings the previewed rows in, all or nothing; refused and conflicting rows stay out and are listed.',
    input: z.object({
      importId: idOf<'ledger_import'>(),
      /** The warnings the one who commits has seen and accepted. */
      accepted: z.array(z.enum(WARNINGS)).default([]),
    }),
    output: previewShape,
    refusals: {
      'no-such-import': 404,
      'import-ended': 409,
      'cancelled-meanwhile': 409,
      'warning-not-accepted': 409,
    },
  }),
  cancel: write({
    about: 'Throws a preview away, or stops its commit; nothing is left behind.',
    input: z.object({ importId: idOf<'ledger_import'>() }),
    output: z.object({}),
    refusals: { 'no-such-import': 404, 'import-ended': 409 },
  }),
  findRefused: read({
    about: 'The refused rows of a preview as a workbook with a reason column.',
    input: z.object({ importId: idOf<'ledger_import'>(), language: z.enum(['zh', 'en']).default('zh') }),
    output: fileShape,
    refusals: { 'no-such-import': 404, 'import-ended': 409, 'nothing-refused': 404 },
  }),
  export: read({
    about: 'The nine ledgers as a workbook of the same form; ID numbers are left out.',
    input: z.object({}),
    output: fileShape,
    refusals: {},
  }),
  exportUnmasked: write({
    about: 'The nine ledgers with ID numbers, for a stated reason, which is sealed in the journal.',
    input: z.object({ reason: lineShape.min(1) }),
    output: fileShape,
    refusals: { 'unmasking-off': 409 },
  }),
  loadDemo: write({
    about:
      'Fills an empty mine with the demo: invented people, believable records; answers the sign-ins once.',
    input: z.object({}),
    output: z.object({
      signIns: z.array(
        z.object({
          role: z.string(),
          name: z.string(),
          unit: z.string(),
          login: z.string(),
          password: z.string(),
        }),
      ),
    }),
    refusals: { 'mine-has-records': 409 },
  }),
})

declare module '../kit/contract.ts' {
  interface Contracts {
    ledger: typeof contract
  }
}
