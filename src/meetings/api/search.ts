import { type Action, on } from '../../kit/server/action.ts'
import { contract } from '../contract.ts'
import { readQuery } from '../rules/search.ts'
import { listSaid } from '../store/search.ts'

const search = on(contract.searchMeetings, 'wherever-allowed', async ({ input, actor, reach, tx }) => {
  const { q, limit, ...among } = input
  const query = readQuery(q)
  if (!query) return { hits: [], more: false }
  const { said, more } = await listSaid(tx, { mineId: actor.mineId, reach, query, ...among, most: limit })
  const hits = said.map(({ excerpts, ...hit }) => ({
    ...hit,
    excerpts: excerpts.map(({ at, text, marks }) => ({
      ...{ at, text },
      marks: marks.map(([start, end]): [number, number] => [start, end]),
    })),
  }))
  return { hits, more }
})

/** Finding what was said. */
export const searchActions: readonly Action[] = [search]
