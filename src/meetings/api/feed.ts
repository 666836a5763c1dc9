import { listLatest } from '../../journal/store/history.ts'
import type { Calendar, CalendarEvent, When } from '../../kit/calendar.ts'
import { addDays, type Day, dayAt } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { listUnits } from '../../org/store.ts'
import { listDutiesOf } from '../facts/duties.ts'
import { findMe, isMine } from '../facts/mine.ts'
import { plannedIn } from '../rules/calendar.ts'
import { type Session, sessionFor } from '../rules/plans.ts'
import { clockAt, endOf, lastDayOf } from '../rules/times.ts'
import { listPlansIn, type OnCalendar } from '../store/calendar.ts'
import { listUnitsOf } from '../store/units.ts'
import { meetingKindWords } from '../words/kinds.ts'
import { aheadIn } from './calendar.ts'

/** Whose calendar: a person with their meetings, and the branches they lead with the duties due there. */
export type FeedOf = {
  readonly mineId: Id<'mine'>
  readonly personId: Id<'person'> | null
  readonly leads: readonly Id<'org'>[]
  readonly now: Date
  /** Where the product is reached, such as `https://pitlamp.example`. */
  readonly address: string
}

/** So far back and ahead a calendar reaches. */
const BACK_DAYS = 92
const AHEAD_DAYS = 366
/** Duties stand in the calendar from so long before they are due. */
const DUTY_AHEAD_DAYS = 31

const spanFor = (today: Day) => ({ first: addDays(today, -BACK_DAYS), last: addDays(today, AHEAD_DAYS) })

type Standing = { readonly rev: number; readonly at: Date }

/** When a sitting is; without its end where nobody gave one, for an end must lie after the start (RFC 5545 §3.8.2.2). */
function whenOf({ day, ...times }: Session): When {
  const end = endOf(times)
  const to = end === undefined ? undefined : { day: lastDayOf(day, times), time: clockAt(end) }
  return { from: { day, time: times.starts }, to }
}

/** A planned meeting with the sitting for somebody's shift. Neither subject nor note: they may name others. */
function eventOf(
  { mineId, address, now }: FeedOf,
  plan: OnCalendar,
  { shift, latest }: { readonly shift: string; readonly latest: Standing | undefined },
): CalendarEvent[] {
  const session = sessionFor(plan.sessions, shift)
  if (!session) return []
  return [
    {
      uid: `${plan.id}@${mineId}`,
      sequence: Math.max(0, (latest?.rev ?? 1) - 1),
      changedAt: latest?.at ?? now,
      when: whenOf(session),
      summary: `${meetingKindWords[plan.kind].zh} · ${plan.orgName}`,
      location: session.place,
      url: `${address}/meetings/${plan.id}`,
      state: plan.state === 'cancelled' ? 'cancelled' : 'confirmed',
      takes: 'time',
    },
  ]
}

async function listInvited(db: Db, of: FeedOf): Promise<CalendarEvent[]> {
  const { mineId, now } = of
  const me = await findMe(db, of)
  if (!me) return []
  const span = spanFor(dayAt(now))
  const near = await listPlansIn(db, { mineId, orgIds: [...new Set([me.orgId, me.branchId])], span })
  const mine = near.filter((plan) => isMine(plan, me))
  const latest = await listLatest(
    db,
    mineId,
    mine.map(({ id }) => id),
  )
  return mine.flatMap((plan) => eventOf(of, plan, { shift: me.shift, latest: latest.get(plan.id) }))
}

/** What is due in the branches somebody leads and not planned yet, on the last day of its window. */
async function listDue(db: Db, of: FeedOf): Promise<CalendarEvent[]> {
  const { mineId, leads, now, address } = of
  const today = dayAt(now)
  const year = Number(today.slice(0, 4))
  const duties = await listDutiesOf(db, { mineId, branches: leads, year, today })
  const orgIds = (await listUnitsOf(db, { mineId, branches: leads })).map(({ id }) => id)
  const plans = aheadIn(await listPlansIn(db, { mineId, orgIds, span: spanFor(today) }))
  const names = new Map((await listUnits(db, mineId, leads)).map(({ id, name }) => [id, name]))
  return [...duties].flatMap(([branchId, own]) =>
    own.flatMap((duty) =>
      duty.windows
        .filter(({ state, first }) => state === 'due' && first <= addDays(today, DUTY_AHEAD_DAYS))
        .filter((window) => !plannedIn(duty, window, plans))
        .map((window): CalendarEvent => {
          const unit = duty.groupName ?? names.get(branchId) ?? ''
          return {
            uid: `${duty.kind}.${window.window}.${duty.groupId ?? branchId}@${mineId}`,
            sequence: 0,
            changedAt: new Date(`${window.first}T00:00:00Z`),
            when: { wholeDay: window.last },
            summary: `今天到期：${meetingKindWords[duty.kind].zh} · ${unit}`,
            url: `${address}/desk/calendar?org=${branchId}&month=${window.last.slice(0, 7)}`,
            state: 'confirmed',
            takes: 'none',
          }
        }),
    ),
  )
}

/** Somebody's calendar: the meetings they are invited to, each with their own sitting, and for who leads a branch the duties due. Nobody else is named. */
export async function findFeedOf(db: Db, of: FeedOf): Promise<Calendar> {
  const due = of.leads.length > 0 ? await listDue(db, of) : []
  return { name: '矿灯 会议', events: [...(await listInvited(db, of)), ...due] }
}
