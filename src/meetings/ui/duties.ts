import type { OutputOf } from '../../kit/contract.ts'
import { monthsOf } from '../../kit/strip.ts'
import { showDay, showWindow } from '../../kit/web/dates.ts'
import { fill, type Language, type Words } from '../../kit/web/say.ts'
import { markWords } from '../../kit/web/ui/Mark.tsx'
import type { StripMark } from '../../kit/web/ui/YearStrip.tsx'
import { meetingKindWords, whyNotWords } from '../words/kinds.ts'
import { enterMeetingPath, meetingPath } from './paths.ts'

export type DutyRow = Omit<OutputOf<'meetings.listDuties'>['duties'][number], 'source'>
export type DutyWindow = DutyRow['windows'][number]
/** Where a mark may lead: the branch by id and name, the year of the strip, and whether the person may enter meetings there. */
export type DutyPlace = {
  readonly branchId: string
  readonly branchName: string
  readonly year: number
  readonly mayEnter: boolean
}

const until: Words = { zh: '到{day}', en: 'until {day}' }

/** A group's name without the branch's own in front: 综采一队第一党小组 of 综采一队党支部 is 第一党小组. */
export function shortGroup(group: string, branch: string): string {
  const stem = branch.replace(/(联合|临时)?党支部$/, '')
  return stem && group.startsWith(stem) && group !== stem ? group.slice(stem.length) : group
}

/** What a duty of a branch is called: the kind, and the group whose it is. */
export function nameOfDuty({ kind, groupName }: DutyRow, branch: string, language: Language): string {
  const name = meetingKindWords[kind][language]
  return groupName ? `${name} · ${shortGroup(groupName, branch)}` : name
}

/** What a window says in words: `7月 支部委员会：未开展`. */
export function sayWindow(name: string, window: DutyWindow, language: Language): string {
  const why = window.why ? (whyNotWords[window.why]?.[language] ?? window.why) : ''
  const rest = window.state === 'due' ? fill(until[language], { day: showDay(window.last, language) }) : why
  const said = [markWords[window.state][language], rest].filter(Boolean).join(language === 'zh' ? '，' : ', ')
  return `${showWindow(window.window, language)} ${name}: ${said}`
}

function hrefOf(row: DutyRow, window: DutyWindow, place: DutyPlace): string | undefined {
  const [meeting] = window.meetingIds
  if (meeting) return meetingPath(meeting)
  if (!place.mayEnter || (window.state !== 'due' && window.state !== 'missed')) return undefined
  return enterMeetingPath({
    branchId: place.branchId,
    kind: row.kind,
    ...(row.groupId && { orgId: row.groupId }),
  })
}

/** The marks of a duty's row in the year strip; each leads to the record that fills it, or to the form that would. */
export function marksOf(row: DutyRow, place: DutyPlace, language: Language): StripMark[] {
  return row.windows.flatMap((window) => {
    const months = monthsOf(window, place.year)
    if (!months) return []
    const [first, last] = months
    const says = sayWindow(nameOfDuty(row, place.branchName, language), window, language)
    return [
      {
        first,
        last,
        state: window.state,
        says,
        href: hrefOf(row, window, place),
        count: window.meetingIds.length,
      },
    ]
  })
}
