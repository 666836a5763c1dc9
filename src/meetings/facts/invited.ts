import { type Day, type Span, windowsWithin } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { listWorking, type Working } from '../../people/facts/work.ts'
import { daysOffOf, REST, shiftOn, workOf, worksNights } from '../../people/rules/shifts.ts'
import { isExpected } from '../rules/expected.ts'
import type { Invitee } from '../rules/planner.ts'
import { isConvened, isFor, sessionFor } from '../rules/plans.ts'
import type { MeetingKind } from '../rules.ts'
import { listPlans, type Plan } from '../store/plans.ts'
import { listPeopleOf } from '../store/roll.ts'

/** A meeting of units to come, and the days it may be on. */
export type Coming = {
  readonly mineId: Id<'mine'>
  readonly orgIds: readonly Id<'org'>[]
  readonly kind: MeetingKind
  readonly span: Span
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

/** Whom a meeting to come is for, as the roster stands on the first of its days, with when they are left alone (R1.3, R8.1). */
export async function listInvited(db: Db, { mineId, orgIds, kind, span }: Coming): Promise<Invited[]> {
  const quarter = quarterOf(span.first)
  const all = await listPeopleOf(db, mineId, orgIds, span.first)
  const convened = new Map(all.filter((one) => isConvened(kind, one)).map((one) => [one.personId, one]))
  const whole = {
    first: quarter.first < span.first ? quarter.first : span.first,
    last: quarter.last > span.last ? quarter.last : span.last,
  }
  const working = await listWorking(db, { mineId, personIds: [...convened.keys()], span: whole })
  const plans = (await listPlans(db, mineId, orgIds)).filter(({ state }) => state !== 'cancelled')
  return working.flatMap((one) => {
    const attendant = convened.get(one.personId)
    if (!attendant) return []
    const { personId: id, name, worker } = one
    const busy = workOf(worker, span)
    return [
      {
        ...{
          id,
          name,
          busy,
          crew: crewOf(one, span.first),
          isKnown: shiftOn(worker, span.first) !== undefined || busy.length > 0,
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
