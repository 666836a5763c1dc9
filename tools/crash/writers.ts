import { setTimeout as sleep } from 'node:timers/promises'
import type { Caller } from '../caller.ts'
import { seeded } from '../seeded.ts'
import { drawWrite, type Scene, type Write } from './writes.ts'

/** A write that was answered. `begun`: when the attempt that was answered left. */
export type Acknowledged = Write & {
  readonly answer: string
  readonly attempts: number
  readonly begun: Date
}

export type Writers = {
  readonly acknowledged: readonly Acknowledged[]
  /** What should never have been answered. */
  readonly strange: readonly string[]
  /** Resolves once every writer had a write acknowledged that it began from now on. */
  readonly allAnswered: () => Promise<void>
  /** No new writes; resolves when those under way are answered. */
  readonly stop: () => Promise<void>
}

const AGAIN_AFTER_MS = 50
const BUSY = 503

type State = {
  readonly acknowledged: Acknowledged[]
  readonly strange: string[]
  readonly waiting: Set<(writer: number) => void>
  next: number
  stopping: boolean
}

/** Asks under the same key until it is answered. Undefined when the answer is none that a writer can live with. */
async function insist(caller: Caller, write: Write, strange: string[]): Promise<Acknowledged | undefined> {
  const { name, body, key } = write
  for (let attempts = 1; ; attempts += 1) {
    const begun = new Date()
    const reply = await caller.attempt(name, body, key).catch(() => undefined)
    if (reply?.status === 200) return { ...write, answer: reply.text, attempts, begun }
    if (reply && reply.status !== BUSY) {
      strange.push(`${key}, attempt ${attempts}: ${name} answered ${reply.status} ${reply.text}`)
      if (reply.status < 500) return undefined
    }
    await sleep(AGAIN_AFTER_MS)
  }
}

type Writer = {
  readonly caller: Caller
  readonly scene: Scene
  readonly number: number
  readonly seed: number
}

async function writeOn({ caller, scene, number, seed }: Writer, state: State): Promise<void> {
  const random = seeded(seed + number)
  while (!state.stopping) {
    const at = state.next
    state.next += 1
    const asked = [...state.waiting]
    const done = await insist(caller, drawWrite(scene, at, random), state.strange)
    if (!done) return
    state.acknowledged.push(done)
    for (const answered of asked) answered(number)
  }
}

/** Resolves when each of `count` writers has told. */
function whenAllTold(count: number, waiting: State['waiting']): Promise<void> {
  return new Promise((resolve) => {
    const told = new Set<number>()
    const tell = (writer: number): void => {
      if (told.add(writer).size < count) return
      waiting.delete(tell)
      resolve()
    }
    waiting.add(tell)
  })
}

/** Lets `count` writers write at once, as fast as they are answered. */
export function startWriters(
  caller: Caller,
  scene: Scene,
  { count, seed }: { readonly count: number; readonly seed: number },
): Writers {
  const state: State = { acknowledged: [], strange: [], waiting: new Set(), next: 0, stopping: false }
  const numbers = [...Array(count).keys()]
  const ended = Promise.all(
    numbers.map((number) => writeOn({ caller, scene, number, seed: seed * count }, state)),
  )
  return {
    acknowledged: state.acknowledged,
    strange: state.strange,
    allAnswered: () => whenAllTold(count, state.waiting),
    stop: async () => {
      state.stopping = true
      await ended
    },
  }
}
