import type { Checked, CheckState } from '../home/rules/machine.ts'
import { findChecks } from '../home/store/machine.ts'
import { sayChecked } from '../home/words/machine.ts'
import { openDb } from '../kit/db/db.ts'
import { type Database, withDatabase } from './database.ts'
import type { Verb } from './verbs.ts'
import { inLanguage, languageOf, words } from './words.ts'

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

export const doctor: Verb = {
  about: words.doctor,
  usage: '[--data DIR] [--json]',
  run: (call) =>
    withDatabase(call, async (database) => {
      const checks = (await checkAll(database)).map((checked) => ({
        check: checked.check,
        state: checked.state,
        sentence: sayChecked(checked),
      }))
      const language = languageOf(call.env)
      if (call.options['json']) call.print(JSON.stringify({ checks }))
      for (const { state, sentence } of call.options['json'] ? [] : checks) {
        call.print(`${MARKS[state]} ${inLanguage(sentence, language)}`)
      }
      return checks.some(({ state }) => state === 'bad') ? 1 : 0
    }),
}
