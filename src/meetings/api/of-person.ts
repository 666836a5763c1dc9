import { on } from '../../kit/server/action.ts'
import { placeOf } from '../../people/api/by.ts'
import { contract } from '../contract.ts'
import { attendedState } from '../rules/attended.ts'
import { countOnRoll, listLeaveAhead, listOnRoll } from '../store/of-person.ts'

/** A person's meetings, those of the asker's units only: what they did in another branch is not told here. */
export const listOfPerson = on(
  contract.listOfPerson,
  (asked) => placeOf(asked, asked.input.personId),
  async ({ input, actor: { mineId }, reach, tx }) => {
    const { personId, after, limit } = input
    const of = { mineId, personId, reach }
    const found = await listOnRoll(tx, of, { after, limit: limit + 1 })
    const shown = found.slice(0, limit)
    return {
      meetings: shown.map(({ state, reason, ...meeting }) => ({
        ...meeting,
        reason,
        state: attendedState({ state, reason }),
      })),
      next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
      sums: await countOnRoll(tx, of),
      ahead: await listLeaveAhead(tx, of),
    }
  },
)
