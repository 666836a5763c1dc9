import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../../src/kit/db/migrate.ts'
import { startPostgres } from '../../src/kit/postgres/launch.ts'
import { makeFolder } from '../../src/kit/postgres/place.ts'
import { isRefused } from '../../src/kit/refuse.ts'
import { type Clone, copyDatabase, runSql, withDatabase } from '../../src/kit/test/clone.ts'

/** Where measures are taken: the database of `npm start`, with its settings, in a folder of its own. */
export type Ground = {
  /** A folder for files, gone at the end. */
  readonly home: string
  /** Tiny counts, to see that the measures work at all: the figures say nothing. */
  readonly small: boolean
  /** A migrated, empty database; or a copy of another, which nobody may be connected to. */
  readonly makeDatabase: (from?: string) => Promise<Clone>
  /** Writes out what other work left behind, so that it is not charged to the next. */
  readonly settle: () => Promise<void>
}

const TEMPLATE = 'bench_template'

/** Starts the ground, lets work stand on it, and clears it away. */
export async function onGround<T>(small: boolean, work: (ground: Ground) => Promise<T>): Promise<T> {
  const home = makeFolder(join(tmpdir(), `pitlamp-bench-${randomBytes(4).toString('hex')}`))
  const server = await startPostgres({ dataDir: join(home, 'data'), log: () => undefined })
  if (isRefused(server)) throw new Error(`no database: ${server.refused} ${JSON.stringify(server.facts)}`)
  const clear = async (): Promise<void> => {
    await server.stop()
    for (const folder of [server.home, home]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void clear().then(() => process.exit(130)))
  try {
    await runSql(server.url, `create database ${TEMPLATE}`)
    await migrate(withDatabase(server.url, TEMPLATE))
    const makeDatabase = (from?: string): Promise<Clone> =>
      copyDatabase(server.url, from ? new URL(from).pathname.slice(1) : TEMPLATE)
    const settle = (): Promise<void> => runSql(server.url, 'checkpoint')
    return await work({ home, small, makeDatabase, settle })
  } finally {
    await clear()
  }
}
