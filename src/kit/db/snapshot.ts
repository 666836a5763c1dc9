import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { finished, pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { isRefused, type Refused, refuse } from '../refuse.ts'
import { migrate } from './migrate.ts'

/**
 * A snapshot is one gzipped text file: a line of JSON that names it, then for each table a line of JSON
 * `{table, columns}` and its rows as COPY writes them, ended by `\.`; last a line with the row counts and a SHA-256 of all before.
 */
const FORMAT = 'pitlamp-snapshot-1'

export type Counted = { readonly tables: Readonly<Record<string, number>>; readonly rows: number }

const TABLES = `
  select c.relname as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where n.nspname = 'public' and c.relkind = 'r' and c.relpersistence = 'p' and c.relname <> 'migration'
  group by c.oid, c.relname order by c.relname`

type Table = { readonly name: string; readonly columns: string[] }

const listTables = async (client: pg.Client): Promise<Table[]> => (await client.query<Table>(TABLES)).rows

/** Takes away every table, view and routine of ours; what an extension brought stays. */
const DROP_ALL = `
  do $$ declare one text; begin
    for one in select format('drop %s %s cascade', case relkind when 'v' then 'view' else 'table' end, oid::regclass) from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')
        and not exists (select from pg_depend d where d.objid = pg_class.oid and d.deptype = 'e') order by relkind desc
    loop execute one; end loop;
    for one in select format('drop routine %s cascade', oid::regprocedure) from pg_proc
      where pronamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.objid = pg_proc.oid and d.deptype = 'e')
    loop execute one; end loop;
  end $$`

const FOREIGN_KEYS = `
  select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as says from pg_constraint
  where contype = 'f' and connamespace = 'public'::regnamespace`

/** Lets tables that refer to one another, in circles too, be filled in any order and without their triggers; all holds again at the end. */
async function unbound(
  client: pg.Client,
  tables: readonly Table[],
  fill: () => Promise<boolean>,
): Promise<boolean> {
  const { rows: keys } = await client.query<{ table: string; name: string; says: string }>(FOREIGN_KEYS)
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`)
  for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`)
  if (!(await fill())) return false
  for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`)
  for (const { table, name, says } of keys)
    await client.query(`alter table ${table} add constraint ${name} ${says}`)
  return true
}

/** Writes one consistent snapshot of a database to a file, whole or not at all. Runs beside a working server. */
export async function writeSnapshot(url: string, file: string): Promise<Counted> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC -c datestyle=ISO' })
  await client.connect()
  const draft = `${file}.part`
  const gzip = createGzip()
  const written = pipeline(gzip, createWriteStream(draft, { mode: 0o600 }))
  written.catch(() => undefined) // it may fail before it is waited for
  const hash = createHash('sha256')
  const put = async (chunk: string | Uint8Array): Promise<void> => {
    hash.update(chunk)
    if (!gzip.write(chunk)) await Promise.race([once(gzip, 'drain'), written])
  }
  try {
    await client.query('begin isolation level repeatable read read only')
    const { rows: migrations } = await client.query('select name, checksum from migration order by name')
    await put(`${JSON.stringify({ format: FORMAT, migrations })}\n`)
    const tables: Record<string, number> = {}
    for (const { name, columns } of await listTables(client)) {
      await put(`${JSON.stringify({ table: name, columns })}\n`)
      const copy = client.query(copyTo(`copy ${name} (${columns.join(', ')}) to stdout`))
      for await (const chunk of copy) await put(chunk as Uint8Array)
      await put('\\.\n')
      tables[name] = copy.rowCount
    }
    const rows = Object.values(tables).reduce((sum, count) => sum + count, 0)
    gzip.end(`${JSON.stringify({ tables, sha256: hash.digest('hex') })}\n`)
    await written
    await flush(draft)
    await rename(draft, file)
    return { tables, rows }
  } finally {
    gzip.destroy()
    await written.catch(() => undefined)
    await rm(draft, { force: true })
    await client.end()
  }
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}

/** Takes out again whatever a snapshot brought in. Only for a database that was empty before. */
export async function emptyDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const names = (await listTables(client)).map(({ name }) => name)
    await client.query('begin')
    for (const name of names) await client.query(`alter table ${name} disable trigger user`)
    await client.query(`truncate ${names.join(', ')}`)
    for (const name of names) await client.query(`alter table ${name} enable trigger user`)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

type Head = { format: string; migrations: { name: string; checksum: string }[] }
type Section = { table: string; columns: string[] }
type Foot = { tables: Record<string, number>; sha256: string }
type Restored =
  | Counted
  | Refused<'not-a-snapshot' | 'snapshot-damaged' | 'database-not-empty' | 'other-migrations'>

const parse = <T>(line: string | undefined): T | undefined => {
  try {
    return line?.startsWith('{') ? (JSON.parse(line) as T) : undefined
  } catch {
    return undefined
  }
}

async function loadTable(
  client: pg.Client,
  section: Section,
  lines: AsyncIterator<string>,
  hash: (line: string) => void,
): Promise<boolean> {
  const into = client.query(copyFrom(`copy ${section.table} (${section.columns.join(', ')}) from stdin`))
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    hash(line.value)
    if (line.value === '\\.') {
      into.end()
      await finished(into)
      return true
    }
    if (!into.write(`${line.value}\n`)) await once(into, 'drain')
  }
  into.destroy()
  return false
}

/**
 * Brings a snapshot into an empty database, whole or not at all, one of an earlier version too: the tables of then are made, filled, and brought
 * forward.
 */
export async function readSnapshot(url: string, file: string): Promise<Restored> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC -c datestyle=ISO' })
  await client.connect()
  try {
    const { rows: used } = await client.query(
      "select 1 from information_schema.tables where table_schema = 'public' and table_name = 'mine'",
    )
    const { rows: mines } = used.length ? await client.query('select 1 from mine limit 1') : { rows: [] }
    if (mines.length > 0) return refuse('database-not-empty')
    const gunzip = createGunzip()
    createReadStream(file)
      .on('error', (error) => gunzip.destroy(error))
      .pipe(gunzip)
    const lines = createInterface({ input: gunzip, crlfDelay: 0 })[Symbol.asyncIterator]()
    return await load(client, url, lines)
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
    if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR') return refuse('not-a-snapshot')
    throw error
  } finally {
    await client.end()
  }
}

async function load(client: pg.Client, url: string, lines: AsyncIterator<string>): Promise<Restored> {
  const digest = createHash('sha256')
  const hash = (line: string): void => void digest.update(`${line}\n`)
  const first: string = (await lines.next()).value
  const head = parse<Head>(first)
  if (head?.format !== FORMAT) return refuse('not-a-snapshot')
  hash(first)
  const made = await makeTables(client, url, head)
  if (isRefused(made)) return made

  await client.query('begin')
  const tables = await listTables(client)
  const known = new Map(tables.map((table) => [table.name, table.columns.join()]))
  let counted: Counted | undefined
  const fill = async (): Promise<boolean> => {
    counted = await loadAll({ client, lines, known, hash, digest: () => digest.digest('hex') })
    return counted !== undefined
  }
  const isWhole = await unbound(client, tables, fill)
  await client.query(isWhole ? 'commit' : 'rollback')
  const migrated = await migrate(url)
  return counted && isRefused(migrated) ? migrated : (counted ?? refuse('snapshot-damaged'))
}

/** Makes the tables as they were when the snapshot was written; what is newer comes when they are filled. Newer tables that are there, empty, are made anew. */
async function makeTables(
  client: pg.Client,
  url: string,
  { migrations }: Head,
): Promise<string[] | Refused<'other-migrations'>> {
  const last = migrations.at(-1)?.name ?? ''
  const { rows: found } = await client.query("select to_regclass('public.migration') as there")
  const sql = 'select name from migration where name > $1'
  const newer = found[0]?.there ? (await client.query(sql, [last])).rows : []
  if (newer.length > 0) await client.query(DROP_ALL)
  const made = await migrate(url, { upTo: last })
  if (isRefused(made)) return made
  const ours = await client.query('select name, checksum from migration order by name')
  const differs = JSON.stringify(ours.rows) !== JSON.stringify(migrations)
  return differs ? refuse('other-migrations', undefined, { migration: last }) : made
}

type Loading = {
  readonly client: pg.Client
  readonly lines: AsyncIterator<string>
  /** The columns of each table. */
  readonly known: ReadonlyMap<string, string>
  readonly hash: (line: string) => void
  readonly digest: () => string
}

/** Fills all tables; undefined when the file does not hold what it says. */
async function loadAll({ client, lines, known, hash, digest }: Loading): Promise<Counted | undefined> {
  for (let line = await lines.next(); !line.done; line = await lines.next()) {
    const foot = parse<Foot>(line.value)
    if (foot?.sha256) {
      const rows = Object.values(foot.tables).reduce((sum, count) => sum + count, 0)
      return foot.sha256 === digest() ? { tables: foot.tables, rows } : undefined
    }
    const section = parse<Section>(line.value)
    if (!section || known.get(section.table) !== section.columns.join()) return undefined
    hash(line.value)
    if (!(await loadTable(client, section, lines, hash))) return undefined
  }
  return undefined
}
