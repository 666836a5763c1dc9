import { append } from '../../journal/store/append.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { contract } from '../contract.ts'
import { addFeed, endFeed, feedRecord, findFeed } from '../store/feeds.ts'
import { by } from './by.ts'

const find = on(contract.findFeed, 'wherever-allowed', async ({ actor, tx }) => {
  const feed = await findFeed(tx, actor)
  return { madeAt: feed?.madeAt.toISOString() ?? null }
})

const make = on(contract.makeFeed, 'wherever-allowed', async ({ actor, now, tx, keys }) => {
  const ended = await endFeed(tx, actor, now)
  const { id, token } = await addFeed(tx, actor, now)
  const changed = ended ? [ended, id] : [id]
  await append(tx, by({ actor, now, keys }), contract.makeFeed.name, feedRecord, changed)
  return { path: `/feed/${token}.ics` }
})

const end = on(contract.endFeed, 'wherever-allowed', async ({ actor, now, tx, keys }) => {
  const ended = await endFeed(tx, actor, now)
  if (ended) await append(tx, by({ actor, now, keys }), contract.endFeed.name, feedRecord, [ended])
  return {}
})

/** The address at which one's calendar is read. */
export const feedActions: readonly Action[] = [find, make, end]
