import type pg from 'pg'
import type { Random } from '../seeded.ts'
import type { Place } from './places.ts'

/** What is done to whole rows. */
export const MEDDLINGS = ['delete', 'insert', 'swap', 'truncate'] as const
export type Meddling = (typeof MEDDLINGS)[number]

/** Rows that were meddled with, by what `verify` names them. */
export type Meddled = {
  readonly table: string
  readonly what: string
  readonly rows: readonly string[]
  readonly undo: () => Promise<void>
  /** By which table `verify` sees that the whole one is gone. */
  readonly emptied?: string
}

/** Tables that are missed as a whole by another: a log without leaves by what was signed, checkpoints by the signer's memory of the last. */
const SEEN_BY: Readonly<Record<string, string>> = {
  mine: 'person',
  journal_entry: 'journal_leaf',
  journal_leaf: 'journal_checkpoint',
  journal_former_leaf: 'journal_former_checkpoint',
  journal_checkpoint: 'journal_checkpoint',
  journal_pending: 'journal_entry',
}

type Row = { readonly at: string; readonly row: string; readonly whole: string }

const rowOf = ({ names }: Place): string => `ctid::text as at, ${names}::text as row, t::text as whole`

async function drawRow(db: pg.Client, place: Place, random: Random): Promise<Row> {
  const read = `select ${rowOf(place)} from ${place.table} t order by ${place.order.join(', ')} offset $1 limit 1`
  const { rows } = await db.query<Row>(read, [random.below(place.rows)])
  const [row] = rows
  if (!row) throw new Error(`no row in ${place.table}`)
  return row
}

/**
 * Rows nobody here misses: what a witness signed is kept by the witness, and the last checkpoint of a log that ended stands in the sealed
 * record of its end.
 */
const UNMISSED = new Set(['journal_cosignature', 'journal_former_cosignature', 'journal_former_checkpoint'])

/**
 * By what `verify` names a row that is gone: a checkpoint is missed by the one after it. Undefined for the last one: the signer's own
 * memory has it and puts it back.
 */
async function missedAs(db: pg.Client, { table }: Place, row: string): Promise<string | undefined> {
  if (UNMISSED.has(table)) return undefined
  if (table !== 'journal_checkpoint') return row
  const after = 'select min(size)::text as row from journal_checkpoint where size > $1'
  const { rows } = await db.query<{ row: string | null }>(after, [row])
  return rows[0]?.row ?? undefined
}

async function deleteRow(db: pg.Client, place: Place, random: Random): Promise<Meddled | undefined> {
  const { table } = place
  const { at, row } = await drawRow(db, place, random)
  const missed = await missedAs(db, place, row)
  if (missed === undefined) return undefined
  await db.query(`create temp table kept as table ${table} with no data`)
  await db.query(
    `with gone as (delete from ${table} where ctid = '${at}' returning *) insert into kept table gone`,
  )
  const undo = async (): Promise<void> => {
    await db.query(`insert into ${table} table kept`)
    await db.query('drop table kept')
  }
  return { table, what: `a row deleted from ${table}`, rows: [missed], undo }
}

/** What a row that is put in has of its own. One that belongs to a record is simply there twice. */
const FRESH: Readonly<Record<string, string>> = {
  id: 'gen_random_uuid()',
  mine_id: 'gen_random_uuid()',
  entry_id: 'gen_random_uuid()',
  idx: '(select max(idx) + 1 from journal_leaf)',
  size: '(select max(size) + 1 from journal_checkpoint)',
}

async function insertRow(db: pg.Client, place: Place, random: Random): Promise<Meddled> {
  const { table, names, columns, left, whole } = place
  const { at } = await drawRow(db, place, random)
  const all = [...columns.map(({ name }) => name), ...left]
  const values = all.map((name) => (name === names && !whole ? FRESH[names] : name))
  const put = `insert into ${table} as t (${all.join(', ')}) select ${values.join(', ')} from ${table} where ctid = '${at}'
    returning ${rowOf(place)}`
  const { rows } = await db.query<Row>(put)
  const undo = async (): Promise<void> => {
    await db.query(`delete from ${table} where ctid = $1`, [rows[0]?.at])
  }
  return { table, what: `a row put into ${table}`, rows: rows.map(({ row }) => row), undo }
}

/** Exchanges a value between two rows; undefined when that leaves the same rows. */
async function swapRows(db: pg.Client, place: Place, random: Random): Promise<Meddled | undefined> {
  const { table } = place
  const [one, other] = [await drawRow(db, place, random), await drawRow(db, place, random)]
  if (one.at === other.at) return undefined
  const { name } = random.one(place.columns)
  const exchange = async (ats: readonly string[]): Promise<Row[]> => {
    const put = `update ${table} t set ${name} = o.${name} from ${table} o
      where t.ctid = any($1::tid[]) and o.ctid = any($1::tid[]) and o.ctid <> t.ctid returning t.ctid::text as at,
      t.${place.names}::text as row, t::text as whole`
    return (await db.query<Row>(put, [ats])).rows
  }
  const moved = await exchange([one.at, other.at])
  const undo = async (): Promise<void> => {
    await exchange(moved.map(({ at }) => at))
  }
  const before = new Set([one.whole, other.whole])
  if (moved.every(({ whole }) => before.has(whole))) {
    await undo()
    return undefined
  }
  return { table, what: `${table}.${name} swapped between two rows`, rows: [one.row, other.row], undo }
}

/** More rows than this are not each looked for: `verify` keeps its first thousand findings. */
const MOST_NAMED = 300

/** Empties a table. Of many rows none is looked for, only the table. */
async function emptyTable(db: pg.Client, { table, names }: Place): Promise<Meddled | undefined> {
  if (UNMISSED.has(table)) return undefined
  const { rows } = await db.query<{ row: string }>(`select distinct ${names}::text as row from ${table}`)
  await db.query(`create temp table kept as table ${table}`)
  await db.query(`truncate ${table}`)
  const undo = async (): Promise<void> => {
    await db.query(`insert into ${table} table kept`)
    await db.query('drop table kept')
  }
  const each = rows.length <= MOST_NAMED && !(table in SEEN_BY) ? rows.map(({ row }) => row) : []
  return { table, what: `${table} emptied`, rows: each, undo, emptied: SEEN_BY[table] ?? table }
}

/** Does something to a whole row, or two; undefined where that cannot be done: a table of one row has none to swap. */
export async function meddle(
  db: pg.Client,
  place: Place,
  { how, random }: { readonly how: Meddling; readonly random: Random },
): Promise<Meddled | undefined> {
  if (how === 'truncate') return emptyTable(db, place)
  if (how === 'delete') return deleteRow(db, place, random)
  return how === 'insert' ? insertRow(db, place, random) : swapRows(db, place, random)
}
