import type { InputOf, OutputOf } from '../../../kit/contract.ts'
import { type Day, parseDay } from '../../../kit/day.ts'
import type { MeetingKind } from '../../contract.ts'
import { checkTimes } from '../../rules/times.ts'
import { meetingKindWords } from '../../words/kinds.ts'
import { words } from '../../words/pages.ts'
import { type Fault, readTime } from '../entry.ts'
import { agendaInput, agendaOf, faultsInAgenda, type ItemEntry } from './agenda-entry.ts'

/** A sitting while it is typed. */
export type SessionEntry = {
  readonly day: string
  readonly starts: string
  readonly ends: string
  readonly place: string
  readonly shift: string
}

/** A planned meeting while it is typed. */
export type PlanEntry = {
  readonly orgId: string
  readonly kind: MeetingKind | ''
  readonly subject: string
  readonly note: string
  readonly sessions: readonly SessionEntry[]
  readonly materialIds: readonly string[]
  readonly agenda: readonly ItemEntry[]
}

export type Planned = OutputOf<'meetings.findPlanned'>

const BLANK: SessionEntry = { day: '', starts: '', ends: '', place: '', shift: '' }
const isKind = (text: string): text is MeetingKind => text in meetingKindWords

/** A fresh form, with what the address says already. */
export function blankPlan(asked: { branch: string; org: string; kind: string; on: string }): PlanEntry {
  const { org, branch, kind, on } = asked
  return {
    orgId: org || branch,
    kind: isKind(kind) ? kind : '',
    ...{ subject: '', note: '', materialIds: [], agenda: [] },
    sessions: [{ ...BLANK, day: parseDay(on) ?? '' }],
  }
}

/** A planned meeting as a form. */
export const entryOf = (plan: Planned): PlanEntry => ({
  ...{ orgId: plan.orgId, kind: plan.kind, subject: plan.subject, note: plan.note, sessions: plan.sessions },
  materialIds: plan.materials.map(({ id }) => id),
  agenda: agendaOf(plan),
})

/** One sitting more, like the last one but for whom it is. */
export const withOneMore = (sessions: readonly SessionEntry[]): SessionEntry[] => [
  ...sessions,
  { ...(sessions.at(-1) ?? BLANK), shift: '' },
]

/** A sitting for each shift or crew, with what the present ones say of it. */
export function onePerShift(sessions: readonly SessionEntry[], shifts: readonly string[]): SessionEntry[] {
  const first = sessions[0] ?? BLANK
  return shifts.map(
    (shift) => sessions.find((one) => one.shift === shift) ?? { ...first, starts: '', ends: '', shift },
  )
}

function faultsInSession(session: SessionEntry, at: number, now: Day): Fault[] {
  const path = (field: string): string => `sessions.${at}.${field}`
  const read = parseDay(session.day)
  const checks: readonly [string, boolean, Fault['words']][] = [
    ['day', read !== undefined, words.badDay],
    ['day', !read || read >= now, words.dayOver],
    ['starts', (readTime(session.starts) ?? '') !== '', words.badTime],
    ['ends', readTime(session.ends) !== undefined, words.badTime],
    ['ends', checkTimes(session) === 'fine', words.endsFirst],
  ]
  return checks.filter(([, holds]) => !holds).map(([field, , why]) => ({ path: path(field), words: why }))
}

/** What must be mended before a plan is sent. */
export function faultsInPlan(entry: PlanEntry, now: Day): Fault[] {
  const missing = (['kind', 'subject'] as const).filter((path) => entry[path].trim() === '')
  return [
    ...missing.map((path) => ({ path, words: words.needed })),
    ...entry.sessions.flatMap((session, at) => faultsInSession(session, at, now)),
    ...faultsInAgenda(entry.agenda),
  ]
}

/** What is sent of a plan without faults. */
export function planInput(entry: PlanEntry): InputOf<'meetings.planMeeting'> {
  const { kind, sessions, materialIds, agenda, ...rest } = entry
  return {
    ...rest,
    kind: kind === '' ? 'generalMeeting' : kind,
    materialIds: [...materialIds],
    agenda: agendaInput(agenda),
    sessions: sessions.map((session) => ({
      ...session,
      starts: readTime(session.starts) ?? '',
      ends: readTime(session.ends) ?? '',
    })),
  }
}
