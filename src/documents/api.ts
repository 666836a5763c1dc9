import { findAnswer } from '../assessment/api/scores.ts'
import { findStanding } from '../assessment/api/standing.ts'
import { type Day, dayAt } from '../kit/day.ts'
import type { Db } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'
import { isRefused, refuse } from '../kit/refuse.ts'
import { type Action, on } from '../kit/server/action.ts'
import { listDutiesOf } from '../meetings/facts/duties.ts'
import { findUnit, listBranches } from '../org/store.ts'
import { type Listed, listPeople } from '../people/store/list.ts'
import { fileOf } from './api/file.ts'
import { inspectionReport } from './api/inspection.ts'
import { meetingPapers } from './api/meetings.ts'
import { recordPapers } from './api/minutes.ts'
import { contract } from './contract.ts'
import { findSigner } from './store.ts'
import { scoreLetter as letterOf } from './words/letter.ts'
import { branchDutiesPaper, overviewPaper, rosterPaper } from './words/papers.ts'

const scoreLetter = on(
  contract.scoreLetter,
  async ({ input }) => ({ orgId: input.branchId }),
  async ({ input, actor: { mineId }, tx, keys, now }) => {
    const { branchId } = input
    const standing = await findStanding(tx, mineId, input.period)
    if (isRefused(standing)) return standing
    const today = dayAt(now)
    const answer = await findAnswer(tx, keys, { mineId, branchId, standing, today })
    if (isRefused(answer)) return answer

    const year = Number(input.period.slice(0, 4))
    const duties = await listDutiesOf(tx, { mineId, branches: [branchId], year, today })
    const { period, state, scheme } = standing
    const paper = letterOf({
      ...answer,
      branch: answer.name,
      committee: await findSigner(tx, mineId),
      period,
      state,
      schemeVersion: scheme.version,
      duties: duties.get(branchId) ?? [],
      today,
    })
    return fileOf(paper, input.format)
  },
)

type Roster = { readonly mineId: Id<'mine'>; readonly orgId: Id<'org'>; readonly on: Day }
const MOST_AT_ONCE = 1000

async function listRoster(db: Db, of: Roster): Promise<Listed[]> {
  const people: Listed[] = []
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page = await listPeople(db, { ...of, reach: 'mine', limit: MOST_AT_ONCE, ...(after && { after }) })
    people.push(...page.people)
    after = page.next ?? undefined
  }
  return people
}

const roster = on(
  contract.roster,
  async ({ input }) => ({ orgId: input.branchId }),
  async ({ input, actor: { mineId }, tx, now }) => {
    const unit = await findUnit(tx, mineId, input.branchId)
    if (!unit) return refuse('no-such-unit')
    const as = input.on ?? dayAt(now)
    const people = await listRoster(tx, { mineId, orgId: unit.id, on: as })
    return fileOf(rosterPaper({ branch: unit.name, on: as, people }), input.format)
  },
)

const branchDuties = on(
  contract.branchDuties,
  async ({ input }) => ({ orgId: input.branchId }),
  async ({ input, actor: { mineId }, tx, now }) => {
    const { branchId, year, format } = input
    const today = dayAt(now)
    const unit = await findUnit(tx, mineId, branchId)
    const duties = await listDutiesOf(tx, { mineId, branches: [branchId], year, today })
    const own = duties.get(branchId)
    if (!unit || !own) return refuse('no-such-unit')
    return fileOf(branchDutiesPaper({ branch: unit.name, year, today, duties: own }), format)
  },
)

const overview = on(
  contract.overview,
  'wherever-allowed',
  async ({ input, actor: { mineId }, reach, tx, now }) => {
    const { year, format } = input
    const today = dayAt(now)
    const all = await listBranches(tx, mineId, reach)
    const units = all.filter(({ kind }) => kind !== 'temporaryBranch')
    const duties = await listDutiesOf(tx, { mineId, branches: units.map(({ id }) => id), year, today })
    const branches = units.map(({ id, code, name }) => ({ code, name, duties: duties.get(id) ?? [] }))
    const committee = await findSigner(tx, mineId)
    return fileOf(overviewPaper({ committee, year, today, branches }), format)
  },
)

/** The papers of an office. */
export const actions: readonly Action[] = [
  scoreLetter,
  roster,
  branchDuties,
  overview,
  ...meetingPapers,
  ...recordPapers,
  inspectionReport,
]
