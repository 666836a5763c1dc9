import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { RUN_LOGIN } from '../postgres/cluster.ts'

/** The migrated, empty database that test databases are copied from. */
export const TEMPLATE = 'pitlamp_template'

/** The same server's address with another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

/** The same address for the login a server runs with. */
export function asRunLogin(url: string, password: string): string {
  const changed = new URL(url)
  Object.assign(changed, { username: RUN_LOGIN, password })
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

/** A database of its own, copied from another that nobody is connected to. */
export async function copyDatabase(serverUrl: string, template = TEMPLATE): Promise<Clone> {
  const name = `pitlamp_test_${process.pid}_${randomBytes(4).toString('hex')}`
  await runSql(serverUrl, `create database ${name} template ${template}`)
  return {
    url: withDatabase(serverUrl, name),
    drop: () => runSql(serverUrl, `drop database if exists ${name} with (force)`),
  }
}

/** Lets a database's owner write rows without their journal from now on, on new connections. */
export const unguard = ({ url }: Clone): Promise<void> =>
  runSql(url, `alter database ${new URL(url).pathname.slice(1)} set pitlamp.unguarded = on`)

/** A database for one test file; its owner writes rows without their journal, to set things up. */
export async function cloneDatabase(serverUrl: string): Promise<Clone> {
  const clone = await copyDatabase(serverUrl)
  await unguard(clone)
  return clone
}
