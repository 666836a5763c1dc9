import { type Day, day, type Span } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { type Duty, type DutyWindow, dutiesOf } from '../rules.ts'
import { type HeldMeeting, listHeld } from '../store/duties.ts'
import { countFullMembers, listUnitsOf, type Unit } from '../store/units.ts'

/** One window of a duty as it is shown. */
export type ShownWindow = {
  /** `2026-07`, `2026Q3`, `2026`. */
  readonly window: string
  readonly first: Day
  readonly last: Day
  readonly state: DutyWindow['state']
  /** Why it does not apply. */
  readonly why: string | null
  readonly meetingIds: Id<'meeting'>[]
}

/** A duty of a branch, or of one of its groups, window by window. */
export type ShownDuty = Pick<Duty, 'kind' | 'clause' | 'source'> & {
  readonly groupId: Id<'org'> | null
  readonly groupName: string | null
  readonly windows: ShownWindow[]
}

export type DutiesOf = {
  readonly mineId: Id<'mine'>
  readonly branches: readonly Id<'org'>[]
  readonly year: number
  readonly today: Day
}

const showWindow = (window: DutyWindow<Id<'meeting'>>): ShownWindow => ({
  window: window.name,
  first: window.first,
  last: window.last,
  state: window.state,
  why: window.state === 'notApplicable' ? window.why : null,
  meetingIds: [...window.meetings],
})

function showDuty(
  { kind, group, clause, source, windows }: Duty<Id<'meeting'>>,
  units: readonly Unit[],
): ShownDuty {
  const unit = units.find(({ id }) => id === group)
  return {
    kind,
    clause,
    source,
    groupId: unit?.id ?? null,
    groupName: unit?.name ?? null,
    windows: windows.map(showWindow),
  }
}

type Branch = {
  readonly id: Id<'org'>
  readonly units: readonly Unit[]
  readonly fullMembers: number
  readonly meetings: readonly HeldMeeting[]
}

function dutiesIn({ id, units, fullMembers, meetings }: Branch, span: Span, today: Day): ShownDuty[] {
  const own = units.find((unit) => unit.id === id)
  const groups = units.filter((unit) => unit !== own)
  const duties = dutiesOf(
    {
      founded: own?.foundedOn ?? undefined,
      fullMembers,
      groups: groups.map((group) => ({ id: group.id, founded: group.foundedOn ?? undefined })),
    },
    span,
    meetings.map((meeting) => ({ ...meeting, group: meeting.orgId === id ? undefined : meeting.orgId })),
    today,
  )
  return duties.map((duty) => showDuty(duty, units))
}

/**
 * The duties of branches in a year, by branch: due, done, done late, missed, not applicable and why (A3.1). Whether there is a committee
 * is read from the roster of today, or of the year's last day when it is over. Three statements for any number of branches.
 */
export async function listDutiesOf(
  db: Db,
  { mineId, branches, year, today }: DutiesOf,
): Promise<Map<Id<'org'>, ShownDuty[]>> {
  const span = { first: day(`${year}-01-01`), last: day(`${year}-12-31`) }
  const all = await listUnitsOf(db, { mineId, branches })
  const fullMembers = await countFullMembers(db, { mineId, branches }, today < span.last ? today : span.last)
  const held = await listHeld(db, { mineId, orgIds: all.map(({ id }) => id), span })

  const branchOf = new Map(all.map((unit) => [unit.id, unit.branchId]))
  const meetings = Map.groupBy(held, ({ orgId }) => branchOf.get(orgId))
  return new Map(
    [...Map.groupBy(all, ({ branchId }) => branchId)].map(([id, units]) => {
      const branch = { id, units, fullMembers: fullMembers.get(id) ?? 0, meetings: meetings.get(id) ?? [] }
      return [id, dutiesIn(branch, span, today)]
    }),
  )
}
