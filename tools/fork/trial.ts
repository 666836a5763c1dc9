import fs from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import { exchange } from '../../src/journal/jobs/witness/exchange.ts'
import { type Alarm, isSigned, openWitness, type Witness } from '../../src/journal/jobs/witness/witness.ts'
import { checkMemory, type LogMemory } from '../../src/journal/rules/memory.ts'
import { originName, showSubmission, witnessSigner } from '../../src/journal/rules/witness.ts'
import { signingKeyOf } from '../../src/kit/keys/signing.ts'
import { isRefused } from '../../src/kit/refuse.ts'
import type { Random } from '../seeded.ts'
import { REWRITES, rewrite } from './rewrite.ts'
import { type Held, hold, type LogKey } from './tree.ts'

/** A witness as its process runs it, on a folder of its own, with the alarms it raised. */
export type Watcher = { readonly witness: Witness; readonly alarms: Alarm[]; readonly size: number }

/** Opens a witness that signed an honest log up to some sizes. */
export function watch(
  dir: string,
  log: LogKey,
  { held, sizes }: { held: Held; sizes: readonly number[] },
): Watcher {
  const key = signingKeyOf(new Uint8Array(32).fill(sizes.length))
  const alarms: Alarm[] = []
  const witness = openWitness({
    ...{ dir, sign: key.sign, logs: [log.signer], clock: () => new Date() },
    signer: witnessSigner('office.example/w', key.publicKey),
    alarm: (alarm) => void alarms.push(alarm),
  })
  if (isRefused(witness)) throw new Error(witness.refused)
  let old = 0
  for (const size of sizes) {
    const body = showSubmission({ old, proof: held.proofOf(old, size), note: held.noteAt(size) })
    if (witness.add(body).status !== 200) throw new Error(`an honest tree of ${size} was not signed`)
    old = size
  }
  return { witness, alarms, size: old }
}

/** A phone that saw an honest log up to a size. */
export function remember(held: Held, size: number): LogMemory {
  const memory = checkMemory(undefined, held.answer(0, size), 0, isSigned)
  if (isRefused(memory)) throw new Error(memory.refused)
  return memory
}

export type Tally = {
  rewrites: number
  /** Old witnesses and phones that were shown a rewritten log, and how often each. */
  witnesses: number
  phones: number
  attempts: number
  /** Those that remember nothing that was rewritten, and rightly go on. */
  unconcerned: number
  readonly faults: string[]
}

const sizesFrom = (known: number, forged: Held): number[] =>
  [...new Set([known, known + 1, forged.size])].filter((size) => size >= known && size <= forged.size)

/** Shows a witness that is older than the change every tree and proof its keepers could try; it must refuse each, and alarm. */
function showWitness({ witness, alarms, size }: Watcher, honest: Held, forged: Held, tally: Tally): void {
  tally.witnesses += 1
  const before = alarms.length
  const last = witness.list()[0]?.size
  for (const to of sizesFrom(size, forged)) {
    const proofs = [forged.proofOf(size, to), ...(to <= honest.size ? [honest.proofOf(size, to)] : []), []]
    for (const proof of proofs) {
      tally.attempts += 1
      const { status } = witness.add(showSubmission({ old: size, proof, note: forged.noteAt(to) }))
      if (status === 200) tally.faults.push(`a witness at ${size} signed a rewritten tree of ${to}`)
    }
  }
  if (alarms.length === before) tally.faults.push(`a witness at ${size} raised no alarm`)
  if (witness.list()[0]?.size !== last) tally.faults.push(`a witness at ${size} forgot what it signed`)
}

function showPhone(memory: LogMemory, honest: Held, forged: Held, tally: Tally): void {
  tally.phones += 1
  for (const to of [memory.size - 1, ...sizesFrom(memory.size, forged)].filter((size) => size > 0)) {
    const own = forged.answer(memory.size, to)
    const borrowed = to <= honest.size ? honest.answer(memory.size, to).proof : []
    for (const proof of [own.proof, borrowed, []]) {
      tally.attempts += 1
      const checked = checkMemory(memory, { ...own, proof }, 1, isSigned)
      if (!isRefused(checked))
        tally.faults.push(`a phone at ${memory.size} believed a rewritten tree of ${to}`)
    }
  }
}

export type Trial = {
  readonly leaves: readonly Uint8Array[]
  readonly log: LogKey
  readonly honest: Held
  readonly watchers: readonly Watcher[]
  readonly phones: readonly LogMemory[]
}

const MOST_NEW = 20

/** A log rewritten from a random place on, that has gone on since. */
export function forge(
  { leaves, log }: Pick<Trial, 'leaves' | 'log'>,
  random: Random,
): { at: number; forged: Held } {
  const [how, at] = [random.one(REWRITES), random.below(leaves.length - 1)]
  const later = Array.from({ length: 2 + random.below(MOST_NEW) }, (_, no) => Buffer.from(`{"later":${no}}`))
  return { at, forged: hold([...rewrite(leaves, { how, at, random }), ...later], log) }
}

/** Rewrites the log once at a random place, and shows it to everybody who remembers an older one. */
export function rewriteOnce(
  { leaves, log, honest, watchers, phones }: Trial,
  random: Random,
  tally: Tally,
): void {
  const { at, forged } = forge({ leaves, log }, random)
  tally.rewrites += 1
  for (const watcher of watchers) if (watcher.size > at + 1) showWitness(watcher, honest, forged, tally)
  for (const memory of phones) {
    if (memory.size > at + 1) showPhone(memory, honest, forged, tally)
    else if (memory.size <= at) {
      tally.unconcerned += 1
      const checked = checkMemory(memory, forged.answer(memory.size, forged.size), 1, isSigned)
      if (isRefused(checked))
        tally.faults.push(`a phone at ${memory.size} alarmed about leaf ${at}, which it never saw`)
    }
  }
}

/** Shows two histories to two halves of the witnesses; answers whether each half finds the other out at the next exchange. */
export async function splitOnce(
  { leaves, log, honest }: Trial,
  random: Random,
): Promise<'found' | 'not found'> {
  const at = random.below(leaves.length - 2)
  const other = hold(rewrite(leaves, { how: random.one(REWRITES), at, random }), log)
  const common = Math.min(honest.size, other.size)
  const sizes = [at + 2 + random.below(common - at - 1)]
  const dir = fs.mkdtempSync(join(os.tmpdir(), 'fork-'))
  const halves = [honest, honest, other, other].map((held, half) =>
    watch(join(dir, String(half)), log, { held, sizes }),
  )
  const ask = async (url: string): Promise<Response> => {
    const [, half = '', name = '', size] = /^http:\/\/(\d)\/checkpoint\/(\w+)(?:\/(\d+))?$/.exec(url) ?? []
    const note = halves[Number(half)]?.witness.find(name, size === undefined ? undefined : Number(size))
    return note ? new Response(note) : new Response('', { status: 404 })
  }
  const name = originName(log.signer.name)
  for (const [half, { witness }] of halves.entries()) {
    const found = await exchange(
      witness,
      halves.map((_, peer) => `http://${peer}`),
      ask,
    )
    const wrong = found.filter(({ outcome }, peer) => (outcome === 'forked') !== (half < 2 !== peer < 2))
    if (wrong.length > 0 || !witness.find(name)) return 'not found'
  }
  const isLoud = halves.every(({ alarms }) => alarms.length === 2)
  fs.rmSync(dir, { recursive: true })
  return isLoud ? 'found' : 'not found'
}
