import { setTimeout as sleep } from 'node:timers/promises'

/** Somebody outside who remembers every checkpoint that was ever shown. */
export type Watch = {
  /** What should never have been shown. */
  readonly strange: readonly string[]
  /** Every checkpoint seen, by its size. */
  readonly seen: ReadonlyMap<number, string>
  /** Resolves once a checkpoint is shown that is larger than all seen so far. */
  readonly grown: () => Promise<void>
  readonly stop: () => Promise<void>
}

const LOOK_EVERY_MS = 50
const ANSWER_WITHIN_MS = 5000

/** Looks at the checkpoint of a log again and again: it may be away for a while, it may grow, and nothing else. */
export function watchLog(address: () => string): Watch {
  const seen = new Map<number, string>()
  const strange: string[] = []
  let [last, stopping] = [0, false]
  const take = (note: string): void => {
    const size = Number(note.split('\n')[1])
    const known = seen.get(size)
    if (!(size > 0)) strange.push(`a checkpoint that says ${JSON.stringify(note.slice(0, 200))}`)
    else if (size < last) strange.push(`a checkpoint of ${size} after one of ${last}`)
    else if (known !== undefined && known !== note) strange.push(`two checkpoints of ${size}`)
    else seen.set(size, note)
    last = Math.max(last, size)
  }
  const look = async (): Promise<void> => {
    const response = await fetch(address(), { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
    const text = await response.text()
    if (response.ok) take(text)
  }
  const go = async (): Promise<void> => {
    for (; !stopping; await sleep(LOOK_EVERY_MS)) await look().catch(() => undefined)
  }
  const ended = go()
  const grown = async (): Promise<void> => {
    for (const from = last; last <= from && !stopping; ) await sleep(LOOK_EVERY_MS)
  }
  const stop = async (): Promise<void> => {
    stopping = true
    await ended
  }
  return { strange, seen, grown, stop }
}
