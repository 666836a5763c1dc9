import { reachOf } from '../../access/rules/may.ts'
import type { ActionName, Reach } from '../../kit/contract.ts'
import { dayAt } from '../../kit/day.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { listPeople } from '../../people/store/list.ts'
import { contract } from '../contract.ts'
import {
  listCasesOfPeople,
  listMeetingsLike,
  listMeetingsSaying,
  listPlanLike,
  listUnitsLike,
  type Search,
} from '../store/search.ts'

/** So many of each kind: what one can take in without reading a list. */
const MOST = 6
/** One letter says nothing about a subject. */
const LEAST_FOR_SUBJECTS = 2

const isNowhere = (reach: Reach): boolean => reach !== 'mine' && reach.length === 0

/** Finds across the house; each kind of record keeps to where the asker may see that kind (R10.2). */
export const search: Action = on(contract.search, 'wherever-allowed', async ({ input, actor, tx, now }) => {
  const q = input.q.normalize('NFKC')
  const on = dayAt(now)
  const as = async <T>(action: ActionName, list: (of: Search) => Promise<T[]>): Promise<T[]> => {
    const reach = reachOf(actor, action)
    return isNowhere(reach) ? [] : list({ mineId: actor.mineId, reach, q, on, most: MOST })
  }
  const people = await as('people.listPeople', async ({ most, ...of }) => {
    const found = await listPeople(tx, { ...of, limit: most })
    return found.people
  })
  const ids = people.map(({ id }) => id)
  const isLong = [...q].length >= LEAST_FOR_SUBJECTS
  const [units, cases, named, saying, plan] = await Promise.all([
    as('org.listUnits', (of) => listUnitsLike(tx, of)),
    as('joining.listCases', async (of) => (ids.length > 0 ? listCasesOfPeople(tx, of, ids) : [])),
    as('meetings.listMeetings', async (of) => (isLong ? listMeetingsLike(tx, of) : [])),
    as('meetings.searchMeetings', async (of) => (isLong ? listMeetingsSaying(tx, of) : [])),
    as('study.listPlan', async (of) => (isLong ? listPlanLike(tx, of) : [])),
  ])
  return {
    people: people.map(({ id, no, name, category, orgName }) => ({ id, no, name, category, orgName })),
    units: units.map(({ id, code, name, kind, parentName }) => ({ id, code, name, kind, parentName })),
    meetings: [...named, ...saying.filter(({ id }) => !named.some((one) => one.id === id))].slice(0, MOST),
    ...{ cases, plan },
  }
})
