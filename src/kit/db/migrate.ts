import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Refused, refuse } from '../refuse.ts'

const FOLDER = fileURLToPath(new URL('../../schema/', import.meta.url))
/** Taken by whoever changes the tables, so that servers starting together wait for one another. */
export const MIGRATION_LOCK = 7_418_202_6

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string }

async function listMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(`${folder}/${name}`, 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function runOne(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  await client.query(sql)
  await client.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum])
  await client.query('commit')
}

function dueAfter(ran: readonly { readonly name: string }[], migrations: readonly Migration[]): Migration[] {
  const done = new Set(ran.map(({ name }) => name))
  return migrations.filter(({ name }) => !done.has(name))
}

/** The migrations that a migrated database has still before it, by name. */
export async function listDue(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migration')
  return dueAfter(rows, await listMigrations(FOLDER)).map(({ name }) => name)
}

/** Whose migrations run, and how far: to the end, or up to the one named. */
export type Reach = { readonly folder?: string; readonly upTo?: string | undefined }

/**
 * Brings a database forward to the present tables; answers the names of the migrations that ran now.
 * Each runs in its own transaction; servers starting together wait for one another. Refuses when a migration that ran
 * was changed since, or is unknown here: the database is newer.
 */
export async function migrate(
  url: string,
  { folder = FOLDER, upTo }: Reach = {},
): Promise<string[] | Refused<'other-migrations'>> {
  const migrations = await listMigrations(folder)
  const client = new pg.Client({
    connectionString: url,
    options: '-c timezone=UTC',
    connectionTimeoutMillis: 10_000,
  })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query(
      'create table if not exists migration (name text primary key, checksum text not null, at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from migration',
    )
    const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]))
    const strange = rows.find((row) => known.get(row.name) !== row.checksum)
    if (strange) return refuse('other-migrations', undefined, { migration: strange.name })
    const due = dueAfter(rows, migrations).filter(({ name }) => upTo === undefined || name <= upTo)
    for (const migration of due) await runOne(client, migration)
    return due.map((migration) => migration.name)
  } finally {
    await client.end()
  }
}
