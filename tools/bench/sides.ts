import type { Recorded, Told } from './bare.ts'
import { type Child, startChild } from './child.ts'
import type { Load, Loaded, Request } from './load.ts'
import { median } from './numbers.ts'
import { processorMs } from './proc.ts'
import type { Product } from './product.ts'

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
  /** Processor time of a request in the server alone, without the database; sequencing and signing are in ours. */
  readonly processor: { readonly ours: number; readonly bare: number }
}

/** The callers and the bare server, ready. */
export type Bare = {
  readonly pid: number
  readonly port: number
  readonly load: (load: Load) => Promise<Loaded>
  /** Lays ready what so many requests will do. */
  readonly ready: (of: Case, count: number) => Promise<void>
  readonly end: () => Promise<void>
}

export async function startBare(url: string): Promise<Bare> {
  const server: Child<Told, number> = startChild('bare.ts')
  const callers: Child<Load, Loaded> = startChild('load.ts')
  const port = await server.tell({ open: url, connections: CONNECTIONS })
  const ready: Bare['ready'] = async ({ recorded }, count) => {
    await server.tell({ ready: recorded, count })
  }
  const end = async (): Promise<void> => {
    await Promise.all([server.end(), callers.end()])
  }
  return { pid: server.pid, port, load: callers.tell, ready, end }
}

type Turn = Loaded & { readonly processorMs: number }

async function takeTurn(pid: number, load: () => Promise<Loaded>): Promise<Turn> {
  const before = processorMs(pid)
  const loaded = await load()
  return { ...loaded, processorMs: processorMs(pid) - before }
}

const middle = (all: readonly Loaded[]): Loaded => ({
  perSecond: median(all.map(({ perSecond }) => perSecond)),
  p50: median(all.map(({ p50 }) => p50)),
  p99: median(all.map(({ p99 }) => p99)),
})

/** Both sides in turns, so that what else the machine does falls on both; ratios are the median of each turn's. */
export async function compareSides(
  bare: Bare,
  product: Product,
  of: Case,
  { callers, count, rounds }: Turns,
): Promise<Compared> {
  const turns: { ours: Turn; bare: Turn }[] = []
  for (let round = 0; round <= rounds; round += 1) {
    await bare.ready(of, count)
    const turn = { requests: of.requests, callers, count }
    const ours = await takeTurn(product.pid, () => bare.load({ port: product.port, ...turn }))
    const other = await takeTurn(bare.pid, () => bare.load({ port: bare.port, ...turn }))
    if (round > 0) turns.push({ ours, bare: other })
  }
  const [ours, other] = [turns.map((turn) => turn.ours), turns.map((turn) => turn.bare)]
  return {
    ours: middle(ours),
    bare: middle(other),
    rate: median(turns.map((turn) => turn.ours.perSecond / turn.bare.perSecond)),
    p99: median(turns.map((turn) => turn.ours.p99 / turn.bare.p99)),
    processor: {
      ours: median(ours.map(({ processorMs: ms }) => ms)) / count,
      bare: median(other.map(({ processorMs: ms }) => ms)) / count,
    },
  }
}
