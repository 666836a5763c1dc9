import { type Day, daysBetween } from '../../kit/day.ts'
import { type Refused, refuse } from '../../kit/refuse.ts'

/**
 * The kinds of record that are drawn: what a branch does, by the table that holds it. Each took place on the day its table says
 * (`Journaled.happened`), the same on every page: an admission on the day of its application, its steps being records of their own; a row
 * of a plan when it was held, on no day before. What brings it into the days looked at may be another: any step, the month. A pack has
 * the day that was sealed in the record itself (docs/pack.md, Day), of a row of a plan its month.
 */
export const DRAWN_RECORDS = [
  'meeting',
  'make_up',
  'study_plan_row',
  'dues_payment',
  'admission_case',
  'admission_step',
] as const
export type DrawnRecord = (typeof DRAWN_RECORDS)[number]

/** What a stratum is: a kind of record in one branch, or a kind of record over all of them. */
export const SPLITS = ['branch', 'kind'] as const
export type Split = (typeof SPLITS)[number]

/** At most so many records of each stratum. */
export const MOST_EACH = 50
/** So many of each stratum when nobody says otherwise (ours). */
export const EACH = 2

/** How much a finding asks for: `note` nothing; the others are put right by a day and looked at again. */
export const SEVERITIES = ['note', 'improve', 'correct'] as const
export type Severity = (typeof SEVERITIES)[number]

/** What a second look found. */
export const RECHECKS = ['rectified', 'again'] as const
export type Recheck = (typeof RECHECKS)[number]

export const INSPECTION_STATES = ['made', 'drawn', 'closed'] as const
export type InspectionState = (typeof INSPECTION_STATES)[number]

/** Where a finding stands. `noted`: nothing is to be done; `open`: the branch puts it right; `done`: it says it did; then the second look. */
export const FINDING_STATES = ['noted', 'open', 'done', 'rectified', 'withdrawn'] as const
export type FindingState = (typeof FINDING_STATES)[number]

/** How near the day of an open rectification is. */
export const CLOCKS = ['overdue', 'soon', 'ahead'] as const
export type Clock = (typeof CLOCKS)[number]

/** So many days before its day something is soon due (ours, as for promises). */
export const SOON_DAYS = 7
/** So many days to put something right, when the inspector says nothing else (ours). */
export const RECTIFY_DAYS = 30

/** How near a day is; the day itself is not over. */
export function clockOf(dueOn: Day, today: Day): Clock {
  const left = daysBetween(today, dueOn)
  if (left < 0) return 'overdue'
  return left <= SOON_DAYS ? 'soon' : 'ahead'
}

/** The days an inspection looks at, and when it was announced; null: it was not. */
export type Span = { readonly from: Day; readonly to: Day; readonly announcedOn: Day | null }

/** Whether an inspection may look at these days: they are over or today, in their order, and it was announced before it is drawn from. */
export function checkSpan(
  { from, to, announcedOn }: Span,
  today: Day,
): 'fine' | Refused<'ends-before-it-begins' | 'in-the-future'> {
  if (to < from) return refuse('ends-before-it-begins')
  const latest = announcedOn !== null && announcedOn > to ? announcedOn : to
  return latest > today ? refuse('in-the-future', undefined, { day: latest }) : 'fine'
}

/** A record that can be drawn: with the branch it belongs to and how it stood under the checkpoint of the seed. */
export type Candidate = {
  readonly record: DrawnRecord
  readonly subject: string
  readonly branchId: string
  readonly branchCode: string
  /** The day by which it fell into the days looked at. */
  readonly happenedOn: Day
  readonly rev: number
  readonly leafIndex: number
}

/** The name of a record's stratum: `meeting`, or `meeting ZB01` with its branch. */
export const stratumOf = ({ record, branchCode }: Candidate, split: Split): string =>
  split === 'kind' ? record : `${record} ${branchCode}`

/** What can be drawn, by stratum. */
export const strataOf = (all: readonly Candidate[], split: Split): Map<string, Candidate[]> =>
  Map.groupBy(all, (one) => stratumOf(one, split))

/** Whether a finding may ask for a day: a note asks for nothing, the others for a day that is not over. */
export function checkDue(
  severity: Severity,
  dueOn: Day | null,
  today: Day,
): 'fine' | Refused<'due-needed' | 'due-not-needed' | 'in-the-past'> {
  if (severity === 'note') return dueOn === null ? 'fine' : refuse('due-not-needed')
  if (dueOn === null) return refuse('due-needed')
  return dueOn < today ? refuse('in-the-past', undefined, { day: dueOn }) : 'fine'
}

/** What the state of a finding hangs on: its latest round and the second look at it. */
export type Standing = {
  readonly severity: Severity
  readonly withdrawn: boolean
  readonly done: boolean
  readonly recheck: Recheck | null
}

/** Where a finding stands. */
export function stateOf({ severity, withdrawn, done, recheck }: Standing): FindingState {
  if (withdrawn) return 'withdrawn'
  if (severity === 'note') return 'noted'
  if (!done) return 'open'
  return recheck === 'rectified' ? 'rectified' : 'done'
}

const OVER: readonly FindingState[] = ['noted', 'rectified', 'withdrawn']

/** Whether nothing is left to be done about a finding. */
export const isOver = (state: FindingState): boolean => OVER.includes(state)

/** Whether an inspection can be closed: every record was looked at, and nothing found is left open. */
export function checkClosing(
  unseen: number,
  states: readonly FindingState[],
): 'fine' | Refused<'not-all-seen' | 'findings-open'> {
  if (unseen > 0) return refuse('not-all-seen', undefined, { n: unseen })
  const open = states.filter((state) => !isOver(state)).length
  return open > 0 ? refuse('findings-open', undefined, { n: open }) : 'fine'
}

/** Whether something may be said to have been put right on a day: not before the finding, not in the future. */
export function checkDoneOn(
  on: Day,
  { foundOn, today }: { readonly foundOn: Day; readonly today: Day },
): 'fine' | Refused<'in-the-future' | 'before-the-finding'> {
  if (on > today) return refuse('in-the-future', undefined, { day: on })
  return on < foundOn ? refuse('before-the-finding', undefined, { day: foundOn }) : 'fine'
}
