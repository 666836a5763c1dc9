import type { Tx } from '../../../kit/db/db.ts'
import type { Entry } from '../../rules/leaf.ts'
import type { Journaled } from '../journaled.ts'
import { ask } from '../statement.ts'

/** Which fields an entry of each table commits to, sorted and joined; by that the table of a leaf is known again. */
export type Shapes = readonly { readonly of: Journaled; readonly fields: string }[]

const COLUMNS = `
select table_name as table, array_agg(column_name::text) as columns
from information_schema.columns where table_schema = 'public' group by table_name`

const joined = (names: readonly string[]): string => [...names].sort().join()

/** The shapes of all records, as the tables are now. */
export async function listShapes(tx: Tx, records: readonly Journaled[]): Promise<Shapes> {
  const rows = await ask<{ table: string; columns: string[] }>(tx, COLUMNS, [])
  const columns = new Map(rows.map((row) => [row.table, row.columns]))
  return records.map((of) => {
    const left = new Set(['mine_id', ...Object.keys(of.unsealed ?? {})])
    const own = (columns.get(of.table) ?? []).filter((name) => !left.has(name))
    return { of, fields: joined([...own, ...(of.parts ?? []).map(({ name }) => name)]) }
  })
}

const LATEST =
  'select record from journal_entry where mine_id = $1 and subject = $2 order by rev desc limit 1'
const BY_KIND = 'select distinct record from journal_entry where mine_id = $1 and kind = $2'

/** The table of a leaf's record: that of the record's revisions before, else the one that has its fields. Throws when none has. */
export async function findTable(tx: Tx, mineId: string, shapes: Shapes, entry: Entry): Promise<string> {
  const [before] = await ask<{ record: string }>(tx, LATEST, [mineId, entry.subject])
  if (before) return before.record
  const fields = joined(Object.keys(entry.fields))
  const fitting = shapes.filter((shape) => shape.fields === fields).map(({ of }) => String(of.table))
  const ofKind = fitting.length > 1 ? await ask<{ record: string }>(tx, BY_KIND, [mineId, entry.kind]) : []
  const found = fitting.find((table) => ofKind.some(({ record }) => record === table)) ?? fitting[0]
  if (!found) throw new Error(`no table has the fields of a leaf of ${entry.kind}`)
  return found
}
