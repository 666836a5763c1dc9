import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { joinPostgres } from '../../src/kit/postgres/launch.ts'
import { openPlace } from '../../src/kit/postgres/place.ts'
import { findPostmaster } from '../../src/kit/postgres/postmaster.ts'
import { listBelow, readProc } from '../bench/proc.ts'
import type { Random } from '../seeded.ts'
import type { House } from './house.ts'

/**
 * What is killed with signal 9: the server; the server while it gives leaves their places; the process that signs; one of the database's
 * processes; its first; server and database at once; the server while it starts.
 */
export const BLOWS = ['api', 'sequencer', 'signer', 'backend', 'postmaster', 'both', 'starting'] as const
export type Blow = (typeof BLOWS)[number]

/** Strikes; answers when the last signal left. The server is started again when it was the one. */
type Strike = (house: House, random: Random) => Promise<Date>

function killDatabase({ dataDir }: House): void {
  const running = findPostmaster(join(openPlace(dataDir).home, 'postgres'))
  if (!running) throw new Error('no database process to kill')
  process.kill(running.pid, 'SIGKILL')
}

async function connect({ dataDir }: House): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: (await joinPostgres(dataDir))?.url })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

const BACKENDS = 'select pid from pg_stat_activity where pid <> pg_backend_pid() order by pid'

/** One of the database's processes besides the first: of a connection, or of those that write to the disk. */
async function killBackend(house: House, random: Random): Promise<void> {
  const client = await connect(house)
  const { rows } = await client.query<{ pid: number }>(BACKENDS)
  process.kill(random.one(rows).pid, 'SIGKILL')
  await client.end().catch(() => undefined)
}

const SIGNER_WITHIN_MS = 10_000

/** The process that signs. One may just be starting. */
async function killSigner({ pid }: House): Promise<void> {
  for (const until = Date.now() + SIGNER_WITHIN_MS; Date.now() < until; await sleep(10)) {
    const signer = listBelow(pid() ?? 0).find((one) => readProc(`${one}/cmdline`).includes('signer/child.ts'))
    if (signer === undefined) continue
    process.kill(signer, 'SIGKILL')
    return
  }
  throw new Error('no signer to kill')
}

const SEQUENCES_WITHIN_MS = 10_000
/** Somebody stands inside the transaction that gives leaves their places: what is waiting is taken, and not yet placed for good. */
const SEQUENCING = `select 1 from pg_stat_activity where pid <> pg_backend_pid()
  and (state = 'idle in transaction' or state = 'active') and query ~ 'delete from journal_pending|insert into journal_leaf'`

/** Kills the server while it gives leaves their places. */
async function killSequencing(house: House): Promise<Date> {
  const client = await connect(house)
  for (const until = Date.now() + SEQUENCES_WITHIN_MS; Date.now() < until; ) {
    const { rowCount } = await client.query(SEQUENCING)
    if (!rowCount) continue
    const struck = killServer(house, () => undefined)
    await client.end().catch(() => undefined)
    return struck
  }
  throw new Error('nothing was sequenced')
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
  api: (house) => killServer(house, () => undefined),
  postmaster: async (house) => {
    killDatabase(house)
    return new Date()
  },
  backend: async (house, random) => {
    await killBackend(house, random)
    return new Date()
  },
  sequencer: killSequencing,
  signer: async (house) => {
    await killSigner(house)
    return new Date()
  },
  both: (house) => killServer(house, () => killDatabase(house)),
  starting: killTwice,
}

/** Strikes once. Resolves when the server, if it had to be started again, answers. */
export const strike = (blow: Blow, house: House, random: Random): Promise<Date> =>
  STRIKES[blow](house, random)

/** So many blows of each kind, in any order. */
export function drawBlows(counts: Readonly<Record<Blow, number>>, random: Random): Blow[] {
  const left = BLOWS.flatMap((blow) => Array.from({ length: counts[blow] }, () => blow))
  const blows: Blow[] = []
  while (left.length > 0) blows.push(...left.splice(random.below(left.length), 1))
  return blows
}

/** The mine of a house that is set up. */
export async function findMine(house: House): Promise<string> {
  const client = await connect(house)
  const { rows } = await client.query<{ id: string }>('select id from mine')
  await client.end()
  return rows[0]?.id ?? ''
}
