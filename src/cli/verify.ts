import { type Count, type Spread, spreadOf } from '../evidence/rules/lateness.ts'
import { countLateness, listCounted, listMade, type Made } from '../evidence/store/lateness.ts'
import { SIGNATURE_TYPES, showVkey } from '../journal/rules/note.ts'
import { LATE_AFTER_DAYS } from '../journal/rules/when.ts'
import { listLogs } from '../journal/store/evidence.ts'
import type { Finding } from '../journal/store/verify/finding.ts'
import { type Report, verify as verifyJournal } from '../journal/store/verify.ts'
import { findingWords } from '../journal/words/findings.ts'
import { day, dayAt } from '../kit/day.ts'
import { type Db, openDb } from '../kit/db/db.ts'
import { type Keys, openKeys } from '../kit/keys/keys.ts'
import { isRefused } from '../kit/refuse.ts'
import { records } from '../server/records.ts'
import { withDatabase } from './database.ts'
import { type Call, type Exit, optionOf, type Verb } from './verbs.ts'
import { verifyPackFile } from './verify-pack.ts'
import { verifyTileFolder } from './verify-tiles.ts'
import { readVkey } from './vkey.ts'
import { fill, inLanguage, type Language, languageOf, type Sentence, words } from './words.ts'

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
    '[--data DIR] [--vkey KEY] | --pack FILE [--vkey KEY] [--policy FILE] | --tiles DIR --vkey KEY [--checkpoints FILE] [--json]',
  takes: ['data', 'pack', 'tiles', 'vkey', 'policy', 'checkpoints'],
  run: async (call) => {
    const wrong = findUnused(call)
    if (wrong) {
      call.say(wrong)
      return 2
    }
    const [file, folder] = [optionOf(call, 'pack'), optionOf(call, 'tiles')]
    if (folder !== undefined) return verifyTileFolder(call, folder)
    return file === undefined ? verifyHouse(call) : verifyPackFile(call, file)
  },
}

/** What each form of the check takes besides `--json`; without one of the two, the database is checked. */
const FORMS = { pack: ['pack', 'vkey', 'policy'], tiles: ['tiles', 'vkey', 'checkpoints'] } as const
const BELONGS = { policy: 'pack', checkpoints: 'tiles' } as const

/** Says of the first option that the form of the check would not use what it goes with. */
function findUnused(call: Call): Sentence | undefined {
  const isGiven = (option: string): boolean => optionOf(call, option) !== undefined
  const form = (['pack', 'tiles'] as const).find(isGiven)
  const takes: readonly string[] = form ? FORMS[form] : ['data', 'vkey']
  const option = (['data', 'tiles', 'policy', 'checkpoints'] as const).find(
    (one) => isGiven(one) && !takes.includes(one),
  )
  if (!option) return undefined
  if (option === 'policy' || option === 'checkpoints')
    return fill(words.onlyWith, { option, form: BELONGS[option] })
  return fill(words.notTogether, { option, form: form ?? '' })
}

/** The keys of all logs here, those that ended too. */
async function listVkeys(db: Db, keys: Keys): Promise<string[]> {
  const vkeys: string[] = []
  for (const { id } of await db.selectFrom('mine').select('id').orderBy('created_at').execute())
    for (const { origin: name } of await listLogs(db, id))
      vkeys.push(showVkey({ name, type: SIGNATURE_TYPES.ed25519, publicKey: keys.publicKey(id) }))
  return vkeys
}

type Verified = { readonly report: Report; readonly late: Late; readonly other: string | undefined }

function sayVerified(call: Call, { report, late, other }: Verified): void {
  if (call.options['json'])
    call.print(JSON.stringify({ ...report, late: late.of, ...(other && { otherKey: other }) }))
  for (const finding of call.options['json'] ? [] : report.findings)
    call.print(sayFinding(finding, languageOf(call.env)))
  const { leaves, rows, found: count } = report
  if (other) call.say(fill(words.otherKey, { vkey: other }))
  if (count > 0 || !other)
    call.say(fill(count > 0 ? words.verifyFound : words.verifyClean, { leaves, rows, count }))
  if (!call.options['json']) sayLate(call, late)
}

/** Checks the database of a command against its journal, and that it is under the key somebody kept (`--vkey`). */
const verifyHouse = async (call: Call): Promise<Exit> => {
  const log = readVkey(call)
  if (isRefused(log)) {
    call.sayNo(log)
    return 2
  }
  const vkey = log && showVkey(log)
  return withDatabase(call, async ({ url, keysDir, dataDir }) => {
    const { db, close } = openDb(url, 4)
    const keys = openKeys(keysDir)
    try {
      const report = await verifyJournal({ db, keys, dataDir, records })
      const known = vkey === undefined ? [] : await listVkeys(db, keys)
      const other = vkey === undefined || known.includes(vkey) ? undefined : known.join(' ')
      sayVerified(call, { report, late: await findLate(db), other })
      return report.findings.length > 0 || other !== undefined ? 1 : 0
    } finally {
      keys.close()
      await close()
    }
  })
}
