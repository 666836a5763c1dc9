import type { OutputOf } from '../../kit/contract.ts'
import type { Day } from '../../kit/day.ts'
import { condense, type MarkState, monthsOf } from '../../kit/strip.ts'
import { nameOfMonth, showDay } from '../../kit/web/dates.ts'
import { COMMA, fill, type Language, type Words } from '../../kit/web/say.ts'
import { markWords } from '../../kit/web/ui/Mark.tsx'
import type { StripMark } from '../../kit/web/ui/YearStrip.tsx'
import { dayToPlan } from '../rules/calendar.ts'
import { words } from '../words/calendar.ts'
import { nameOfDuty, sayWindow } from './duties.ts'
import { enterMeetingPath, meetingPath, newPlanPath, planPath } from './paths.ts'

export type Calendar = OutputOf<'meetings.findCalendar'>
export type Branch = Calendar['branches'][number]
export type Duty = Branch['duties'][number]
export type Window = Duty['windows'][number]

/** Whose duty a window is, what day it is, and what the person may do there. */
export type Place = {
  readonly branch: Branch
  readonly today: Day
  readonly mayPlan: boolean
  readonly mayEnter: boolean
}

/** Where a window stands, with what is planned for it. */
export const stateOf = ({ state, planned }: Window): MarkState =>
  state === 'due' && planned ? 'planned' : state

/** What can be done about a window: where it leads and what that is called. */
export type Way = { readonly to: string; readonly says: Words }

/** The next step of a window: the record, the plan, planning it on a day inside it, or recording what was held; undefined: nothing here. */
export function wayOf(duty: Duty, window: Window, place: Place): Way | undefined {
  const [meeting] = window.meetingIds
  if (meeting) return { to: meetingPath(meeting), says: words.open }
  if (window.planned) return { to: planPath(window.planned.id), says: words.openPlan }
  const { branch, today, mayPlan, mayEnter } = place
  const of = { branchId: branch.id, kind: duty.kind, ...(duty.groupId && { orgId: duty.groupId }) }
  const { first, last, state } = window
  const on = dayToPlan({ kind: duty.kind, first, last, today, themeDay: branch.themeDay })
  if (state === 'due' && on && mayPlan)
    return { to: newPlanPath({ ...of, on, duty: { first, last } }), says: words.plan }
  if (state === 'missed' && mayEnter) return { to: enterMeetingPath(of), says: words.enter }
  return undefined
}

/** What a window is, in one sentence, with the day planned for it. */
function sayMark(duty: Duty, window: Window, branch: string, language: Language): string {
  const said = sayWindow(nameOfDuty(duty, branch, language), window, language)
  if (stateOf(window) !== 'planned' || !window.planned) return said
  const on = fill(words.plannedOn[language], { day: showDay(window.planned.day, language) })
  return `${said}${language === 'zh' ? '，' : ', '}${on}`
}

/** The marks of a duty in the year; each leads to what can be done about it. */
export function marksOfDuty(duty: Duty, place: Place, year: number, language: Language): StripMark[] {
  return duty.windows.flatMap((window) => {
    const months = monthsOf(window, year)
    if (!months) return []
    const [first, last] = months
    const says = sayMark(duty, window, place.branch.name, language)
    const mark = { first, last, state: stateOf(window), says, count: window.meetingIds.length }
    return [{ ...mark, href: wayOf(duty, window, place)?.to }]
  })
}

type OfYear = {
  readonly year: number
  readonly language: Language
  readonly pathOf: (month: number) => string
}

/** A branch's year as one row: the weightiest mark of each month, leading to that month. */
export function marksOfBranch({ name, duties }: Branch, { year, language, pathOf }: OfYear): StripMark[] {
  const windows = duties.flatMap((duty) =>
    duty.windows.map((window) => ({ ...window, state: stateOf(window), duty })),
  )
  return condense(windows, year).map(({ month, state, count }) => {
    const names = windows
      .filter((one) => one.state === state && Number(one.last.slice(5, 7)) === month)
      .map(({ duty }) => nameOfDuty(duty, name, language))
      .join(COMMA[language])
    const says = `${nameOfMonth(month, language)} ${markWords[state][language]}: ${names}`
    return {
      first: month,
      last: month,
      state,
      says,
      href: pathOf(month),
      ...(state === 'missed' && { count }),
    }
  })
}
