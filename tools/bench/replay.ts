import { openDb } from '../../src/kit/db/db.ts'
import { openKeys } from '../../src/kit/keys/keys.ts'
import { makeApp } from '../../src/server/app.ts'
import { SESSION_OPTIONS, withClient } from './client.ts'
import { medianMs } from './numbers.ts'
import { recordStatements, type Statement } from './recorder.ts'

/** A database, and the folder of its keys. */
export type Kept = { readonly url: string; readonly keys: string }

/** The product as a function on a database, for as long as some work runs. */
export async function withApp<T>(
  { url, keys: folder }: Kept,
  work: (ask: (path: string, init: RequestInit) => Promise<string>) => Promise<T>,
): Promise<T> {
  const { db, close } = openDb(url, 2)
  const keys = openKeys(folder)
  const fail = ({ error }: { error: unknown }): void => console.error(error)
  const app = makeApp({ db, keys, dataDir: folder, clock: () => new Date(), log: fail })
  try {
    return await work(async (path, init) => {
      const response = await app.request(path, init)
      const text = await response.text()
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`)
      return text
    })
  } finally {
    await close()
    keys.close()
  }
}

/** What the product asks of the database to answer a path. */
const statementsOf = (kept: Kept, path: string, cookie: string): Promise<Statement[]> =>
  withApp(kept, async (ask) => {
    await ask(path, { headers: { cookie } })
    return (await recordStatements(() => ask(path, { headers: { cookie } }))).statements
  })

/** How long the database alone takes for what the product asks of it, and how many statements that is. */
export async function replayAsked(
  kept: Kept,
  path: string,
  cookie: string,
): Promise<{ ms: number; count: number }> {
  const statements = await statementsOf(kept, path, cookie)
  const ms = await withClient({ url: kept.url, options: SESSION_OPTIONS }, (client) =>
    medianMs(20, async () => {
      for (const statement of statements) await client.query({ ...statement, values: [...statement.values] })
    }),
  )
  return { ms, count: statements.length }
}
