import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Options } from '../seeded.ts'

/** Far enough apart that two lanes never draw from the same seed. */
const SEEDS_APART = 100_000

/** What one lane does: so many bits and clean databases, and the rows of every `of`th table from the `part`th on. */
export type Lane = Options<'flips' | 'clean' | 'part' | 'of'>

/** A run in equal parts, each with a seed of its own. */
export function split({ flips, clean, seed }: Options<'flips' | 'clean'>, lanes: number): Lane[] {
  const share = (of: number, lane: number): number =>
    Math.max(1, Math.floor(((lane + 1) * of) / lanes) - Math.floor((lane * of) / lanes))
  return Array.from({ length: lanes }, (_, lane) => ({
    flips: share(flips, lane),
    clean: share(clean, lane),
    part: lane + 1,
    of: lanes,
    seed: seed + lane * SEEDS_APART,
  }))
}

async function runLane(tool: string, lane: Lane, running: Set<ChildProcess>): Promise<boolean> {
  const words = Object.entries({ ...lane, lanes: 1 }).flatMap(([name, value]) => [`--${name}`, String(value)])
  const child = spawn(process.execPath, [tool, ...words], { stdio: ['ignore', 'pipe', 'inherit'] })
  running.add(child)
  createInterface(child.stdout).on('line', (line) => console.log(`[${lane.seed}] ${line}`))
  const [code] = await once(child, 'exit')
  running.delete(child)
  return code === 0
}

/** Runs the tool several times side by side, each on a server of its own; true when every one went well. */
export async function runLanes(tool: string, lanes: readonly Lane[]): Promise<boolean> {
  const running = new Set<ChildProcess>()
  process.once('exit', () => {
    for (const child of running) child.kill()
  })
  const went = await Promise.all(lanes.map((lane) => runLane(tool, lane, running)))
  return went.every((well) => well)
}
