/**
 * Changes one bit at a time, anywhere in what is sealed, and looks whether `verify` names it; now and then a whole row:
 * `npm run test:tamper -- --flips 2000 --seed 7`. Exit code 1 with what it did not name.
 */
import pg from 'pg'
import type { Report } from '../src/journal/store/verify.ts'
import { startThrowawayPostgres } from '../src/kit/postgres/throwaway.ts'
import { isRefused } from '../src/kit/refuse.ts'
import { type Options, type Random, runTool, seeded } from './seeded.ts'
import { drawCell, flip, putBack } from './tamper/flip.ts'
import { areNamed, isNamed } from './tamper/named.ts'
import { type Place, readPlaces, UNSEALED, unbind } from './tamper/places.ts'
import { MEDDLINGS, type Meddling, meddle } from './tamper/rows.ts'
import { makeWorld, type World } from './tamper/world.ts'

const MEDDLE_EVERY = 10

type Trial = {
  readonly db: pg.Client
  readonly places: readonly Place[]
  readonly world: World
  readonly random: Random
}

/** What a verify found; in words, when it failed: then it names nothing. */
type Look = Report | string

const lookAt = ({ world }: Trial): Promise<Look> =>
  world.look().catch((problem: unknown) => `verify failed: ${problem}`)
const findingsOf = (look: Look): Report['findings'] => (typeof look === 'string' ? [] : look.findings)

const MOST_SHOWN = 5
const show = (look: Look): string =>
  typeof look === 'string'
    ? look
    : `${look.found} findings: ${JSON.stringify(look.findings.slice(0, MOST_SHOWN))}`

/** Changes one bit; answers what is wrong with how it was named. */
async function tryFlip(trial: Trial): Promise<string | undefined> {
  const { db, places, random } = trial
  const flipped = await flip(db, await drawCell(db, random.one(places), random), random)
  const look = await lookAt(trial)
  await putBack(db, flipped)
  if (isNamed(flipped, findingsOf(look))) return undefined
  const { place, column, row } = flipped.cell
  return `${place.table}.${column.name} of ${row} (${flipped.how}) is not named: ${show(look)}`
}

/** Deletes, puts in or swaps; answers what is wrong with how it was named, and undefined where it could not be done. */
async function tryMeddle(trial: Trial, how: Meddling): Promise<string | 'named' | undefined> {
  const { db, places, random } = trial
  const meddled = await meddle(db, random.one(places), { how, random })
  if (!meddled) return undefined
  const look = await lookAt(trial)
  await meddled.undo()
  if (areNamed(meddled, findingsOf(look))) return 'named'
  return `${meddled.what} (${meddled.rows}) is not named: ${show(look)}`
}

type Told = { readonly faults: readonly string[]; readonly rows: number; readonly verifyMs: number }

const TELL_EVERY = 250

async function runTrial(trial: Trial, flips: number): Promise<Told> {
  const faults: string[] = []
  const began = Date.now()
  for (let at = 1; at <= flips; at += 1) {
    const fault = await tryFlip(trial)
    if (fault) faults.push(fault)
    if (at % TELL_EVERY === 0) console.log(`   ${at} bits, ${faults.length} not named`)
  }
  const verifyMs = (Date.now() - began) / flips
  let rows = 0
  while (rows < flips / MEDDLE_EVERY) {
    const outcome = await tryMeddle(trial, trial.random.one(MEDDLINGS))
    if (outcome) rows += 1
    if (outcome && outcome !== 'named') faults.push(outcome)
  }
  const last = await lookAt(trial)
  if (typeof last === 'string' || last.found > 0) faults.push(`with everything put back: ${show(last)}`)
  return { faults, rows, verifyMs }
}

/** The one sentence of a trial. */
function sum({ places }: Trial, { faults, rows, verifyMs }: Told, leaves: number): string {
  const columns = places.reduce((total, place) => total + place.columns.length, 0)
  const named =
    faults.length === 0 ? 'every one named by verify, which is clean again' : `${faults.length} faults`
  return (
    `and ${rows} deleted, added or swapped rows, in ${columns} columns of ${places.length} tables over ${leaves} leaves: ${named}; ` +
    `${verifyMs.toFixed(0)} ms a change with its verify; left out by design: ${UNSEALED.join(', ')}`
  )
}

async function tamper(db: pg.Client, world: World, { flips, seed }: Options<'flips'>): Promise<boolean> {
  const places = await readPlaces(db)
  const first = await world.look()
  if (first.found > 0) throw new Error(`not clean before anything was changed: ${show(first)}`)
  await unbind(db)
  const trial = { db, places, world, random: seeded(seed) }
  const told = await runTrial(trial, flips)
  for (const fault of told.faults) console.log(`   ${fault}`)
  console.log(`${flips} changed bits (seed ${seed}) ${sum(trial, told, first.leaves)}`)
  return told.faults.length === 0
}

async function open(url: string): Promise<pg.Client> {
  const db = new pg.Client({ connectionString: url, options: '-c timezone=UTC' })
  await db.connect()
  return db
}

async function run(options: Options<'flips'>): Promise<boolean> {
  const server = await startThrowawayPostgres({ durability: 'kept' })
  if (isRefused(server)) throw new Error(`no database: ${JSON.stringify(server)}`)
  try {
    const world = await makeWorld(server)
    const db = await open(server.url)
    return await tamper(db, world, options).finally(() => Promise.all([db.end(), world.close()]))
  } finally {
    await server.stop()
  }
}

await runTool({ flips: 100, seed: 1 }, run)
