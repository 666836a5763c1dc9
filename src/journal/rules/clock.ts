import { type Refused, refuse } from '../../kit/refuse.ts'
import { showInstant } from './leaf.ts'

/** Two clocks of one machine at one moment, in milliseconds: the time of day, which may be set, and one that only runs on. */
export type Reading = { readonly wallMs: number; readonly steadyMs: number }

/** A step of the time of day, and when it was seen. */
export type Step = { readonly byMs: number; readonly steadyMs: number }

/** What was seen of the clocks so far. */
export type Watch = { readonly last: Reading; readonly step: Step | null }

/** A time of day that steps further than this is not signed under (journal §5). */
export const MOST_STEP_MS = 2000
/** After a step, the time of day is believed again when it ran on evenly for so long. */
export const STEADY_AGAIN_MS = 10 * 60_000

export const startWatch = (last: Reading): Watch => ({ last, step: null })

/** The watch after one more look; what matters is the step between two looks, not a slow drift. */
export function look({ last, step }: Watch, now: Reading): Watch {
  const byMs = Math.round(now.wallMs - last.wallMs - (now.steadyMs - last.steadyMs))
  if (Math.abs(byMs) > MOST_STEP_MS) return { last: now, step: { byMs, steadyMs: now.steadyMs } }
  const isOver = step !== null && now.steadyMs - step.steadyMs > STEADY_AGAIN_MS
  return { last: now, step: isOver ? null : step }
}

/**
 * Why a tree whose last leaf was `received` then is not signed now: the time of day stepped, or lies before that leaf. Undefined when it
 * may be (journal §5).
 */
export function untimely(
  { last, step }: Watch,
  received: string,
): Refused<'clock-stepped' | 'clock-behind'> | undefined {
  if (step) return refuse('clock-stepped', undefined, { byMs: step.byMs })
  const latest = showInstant((Math.floor(last.wallMs) + MOST_STEP_MS) * 1000)
  return received > latest ? refuse('clock-behind', undefined, { received }) : undefined
}
