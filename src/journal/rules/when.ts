import { type Day, daysBetween } from '../../kit/day.ts'

/** Recorded later than this many days after it happened, a record is late: shown so, never refused (A3 meeting.late). */
export const LATE_AFTER_DAYS = 7

/** Whole calendar days from the thing to its record, 0 when recorded the same day or, by the clock, before (A3 meeting.late). */
export const daysLate = (happenedOn: Day, recordedOn: Day): number =>
  Math.max(0, daysBetween(happenedOn, recordedOn))

/** Whether a record came more than `LATE_AFTER_DAYS` after the thing; without a day of record it is not late. */
export const isLate = (happenedOn: Day, recordedOn: Day | undefined): boolean =>
  recordedOn !== undefined && daysLate(happenedOn, recordedOn) > LATE_AFTER_DAYS

/** What a witness's clock and the way of a checkpoint to it are granted, seconds (docs/pack.md, time-bad). */
export const CLOCK_SLACK_S = 300

/**
 * A witnessed checkpoint (docs/pack.md, Time): how many leaves it has, when the witnesses had seen it, seconds since 1970, and who they
 * are. `withinS`: how much later than `timeS` that may have been, where they cut their time.
 */
export type Witnessed = {
  readonly size: number
  readonly timeS: number
  readonly by: readonly string[]
  readonly withinS?: number
}

/** An end of the interval: the time, and whose word it rests on: they had seen so many leaves at `seenS`. Seconds since 1970. */
export type Bound = {
  readonly atS: number
  readonly size: number
  readonly seenS: number
  readonly by: readonly string[]
}

/** Between when and when a leaf was sealed; an end is left out where no witness bounds it. */
export type Interval = { readonly notBefore?: Bound; readonly notAfter?: Bound }

const boundAt = ({ size, timeS, by }: Witnessed, atS: number): Bound => ({ atS, size, seenS: timeS, by })

/**
 * Between when and when the leaf at `index` was sealed, by the word of witnesses alone (docs/pack.md, Time): the largest witnessed
 * checkpoint that lacks it, the smallest that has it. Both ends are wider by `CLOCK_SLACK_S`, so that an honest clock's truth lies inside.
 */
export function intervalOf(index: number, witnessed: readonly Witnessed[]): Interval {
  const bySize = witnessed.toSorted((a, b) => a.size - b.size)
  const lacks = bySize.findLast(({ size }) => size <= index)
  const has = bySize.find(({ size }) => size > index)
  return {
    ...(lacks && { notBefore: boundAt(lacks, lacks.timeS - CLOCK_SLACK_S) }),
    ...(has && { notAfter: boundAt(has, has.timeS + (has.withinS ?? 0) + CLOCK_SLACK_S) }),
  }
}

/** Whether a time (seconds since 1970) lies in an interval; an end that nobody bounds holds nothing against it. */
export const isWithin = ({ notBefore, notAfter }: Interval, atS: number): boolean =>
  (!notBefore || notBefore.atS <= atS) && (!notAfter || atS <= notAfter.atS)

/** By which ways what older ledgers hold is brought in. */
export const IMPORT_SOURCES: readonly string[] = ['import', 'command']

/** What is brought in from older ledgers counts apart: when it came in says nothing of when it was written down. */
export const isImport = (source: string): boolean => IMPORT_SOURCES.includes(source)

type Done = { readonly kind: string }

/** The revision that recorded the thing: the first whose action did more than begin it; undefined while it is only begun. */
export const recordedBy = <Revision extends Done>(
  revisions: readonly Revision[],
  begun: readonly string[] = [],
): Revision | undefined => revisions.find(({ kind }) => !begun.includes(kind))
