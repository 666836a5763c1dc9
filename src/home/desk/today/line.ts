import { duesPath } from '../../../dues/ui/paths.ts'
import { inspectionPath } from '../../../evidence/ui/paths.ts'
import { STEPS } from '../../../joining/rules.ts'
import { stepWords } from '../../../joining/words/steps.ts'
import type { OutputOf } from '../../../kit/contract.ts'
import { type Day, daysBetween, parseMonth } from '../../../kit/day.ts'
import type { MarkState } from '../../../kit/strip.ts'
import { showDay, showMonth } from '../../../kit/web/dates.ts'
import type { Language, Say } from '../../../kit/web/say.ts'
import { MEETING_KINDS, type MeetingKind } from '../../../meetings/rules.ts'
import { shortGroup } from '../../../meetings/ui/duties.ts'
import { afterPath, enterMeetingPath, newPlanPath, planPath } from '../../../meetings/ui/paths.ts'
import { meetingKindWords } from '../../../meetings/words/kinds.ts'
import { branchPath } from '../../../org/ui/paths.ts'
import { sayPost } from '../../../org/words/posts.ts'
import { words } from '../../words/open.ts'

export type Today = OutputOf<'home.findOpen'>
export type Line = Today['lines'][number]
export type Lacking = Line['branches'][number]
type Saying = { readonly say: Say; readonly language: Language }

const kindOf = ({ what }: Line) => MEETING_KINDS.find((kind) => kind === what)
const monthOf = ({ what }: Line, language: Language): string => {
  const month = parseMonth(what)
  return month ? showMonth(month, language) : what
}
const stepOf = ({ what }: Line, say: Say): string => {
  const step = STEPS.find((one) => one === what)
  return step ? say(stepWords[step]) : what
}

/** What is open, in words; of one branch with whom it is about, of many without. */
export function nameOf(line: Line, { say, language }: Saying): string {
  const [only, ...others] = line.branches
  const name = others.length === 0 ? (only?.name ?? '') : ''
  const says: Readonly<Record<Line['kind'], () => string>> = {
    duty: () => {
      const kind = kindOf(line)
      return kind ? say(meetingKindWords[kind]) : line.what
    },
    leave: () => (name ? say(words.leaveNamed, { name }) : say(words.leaves, { n: line.count })),
    leaveWithdrawn: () =>
      name ? say(words.withdrawnNamed, { name }) : say(words.withdrawn, { n: line.count }),
    plan: () => say(words.planRows, { month: monthOf(line, language), n: line.count }),
    dues: () => say(words.duesOf, { month: monthOf(line, language), n: line.count }),
    case: () =>
      name
        ? say(words.caseStep, { name, step: stepOf(line, say) })
        : say(words.caseSteps, { step: stepOf(line, say) }),
    target: () => (name ? say(words.targetNamed, { name }) : say(words.targets)),
    promise: () => (name ? say(words.promiseNamed, { name }) : say(words.promises)),
    rectification: () => (name ? say(words.rectificationNamed, { name }) : say(words.rectifications)),
    term: () => say(line.branches.length > 1 ? words.terms : words.term),
    vacancy: () => say(words.vacancy, { post: say(sayPost(line.what)) }),
  }
  return says[line.kind]()
}

/** Until when, and how long that is: `到 11月30日 周一 · 还有 7 天`. Empty when there is no day. */
export function untilOf({ until }: Line, today: Day, { say, language }: Saying): string {
  if (!until) return ''
  const n = daysBetween(today, until)
  const left = n < 0 ? say(words.over, { n: -n }) : n === 0 ? say(words.lastDay) : say(words.daysLeft, { n })
  return `${say(words.until, { day: showDay(until, language) })} · ${left}`
}

/** A meeting a branch or its group owes, and the plan that would fill its window. */
export type DutyOf = Pick<Lacking, 'branchId' | 'groupId' | 'planned'> & {
  readonly kind: MeetingKind | undefined
}

/** The duty a line is about in a branch. */
export const dutyOf = (line: Line, { branchId, groupId, planned }: Lacking): DutyOf => ({
  ...{ branchId, groupId, planned, kind: kindOf(line) },
})

/** Where a meeting that is due is arranged, its plan or the form for one; and where it is recorded once it was held. */
export function dutyPaths({ branchId, groupId, kind, planned }: DutyOf): { arrange: string; record: string } {
  const form = { branchId, ...(kind && { kind }), ...(groupId && { orgId: groupId }) }
  return { arrange: planned ? planPath(planned.id) : newPlanPath(form), record: enterMeetingPath(form) }
}

/** Where one can do something about it in a branch. */
export function pathOf(line: Line, one: Lacking): string {
  const { branchId } = one
  const year = line.what.slice(0, 4)
  const paths: Readonly<Record<Line['kind'], string>> = {
    duty: dutyPaths(dutyOf(line, one)).record,
    leave: planPath(line.what),
    leaveWithdrawn: planPath(line.what),
    plan: branchPath(branchId, 'plan'),
    dues: duesPath({ branchId, year }),
    case: branchPath(branchId, 'cases'),
    target: branchPath(branchId, 'targets'),
    promise: afterPath(branchId),
    rectification: inspectionPath(line.what),
    term: branchPath(branchId),
    vacancy: branchPath(branchId, 'people'),
  }
  return paths[line.kind]
}

/** Where a name in a line leads: to the plan where there is one. */
export const placeOf = (line: Line, one: Lacking): string =>
  one.planned ? planPath(one.planned.id) : pathOf(line, one)

/** What a branch that lacks something is called in a line: with the group whose duty it is, and how many when more than one. */
export function lackingName({ kind }: Line, { branchName, groupName, count }: Lacking): string {
  const group = groupName ? ` ${shortGroup(groupName, branchName)}` : ''
  const number = kind === 'dues' || kind === 'plan' ? ` ${count}` : ''
  return `${branchName}${group}${number}`
}

/** The shape of a state: what runs out is not yet missed, so both open states are the dot. */
export const markOf: Readonly<Record<Line['state'], MarkState>> = {
  missed: 'missed',
  risk: 'due',
  due: 'due',
}

/** How many branches a line is about: a branch with two groups counts once. */
export const branchesIn = ({ branches }: Line): number =>
  new Set(branches.map(({ branchId }) => branchId)).size
