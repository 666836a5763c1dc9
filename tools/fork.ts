/**
 * Rewrites a real log with its own key, again and again, and looks whether every witness and phone that remembers an older one refuses
 * and alarms; and whether a log that shows two histories to two halves of its witnesses is found when they exchange what they signed:
 * `npm run test:fork -- --rewrites 1000 --splits 100 --seed 7`. Exit code 1 with what went unnoticed.
 */
import fs from 'node:fs'
import os from 'node:os'
import { join } from 'node:path'
import type { LogMemory } from '../src/journal/rules/memory.ts'
import { SIGNATURE_TYPES } from '../src/journal/rules/note.ts'
import { listLeaves } from '../src/journal/store/checkpoint.ts'
import { findOrigin } from '../src/journal/store/evidence.ts'
import { openDb } from '../src/kit/db/db.ts'
import { openSigningKey } from '../src/kit/keys/signing.ts'
import { startThrowawayPostgres, type Throwaway } from '../src/kit/postgres/throwaway.ts'
import { isRefused } from '../src/kit/refuse.ts'
import { hold } from './fork/tree.ts'
import { remember, rewriteOnce, splitOnce, type Tally, type Trial, watch } from './fork/trial.ts'
import { type Options, type Random, runTool, seeded } from './seeded.ts'
import { makeWorld } from './tamper/world.ts'

const MOST_LEAVES = 100_000
/** Where old witnesses stopped, as parts of the log. */
const WITNESSES = [0.1, 0.5, 0.9, 1]
const PHONES = 12

/** Reads the leaves of a mine that was worked in, and its log's key. */
async function readLog({ url, home }: Throwaway, mineId: string): Promise<Pick<Trial, 'leaves' | 'log'>> {
  const { db, close } = openDb(url, 2)
  const rows = await listLeaves(db, mineId, { from: 0, most: MOST_LEAVES })
  const name = await findOrigin(db, mineId)
  await close()
  const { publicKey, sign } = openSigningKey(join(home, 'keys'), mineId)
  return {
    leaves: rows.map(({ bytes }) => bytes),
    log: { signer: { name, type: SIGNATURE_TYPES.ed25519, publicKey }, sign },
  }
}

function prepare({ leaves, log }: Pick<Trial, 'leaves' | 'log'>, dir: string, random: Random): Trial {
  const honest = hold(leaves, log)
  const watchers = WITNESSES.map((part, at) => {
    const size = Math.max(2, Math.round(part * honest.size))
    return watch(join(dir, String(at)), log, { held: honest, sizes: [Math.ceil(size / 2), size] })
  })
  const phones = Array.from(
    { length: PHONES },
    (): LogMemory => remember(honest, 1 + random.below(honest.size)),
  )
  return { leaves, log, honest, watchers, phones }
}

async function fork(
  server: Throwaway,
  { rewrites, splits, seed }: Options<'rewrites' | 'splits'>,
): Promise<boolean> {
  const world = await makeWorld(server)
  const dir = fs.mkdtempSync(join(os.tmpdir(), 'fork-'))
  const random = seeded(seed)
  const trial = prepare(await readLog(server, world.mineId), dir, random)
  await world.close()
  const tally: Tally = { rewrites: 0, witnesses: 0, phones: 0, attempts: 0, unconcerned: 0, faults: [] }
  for (let round = 0; round < rewrites; round++) rewriteOnce(trial, random, tally)
  for (let round = 0; round < splits; round++)
    if ((await splitOnce(trial, random)) === 'not found')
      tally.faults.push(`a split view was not found (round ${round})`)
  fs.rmSync(dir, { recursive: true })
  for (const fault of tally.faults.slice(0, 20)) console.log(`   ${fault}`)
  console.log(
    `${rewrites} rewritten logs of ${trial.honest.size} leaves (seed ${seed}), signed with the log's own key: shown to ${tally.witnesses} older witnesses and ${tally.phones} older phones in ${tally.attempts} ways, ` +
      `${tally.faults.length === 0 ? 'every one refused and alarmed' : `${tally.faults.length} faults`}; ${tally.unconcerned} phones that had not seen the place went on; ${splits} split views, each found at the next exchange`,
  )
  return tally.faults.length === 0
}

async function run(options: Options<'rewrites' | 'splits'>): Promise<boolean> {
  const server = await startThrowawayPostgres({ durability: 'thrown-away' })
  if (isRefused(server)) throw new Error(`no database: ${JSON.stringify(server)}`)
  try {
    return await fork(server, options)
  } finally {
    await server.stop()
  }
}

await runTool({ rewrites: 1000, splits: 100, seed: 1 }, run)
