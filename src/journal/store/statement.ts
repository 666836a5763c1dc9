import { CompiledQuery } from 'kysely'
import type { Db, Tx } from '../../kit/db/db.ts'

/** Runs one statement as it is written; its text is prepared once for each connection. */
export async function ask<Row>(db: Db | Tx, text: string, values: readonly unknown[]): Promise<Row[]> {
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))
  return rows
}

const NAME = /^[a-z][a-z0-9_]*$/

/** A table's or column's name inside a statement. Throws for anything that is not a plain one. */
export function named(name: string): string {
  if (!NAME.test(name)) throw new Error(`not a plain name: ${name}`)
  return `"${name}"`
}

/**
 * `column = value` for the end of a one-row lookup, so put that only the index on the column serves it. Until a table is analysed the
 * planner takes a mine for a handful of rows, and with a plain `=` any index that begins with the mine looks as good: it would read the
 * whole mine for each row.
 */
export const exactly = (column: string, value: string): string =>
  `${column} between ${value} and ${value} order by ${column} limit 1`

/** The largest number of leaves that can be told from the next one. */
export const MOST_LEAVES = Number.MAX_SAFE_INTEGER

/** A number of leaves, or a leaf's, as somebody may have changed it: beyond what can be told apart it comes as the nearest that can. */
export const told = (column: string): string =>
  `case when ${column} is not null then least(greatest(${column}, -${MOST_LEAVES}), ${MOST_LEAVES}) end`

/** An instant as microseconds since 1970, exact for thousands of years; null for one that is infinite. */
export const micros = (column: string): string =>
  `case when isfinite(${column}) then (extract(epoch from ${column}) * 1000000)::float8 end`
