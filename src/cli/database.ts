import { keyFolder } from '../kit/keys/keys.ts'
import { joinPostgres, startPostgres } from '../kit/postgres/launch.ts'
import { isRefused } from '../kit/refuse.ts'
import { type Call, dataDirOf, type Exit } from './verbs.ts'

export type Database = { readonly url: string; readonly keysDir: string; readonly dataDir: string }

/**
 * Runs work on the database a command is meant for: that of `DATABASE_URL`, else the embedded one of the data folder —
 * the one a running server has started, when there is one.
 */
export async function withDatabase(call: Call, work: (database: Database) => Promise<Exit>): Promise<Exit> {
  const given = call.env['DATABASE_URL']
  const dataDir = dataDirOf(call)
  const running = given ?? (await joinPostgres(dataDir))
  const server = running ? undefined : await startPostgres({ dataDir, log: () => undefined })
  if (server && isRefused(server)) {
    call.sayNo(server)
    return 1
  }
  try {
    return await work({
      url: running ?? server?.url ?? '',
      keysDir: keyFolder(dataDir, { PITLAMP_KEYS: call.env['PITLAMP_KEYS'] }),
      dataDir,
    })
  } finally {
    await server?.stop()
  }
}
