import { readFile, writeFile } from 'node:fs/promises'
import { isRefused } from '../kit/refuse.ts'
import { bringIn, type LedgerPlan, planLedgers } from '../ledger/api/bring-in.ts'
import { deskOf } from '../ledger/api/desk.ts'
import { listExport } from '../ledger/api/export.ts'
import { findOnRecord, readAgainst } from '../ledger/api/preview.ts'
import { lintOf } from '../ledger/api/scheme.ts'
import { exportWorkbook } from '../ledger/sheets/export.ts'
import { FORMS } from '../ledger/sheets/forms.ts'
import type { LedgerReading } from '../ledger/sheets/read.ts'
import { refusedRowsWorkbook } from '../ledger/sheets/refused.ts'
import { namedFile, whyUnreadable, whyUnwritable } from './files.ts'
import { withHouse, withHouseBegun } from './house.ts'
import { type Call, optionOf, type Verb } from './verbs.ts'
import { fill, inLanguage, languageOf, words } from './words.ts'

function tell(call: Call, plans: readonly LedgerPlan[], reading: LedgerReading): void {
  const { errors, skipped, ignoredColumns, ignoredSheets } = reading.report
  if (call.options['json']) {
    const lint = lintOf(reading.ledgers)
    call.print(JSON.stringify({ plans, errors, skipped, ignoredColumns, ignoredSheets, lint }))
    return
  }
  for (const { ledger, added, changed, same, conflicts } of plans) {
    const facts = { ledger: FORMS[ledger].sheet, added, changed, same, conflicts: conflicts.length }
    call.print(inLanguage(fill(words.planned, facts), languageOf(call.env)))
  }
  for (const { sheet, row, column, code } of errors) call.print(`  ${sheet}  ${row}  ${column}  ${code}`)
  for (const one of lintOf(reading.ledgers)) call.sayNo(one)
}

async function writeRefused(call: Call, reading: LedgerReading): Promise<void> {
  const file = optionOf(call, 'refused')
  const workbook = file ? refusedRowsWorkbook(reading.refused, languageOf(call.env)) : undefined
  if (!file || !workbook) return
  await writeFile(file, workbook)
  call.say(fill(words.refusedWritten, { file }))
}

export const importLedgers: Verb = {
  about: words.import,
  usage: 'FILE.xlsx [--commit] [--refused ROWS.xlsx] [--data DIR] [--json]',
  words: 1,
  takes: ['refused', 'data'],
  flags: ['commit'],
  run: async (call) => {
    const out = optionOf(call, 'refused')
    const file = await namedFile(
      call,
      async (named) => (await whyUnreadable(named)) ?? (out ? whyUnwritable(out) : undefined),
    )
    if (file === undefined) return 2
    const bytes = await readFile(file)
    return withHouseBegun(call, async ({ db, asked }) => {
      const reading = await readAgainst(bytes, await findOnRecord(db, asked.actor.mineId))
      if (isRefused(reading)) {
        call.sayNo(reading)
        return 2
      }
      const desk = deskOf(asked)
      const commits = call.options['commit'] === true
      const plans = commits
        ? await db.transaction().execute((tx) => bringIn(tx, desk, reading.ledgers, () => 'on'))
        : await planLedgers(db, desk, reading.ledgers)
      if (plans !== 'stopped') tell(call, plans, reading)
      await writeRefused(call, reading)
      call.say(commits ? words.imported : words.previewOnly)
      return 0
    })
  },
}

export const exportLedgers: Verb = {
  about: words.export,
  usage: 'FILE.xlsx [--data DIR] [--json]',
  words: 1,
  takes: ['data'],
  run: async (call) => {
    const file = await namedFile(call, whyUnwritable)
    if (file === undefined) return 2
    return withHouse(call, async ({ db, asked }) => {
      const rows = await listExport(db, deskOf(asked), 'without-id-numbers')
      await writeFile(file, exportWorkbook(rows))
      const counts = Object.fromEntries(
        Object.entries(rows).map(([ledger, list]) => [ledger, list?.length ?? 0]),
      )
      if (call.options['json']) call.print(JSON.stringify({ file, rows: counts }))
      call.say(fill(words.exported, { file }))
      return 0
    })
  },
}
