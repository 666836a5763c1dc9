/**
 * Changes one bit at a time, anywhere in what is sealed, and looks whether `verify` names it; now and then a whole row:
 * `npm run test:tamper -- --flips 2000 --seed 7`. Exit code 1 with what it did not name.
 */
import pg from 'pg'
import type { Report } from '../src/journal/store/verify.ts'
import { startThrowawayPostgres, type Throwaway } from '../src/kit/postgres/throwaway.ts'
import { isRefused } from '../src/kit/refuse.ts'
import { type Random, readNumbers, seeded } from './seeded.ts'
import { drawCell, flip, putBack } from './tamper/flip.ts'
import { areNamed, isNamed } from './tamper/named.ts'
import { type Place, readPlaces, UNSEALED, unbind } from './tamper/places.ts'
import { MEDDLINGS, meddle } from './tamper/rows.ts'
import { makeWorld, type World } from './tamper/world.ts'

const MEDDLE_EVERY = 10

type Trial = {
  readonly db: pg.Client
  readonly places: readonly Place[]
  readonly world: World
  readonly random: Random
}

const MOST_SHOWN = 5
const show = ({ findings, found }: Report): string =>
  `${found} findings: ${JSON.stringify(findings.slice(0, MOST_SHOWN))}`

/** Looks while something is changed; a verify that fails names nothing. */
const lookAt = async ({ world }: Trial): Promise<Report | string> =>
  world.look().catch((problem: unknown) => `verify failed: ${problem}`)

/** Changes one bit; answers what is wrong with how it was named. */
async function tryFlip(trial: Trial): Promise<string | undefined> {
  const { db, places, random } = trial
  const flipped = await flip(db, await drawCell(db, random.one(places), random), random)
  const report = await lookAt(trial)
  await putBack(db, flipped)
  if (typeof report !== 'string' && isNamed(flipped, report.findings)) return undefined
  const { place, column, row } = flipped.cell
  const said = typeof report === 'string' ? report : show(report)
  return `${place.table}.${column.name} of ${row} (${flipped.how}) is not named: ${said}`
}

/** Deletes, puts in or swaps; answers what is wrong with how it was named, and nothing where it could not be done. */
async function tryMeddle(trial: Trial, at: number): Promise<string | 'named' | undefined> {
  const { db, places, random } = trial
  const how = MEDDLINGS[at % MEDDLINGS.length] ?? 'delete'
  const meddled = await meddle(db, random.one(places), { how, random })
  if (!meddled) return undefined
  const report = await lookAt(trial)
  await meddled.undo()
  if (typeof report !== 'string' && areNamed(meddled, report.findings)) return 'named'
  return `${meddled.what} (${meddled.rows}) is not named: ${typeof report === 'string' ? report : show(report)}`
}

type Told = { readonly faults: readonly string[]; readonly rows: number; readonly verifyMs: number }

async function runTrial(trial: Trial, flips: number): Promise<Told> {
  const faults: string[] = []
  const began = Date.now()
  for (let at = 0; at < flips; at += 1) {
    const fault = await tryFlip(trial)
    if (fault) faults.push(fault)
  }
  const verifyMs = (Date.now() - began) / flips
  let rows = 0
  for (let at = 0; rows < flips / MEDDLE_EVERY; at += 1) {
    const outcome = await tryMeddle(trial, at)
    if (outcome) rows += 1
    if (outcome && outcome !== 'named') faults.push(outcome)
  }
  const last = await lookAt(trial)
  if (typeof last === 'string' || last.found > 0)
    faults.push(`with everything put back: ${typeof last === 'string' ? last : show(last)}`)
  return { faults, rows, verifyMs }
}

async function tamper(server: Throwaway, world: World, flips: number, seed: number): Promise<boolean> {
  const db = new pg.Client({ connectionString: server.url, options: '-c timezone=UTC' })
  await db.connect()
  const places = await readPlaces(db)
  const first = await world.look()
  if (first.found > 0) throw new Error(`not clean before anything was changed: ${show(first)}`)
  await unbind(db)
  const { faults, rows, verifyMs } = await runTrial({ db, places, world, random: seeded(seed) }, flips)
  await db.end()
  for (const fault of faults) console.log(`   ${fault}`)
  const columns = places.reduce((sum, place) => sum + place.columns.length, 0)
  const named =
    faults.length === 0 ? 'every one named by verify, which is clean again' : `${faults.length} faults`
  console.log(
    `${flips} changed bits and ${rows} deleted, added or swapped rows (seed ${seed}) in ${columns} columns of ${places.length} tables over ${first.leaves} leaves: ` +
      `${named}; ${verifyMs.toFixed(0)} ms a change with its verify; left out by design: ${UNSEALED.join(', ')}`,
  )
  return faults.length === 0
}

async function run(argv: readonly string[]): Promise<boolean> {
  const { flips, seed } = readNumbers(argv, { flips: 100, seed: 1 })
  const server = await startThrowawayPostgres({ durability: 'kept' })
  if (isRefused(server)) throw new Error(`no database: ${JSON.stringify(server)}`)
  try {
    const world = await makeWorld(server)
    return await tamper(server, world, flips, seed).finally(world.close)
  } finally {
    await server.stop()
  }
}

process.exit((await run(process.argv.slice(2))) ? 0 : 1)
