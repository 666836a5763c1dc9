import type pg from 'pg'
import { records } from '../../src/server/records.ts'

/** A table whose rows are sealed. */
export type Place = {
  readonly table: string
  /** The column by which `verify` names a row: its id, that of the record it belongs to, or its place in the log. */
  readonly names: string
  /** Whether the row is sealed as a whole, together with its neighbours of the same record. */
  readonly whole: boolean
  readonly columns: readonly Column[]
  /** Its columns that are not sealed. */
  readonly left: readonly string[]
  /** Columns that tell its rows apart and give them an order. */
  readonly order: readonly string[]
  readonly rows: number
}

/**
 * A sealed column. `send`: the function that gives a value as its bytes; `zero`: the bytes of the value that is nothing; `head`: how many
 * bytes before the value only say how it is written.
 */
export type Column = {
  readonly name: string
  readonly send: string
  readonly nullable: boolean
  readonly zero: Buffer
  readonly head: number
}

/** Columns that are left out by design, as `table.column`: what changes without an action, and when a witness's line came in: it tells its own time. */
export const UNSEALED: readonly string[] = [
  ...records.flatMap(({ table, unsealed = {} }) =>
    Object.keys(unsealed).map((column) => `${table}.${column}`),
  ),
  'journal_cosignature.at',
  'journal_former_cosignature.at',
]

/**
 * Tables of the journal that are left out by design. `journal_reader`: how far each reader has come in what it derives, which it does anew
 * from wherever it is set back to; `verify` says when one stands beyond the log. `journal_due`: what a transaction still has to seal; empty
 * when it ends.
 */
export const UNKEPT: readonly string[] = ['journal_reader', 'journal_due']

type Known = Pick<Place, 'table' | 'names' | 'whole'>

const JOURNAL: readonly Known[] = [
  { table: 'journal_entry', names: 'id', whole: false },
  { table: 'journal_leaf', names: 'idx', whole: false },
  { table: 'journal_pending', names: 'entry_id', whole: false },
  { table: 'journal_head', names: 'mine_id', whole: false },
  { table: 'journal_checkpoint', names: 'size', whole: false },
  { table: 'journal_cosignature', names: 'size', whole: false },
  { table: 'journal_former_leaf', names: 'idx', whole: false },
  { table: 'journal_former_checkpoint', names: 'size', whole: false },
  { table: 'journal_former_cosignature', names: 'size', whole: false },
]

const KNOWN: readonly Known[] = [
  ...records.flatMap(({ table, parts = [] }) => [
    { table, names: 'id', whole: false },
    ...parts.map((part) => ({ table: part.table, names: part.key, whole: true })),
  ]),
  ...JOURNAL,
]

const COLUMNS = `
  select a.attname as name, t.typsend::regproc::text as send, not a.attnotnull as nullable, greatest(t.typlen, 0) as bytes
  from pg_attribute a join pg_type t on t.oid = a.atttypid
  where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`

const ORDER = `
  select a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
  where i.indexrelid = (select indexrelid from pg_index where indrelid = $1::regclass and indisunique and indpred is null
    order by indisprimary desc, indexrelid limit 1)
  order by array_position(i.indkey::int[], a.attnum::int)`

type Row = {
  readonly name: string
  readonly send: string
  readonly nullable: boolean
  readonly bytes: number
}

async function readPlace(db: pg.Client, known: Known): Promise<Place> {
  const { table } = known
  const { rows } = await db.query<Row>(COLUMNS, [table])
  const { rows: order } = await db.query<{ name: string }>(ORDER, [table])
  const { rows: counted } = await db.query<{ rows: number }>(`select count(*)::int as rows from ${table}`)
  const isLeft = ({ name }: Row): boolean => UNSEALED.includes(`${table}.${name}`)
  const left = rows.filter(isLeft).map(({ name }) => name)
  const columns = rows
    .filter((row) => !isLeft(row))
    .map(({ bytes, ...column }) => ({
      ...column,
      zero: Buffer.alloc(bytes),
      head: column.send === 'jsonb_send' ? 1 : 0,
    }))
  return { ...known, columns, left, order: order.map(({ name }) => name), rows: counted[0]?.rows ?? 0 }
}

const LOG_TABLES = `select relname as table from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r' and relname like 'journal\\_%'`

/** Throws for a table of the journal that nobody would change here. */
async function missNone(db: pg.Client): Promise<void> {
  const known = new Set<string>([...KNOWN.map(({ table }) => table), ...UNKEPT])
  const { rows } = await db.query<{ table: string }>(LOG_TABLES)
  const missed = rows.find(({ table }) => !known.has(table))
  if (missed) throw new Error(`${missed.table} is not looked at`)
}

/**
 * Every sealed table with its sealed columns; throws when one has no rows, since nothing could be changed in it, and when one is left out
 * without a reason.
 */
export async function readPlaces(db: pg.Client): Promise<Place[]> {
  await missNone(db)
  const places: Place[] = []
  for (const known of KNOWN) places.push(await readPlace(db, known))
  const empty = places.find(({ rows }) => rows === 0)
  if (empty) throw new Error(`the world has no rows in ${empty.table}`)
  return places
}

const CONSTRAINTS = `
  select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_indexdef(nullif(conindid, 0)) as index
  from pg_constraint where connamespace = 'public'::regnamespace and contype in ('f', 'c', 'x', 'u', 'p')
  order by contype <> 'f'`
const UNIQUE = `
  select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as index from pg_index i
  join pg_class c on c.oid = i.indrelid where i.indisunique and c.relnamespace = 'public'::regnamespace`

const GENERATED = `
  select attrelid::regclass::text as table, quote_ident(attname) as name from pg_attribute
  where attgenerated = 's' and attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`

/** An index like a unique one, that lets everything in. */
const plain = (index: string): string => index.replace(/^CREATE UNIQUE INDEX \S+ ON/, 'CREATE INDEX ON')

/** Takes away every constraint and trigger that would stop somebody who owns the database, and does not slow it down. */
export async function unbind(db: pg.Client): Promise<void> {
  await db.query('set session_replication_role = replica')
  const { rows: generated } = await db.query<{ table: string; name: string }>(GENERATED)
  for (const { table, name } of generated)
    await db.query(`alter table ${table} alter column ${name} drop expression`)
  const { rows } = await db.query<{ table: string; name: string; index: string | null }>(CONSTRAINTS)
  for (const { table, name, index } of rows) {
    await db.query(`alter table ${table} drop constraint ${name}`)
    if (index?.startsWith('CREATE UNIQUE')) await db.query(plain(index))
  }
  const { rows: left } = await db.query<{ name: string; index: string }>(UNIQUE)
  for (const { name, index } of left) {
    await db.query(`drop index ${name}`)
    await db.query(plain(index))
  }
}
