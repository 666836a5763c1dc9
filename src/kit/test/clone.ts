import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** The migrated, empty database that test databases are copied from. */
export const TEMPLATE = 'pitlamp_template'

/** The same server's address with another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

export const adminUrl = (url: string): string => withDatabase(url, 'postgres')

/** Runs one statement on a connection of its own. */
export async function runSql(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

export type Clone = { readonly url: string; readonly drop: () => Promise<void> }

/** A database of its own for one test file, copied from the template. */
export async function cloneDatabase(serverUrl: string, template = TEMPLATE): Promise<Clone> {
  const name = `pitlamp_test_${process.pid}_${randomBytes(4).toString('hex')}`
  await runSql(serverUrl, `create database ${name} template ${template}`)
  return {
    url: withDatabase(serverUrl, name),
    drop: () => runSql(serverUrl, `drop database if exists ${name} with (force)`),
  }
}
