import { factsWith } from '../../assessment/facts/count.ts'
import { judgeTargets } from '../../assessment/facts/targets.ts'
import { listTargetsOf } from '../../assessment/store/targets.ts'
import { addDays, type Day, dayAt } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import type { Keys } from '../../kit/keys/keys.ts'
import { listDutiesOf, type ShownDuty } from '../../meetings/facts/duties.ts'
import { listBranches } from '../../org/store.ts'
import { digestDue, type Facts, hasNews } from '../rules.ts'
import { addNotices, listTold, type NewNotice } from '../store/notices.ts'
import { countWaiting, listMines, listSecretaries } from '../store/sources.ts'
import { listVisible } from './visible.ts'

/** What lies ahead no further than this is at risk. */
const RISK_DAYS = 30

type In = { readonly db: Db; readonly keys: Keys; readonly mineId: Id<'mine'>; readonly today: Day }

const countState = (duties: readonly ShownDuty[], state: 'due' | 'missed', today: Day): number =>
  duties.flatMap(({ windows }) => windows).filter((one) => one.state === state && one.first <= today).length

/** What is due, missed, at risk and waiting in a unit and all below it. */
async function factsOf({ db, keys, mineId, today }: In, orgId: Id<'org'>): Promise<Facts> {
  const branches = (await listBranches(db, mineId, [orgId])).map(({ id }) => id)
  const year = Number(today.slice(0, 4))
  const duties = [...(await listDutiesOf(db, { mineId, branches, year, today })).values()].flat()
  const span = { first: today, last: addDays(today, RISK_DAYS) }
  const targets = await listTargetsOf(db, { mineId, branches, span })
  const judged = await judgeTargets(db, mineId, targets, factsWith(keys).countFacts)
  return {
    due: countState(duties, 'due', today),
    missed: countState(duties, 'missed', today),
    targets: judged.filter(({ isMet }) => !isMet).length,
    ...(await countWaiting(db, mineId, orgId)),
  }
}

async function digestsOf(at: In, due: Date): Promise<NewNotice[]> {
  const origin = `week:${dayAt(due)}`
  const told = await listTold(at.db, at.mineId, origin)
  const secretaries = await listSecretaries(at.db, at.mineId)
  const people = secretaries.flatMap(({ personId }) => personId ?? [])
  const visible = await listVisible(at, people, due)
  const found: NewNotice[] = []
  for (const { accountId, orgId, orgName, personId } of secretaries) {
    if (told.has(accountId)) continue
    const facts = { orgName, ...(await factsOf(at, orgId)) }
    if (!hasNews(facts)) continue
    const when = { at: due, visibleFrom: visible(personId) }
    found.push({ personId: null, accountId, kind: 'digest', about: orgId, facts, origin, ...when })
  }
  return found
}

/** Writes every secretary the digest of the week that has begun, once; answers how many. */
export async function writeDigests(db: Db, keys: Keys, now: Date): Promise<number> {
  const due = digestDue(now)
  let written = 0
  for (const mineId of await listMines(db)) {
    const notices = await digestsOf({ db, keys, mineId, today: dayAt(now) }, due)
    await db.transaction().execute((tx) => addNotices(tx, mineId, notices))
    written += notices.length
  }
  return written
}
