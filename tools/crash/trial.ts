import { setTimeout as sleep } from 'node:timers/promises'
import { openCaller, type Send } from '../caller.ts'
import { fillOffices } from '../offices.ts'
import { type Random, seeded } from '../seeded.ts'
import { type Blow, drawBlows, findMine, strike } from './blows.ts'
import type { House } from './house.ts'
import { type Watch, watchLog } from './watch.ts'
import { type Acknowledged, startWriters, type Writers } from './writers.ts'
import { makeScene } from './writes.ts'

const WRITERS = 6
const ANSWER_WITHIN_MS = 30_000
/** All writers must be answered again within this. */
const UP_WITHIN_MS = 30_000
const LOAD_MS = { least: 200, most: 2500 }

/** What a trial left: what the writers were told, how long each blow took, and what went wrong so far. */
export type Tried = {
  readonly acknowledged: readonly Acknowledged[]
  readonly writers: number
  readonly upAfterMs: readonly number[]
  readonly facts: readonly string[]
  /** How many records were made before the writers began. */
  readonly made: number
  /** How many blows of each kind. */
  readonly blows: Readonly<Record<string, number>>
  /** Every checkpoint that somebody outside saw, by its size. */
  readonly seen: ReadonlyMap<number, string>
}

/** Shows milliseconds as seconds. */
export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

type Trial = {
  readonly house: House
  readonly writers: Writers
  readonly watch: Watch
  readonly random: Random
}

/** Strikes once under load and waits until every writer is answered again and the log is signed on; answers how long that took. */
async function strikeOnce(blow: Blow, { house, writers, watch, random }: Trial): Promise<number> {
  await sleep(LOAD_MS.least + random.below(LOAD_MS.most - LOAD_MS.least))
  const before = writers.acknowledged.length
  const at = await strike(blow, house, random)
  const left = Math.max(0, at.getTime() + UP_WITHIN_MS - Date.now())
  const answered = Promise.all([writers.allAnswered(), watch.grown()]).then(() => 'up')
  const said = await Promise.race([answered, house.lost, sleep(left, 'down', { ref: false })])
  if (said === 'down') {
    const [strange = 'no answer at all'] = writers.strange
    throw new Error(
      `${blow}: not all writers are answered again and their writes signed after ${seconds(UP_WITHIN_MS)}: ${strange}`,
    )
  }
  const upAfterMs = Date.now() - at.getTime()
  console.log(`   ${blow}: after ${before} writes; up again in ${seconds(upAfterMs)}`)
  return upAfterMs
}

/** Asks every acknowledged write once more: each must be given the same answer. */
async function askAgain(
  send: ReturnType<typeof openCaller>,
  writes: readonly Acknowledged[],
): Promise<string[]> {
  const facts: string[] = []
  const left = writes.values()
  const ask = async (): Promise<void> => {
    for (const { name, body, key, answer } of left) {
      const { status, text } = await send.attempt(name, body, key)
      if (status !== 200 || text !== answer)
        facts.push(`${key}: asked again, ${status} ${text}, not ${answer}`)
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, ask))
  return facts
}

/** Sets a house up, lets writers write, strikes so many times, asks everything again, and ends the house. */
export async function runTrial(
  house: House,
  { kills, seed }: { kills: Readonly<Record<Blow, number>>; seed: number },
): Promise<Tried> {
  const random = seeded(seed)
  const link = await house.start()
  if (!link) throw new Error('the house was set up already')
  const send: Send = (path, init) =>
    fetch(`${house.address()}${path}`, { ...init, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
  const { staff } = await fillOffices(() => openCaller(send), link)
  const scene = await makeScene(staff)
  const writers = startWriters(staff, scene, { count: WRITERS, seed })
  const mineId = await findMine(house)
  const watch = watchLog(() => `${house.address()}/log/${mineId}/checkpoint`)
  const upAfterMs: number[] = []
  const drawn = drawBlows(kills, random)
  for (const blow of drawn) upAfterMs.push(await strikeOnce(blow, { house, writers, watch, random }))
  await writers.stop()

  const { acknowledged, strange } = writers
  const facts = [...strange, ...(await askAgain(staff, acknowledged))]
  await watch.stop()
  facts.push(...watch.strange)
  const code = await house.stop()
  if (code !== 0) facts.push(`the server, asked to end, ended with ${code}`)
  const blows = Object.fromEntries(drawn.map((blow) => [blow, drawn.filter((one) => one === blow).length]))
  const made = 3 + scene.members.length
  return { acknowledged, writers: WRITERS, upAfterMs, facts, made, blows, seen: watch.seen }
}
