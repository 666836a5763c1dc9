import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { joinPostgres } from '../../src/kit/postgres/launch.ts'
import { openPlace } from '../../src/kit/postgres/place.ts'
import { findPostmaster } from '../../src/kit/postgres/postmaster.ts'
import type { Random } from '../seeded.ts'
import type { House } from './house.ts'

/** What is killed with signal 9. */
export type Blow = 'server' | 'database' | 'backend' | 'both' | 'starting'

/** Strikes; answers when the last signal left. The server is started again when it was the one. */
type Strike = (house: House, random: Random) => Promise<Date>

function killDatabase({ dataDir }: House): void {
  const running = findPostmaster(join(openPlace(dataDir).home, 'postgres'))
  if (!running) throw new Error('no database process to kill')
  process.kill(running.pid, 'SIGKILL')
}

const BACKENDS = 'select pid from pg_stat_activity where pid <> pg_backend_pid() order by pid'

/** One of the database's processes besides the first: of a connection, or of those that write to the disk. */
async function killBackend({ dataDir }: House, random: Random): Promise<void> {
  const client = new pg.Client({ connectionString: (await joinPostgres(dataDir))?.url })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ pid: number }>(BACKENDS)
  process.kill(random.one(rows).pid, 'SIGKILL')
  await client.end().catch(() => undefined)
}

const STARTING_MS = 3000

async function killTwice(house: House, random: Random): Promise<Date> {
  house.kill()
  const started = house.start().catch(() => null)
  await sleep(random.below(STARTING_MS))
  house.kill()
  const at = new Date()
  await started
  await house.start()
  return at
}

async function killServer(house: House, also: () => void): Promise<Date> {
  house.kill()
  also()
  const at = new Date()
  await house.start()
  return at
}

const STRIKES: Record<Blow, Strike> = {
  server: (house) => killServer(house, () => undefined),
  database: async (house) => {
    killDatabase(house)
    return new Date()
  },
  backend: async (house, random) => {
    await killBackend(house, random)
    return new Date()
  },
  both: (house) => killServer(house, () => killDatabase(house)),
  starting: killTwice,
}

/** Strikes once. Resolves when the server, if it had to be started again, answers. */
export const strike = (blow: Blow, house: House, random: Random): Promise<Date> =>
  STRIKES[blow](house, random)

/** Which blows to deal, in what order: as many of each as can be. */
export function drawBlows(count: number, random: Random): Blow[] {
  const kinds: readonly Blow[] = ['server', 'database', 'both', 'backend', 'starting']
  const blows: Blow[] = []
  while (blows.length < count) {
    const left = kinds.filter(
      (kind) => !blows.slice(blows.length - (blows.length % kinds.length)).includes(kind),
    )
    blows.push(random.one(left))
  }
  return blows
}
