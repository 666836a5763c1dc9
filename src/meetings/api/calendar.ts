import { daysLate } from '../../journal/rules/when.ts'
import type { Reach } from '../../kit/contract.ts'
import { type Day, day, dayAt, dayOf, monthOf, type Span, spanOfMonth, spanOfYear } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { listBranches, type Unit } from '../../org/store.ts'
import { contract } from '../contract.ts'
import { listDutiesOf, type ShownDuty } from '../facts/duties.ts'
import { plannedIn } from '../rules/calendar.ts'
import { failedClauses } from '../rules.ts'
import { listPlansIn, type OnCalendar } from '../store/calendar.ts'
import { listMeetings, type ShownMeeting } from '../store/meetings.ts'
import { listUnitsOf } from '../store/units.ts'

type Asked = { readonly reach: Reach; readonly orgId: Id<'org'> | undefined }

/** The branches asked for that the asker may see, by code. */
async function listAsked(db: Db, mineId: Id<'mine'>, { reach, orgId }: Asked): Promise<Unit[]> {
  const seen = await listBranches(db, mineId, reach)
  if (!orgId) return seen
  const below = new Set((await listBranches(db, mineId, [orgId])).map(({ id }) => id))
  return seen.filter(({ id }) => below.has(id))
}

type Planned = {
  readonly id: Id<'planned_meeting'>
  readonly orgId: Id<'org'>
  readonly kind: OnCalendar['kind']
  readonly day: Day
}

const touches = (one: Span, other: Span): boolean => one.first <= other.last && one.last >= other.first

/** A duty's windows that touch a span, each with what is planned for it. */
function withPlans({ windows, ...duty }: ShownDuty, span: Span, plans: readonly Planned[]) {
  return {
    ...duty,
    windows: windows
      .filter((window) => touches(window, span))
      .map((window) => {
        const found = plannedIn(duty, window, plans)
        return { ...window, planned: found ? { id: found.id, day: found.day } : null }
      }),
  }
}

/** The meetings still ahead, as duties see them. */
export const aheadIn = (plans: readonly OnCalendar[]): Planned[] =>
  plans.flatMap(({ id, orgId, kind, state, sessions: [first] }) =>
    state === 'planned' && first ? [{ id, orgId, kind, day: first.day }] : [],
  )

/** What a calendar covers: the month, or the whole year. */
function spansOf(year: number, month: number | undefined): { readonly year: Span; readonly asked: Span } {
  const whole = spanOfYear(day(`${year}-01-01`))
  const first = month ? dayOf(year, month, 1) : undefined
  return { year: whole, asked: first ? spanOfMonth(monthOf(first)) : whole }
}

/** What is asked for: the branches, their units, and of a unit its branch. */
async function findUnits(db: Db, mineId: Id<'mine'>, which: Asked) {
  const branches = await listAsked(db, mineId, which)
  const ids = branches.map(({ id }) => id)
  const units = await listUnitsOf(db, { mineId, branches: ids })
  const branchIds = new Map(units.map((unit) => [unit.id, unit.branchId]))
  return {
    branches,
    ids,
    orgIds: units.map(({ id }) => id),
    branchOf: (id: Id<'org'>) => branchIds.get(id) ?? id,
  }
}

const showHeld = ({ id, orgId, orgName, kind, subject, heldOn, starts, ...rest }: ShownMeeting) => ({
  ...{ id, orgId, orgName, kind, subject, heldOn, starts },
  failed: failedClauses({ kind, subject, heldOn, ...rest }),
  recordedAfterDays: rest.registeredOn === null ? null : daysLate(heldOn, rest.registeredOn),
})

const find = on(contract.findCalendar, 'wherever-allowed', async ({ input, actor, reach, now, tx }) => {
  const { mineId } = actor
  const { orgId, year, month } = input
  const today = dayAt(now)
  const spans = spansOf(year, month)
  const { branches, ids, orgIds, branchOf } = await findUnits(tx, mineId, { reach, orgId })
  const duties = await listDutiesOf(tx, { mineId, branches: ids, year, today })
  const plans = await listPlansIn(tx, { mineId, orgIds, span: spans.year })
  const planned = Map.groupBy(aheadIn(plans), (plan) => branchOf(plan.orgId))
  const { first, last } = spans.asked
  const held = month ? await listMeetings(tx, mineId, { orgIds, from: first, to: last }) : []
  return {
    today,
    branches: branches
      .filter(({ kind }) => kind !== 'temporaryBranch')
      .map(({ id, code, name, themeDay }) => ({
        ...{ id, code, name, themeDay },
        duties: (duties.get(id) ?? []).map((duty) => withPlans(duty, spans.asked, planned.get(id) ?? [])),
      })),
    plans: (month ? plans : [])
      .flatMap(({ state, ...plan }) => (state === 'held' ? [] : [{ ...plan, state }]))
      .filter(({ sessions }) => sessions.some((one) => one.day >= first && one.day <= last))
      .map((plan) => ({ ...plan, branchId: branchOf(plan.orgId) })),
    held: held.map((meeting) => ({ ...showHeld(meeting), branchId: branchOf(meeting.orgId) })),
  }
})

/** What is asked, planned and done, by day. */
export const calendarActions: readonly Action[] = [find]
