import { keyFolder } from '../kit/keys/keys.ts'
import { joinPostgres, startPostgres } from '../kit/postgres/launch.ts'
import { isRefused } from '../kit/refuse.ts'
import { type Call, dataDirOf, type Exit } from './verbs.ts'

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

/**
 * Runs work on the database a command is meant for: that of `DATABASE_URL`, else the embedded one of the data folder —
 * the one a running server has started, when there is one.
 */
export async function withDatabase(call: Call, work: (database: Database) => Promise<Exit>): Promise<Exit> {
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
