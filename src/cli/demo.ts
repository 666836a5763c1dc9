import { isRefused } from '../kit/refuse.ts'
import { loadDemo } from '../ledger/api/demo.ts'
import { demoRoleWords } from '../ledger/words/demo.ts'
import { withHouseBegun } from './house.ts'
import type { Call, Verb } from './verbs.ts'
import { inLanguage, languageOf, words } from './words.ts'

/** A role as the pages name it. */
const nameOfRole = (role: string, { env }: Call): string =>
  inLanguage(demoRoleWords[role] ?? { zh: role, en: role }, languageOf(env))

export const demo: Verb = {
  about: words.demo,
  usage: '[--data DIR] [--json]',
  takes: ['data'],
  run: (call) =>
    withHouseBegun(call, async ({ db, asked }) => {
      const signIns = await db.transaction().execute((tx) => loadDemo(tx, asked))
      if (isRefused(signIns)) {
        call.sayNo(signIns)
        return 2
      }
      if (call.options['json']) call.print(JSON.stringify({ signIns }))
      else {
        call.say(words.demoLoaded)
        for (const { login, password, name, unit, role } of signIns)
          call.print(`${login}  ${password}  ${name}  ${unit}  ${nameOfRole(role, call)}`)
      }
      return 0
    }),
}
