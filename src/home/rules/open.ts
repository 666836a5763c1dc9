import { addDays, type Day, daysBetween } from '../../kit/day.ts'

/** What a branch may still lack. */
export const OPEN_KINDS = [
  'rectification',
  'leave',
  'leaveWithdrawn',
  'duty',
  'plan',
  'dues',
  'case',
  'target',
  'promise',
  'term',
  'vacancy',
] as const
export type OpenKind = (typeof OPEN_KINDS)[number]

/** `due`: there is time; `risk`: a week or less, or nothing fixed it yet; `missed`: the day is over. */
export const OPEN_STATES = ['missed', 'risk', 'due'] as const
export type OpenState = (typeof OPEN_STATES)[number]

/** So many days before the end something counts as at risk. */
export const RISK_DAYS = 7
/** So long after its last day a missed window is still worth a line; older ones stand in the branch's year. */
export const RECENT_DAYS = 45
/** So long ahead a deadline is shown. */
export const AHEAD_DAYS = 30

/** One thing a branch lacks. `what`: a kind of meeting, a step, a post; `until`: the last day in time, null when there is none. */
export type Open = {
  readonly kind: OpenKind
  readonly what: string
  readonly until: Day | null
  readonly count: number
  readonly branchId: string
  readonly branchName: string
  readonly groupId: string | null
  readonly groupName: string | null
  /** Whom or what it is about, when it is one: a person of a case. */
  readonly name: string
  /** The meeting planned for it in time; null: none is. */
  readonly planned: Planned | null
}
/** A meeting to come. `orgId`: the branch, or the group whose meeting it is. */
export type PlanAhead = Planned & {
  readonly branchId: string
  readonly orgId: string
  readonly kind: string
}

/** A window of a duty: of a branch, or of one of its groups. */
export type Window = {
  readonly branchId: string
  readonly groupId: string | null
  readonly kind: string
  readonly first: Day
  readonly last: Day
}

/** The first meeting planned in a window that would fill it; null: none is. */
export function plannedFor(plans: readonly PlanAhead[], window: Window): Planned | null {
  const { branchId, groupId, kind, first, last } = window
  const found = plans.find(
    (plan) =>
      plan.kind === kind &&
      plan.day >= first &&
      plan.day <= last &&
      (groupId ? plan.orgId === groupId : plan.branchId === branchId),
  )
  return found ? { id: found.id, day: found.day } : null
}

export type Planned = { readonly id: string; readonly day: Day }

export type OpenBranch = Pick<
  Open,
  'branchId' | 'branchName' | 'groupId' | 'groupName' | 'count' | 'name' | 'planned'
>
/** The same thing lacking in some branches. `count`: the sum over them. */
export type Line = Pick<Open, 'kind' | 'what' | 'until'> & {
  readonly state: OpenState
  /** Whether meetings are planned for it in all of these branches: those without stand in a line of their own. */
  readonly isPlanned: boolean
  readonly count: number
  readonly branches: readonly OpenBranch[]
}

/** How something with this last day stands. */
export function stateOf(until: Day | null, today: Day): OpenState {
  if (until === null) return 'risk'
  if (until < today) return 'missed'
  return daysBetween(today, until) <= RISK_DAYS ? 'risk' : 'due'
}

/** Whether a missed last day is recent enough, and a coming one near enough, to be shown today. */
export const isNear = (until: Day, today: Day, aheadDays = AHEAD_DAYS): boolean =>
  until >= addDays(today, -RECENT_DAYS) && until <= addDays(today, aheadDays)

/** Terms end on any day: they stand in one line whatever their days. */
const keyOf = ({ kind, what, until, planned }: Open): string =>
  kind === 'term' ? kind : `${kind} ${what} ${until} ${planned ? 'planned' : ''}`

const END = '9999-12-31'
const URGENCY: readonly OpenState[] = ['risk', 'due', 'missed']
const order = (line: Line): string =>
  `${URGENCY.indexOf(line.state)} ${line.until ?? END} ${OPEN_KINDS.indexOf(line.kind)}`

const soonestOf = (same: readonly Open[]): Day | null =>
  same.reduce<Day | null>(
    (soonest, { until }) => (!soonest || (until && until < soonest) ? until : soonest),
    null,
  )

/** The lines that answer "who lacks what": the same thing of many branches in one line; first what still can be done, the soonest first. */
export function gather(open: readonly Open[], today: Day): Line[] {
  const lines = [...Map.groupBy(open, keyOf).values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const { kind, what } = first
    const until = same.every((one) => one.until === first.until) ? first.until : null
    const soonest = soonestOf(same)
    const count = same.reduce((sum, one) => sum + one.count, 0)
    const branches = same.map(({ branchId, branchName, groupId, groupName, count: own, name, planned }) => ({
      ...{ branchId, branchName, groupId, groupName, name, planned },
      count: own,
    }))
    const isPlanned = first.planned !== null
    // What is arranged in time runs no risk.
    const state = isPlanned ? 'due' : stateOf(soonest, today)
    return [{ kind, what, until, count, branches, state, isPlanned }]
  })
  return lines.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
}
