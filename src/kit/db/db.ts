import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Tables } from '../../schema/tables.ts'

export type { Tables }
/** Something to read from: the pool or a running transaction. */
export type Db = Kysely<Tables>
/** A running transaction: every write takes one. */
export type Tx = Transaction<Tables>

const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text)
types.setTypeParser(pg.types.builtins.INT8, (text: string) => {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new Error(`beyond a safe integer: ${text}`)
  return number
})
const DATE_ARRAY = 1182
const TEXT_ARRAY = 1009
types.setTypeParser(DATE_ARRAY as never, pg.types.getTypeParser(TEXT_ARRAY as never, 'text'))

/** Statements are prepared once per connection and reused; a statement text is its own name. */
const names = new Map<string, string>()
const MOST_NAMES = 800
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= MOST_NAMES) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 32)
  names.set(text, name)
  return name
}

type Client = { query: (sql: string, values: readonly unknown[]) => Promise<never>; release: () => void }

function preparing(client: pg.PoolClient): Client {
  return {
    query: (sql, values) => {
      const name = values.length > 0 ? nameOf(sql) : undefined
      return client.query({ ...(name && { name }), text: sql, values: [...values] }) as Promise<never>
    },
    release: () => client.release(),
  }
}

export type Opened = { readonly db: Db; readonly pool: pg.Pool; readonly close: () => Promise<void> }

/** Opens a pool on a database. Days come as `YYYY-MM-DD`, 64-bit numbers as safe integers, instants as Date; the session is in UTC, and has other settings as told. */
export function openDb(url: string, most = 20, settings: Readonly<Record<string, string>> = {}): Opened {
  const all = { timezone: 'UTC', plan_cache_mode: 'force_generic_plan', ...settings }
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    types,
    connectionTimeoutMillis: 10_000,
    options: Object.entries(all)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  })
  pool.on('error', () => {}) // an idle connection lost with its server: the next query reports it
  pool.on('connect', (client) => client.on('error', () => {})) // the same between two statements of a transaction
  const connect = async (): Promise<Client> => preparing(await pool.connect())
  const db: Db = new Kysely({
    dialect: new PostgresDialect({ pool: { connect, end: () => pool.end() } as never }),
  })
  return { db, pool, close: () => db.destroy() }
}
