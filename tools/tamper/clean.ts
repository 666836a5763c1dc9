import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate } from '../../src/kit/db/migrate.ts'
import type { Throwaway } from '../../src/kit/postgres/throwaway.ts'
import { isRefused } from '../../src/kit/refuse.ts'
import { copyDatabase, runSql, withDatabase } from '../../src/kit/test/clone.ts'
import { destroyKeys } from '../../src/people/jobs.ts'
import { type Options, type Random, seeded } from '../seeded.ts'
import {
  assess,
  beWitnessed,
  findBranch,
  keepUp,
  meet,
  mistake,
  runRoom,
  seat,
  signBeside,
  takePart,
  work,
} from './doings.ts'
import { renew } from './renew.ts'
import { type Filled, fillHouse, importLedgers, NOW } from './world.ts'

type Branch = Awaited<ReturnType<typeof findBranch>>
type Doing = (house: Filled, branch: Branch) => Promise<void>

/** What may happen in a mine, each at most once. */
const DOINGS: readonly Doing[] = [
  ({ officers }, branch) => work(officers.staff, branch),
  ({ officers }, { id }) => meet(officers.staff, id),
  async ({ officers, open }, { id }) => {
    const second = await seat(officers, open, { login: 'second', name: '王五', role: 'committeeStaff' })
    await runRoom(officers.staff, second, id)
  },
  ({ officers: { system, staff }, open }, { id }) => takePart({ system, staff, open }, id),
  ({ officers }, { id }) => keepUp(officers.staff, id),
  async ({ officers, db, keys }, { id }) => {
    await mistake(officers.staff, id)
    await destroyKeys(db, keys)
  },
  ({ officers }, { id }) => assess(officers.staff, id),
  async (house) => {
    await beWitnessed(house.officers.audit)
    await house.seal()
    await signBeside(house, NOW)
  },
  async (house) => {
    await house.seal()
    await renew(house, NOW)
  },
]

/** Some of them in any order; what is done is signed now and then, and may wait for its place at the end. */
async function live(house: Filled, random: Random): Promise<void> {
  await importLedgers(house)
  const branch = await findBranch(house.officers.staff)
  const left = [...DOINGS]
  for (let count = 1 + random.below(DOINGS.length); count > 0; count -= 1) {
    const [doing] = left.splice(random.below(left.length), 1)
    await doing?.(house, branch)
    if (random.below(3) === 0) await house.seal()
  }
  house.isSound()
}

const TEMPLATE = 'tamper_clean'

/** Lives as many small lives as asked, each in a database of its own, and answers what `verify` says of those nobody meddled with. */
export async function listFalseAlarms(
  { url, home }: Throwaway,
  { clean, seed }: Options<'clean'>,
): Promise<string[]> {
  await runSql(url, `create database ${TEMPLATE}`)
  const migrated = await migrate(withDatabase(url, TEMPLATE))
  if (isRefused(migrated)) throw new Error(`not migrated: ${migrated.refused}`)
  const alarms: string[] = []
  for (let at = 0; at < clean; at += 1) {
    const database = await copyDatabase(url, TEMPLATE)
    const folder = join(home, `clean-${at}`)
    await mkdir(folder)
    const house = await fillHouse(database.url, folder)
    await live(house, seeded(seed * 1000 + at))
    const { found, findings } = await house.look()
    if (found > 0) alarms.push(`life ${at} of seed ${seed}: ${JSON.stringify(findings.slice(0, 3))}`)
    await house.close()
    await database.drop()
  }
  return alarms
}
