/**
 * Changes one bit at a time, anywhere in what is sealed, and looks whether `verify` names it; then deletes, adds and swaps rows of every
 * table and empties it; then looks at databases nobody meddled with: `npm run test:tamper -- --flips 2000 --clean 100 --seed 7`.
 * One database for each processor, side by side, unless `--lanes` says how many; each has its part of the bits, the tables and the clean
 * databases. Exit code 1 with what it did not name, or named wrongly.
 */
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Report } from '../src/journal/store/verify.ts'
import { startThrowawayPostgres } from '../src/kit/postgres/throwaway.ts'
import { isRefused } from '../src/kit/refuse.ts'
import { type Options, type Random, runTool, seeded } from './seeded.ts'
import { listFalseAlarms } from './tamper/clean.ts'
import { drawCell, flip, putBack } from './tamper/flip.ts'
import { type Lane, runLanes, split } from './tamper/lanes.ts'
import { areNamed, isNamed } from './tamper/named.ts'
import { type Place, readPlaces, UNKEPT, UNSEALED, unbind } from './tamper/places.ts'
import { MEDDLINGS, type Meddling, meddle } from './tamper/rows.ts'
import { makeWorld, type World } from './tamper/world.ts'

/** How often a row is drawn again when nothing can be done with it: two equal values cannot be swapped. */
const MOST_DRAWS = 20

type Trial = {
  readonly db: pg.Client
  readonly places: readonly Place[]
  /** Those whose rows this lane meddles with. */
  readonly inLane: readonly Place[]
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
async function tryMeddle(trial: Trial, place: Place, how: Meddling): Promise<string | 'named' | undefined> {
  const { db, random } = trial
  const meddled = await meddle(db, place, { how, random })
  if (!meddled) return undefined
  const look = await lookAt(trial)
  await meddled.undo()
  if (areNamed(meddled, findingsOf(look))) return 'named'
  return `${meddled.what} (${meddled.rows}) is not named: ${show(look)}`
}

type Told = {
  readonly faults: readonly string[]
  readonly rows: number
  /** What could not be done to a table, as `swap of mine`. */
  readonly unable: readonly string[]
  readonly verifyMs: number
}

/** Does everything that can be done to rows, to every table of this lane. */
async function meddleAll(trial: Trial, faults: string[]): Promise<Pick<Told, 'rows' | 'unable'>> {
  const unable: string[] = []
  let rows = 0
  for (const place of trial.inLane)
    for (const how of MEDDLINGS) {
      let outcome: string | undefined
      for (let draw = 0; !outcome && draw < MOST_DRAWS; draw += 1)
        outcome = await tryMeddle(trial, place, how)
      if (!outcome) unable.push(`${how} in ${place.table}`)
      else rows += 1
      if (!outcome || outcome === 'named') continue
      faults.push(outcome)
      console.log(`   ${outcome}`)
    }
  return { rows, unable }
}

const TELL_EVERY = 250

async function runTrial(trial: Trial, flips: number): Promise<Told> {
  const faults: string[] = []
  const began = Date.now()
  for (let at = 1; at <= flips; at += 1) {
    const fault = await tryFlip(trial)
    if (fault) faults.push(fault)
    if (fault) console.log(`   ${fault}`)
    if (at % TELL_EVERY === 0) console.log(`   ${at} bits, ${faults.length} not named`)
  }
  const verifyMs = (Date.now() - began) / flips
  const { rows, unable } = await meddleAll(trial, faults)
  const last = await lookAt(trial)
  if (typeof last === 'string' || last.found > 0) faults.push(`with everything put back: ${show(last)}`)
  return { faults, rows, unable, verifyMs }
}

/** The one sentence of a trial. */
function sum({ places, inLane }: Trial, { faults, rows, unable, verifyMs }: Told, leaves: number): string {
  const columns = places.reduce((total, place) => total + place.columns.length, 0)
  const named =
    faults.length === 0 ? 'every one named by verify, which is clean again' : `${faults.length} faults`
  return (
    `and ${rows} times rows deleted, added or swapped or a table emptied, in ${columns} columns of ${places.length} tables${inLane.length < places.length ? ` (rows of ${inLane.length})` : ''} over ${leaves} leaves: ${named}; ` +
    `${verifyMs.toFixed(0)} ms a change with its verify; not to be done: ${unable.join(', ') || 'nothing'}; left out by design: ${[...UNSEALED, ...UNKEPT].join(', ')}`
  )
}

async function tamper(db: pg.Client, world: World, { flips, seed, part, of }: Lane): Promise<boolean> {
  const places = await readPlaces(db)
  const first = await world.look()
  if (first.found > 0) throw new Error(`not clean before anything was changed: ${show(first)}`)
  await unbind(db)
  const inLane = places.filter((_, at) => at % of === part - 1)
  const trial = { db, places, inLane, world, random: seeded(seed) }
  const told = await runTrial(trial, flips)
  console.log(`${flips} changed bits (seed ${seed}) ${sum(trial, told, first.leaves)}`)
  return told.faults.length === 0
}

async function open(url: string): Promise<pg.Client> {
  const db = new pg.Client({ connectionString: url, options: '-c timezone=UTC' })
  await db.connect()
  return db
}

async function runOne(options: Lane): Promise<boolean> {
  const server = await startThrowawayPostgres({ durability: 'kept' })
  if (isRefused(server)) throw new Error(`no database: ${JSON.stringify(server)}`)
  try {
    const world = await makeWorld(server)
    const db = await open(server.url)
    const named = await tamper(db, world, options).finally(() => Promise.all([db.end(), world.close()]))
    const alarms = await listFalseAlarms(server, options)
    for (const alarm of alarms) console.log(`   ${alarm}`)
    console.log(`${options.clean} clean databases, each lived in otherwise: ${alarms.length} false alarms`)
    return named && alarms.length === 0
  } finally {
    await server.stop()
  }
}

const run = ({ lanes, ...options }: Lane & Options<'lanes'>): Promise<boolean> =>
  lanes === 1 ? runOne(options) : runLanes(fileURLToPath(import.meta.url), split(options, lanes))

await runTool({ flips: 100, clean: 1, lanes: availableParallelism(), part: 1, of: 1, seed: 1 }, run)
