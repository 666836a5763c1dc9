import { type Count, type Spread, spreadOf } from '../evidence/rules/lateness.ts'
import { countLateness, listCounted, listMade, type Made } from '../evidence/store/lateness.ts'
import { LATE_AFTER_DAYS } from '../journal/rules/when.ts'
import type { Finding } from '../journal/store/verify/finding.ts'
import { verify as verifyJournal } from '../journal/store/verify.ts'
import { findingWords } from '../journal/words/findings.ts'
import { day, dayAt } from '../kit/day.ts'
import { type Db, openDb } from '../kit/db/db.ts'
import { openKeys } from '../kit/keys/keys.ts'
import { records } from '../server/records.ts'
import { withDatabase } from './database.ts'
import { type Call, type Exit, optionOf, type Verb } from './verbs.ts'
import { verifyPackFile } from './verify-pack.ts'
import { verifyTileFolder } from './verify-tiles.ts'
import { fill, inLanguage, type Language, languageOf, words } from './words.ts'

/** Everything that took place, whenever. */
const ALWAYS = { from: day('0001-01-01'), to: day('9999-12-31') }
const MOST_LISTED = 200

type Late = { readonly of: Spread; readonly rows: readonly Made[] }

/** What came late, of all mines: facts and no findings (journal §7). */
async function findLate(db: Db): Promise<Late> {
  const kinds = listCounted(records)
  const counts: Count[] = []
  const rows: Made[] = []
  for (const { id: mineId } of await db.selectFrom('mine').select('id').execute()) {
    const which = { ...ALWAYS, mineId, kinds }
    counts.push(...(await countLateness(db, which)).filter(({ imported }) => !imported))
    const least = { least: LATE_AFTER_DAYS + 1, most: null, imported: false, limit: MOST_LISTED }
    rows.push(...(await listMade(db, which, least)))
  }
  return { of: spreadOf('', counts), rows }
}

/** One late record on one line: which it is, both its days, how late, the branch's reason. */
const sayMade = ({ record, subject, happenedOn, madeAt, days, reason }: Made, language: Language): string =>
  [
    ...[record, subject, `${happenedOn} → ${dayAt(madeAt)}`],
    ...[inLanguage(fill(words.lateBy, { days }), language), ...(reason ? [reason] : [])],
  ].join('  ')

function sayLate(call: Call, { of, rows }: Late): void {
  if (of.late === 0) return
  const { late, reasoned } = of
  call.say(fill(words.late, { of: of.of, late, reasoned, days: LATE_AFTER_DAYS }))
  for (const row of rows) call.print(sayMade(row, languageOf(call.env)))
  if (rows.length < late) call.say(fill(words.lateMore, { count: late - rows.length }))
}

/** One finding on one line: where it stands, and what it means. */
function sayFinding({ code, table, id, column, idx }: Finding, language: Language): string {
  const where = [table, id, column, idx === undefined ? undefined : `#${idx}`].filter(
    (part) => part !== undefined,
  )
  return `${where.join(' ')}  ${inLanguage(findingWords[code], language)}`
}

export const verify: Verb = {
  about: words.verify,
  usage:
    '[--pack FILE [--vkey KEY] [--policy FILE]] [--tiles DIR --vkey KEY [--checkpoints FILE]] [--data DIR] [--json]',
  takes: ['pack', 'tiles', 'vkey', 'policy', 'checkpoints'],
  run: (call) => {
    const [file, folder] = [optionOf(call, 'pack'), optionOf(call, 'tiles')]
    if (folder !== undefined) return verifyTileFolder(call, folder)
    return file === undefined ? verifyHouse(call) : verifyPackFile(call, file)
  },
}

/** Checks the database of a command against its journal. */
const verifyHouse = (call: Call): Promise<Exit> =>
  withDatabase(call, async ({ url, keysDir, dataDir }) => {
    const { db, close } = openDb(url, 4)
    try {
      const report = await verifyJournal({ db, keys: openKeys(keysDir), dataDir, records })
      const late = await findLate(db)
      if (call.options['json']) call.print(JSON.stringify({ ...report, late: late.of }))
      for (const finding of call.options['json'] ? [] : report.findings)
        call.print(sayFinding(finding, languageOf(call.env)))
      const { leaves, rows } = report
      const sentence = report.findings.length ? words.verifyFound : words.verifyClean
      call.say(fill(sentence, { leaves, rows, count: report.found }))
      if (!call.options['json']) sayLate(call, late)
      return report.findings.length ? 1 : 0
    } finally {
      await close()
    }
  })
