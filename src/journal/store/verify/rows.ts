import type { Json } from '../../rules/jcs.ts'
import { commitField } from '../../rules/leaf.ts'
import { commit } from '../commit.ts'
import { type Journaled, type JournaledRow, listJournaledRows } from '../journaled.ts'
import { ask, named } from '../statement.ts'
import type { Latest } from './entries.ts'
import { attempt, type Checking, report } from './mine.ts'

/** Holds records against their latest entries. */
export async function checkRows(checking: Checking, latest: readonly Latest[]): Promise<void> {
  const known = new Map(checking.records.map((of) => [String(of.table), of]))
  for (const [table, entries] of Map.groupBy(latest, ({ entry }) => entry.record)) {
    const of = known.get(table)
    if (of) await checkTable(checking, of, entries)
    else for (const { entry } of entries) reportUnknown(checking, entry.id)
  }
}

function reportUnknown(checking: Checking, id: string): void {
  if (checking.findings.blames(id)) return
  report(checking, { code: 'record-unknown', table: 'journal_entry', id, column: 'record' })
}

async function checkTable(checking: Checking, of: Journaled, latest: readonly Latest[]): Promise<void> {
  const { tx, mineId, counts } = checking
  const ids = latest.map(({ entry }) => entry.subject)
  const rows = await listJournaledRows(tx, of, mineId, ids)
  const byId = new Map(rows.map((row) => [row.id, row]))
  counts.rows += rows.length
  for (const { entry, salts } of latest) {
    const row = byId.get(entry.subject)
    const isGone = Object.keys(entry.fields).length === 0
    const found = { table: of.table, id: entry.subject }
    if (isGone && row) report(checking, { code: 'row-returned', ...found })
    if (!isGone && !row) report(checking, { code: 'row-missing', ...found })
    if (!isGone && row && salts) compareFields(checking, of, { row, fields: entry.fields, salts })
  }
}

type Opened = {
  readonly row: JournaledRow
  readonly fields: Readonly<Record<string, string>>
  readonly salts: Map<string, Uint8Array>
}

/** A part that was added by a later migration starts empty. */
const isEmpty = (value: Json): boolean => Array.isArray(value) && value.length === 0

function compareFields(checking: Checking, of: Journaled, { row, fields, salts }: Opened): void {
  const partTables = new Map((of.parts ?? []).map(({ name, table }) => [name, table]))
  const changed = (column: string): void =>
    report(checking, { code: 'row-changed', table: partTables.get(column) ?? of.table, id: row.id, column })
  for (const name of row.names) {
    const salt = salts.get(name)
    const value = row.get(name)
    const same = salt
      ? attempt(() => commitField(salt, name, value, commit)) === fields[name]
      : value === null || (partTables.has(name) && isEmpty(value))
    if (!same) changed(name)
  }
  const names = new Set(row.names)
  for (const name of Object.keys(fields)) if (!names.has(name)) changed(name)
}

const MOST_AT_ONCE = 1000

/** Reports records that were never sealed. */
export async function checkUnsealed(checking: Checking, of: Journaled): Promise<void> {
  const mine = named(of.mine ?? 'mine_id')
  const find = `
    select t.id from ${named(of.table)} t left join lateral (
      select e.subject from journal_entry e where e.mine_id = $1 and e.subject between t.id and t.id
      order by e.subject, e.rev limit 1) e on true
    where t.${mine} = $1 and e.subject is null limit $2`
  const rows = await ask<{ id: string }>(checking.tx, find, [checking.mineId, MOST_AT_ONCE])
  for (const { id } of rows) report(checking, { code: 'row-unsealed', table: of.table, id })
}

const LISTS = `
select c.relname as table, a.attname as column
from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and t.typcategory = 'A'
  and c.relname = any($1::text[])`

/** Reports lists that are counted from another place than one: what a leaf commits to does not show that, and a statement would. */
export async function checkLists(checking: Checking): Promise<void> {
  const { tx, mineId } = checking
  const own = checking.records.flatMap(({ table, mine = 'mine_id', parts = [] }) => [
    { table: String(table), mine, id: 'id' },
    ...parts.map((part) => ({ table: String(part.table), mine: 'mine_id', id: String(part.key) })),
  ])
  const lists = await ask<{ table: string; column: string }>(tx, LISTS, [own.map(({ table }) => table)])
  for (const { table, mine, id } of own)
    for (const { column } of lists.filter((list) => list.table === table)) {
      const find = `select ${named(id)} as id from ${named(table)}
        where ${named(mine)} = $1 and array_lower(${named(column)}, 1) <> 1 limit $2`
      for (const row of await ask<{ id: string }>(tx, find, [mineId, MOST_AT_ONCE]))
        report(checking, { code: 'row-changed', table, id: row.id, column })
    }
}
