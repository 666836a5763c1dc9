import { dayAt } from '../kit/day.ts'
import { type Action, on } from '../kit/server/action.ts'
import { contract } from './contract.ts'
import { SHOWN_DAYS } from './rules.ts'
import { findWaiting, listNotices } from './store/notices.ts'
import { sayNotice } from './words/say.ts'

const DAY_MS = 86_400_000

const listMine = on(contract.listMine, 'wherever-allowed', async ({ actor, now, tx }) => {
  const since = new Date(now.getTime() - SHOWN_DAYS * DAY_MS)
  const { mineId, personId, accountId } = actor
  const mine = { mineId, personId, accountId, since, now }
  const notices = await listNotices(tx, mine)
  const waiting = await findWaiting(tx, mine)
  return {
    waiting: waiting ? { count: waiting.count, until: waiting.until.toISOString() } : null,
    notices: notices.map(({ id, kind, about, facts, at }) => ({
      ...{ id, kind, about, at: at.toISOString() },
      ...sayNotice(kind, facts, dayAt(now)),
    })),
  }
})

/** What notices can do. */
export const actions: readonly Action[] = [listMine]
