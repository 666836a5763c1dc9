import { type Day, type Span, type Window, windowsWithin } from '../../kit/day.ts'
import { ruleAt } from '../../law/table.ts'
import { DUTY_KINDS, dutyRule, type MeetingKind } from '../rules.ts'
import type { Unit } from '../store/units.ts'
import { type BranchTally, monthNumber, type Tally } from './tally.ts'

/** Who owes a duty: since when, and in which months (bits, as in a tally) a valid meeting was held. */
type Holder = { readonly founded: readonly (Day | null)[]; readonly months: number; readonly suffix: string }

const monthsOf = (tallies: readonly Tally[]): number => tallies.reduce((bits, { months }) => bits | months, 0)

function groupHolder({ branch, tallies }: BranchTally, group: Unit, kind: MeetingKind): Holder {
  const own = tallies.filter((tally) => tally.orgId === group.id && tally.kind === kind)
  return {
    founded: [branch.foundedOn, group.foundedOn],
    months: monthsOf(own),
    suffix: `@${group.code}`,
  }
}

function holdersOf(kind: MeetingKind, of: BranchTally, on: Day): Holder[] {
  if (kind === 'groupMeeting') return of.groups.map((group) => groupHolder(of, group, kind))
  if (kind === 'committeeMeeting' && of.fullMembers < ruleAt('branch.committeeFrom', on)) return []
  const own = of.tallies.filter((tally) => tally.kind === kind)
  return [{ founded: [of.branch.foundedOn], months: monthsOf(own), suffix: '' }]
}

/** The bits of a window's months, counted from the month of the span's first day. */
function bitsOf({ first, last }: Window, span: Span): number {
  const from = monthNumber(first) - monthNumber(span.first)
  const months = monthNumber(last) - monthNumber(first) + 1
  return (2 ** months - 1) << from
}

/**
 * Tells of a branch the duty windows of a kind wholly inside the span with no valid meeting (A3.1), as evidence names them:
 * `2026-07`, `2026Q3`, `2026`; for a group `2026-07@<its code>`.
 */
export function missedWindows(kind: MeetingKind, span: Span): (of: BranchTally) => string[] {
  const duty = DUTY_KINDS.find((one) => one === kind)
  if (!duty) return () => []
  const windows = windowsWithin(span, dutyRule(duty, span.first).value).map((window) => ({
    ...window,
    bits: bitsOf(window, span),
  }))
  return (of) =>
    holdersOf(kind, of, span.last).flatMap(({ founded, months, suffix }) =>
      windows
        .filter(({ first, bits }) => founded.every((day) => !day || day <= first) && (months & bits) === 0)
        .map(({ name }) => `${name}${suffix}`),
    )
}
