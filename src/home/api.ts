import { type Day, dayAt } from '../kit/day.ts'
import type { Db } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'
import { refuse } from '../kit/refuse.ts'
import { type Action, on } from '../kit/server/action.ts'
import { listDutiesOf, type ShownDuty } from '../meetings/facts/duties.ts'
import { postsIn, vacancies } from '../org/rules.ts'
import { findUnit, listBranches, listUnits } from '../org/store.ts'
import { listStrengthsOn, type Strength } from '../people/store/members.ts'
import { findHouse } from './api/house.ts'
import { journalActions } from './api/journal.ts'
import { findOpen } from './api/open.ts'
import { search } from './api/search.ts'
import { todayActions } from './api/today.ts'
import { contract } from './contract.ts'
import { listPlannedAhead } from './store/open.ts'
import { countRecords } from './store.ts'

const NOBODY: Omit<Strength, 'branchId'> = { full: 0, probationary: 0, posted: [] }

const secretaryOf = ({ posted }: Pick<Strength, 'posted'>): string =>
  posted.find(({ posts }) => postsIn(posts).includes('secretary'))?.name ?? ''

const countState = (duties: readonly ShownDuty[], state: 'missed' | 'due' | 'late', today: Day): number =>
  duties.flatMap(({ windows }) => windows).filter((window) => window.state === state && window.first <= today)
    .length

type InMine = { readonly db: Db; readonly mineId: Id<'mine'>; readonly today: Day }

async function strengthsOf(
  { db, mineId, today }: InMine,
  branches: readonly Id<'org'>[],
): Promise<Map<Id<'org'>, Strength>> {
  const strengths = await listStrengthsOn(db, mineId, today, branches)
  return new Map(strengths.map((one) => [one.branchId, one]))
}

const findOverview = on(
  contract.findOverview,
  'wherever-allowed',
  async ({ input, actor, reach, tx, now }) => {
    const { mineId } = actor
    const today = dayAt(now)
    const branches = (await listBranches(tx, mineId, reach)).filter(({ kind }) => kind !== 'temporaryBranch')
    const ids = branches.map(({ id }) => id)
    const strengths = await strengthsOf({ db: tx, mineId, today }, ids)
    const duties = await listDutiesOf(tx, { mineId, branches: ids, year: input.year, today })
    return {
      today,
      branches: branches.map(({ id, code, name, kind }) => {
        const { posted, full, probationary } = strengths.get(id) ?? NOBODY
        const own = duties.get(id) ?? []
        return {
          id,
          code,
          name,
          kind,
          members: { full, probationary },
          secretary: secretaryOf({ posted }),
          missed: countState(own, 'missed', today),
          due: countState(own, 'due', today),
          late: countState(own, 'late', today),
          duties: own,
        }
      }),
    }
  },
)

const findBranch = on(
  contract.findBranch,
  async ({ input }) => ({ orgId: input.branchId }),
  async ({ input, actor, tx, now }) => {
    const { mineId } = actor
    const unit = await findUnit(tx, mineId, input.branchId)
    if (!unit || unit.kind === 'partyGroup') return refuse('no-such-unit')

    const today = dayAt(now)
    const { full, probationary, posted } =
      (await strengthsOf({ db: tx, mineId, today }, [unit.id])).get(unit.id) ?? NOBODY
    const duties = await listDutiesOf(tx, { mineId, branches: [unit.id], year: input.year, today })
    const units = await listUnits(tx, mineId, [unit.id])
    const planned = await listPlannedAhead(tx, { mineId, branches: [unit.id], from: today })
    const { id, code, name, kind, foundedOn, termFrom, termTo, shiftSystem, themeDay } = unit
    return {
      ...{ id, code, name, kind, foundedOn, termFrom, termTo, shiftSystem, themeDay, today },
      parentName: units.find((one) => one.id === unit.parentId)?.name ?? null,
      members: { full, probationary },
      secretary: secretaryOf({ posted }),
      vacancies: vacancies(
        full,
        posted.map(({ posts }) => posts),
        today,
      ),
      groups: units
        .filter((one) => one.parentId === unit.id && one.kind === 'partyGroup')
        .map((group) => ({ id: group.id, code: group.code, name: group.name })),
      duties: duties.get(unit.id) ?? [],
      planned,
      counts: await countRecords(tx, mineId, unit.id),
    }
  },
)

export const actions: readonly Action[] = [
  findOverview,
  findBranch,
  findOpen,
  search,
  findHouse,
  ...journalActions,
  ...todayActions,
]
