/**
 * Kills server and database with signal 9 at random moments while writers write, and looks whether every acknowledged write is there once
 * and whole: `npm run test:crash -- --kills 50 --seed 7`. Exit code 1 with the facts when not.
 */
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { startPostgres } from '../src/kit/postgres/launch.ts'
import { openPlace } from '../src/kit/postgres/place.ts'
import { isRefused } from '../src/kit/refuse.ts'
import { check } from './crash/check.ts'
import { openHouse, runVerb } from './crash/house.ts'
import { runTrial, seconds, type Tried } from './crash/trial.ts'
import { readNumbers } from './seeded.ts'

type Verified = { readonly leaves: number; readonly facts: readonly string[] }

/** Runs `verify` as a person would. */
async function verify(dataDir: string): Promise<Verified> {
  const child = runVerb(['verify', '--json', '--data', dataDir])
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const [said, told] = [child.stdout, child.stderr].map((stream) => (stream ? text(stream) : ''))
  const code = await ended
  const [answer, sentence] = [await said, await told]
  if (!answer) return { leaves: 0, facts: [`verify ended with ${code}: ${sentence}`] }
  const report: { leaves: number; findings: unknown[] } = JSON.parse(answer)
  const facts = report.findings.map((finding) => `verify: ${JSON.stringify(finding)}`)
  if (code !== 0 && facts.length === 0) facts.push(`verify found nothing and ended with ${code}`)
  return { leaves: report.leaves, facts }
}

/** Opens the database by itself and holds it against what the writers were told. */
async function examine(dataDir: string, { acknowledged, made }: Tried) {
  const server = await startPostgres({ dataDir, log: () => undefined })
  if (isRefused(server)) throw new Error(`the database does not open again: ${JSON.stringify(server)}`)
  try {
    const { leaves, facts } = await verify(dataDir)
    const client = new pg.Client({ connectionString: server.url, options: '-c timezone=UTC' })
    await client.connect()
    const checked = await check(client, acknowledged, made)
    await client.end()
    return { leaves, doneBefore: checked.doneBefore, facts: [...facts, ...checked.facts] }
  } finally {
    await server.stop()
  }
}

const MOST_SHOWN = 20

async function run(argv: readonly string[]): Promise<boolean> {
  const { kills, seed } = readNumbers(argv, { kills: 5, seed: 1 })
  const dataDir = join(tmpdir(), `pitlamp-crash-${process.pid}-${randomBytes(4).toString('hex')}`)
  const { home } = openPlace(dataDir)
  const house = openHouse(dataDir, join(dataDir, 'server.log'))
  const tried = await runTrial(house, { kills, seed }).catch((problem: unknown) => {
    house.kill()
    console.log(`   ${problem}\n   what is left lies in ${dataDir}`)
    return undefined
  })
  if (!tried) return false
  const { leaves, doneBefore, facts } = await examine(dataDir, tried)
  const all = [...tried.facts, ...facts]
  for (const fact of all.slice(0, MOST_SHOWN)) console.log(`   ${fact}`)
  if (all.length > 0) console.log(`   what is left lies in ${dataDir}`)
  else for (const folder of [home, dataDir]) rmSync(folder, { recursive: true, force: true })

  const up = tried.upAfterMs.toSorted((a, b) => a - b)
  const [half = 0, most = 0] = [up[Math.floor(up.length / 2)], up.at(-1)]
  const again = tried.acknowledged.filter(({ attempts }) => attempts > 1).length
  console.log(
    `${kills} kills (seed ${seed}) under ${tried.writers} writers: ${tried.acknowledged.length} writes acknowledged, ${again} of them asked more than once and ${doneBefore} done before they were asked again; ` +
      `${all.length === 0 ? 'none lost, doubled or half there, verify clean' : `${all.length} faults`} over ${leaves} leaves; up again in ${seconds(half)} at the median, ${seconds(most)} at most`,
  )
  return all.length === 0
}

process.exit((await run(process.argv.slice(2))) ? 0 : 1)
