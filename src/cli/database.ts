import { resolve } from 'node:path'
import pg from 'pg'
import { listDue } from '../kit/db/migrate.ts'
import { keyFolder } from '../kit/keys/keys.ts'
import { joinPostgres, startPostgres } from '../kit/postgres/launch.ts'
import { hasDatabase } from '../kit/postgres/place.ts'
import { isRefused, type Refused, refuse } from '../kit/refuse.ts'
import { unreachable } from '../server/house.ts'
import { type Call, dataDirOf, type Exit } from './verbs.ts'
import { fill, words } from './words.ts'

/** `url`: as its owner; `runUrl`: as the login the server runs with, the same where there is no other. */
export type Database = {
  readonly url: string
  readonly runUrl: string
  readonly keysDir: string
  readonly dataDir: string
}

/** The addresses `DATABASE_URL` and `PITLAMP_OWNER_URL` give; undefined: the embedded database is meant. */
export function givenDatabase(env: Call['env']): Pick<Database, 'url' | 'runUrl'> | undefined {
  const runUrl = env['DATABASE_URL']
  return runUrl ? { url: env['PITLAMP_OWNER_URL'] || runUrl, runUrl } : undefined
}

type Work = (database: Database) => Promise<Exit>

type Found = 'mine' | 'none' | Refused<'database-unreachable' | 'database-behind'>

async function look(client: pg.Client): Promise<Found> {
  const { rows } = await client.query("select to_regclass('public.mine') as mine")
  if (!rows[0]?.mine) return 'none'
  if ((await listDue(client)).length > 0) return refuse('database-behind')
  return (await client.query('select 1 from mine limit 1')).rows.length > 0 ? 'mine' : 'none'
}

/** Whether a database holds a mine, in the tables of this version; one without our tables does not. */
async function findMine(url: string): Promise<Found> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  const failed = await client.connect().then(
    () => undefined,
    (error: unknown) => unreachable(url, error),
  )
  if (failed) return failed
  try {
    return await look(client)
  } finally {
    await client.end()
  }
}

/** Runs work on the database a command is meant for, where a mine is kept; elsewhere says that there is none, and makes nothing. */
export async function withDatabase(call: Call, work: Work): Promise<Exit> {
  const given = givenDatabase(call.env)
  const folder = resolve(dataDirOf(call))
  const none = given ? words.noDataGiven : fill(words.noData, { folder })
  if (!given && !hasDatabase(folder)) {
    call.say(none)
    return 2
  }
  return withDatabaseBegun(call, async (database) => {
    const found = await findMine(database.url)
    if (found === 'mine') return work(database)
    if (isRefused(found)) call.sayNo(found)
    else call.say(none)
    return 2
  })
}

/**
 * Runs work on the database a command is meant for, begun where there is none: that of `DATABASE_URL`, else the embedded one of the data
 * folder — the one a running server has started, when there is one.
 */
export async function withDatabaseBegun(call: Call, work: Work): Promise<Exit> {
  const given = givenDatabase(call.env)
  const dataDir = dataDirOf(call)
  const running = given ?? (await joinPostgres(dataDir))
  const server = running ? undefined : await startPostgres({ dataDir, log: () => undefined })
  if (server && isRefused(server)) {
    call.sayNo(server)
    return 1
  }
  try {
    return await work({
      url: running?.url ?? server?.url ?? '',
      runUrl: running?.runUrl ?? server?.runUrl ?? '',
      keysDir: keyFolder(dataDir, { PITLAMP_KEYS: call.env['PITLAMP_KEYS'] }),
      dataDir,
    })
  } finally {
    await server?.stop()
  }
}
