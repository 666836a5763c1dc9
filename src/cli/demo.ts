import { isRefused } from '../kit/refuse.ts'
import { loadDemo } from '../ledger/api/demo.ts'
import { withHouseBegun } from './house.ts'
import type { Verb } from './verbs.ts'
import { words } from './words.ts'

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
          call.print(`${login}  ${password}  ${name}  ${unit}  ${role}`)
      }
      return 0
    }),
}
