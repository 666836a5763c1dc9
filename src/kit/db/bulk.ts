import { type Selectable, sql } from 'kysely'
import { sent, slices } from './ahead.ts'
import type { Tables, Tx } from './db.ts'

type Row<T extends keyof Tables> = Selectable<Tables[T]>

/** A row as PostgreSQL reads it from JSON: bytes as `\x…`, half characters (lone surrogates) as U+FFFD, as everywhere else. */
function plain(row: object): object {
  const copy: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(row)) {
    if (typeof value === 'string') copy[name] = value.toWellFormed()
    else copy[name] = Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value
  }
  return copy
}

const asJson = (rows: readonly object[]): string => JSON.stringify(rows.map(plain))

const MANY = 500

/** Whether a table holds fewer rows, as far as the planner knows, than are about to be added. */
async function willGrow(tx: Tx, table: string, count: number): Promise<boolean> {
  if (count < MANY) return false
  const { rows } = await sql<{ small: boolean }>`
    select reltuples < ${count} as small from pg_class where oid = ${table}::regclass`.execute(tx)
  return rows[0]?.small ?? false
}

/** Tells the planner how large a table is now, and has every plan that reads it made anew, those of foreign-key checks too. */
const measure = (tx: Tx, table: string): Promise<unknown> =>
  sql`select measure(${table}::regclass, 'mine_id')`.execute(tx)

const AT_ONCE = 500

/**
 * Adds whole rows, made slice by slice while the database adds those before. Where they outnumber what was there, the planner is told
 * before and after: plans made for an almost empty table read it whole once for each row.
 */
export async function insertMade<T extends keyof Tables & string, Of>(
  tx: Tx,
  table: T,
  of: readonly Of[],
  make: (some: readonly Of[]) => readonly Row<T>[],
): Promise<void> {
  const grows = await willGrow(tx, table, of.length)
  if (grows) await measure(tx, table)
  let before: Promise<unknown> | undefined
  for (const some of slices(of, AT_ONCE)) {
    if (before) await sent(before)
    const rows = asJson(make(some))
    const insert = sql`insert into ${sql.table(table)}
      select * from json_populate_recordset(null::${sql.table(table)}, ${rows}::json)`
    await before
    before = insert.execute(tx)
  }
  await before
  if (grows) await measure(tx, table)
}

/** Adds whole rows, hundreds in one statement; see `insertMade`. */
export const insertRows = <T extends keyof Tables & string>(
  tx: Tx,
  table: T,
  rows: readonly Row<T>[],
): Promise<void> => insertMade(tx, table, rows, (some) => some)

/** Writes the named columns of rows found by `mine_id` and `id`, thousands in one statement. */
export async function updateRows<
  T extends keyof Tables & string,
  C extends Exclude<keyof Row<T> & string, 'id' | 'mine_id'>,
>(
  tx: Tx,
  table: T,
  columns: readonly [C, ...C[]],
  rows: readonly Pick<Row<T>, Extract<keyof Row<T>, C | 'id' | 'mine_id'>>[],
): Promise<void> {
  if (rows.length === 0) return
  const set = columns.map((column) => sql`${sql.ref(column)} = changed.${sql.ref(column)}`)
  await sql`update ${sql.table(table)} as kept set ${sql.join(set)}
    from json_populate_recordset(null::${sql.table(table)}, ${asJson(rows)}::json) as changed
    where kept.mine_id = changed.mine_id and kept.id = changed.id`.execute(tx)
}
