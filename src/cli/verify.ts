import type { Finding } from '../journal/store/verify/finding.ts'
import { verify as verifyJournal } from '../journal/store/verify.ts'
import { findingWords } from '../journal/words/findings.ts'
import { openDb } from '../kit/db/db.ts'
import { openKeys } from '../kit/keys/keys.ts'
import { records } from '../server/records.ts'
import { withDatabase } from './database.ts'
import { type Call, type Exit, optionOf, type Verb } from './verbs.ts'
import { verifyPackFile } from './verify-pack.ts'
import { fill, inLanguage, type Language, languageOf, words } from './words.ts'

/** One finding on one line: where it stands, and what it means. */
function sayFinding({ code, table, id, column, idx }: Finding, language: Language): string {
  const where = [table, id, column, idx === undefined ? undefined : `#${idx}`].filter(
    (part) => part !== undefined,
  )
  return `${where.join(' ')}  ${inLanguage(findingWords[code], language)}`
}

export const verify: Verb = {
  about: words.verify,
  usage: '[--pack FILE] [--data DIR] [--json]',
  takes: ['pack'],
  run: (call) => {
    const file = optionOf(call, 'pack')
    return file === undefined ? verifyHouse(call) : verifyPackFile(call, file)
  },
}

/** Checks the database of a command against its journal. */
const verifyHouse = (call: Call): Promise<Exit> =>
  withDatabase(call, async ({ url, keysDir, dataDir }) => {
    const { db, close } = openDb(url, 4)
    try {
      const report = await verifyJournal({ db, keys: openKeys(keysDir), dataDir, records })
      if (call.options['json']) call.print(JSON.stringify(report))
      for (const finding of call.options['json'] ? [] : report.findings)
        call.print(sayFinding(finding, languageOf(call.env)))
      const { leaves, rows } = report
      const sentence = report.findings.length ? words.verifyFound : words.verifyClean
      call.say(fill(sentence, { leaves, rows, count: report.found }))
      return report.findings.length ? 1 : 0
    } finally {
      await close()
    }
  })
