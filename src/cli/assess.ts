import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureMine } from '../access/store/set-up.ts'
import { openDb } from '../kit/db/db.ts'
import { migrate } from '../kit/db/migrate.ts'
import { readWorkbook } from '../kit/excel/read.ts'
import { openKeys } from '../kit/keys/keys.ts'
import { type Period, parsePeriod } from '../kit/period.ts'
import { startThrowawayPostgres } from '../kit/postgres/throwaway.ts'
import { isRefused, type Refused, refuse } from '../kit/refuse.ts'
import { bringIn, noNames } from '../ledger/api/bring-in.ts'
import { lintOf } from '../ledger/api/scheme.ts'
import { type LedgerReading, readLedgers } from '../ledger/sheets/read.ts'
import { type Answer, answerMine } from './answer.ts'
import { whyUnreadable, whyUnwritable } from './files.ts'
import { printScores } from './scores.ts'
import { scoresWorkbook } from './scores-workbook.ts'
import { type Call, type Exit, optionOf, type Verb } from './verbs.ts'
import { fill, type Language, languageOf, words } from './words.ts'

type Assessing = { readonly reading: LedgerReading; readonly period: Period; readonly language: Language }

/** Brings a reading into a database of its own and assesses it there; nothing of it stays. */
async function assessAlone({ reading, period, language }: Assessing): Promise<Answer | Refused> {
  const server = await startThrowawayPostgres({ durability: 'thrown-away' })
  if (isRefused(server)) return server
  const keys = openKeys(join(server.home, 'keys'))
  try {
    const migrated = await migrate(server.url)
    if (isRefused(migrated)) return migrated
    const { db, close } = openDb(server.url, 4)
    const now = new Date()
    const { id: mineId } = await ensureMine(db, keys, now)
    const by = { mineId, actorId: mineId, now, src: 'command' as const, keys }
    const desk = { mineId, keys, now, names: noNames(), by }
    await db.transaction().execute((tx) => bringIn(tx, desk, reading.ledgers, () => 'on'))
    const branches = await answerMine(db, { mineId, keys, period, language })
    await close()
    return branches
      ? { period: period.name, import: reading.report, branches }
      : refuse('no-scheme-in-workbook')
  } finally {
    keys.close()
    await server.stop()
  }
}

/** Reads what can be assessed at all; a refusal says what is wrong with the file. */
async function readFor(file: string): Promise<LedgerReading | Refused> {
  const workbook = await readWorkbook(await readFile(file))
  if (isRefused(workbook)) return workbook
  const reading = readLedgers(workbook)
  if (reading.report.ignoredSheets.length === workbook.sheets.length) return refuse('no-ledger-sheets')
  const [lint] = lintOf(reading.ledgers)
  return lint ?? reading
}

async function run(call: Call): Promise<Exit> {
  const [file] = call.words
  const named = optionOf(call, 'period')
  const period = named === undefined ? undefined : parsePeriod(named)
  if (!file || !period) {
    call.say(file ? fill(words.badPeriod, { period: named ?? '' }) : words.fileNeeded)
    return 2
  }
  const out = optionOf(call, 'out')
  const wrong = (await whyUnreadable(file)) ?? (out === undefined ? undefined : await whyUnwritable(out))
  const reading = wrong ?? (await readFor(file))
  if ('zh' in reading || isRefused(reading)) {
    if ('zh' in reading) call.say(reading)
    else call.sayNo(reading)
    return 2
  }
  const language = languageOf(call.env)
  const answer = await assessAlone({ reading, period, language })
  if (isRefused(answer)) {
    call.sayNo(answer)
    return answer.refused === 'no-scheme-in-workbook' ? 2 : 1
  }
  if (out) await writeFile(out, scoresWorkbook(answer, language))
  if (call.options['json']) call.print(JSON.stringify(answer, null, 2))
  else printScores(answer, language, call.print)
  if (out) call.say(fill(words.scoresWritten, { file: out }))
  return 0
}

export const assess: Verb = {
  about: words.assess,
  usage: 'FILE.xlsx --period 2026Q3 [--out SCORES.xlsx] [--json]',
  words: 1,
  takes: ['period', 'out'],
  run,
}
