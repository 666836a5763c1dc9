import { originName } from '../../rules/witness.ts'
import type { Fetch } from './send.ts'
import type { Witness } from './witness.ts'

const PATIENCE_MS = 15_000

/** What came of holding one log against another witness. `nothing-in-common`: no checkpoint that both signed. */
export type Exchanged = {
  readonly peer: string
  readonly origin: string
  readonly outcome: 'agrees' | 'forked' | 'nothing-in-common' | 'unreachable'
}

/** A checkpoint another witness shows; null: it shows none, undefined: it cannot be reached. */
async function ask(fetch: Fetch, address: string): Promise<string | null | undefined> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const response = await fetch(address, { signal, redirect: 'error' })
    return response.ok ? (await response.text()).slice(0, 64 * 1024) : null
  } catch {
    return undefined
  }
}

async function compareOne(
  witness: Witness,
  { peer, origin, size }: { peer: string; origin: string; size: number },
  fetch: Fetch,
): Promise<Exchanged> {
  const address = `${peer.replace(/\/+$/, '')}/checkpoint/${originName(origin)}`
  let reached = false
  for (const at of [address, `${address}/${size}`]) {
    const note = await ask(fetch, at)
    if (note !== undefined) reached = true
    const outcome = note ? witness.compare(note) : undefined
    if (outcome) return { peer, origin, outcome }
  }
  return { peer, origin, outcome: reached ? 'nothing-in-common' : 'unreachable' }
}

/**
 * Holds what a witness signed against what others signed: the newest checkpoint of each other witness, and theirs of its own newest size.
 * A log that showed them different histories is found wherever both signed one size; the alarm is raised and the evidence kept.
 */
export async function exchange(
  witness: Witness,
  peers: readonly string[],
  fetch: Fetch = globalThis.fetch,
): Promise<Exchanged[]> {
  const held = witness.list().filter(({ size }) => size > 0)
  const pairs = peers.flatMap((peer) => held.map((log) => ({ ...log, peer })))
  const results: Exchanged[] = []
  for (const pair of pairs) results.push(await compareOne(witness, pair, fetch))
  return results
}
