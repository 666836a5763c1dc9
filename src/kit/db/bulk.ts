import { type Selectable, sql } from 'kysely'
import type { Tables, Tx } from './db.ts'

type Row<T extends keyof Tables> = Selectable<Tables[T]>

/** A row as PostgreSQL reads it from JSON: bytes as `\x…`. */
function plain(row: object): object {
  const copy: Record<string, unknown> = { ...row }
  for (const [name, value] of Object.entries(copy))
    if (Buffer.isBuffer(value)) copy[name] = `\\x${value.toString('hex')}`
  return copy
}

const asJson = (rows: readonly object[]): string => JSON.stringify(rows.map(plain))

const MANY = 500

/**
 * Has plans made anew that were made while a table was almost empty: PostgreSQL keeps those of its own foreign-key checks, which then read
 * the whole table once for each row. Costs nothing where the table is large already.
 */
async function renewPlans(tx: Tx, table: string, count: number): Promise<void> {
  if (count < MANY) return
  const { rows } = await sql<{ small: boolean }>`
    select reltuples < ${count} as small from pg_class where oid = ${table}::regclass`.execute(tx)
  if (rows[0]?.small) await sql`analyze ${sql.table(table)}`.execute(tx)
}

/** Adds whole rows, thousands in one statement. */
export async function insertRows<T extends keyof Tables & string>(
  tx: Tx,
  table: T,
  rows: readonly Row<T>[],
): Promise<void> {
  if (rows.length === 0) return
  await renewPlans(tx, table, rows.length)
  await sql`insert into ${sql.table(table)}
    select * from json_populate_recordset(null::${sql.table(table)}, ${asJson(rows)}::json)`.execute(tx)
}

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
