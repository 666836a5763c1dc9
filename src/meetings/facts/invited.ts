import { type Day, type Span, windowsWithin } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { listWorking, type Working } from '../../people/facts/work.ts'
import {
  DAY_MINUTES,
  daysOffOf,
  REST,
  shiftOn,
  startOf,
  workOf,
  worksNights,
} from '../../people/rules/shifts.ts'
import { isExpected } from '../rules/expected.ts'
import { stretchOf } from '../rules/planner/sittings.ts'
import type { Engaged, Invitee } from '../rules/planner.ts'
import { firstDayOf, isConvened, isFor, type Session, sessionFor } from '../rules/plans.ts'
import { lastDayOf } from '../rules/times.ts'
import type { MeetingKind } from '../rules.ts'
import { listGranted } from '../store/leave.ts'
import { listPlans, type Plan } from '../store/plans.ts'
import { listPeopleOf, type Present } from '../store/roll.ts'

/** A meeting of units to come, and the days it may be on. */
export type Coming = {
  readonly mineId: Id<'mine'>
  readonly orgIds: readonly Id<'org'>[]
  readonly kind: MeetingKind
  readonly span: Span
  /** The units whose meetings the same people are called to. */
  readonly around: readonly Id<'org'>[]
  /** The planned meeting that is changed; null: a new one. */
  readonly changed: Id<'planned_meeting'> | null
}

/** Somebody it is for, by name; `isKnown` false: nothing says when they work. */
export type Invited = Invitee<Id<'person'>> & { readonly name: string; readonly isKnown: boolean }

const quarterOf = (on: Day): Span => {
  const year = { first: `${on.slice(0, 4)}-01-01` as Day, last: `${on.slice(0, 4)}-12-31` as Day }
  return windowsWithin(year, 'quarter').find(({ first, last }) => first <= on && on <= last) ?? year
}

const crewOf = ({ stretches }: Working, on: Day): string =>
  (stretches.find(({ first, last }) => first <= on && on <= last) ?? stretches.at(-1))?.crew.trim() ?? ''

/** How often somebody was called on a day off, by the sitting that was theirs. */
const calledOf = (one: Working, plans: readonly Plan[], quarter: Span): number =>
  plans.filter(({ sessions }) => {
    const crew = crewOf(one, quarter.last)
    const own = sessionFor(sessions, crew)
    const isThen = own && own.day >= quarter.first && own.day <= quarter.last && isFor(own, crew)
    return isThen && shiftOn(one.worker, own.day) === REST
  }).length

type Engaging = { readonly plans: readonly Plan[]; readonly granted: ReadonlySet<string> }
type Around = Pick<Coming, 'mineId' | 'around' | 'span'>

/** What else is planned over a span for the people of some units, and who was granted leave from it. */
async function listEngaging(db: Db, { mineId, around, span }: Around): Promise<Engaging> {
  const isWithin = ({ day, ...times }: Session): boolean =>
    span.first <= lastDayOf(day, times) && day <= span.last
  const all = await listPlans(db, mineId, around)
  const plans = all.filter(({ state, sessions }) => state === 'planned' && sessions.some(isWithin))
  const ids = plans.map(({ id }) => id)
  const granted = await listGranted(db, mineId, ids)
  return { plans, granted: new Set(granted.map(({ plannedId, personId }) => `${plannedId} ${personId}`)) }
}

/** The sitting of each other meeting somebody is called to, and the days on which they were granted leave. */
function engagedOf(
  one: Working & { readonly attendant: Present },
  { plans, granted }: Engaging,
  changed: Id<'planned_meeting'> | null,
): Engaged[] {
  return plans.flatMap((plan): Engaged[] => {
    if (!one.stretches.some(({ orgId, branchId }) => [orgId, branchId].includes(plan.orgId))) return []
    const crew = crewOf(one, firstDayOf(plan.sessions))
    const own = sessionFor(plan.sessions, crew)
    if (!own || !isFor(own, crew) || !isConvened(plan.kind, one.attendant)) return []
    const { from, to } = stretchOf(own)
    const midnight = startOf(own.day) + DAY_MINUTES
    if (granted.has(`${plan.id} ${one.personId}`))
      return [{ from: startOf(own.day), to: Math.max(midnight, to), why: 'leave' }]
    return plan.id === changed ? [] : [{ from, to, why: 'meeting' }]
  })
}

/** Whom a meeting to come is for, as the roster stands on the first of its days, with when they are left alone (R1.3, R8.1). */
export async function listInvited(
  db: Db,
  { mineId, orgIds, around, kind, span, changed }: Coming,
): Promise<Invited[]> {
  const quarter = quarterOf(span.first)
  const all = await listPeopleOf(db, mineId, orgIds, span.first)
  const convened = new Map(all.filter((one) => isConvened(kind, one)).map((one) => [one.personId, one]))
  const whole = {
    first: quarter.first < span.first ? quarter.first : span.first,
    last: quarter.last > span.last ? quarter.last : span.last,
  }
  const working = await listWorking(db, { mineId, personIds: [...convened.keys()], span: whole })
  const plans = (await listPlans(db, mineId, orgIds)).filter(({ state }) => state !== 'cancelled')
  const elsewhere = await listEngaging(db, { mineId, around, span })
  return working.flatMap((one) => {
    const attendant = convened.get(one.personId)
    if (!attendant) return []
    const { personId: id, name, worker } = one
    const work = workOf(worker, span)
    const busy = [...work, ...engagedOf({ ...one, attendant }, elsewhere, changed)].sort(
      (a, b) => a.from - b.from,
    )
    return [
      {
        ...{
          id,
          name,
          busy,
          crew: crewOf(one, span.first),
          isKnown: shiftOn(worker, span.first) !== undefined || work.length > 0,
        },
        ...{
          daysOff: daysOffOf(worker, span),
          called: calledOf(one, plans, quarter),
          worksNights: worksNights(worker, span),
        },
        votes: isExpected(kind, attendant),
      },
    ]
  })
}
