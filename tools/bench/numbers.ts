/** The middle one; of an even count the lower of the two. Throws when there is none. */
export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The least value that this part (0…1) of all values does not pass. Throws when there is none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1))
  const found = sorted[at]
  if (found === undefined) throw new Error('no values')
  return found
}

/** Milliseconds as a person reads them: `0.8 ms`, `134 ms`, `2.31 s`. */
export function showMs(ms: number): string {
  if (ms < 10) return `${ms.toFixed(1)} ms`
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`
}

/** How many times as long: `2.4 ×`. */
export const showTimes = (ratio: number): string => `${ratio.toFixed(ratio < 10 ? 2 : 1)} ×`

/** A part of a whole: `63 %`. */
export const showPart = (part: number): string => `${Math.round(100 * part)} %`

/** Requests in a second. */
export const showRate = (perSecond: number): string =>
  `${perSecond < 100 ? perSecond.toFixed(1) : Math.round(perSecond)} /s`

export const showKb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`
export const showKib = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`
export const showMib = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MiB`

/** Milliseconds that work took, and what it answered. */
export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; answer: T }> {
  const from = performance.now()
  const answer = await work()
  return { ms: performance.now() - from, answer }
}

/** The median of several runs, in milliseconds, after one that is not counted. */
export async function medianMs(runs: number, work: () => Promise<unknown>): Promise<number> {
  await work()
  const all: number[] = []
  for (let run = 0; run < runs; run += 1) all.push((await timed(work)).ms)
  return median(all)
}
