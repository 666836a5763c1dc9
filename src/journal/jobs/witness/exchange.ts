import { originName } from '../../rules/witness.ts'
import { askWitness, type Fetch } from './ask.ts'
import type { Witness } from './witness.ts'

/** What came of holding one log against another witness. `nothing-in-common`: no checkpoint that both signed. */
export type Exchanged = {
  readonly peer: string
  readonly origin: string
  readonly outcome: 'agrees' | 'forked' | 'nothing-in-common' | 'unreachable'
}

async function compareOne(
  witness: Witness,
  { peer, origin, size }: { peer: string; origin: string; size: number },
  fetch: Fetch,
): Promise<Exchanged> {
  const address = `${peer.replace(/\/+$/, '')}/checkpoint/${originName(origin)}`
  let reached = false
  for (const at of [address, `${address}/${size}`]) {
    const answer = await askWitness(fetch, at)
    if (answer) reached = true
    const outcome = answer?.status === 200 ? witness.compare(answer.body) : undefined
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
