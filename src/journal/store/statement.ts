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
