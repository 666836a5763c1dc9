import { LATE_AFTER_DAYS } from '../../../journal/rules/when.ts'
import { addDays, type Day, type Month, spanOfMonth } from '../../../kit/day.ts'
import type { MarkState } from '../../../kit/strip.ts'
import type { Words } from '../../../kit/web/say.ts'
import { weekdayOf } from '../../rules/calendar.ts'
import type { MeetingKind } from '../../rules.ts'
import type { Calendar } from '../../ui/calendar.ts'
import { shortGroup } from '../../ui/duties.ts'
import { meetingPath, planPath } from '../../ui/paths.ts'
import { words } from '../../words/calendar.ts'

/** Something on a day: a sitting of a planned meeting, or a meeting that was held. */
export type Event = {
  readonly key: string
  readonly day: Day
  /** `HH:MM`; empty: unknown. */
  readonly starts: string
  readonly kind: MeetingKind
  readonly subject: string
  readonly orgName: string
  /** A group's name without its branch's; empty: the branch itself. */
  readonly group: string
  /** Whose sitting; empty: everybody's. */
  readonly shift: string
  readonly state: MarkState
  readonly says: Words
  readonly to: string
}

/** The weeks of a month, Monday first; null: a day of another month. */
export function weeksOf(month: Month): (Day | null)[][] {
  const { first, last } = spanOfMonth(month)
  const start = addDays(first, 1 - weekdayOf(first))
  const weeks: (Day | null)[][] = []
  for (let monday = start; monday <= last; monday = addDays(monday, 7))
    weeks.push(
      Array.from({ length: 7 }, (_, at) => addDays(monday, at)).map((day) =>
        day < first || day > last ? null : day,
      ),
    )
  return weeks
}

type Held = Calendar['held'][number]

function heldAs({ failed, recordedAfterDays }: Held): Pick<Event, 'state' | 'says'> {
  if (failed.length > 0) return { state: 'notApplicable', says: words.heldNot }
  const isLate = recordedAfterDays !== null && recordedAfterDays > LATE_AFTER_DAYS
  return isLate ? { state: 'late', says: words.heldLate } : { state: 'done', says: words.held }
}

type OfUnit = Pick<Held, 'orgId' | 'branchId' | 'orgName'>

/** A group's name within its branch; of the branch itself ''. */
function groupsIn(branches: Calendar['branches']): (of: OfUnit) => string {
  const names = new Map<string, string>(branches.map(({ id, name }) => [id, name]))
  return ({ orgId, branchId, orgName }) =>
    orgId === branchId ? '' : shortGroup(orgName, names.get(branchId) ?? '')
}

const PLANNED = {
  planned: { state: 'planned', says: words.planned },
  cancelled: { state: 'notApplicable', says: words.cancelled },
} as const

/** What stands on each day, in the order of the clock; what has no hour comes last. */
export function eventsOf({ plans, held, branches }: Calendar): Map<Day, Event[]> {
  const groupOf = groupsIn(branches)
  const planned = plans.flatMap((plan) =>
    plan.sessions.map(({ day, starts, shift }, at): Event => {
      const { id, kind, subject, orgName } = plan
      const what = { day, starts, kind, subject, orgName, group: groupOf(plan), shift }
      return { key: `${id}.${at}`, ...what, ...PLANNED[plan.state], to: planPath(id) }
    }),
  )
  const done = held.map((meeting): Event => {
    const { id, heldOn, starts, kind, subject, orgName } = meeting
    const what = { day: heldOn, starts, kind, subject, orgName, group: groupOf(meeting), shift: '' }
    return { key: id, ...what, ...heldAs(meeting), to: meetingPath(id) }
  })
  const order = ({ starts, orgName }: Event): string => `${starts || '99'}${orgName}`
  const ordered = [...planned, ...done].toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
  return Map.groupBy(ordered, ({ day }) => day)
}
