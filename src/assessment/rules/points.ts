import {
  ceiling,
  compare,
  minus,
  over,
  type Ratio,
  ratio,
  showHundredths,
  times,
  toHundredths,
} from '../../kit/ratio.ts'
import { type Refused, refuse } from '../../kit/refuse.ts'

/** Whole hundredths of a point (A1.1). */
export type Points = number & { readonly __brand: 'Points' }

/** Whole hundredths; throws on anything else. */
export function points(hundredths: number): Points {
  if (!Number.isSafeInteger(hundredths)) throw new Error(`not whole hundredths of a point: ${hundredths}`)
  return hundredths as Points
}

/** An exact number of points, rounded to 0.01, half up (A1.1). */
export const pointsFrom = (exact: Ratio): Points => points(toHundredths(exact))

/** Points as an exact number. */
export const exactly = (of: Points): Ratio => ratio(of, 100)

/** How a fact becomes points, with its parameters (A4). */
export type Scoring =
  | { readonly rule: 'each'; readonly k: Ratio }
  | { readonly rule: 'below'; readonly target: Ratio; readonly step: Ratio; readonly k: Ratio }
  | { readonly rule: 'threshold'; readonly op: Op; readonly t: Ratio }
  | { readonly rule: 'bonus'; readonly k: Ratio; readonly cap: Ratio }
  | { readonly rule: 'veto'; readonly t: Ratio; readonly ceiling: string }
  | { readonly rule: 'manual' }
export type RuleName = Scoring['rule']
export type Op = '>=' | '<=' | '='

const HOLDS: Readonly<Record<Op, (difference: number) => boolean>> = {
  '>=': (difference) => difference >= 0,
  '<=': (difference) => difference <= 0,
  '=': (difference) => difference === 0,
}
const NONE = points(0)

const within = (of: Points, exact: Ratio): Points => points(Math.max(NONE, Math.min(of, toHundredths(exact))))
const least = (a: Ratio, b: Ratio): Ratio => (compare(a, b) <= 0 ? a : b)

/** How many steps a value is short of the target, a begun step counted whole; 0 when it is not short (A4 below). */
export function stepsShort({ target, step }: { target: Ratio; step: Ratio }, value: Ratio): bigint {
  return compare(value, target) < 0 ? ceiling(over(minus(target, value), step)) : 0n
}

/** Whether a threshold is reached (A4 threshold). */
export const reaches = ({ op, t }: { op: Op; t: Ratio }, value: Ratio): boolean =>
  HOLDS[op](compare(value, t))

/** Whether a veto strikes: the fact is at or above `t` (A4 veto). */
export const strikes = ({ t }: { t: Ratio }, value: Ratio): boolean => compare(value, t) >= 0

/** The points of one item, rounded to 0.01: 0…`of`, save for bonus, which its `cap` bounds; a veto gives none (A4). */
export function pointsOf(scoring: Scoring, of: Points, value: Ratio): Points {
  switch (scoring.rule) {
    case 'each':
      return within(of, minus(exactly(of), times(scoring.k, value)))
    case 'below':
      return within(of, minus(exactly(of), times(scoring.k, ratio(stepsShort(scoring, value)))))
    case 'threshold':
      return reaches(scoring, value) ? of : NONE
    case 'bonus':
      return pointsFrom(least(scoring.cap, times(scoring.k, value)))
    case 'veto':
      return NONE
    case 'manual':
      return within(of, value)
  }
}

/** Takes the number the assessing committee enters for an item: 0…`of`, rounded to 0.01 (A4 manual). */
export function enterManual(of: Points, value: Ratio): Points | Refused<'above-full-points'> {
  const entered = pointsFrom(value)
  if (entered < NONE || entered > of) return refuse('above-full-points', 'A4', { of: showHundredths(of) })
  return entered
}
