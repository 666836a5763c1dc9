import { findVkey } from '../home/api/journal.ts'
import type { Checked, CheckState } from '../home/rules/machine.ts'
import { findChecks } from '../home/store/machine.ts'
import { sayChecked } from '../home/words/machine.ts'
import { openDb } from '../kit/db/db.ts'
import { openKeys } from '../kit/keys/keys.ts'
import { type Database, withDatabase } from './database.ts'
import type { Verb } from './verbs.ts'
import { fill, inLanguage, languageOf, words } from './words.ts'

const MARKS: Record<CheckState, string> = { good: '●', mind: '◐', bad: '○' }

async function checkAll(database: Database): Promise<Checked[]> {
  const { db, close } = openDb(database.url, 2)
  try {
    const login = decodeURIComponent(new URL(database.runUrl).username)
    return await findChecks(db, { ...database, ...(login && { login }) })
  } finally {
    await close()
  }
}

/** The key of every log: what a witness is started with and an inspector keeps. */
async function findKeys({ url, keysDir }: Database): Promise<string[]> {
  const { db, close } = openDb(url, 2)
  const keys = openKeys(keysDir)
  try {
    const mines = await db.selectFrom('mine').select('id').execute()
    return await Promise.all(mines.map(({ id }) => findVkey({ db, keys, mineId: id })))
  } finally {
    keys.close()
    await close()
  }
}

export const doctor: Verb = {
  about: words.doctor,
  usage: '[--data DIR] [--json]',
  takes: ['data'],
  run: (call) =>
    withDatabase(call, async (database) => {
      const checks = (await checkAll(database)).map((checked) => ({
        check: checked.check,
        state: checked.state,
        sentence: sayChecked(checked),
      }))
      const logs = checks.some(({ check, state }) => check === 'keys' && state !== 'bad')
        ? await findKeys(database)
        : []
      const language = languageOf(call.env)
      if (call.options['json']) call.print(JSON.stringify({ checks, logs }))
      for (const { state, sentence } of call.options['json'] ? [] : checks) {
        call.print(`${MARKS[state]} ${inLanguage(sentence, language)}`)
      }
      for (const vkey of call.options['json'] ? [] : logs)
        call.print(inLanguage(fill(words.logKey, { vkey }), language))
      return checks.some(({ state }) => state === 'bad') ? 1 : 0
    }),
}
