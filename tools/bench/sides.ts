import type { Recorded, Told } from './bare.ts'
import { type Child, startChild } from './child.ts'
import type { Load, Loaded, Request } from './load.ts'
import { median } from './numbers.ts'

/** As many connections as the product opens. */
const CONNECTIONS = 20

/** What is asked of both sides; the bare one answers each with what the product did for it. */
export type Case = { readonly requests: readonly Request[]; readonly recorded: readonly Recorded[] }
export type Turns = { readonly callers: number; readonly count: number; readonly rounds: number }
export type Compared = {
  readonly ours: Loaded
  readonly bare: Loaded
  /** Ours to bare: requests in a second, and the slowest hundredth. */
  readonly rate: number
  readonly p99: number
}

/** The callers and the bare server, ready. */
export type Bare = {
  readonly load: (load: Load) => Promise<Loaded>
  readonly run: (of: Case, turn: { callers: number; count: number }) => Promise<Loaded>
  readonly end: () => Promise<void>
}

export async function startBare(url: string): Promise<Bare> {
  const server: Child<Told, number> = startChild('bare.ts')
  const callers: Child<Load, Loaded> = startChild('load.ts')
  const port = await server.tell({ open: url, connections: CONNECTIONS })
  const run: Bare['run'] = async ({ requests, recorded }, turn) => {
    await server.tell({ ready: recorded, count: turn.count })
    return callers.tell({ port, requests, ...turn })
  }
  const end = async (): Promise<void> => {
    await Promise.all([server.end(), callers.end()])
  }
  return { load: callers.tell, run, end }
}

const middle = (all: readonly Loaded[]): Loaded => ({
  perSecond: median(all.map(({ perSecond }) => perSecond)),
  p50: median(all.map(({ p50 }) => p50)),
  p99: median(all.map(({ p99 }) => p99)),
})

/** Both sides in turns, so that what else the machine does falls on both; ratios are the median of each turn's. */
export async function compareSides(
  bare: Bare,
  port: number,
  of: Case,
  { callers, count, rounds }: Turns,
): Promise<Compared> {
  const turns: { ours: Loaded; bare: Loaded }[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const ours = await bare.load({ port, requests: of.requests, callers, count })
    const other = await bare.run(of, { callers, count })
    if (round > 0) turns.push({ ours, bare: other })
  }
  return {
    ours: middle(turns.map(({ ours }) => ours)),
    bare: middle(turns.map((turn) => turn.bare)),
    rate: median(turns.map((turn) => turn.ours.perSecond / turn.bare.perSecond)),
    p99: median(turns.map((turn) => turn.ours.p99 / turn.bare.p99)),
  }
}
