/**
 * Kills server, signer and database with signal 9 at random moments while writers write, and looks whether every acknowledged write is there
 * once and whole, and whether what was signed only grew. Twenty blows of each of seven kinds, `npm run test:crash -- --kills 100 --seed 7` for
 * a hundred of each, `-- --signer 50 --backend 50` for those alone. Exit code 1 with the facts when not.
 */
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPlace } from '../src/kit/postgres/place.ts'
import { BLOWS, type Blow } from './crash/blows.ts'
import { type Examined, examine } from './crash/examine.ts'
import { type House, openHouse } from './crash/house.ts'
import { runTrial, seconds, type Tried } from './crash/trial.ts'
import { type Options, runTool } from './seeded.ts'

const MOST_SHOWN = 20
const NONE = { api: 0, sequencer: 0, signer: 0, backend: 0, postmaster: 0, both: 0, starting: 0 }

const showBlows = ({ blows }: Tried): string =>
  Object.entries(blows)
    .map(([blow, count]) => `${blow} ${count}`)
    .join(', ')

/** The one sentence of a trial. */
function sum(tried: Tried, { facts, leaves, doneBefore }: Examined): string {
  const up = tried.upAfterMs.toSorted((a, b) => a - b)
  const [half = 0, most = 0] = [up[Math.floor(up.length / 2)], up.at(-1)]
  const again = tried.acknowledged.filter(({ attempts }) => attempts > 1).length
  const end = facts.length === 0 ? 'none lost, doubled or half there, verify clean' : `${facts.length} faults`
  return (
    `under ${tried.writers} writers: ${tried.acknowledged.length} writes acknowledged, ${again} of them asked more than once and ` +
    `${doneBefore} done before they were asked again; ${end} over ${leaves} leaves; ` +
    `${tried.seen.size} checkpoints seen from outside, each larger than the one before and kept; ` +
    `up again and signed on in ${seconds(half)} at the median, ${seconds(most)} at most\n   blows: ${showBlows(tried)}`
  )
}

/** How many of each kind: those that were named, else all of them alike. */
function countsOf(options: Options<'kills' | Blow>): Record<Blow, number> {
  const isNamed = BLOWS.some((blow) => options[blow] > 0)
  const counts = { ...NONE }
  for (const blow of BLOWS) counts[blow] = isNamed ? options[blow] : options.kills
  return counts
}

/** Runs the trial and examines what it left; says what is wrong, and where it can be looked at. */
async function tryHouse(house: House, options: Options<'kills' | Blow>): Promise<boolean> {
  const { seed } = options
  const kills = countsOf(options)
  const tried = await runTrial(house, { kills, seed })
  const examined = await examine(house.dataDir, tried)
  const facts = [...tried.facts, ...examined.facts]
  for (const fact of facts.slice(0, MOST_SHOWN)) console.log(`   ${fact}`)
  console.log(
    `${Object.values(kills).reduce((all, one) => all + one, 0)} kills (seed ${seed}) ${sum(tried, { ...examined, facts })}`,
  )
  return facts.length === 0
}

async function run(options: Options<'kills' | Blow>): Promise<boolean> {
  const dataDir = join(tmpdir(), `pitlamp-crash-${process.pid}-${randomBytes(4).toString('hex')}`)
  const { home } = openPlace(dataDir)
  const house = openHouse(dataDir, join(dataDir, 'server.log'))
  process.once('exit', house.kill)
  const good = await tryHouse(house, options).catch((problem: unknown) => {
    console.log(`   ${problem}`)
    return false
  })
  if (good) for (const folder of [home, dataDir]) rmSync(folder, { recursive: true, force: true })
  else console.log(`what is left lies in ${dataDir}`)
  return good
}

await runTool({ kills: 20, seed: 1, ...NONE }, run)
