import type { Day } from '../../kit/day.ts'
import type { Db, Tables, Tx } from '../../kit/db/db.ts'
import type { Json } from '../rules/jcs.ts'
import { ask, exactly, named } from './statement.ts'

/** Rows that belong to a record and are sealed with it, as one field: a meeting's roll call. */
export type Part = {
  /** The field's name. */
  readonly name: string
  readonly table: keyof Tables
  /** Its column that holds the record's id. */
  readonly key: string
  /** A column that differs between a record's rows. */
  readonly orderBy: string
  /** Columns added by a later migration: left out where they are null, so that rows sealed before are sealed the same. */
  readonly later?: readonly string[]
}

/**
 * When the thing a record tells of took place: a day in a column of its table, or, with `through`, of the row of another table that
 * one of its columns names. `begun`: actions that only begin the record; it is recorded by the first other one.
 */
export type Happened = {
  readonly column: string
  readonly through?: { readonly table: keyof Tables; readonly key: string }
  readonly begun?: readonly string[]
  /** Left out: not counted in lists of what came late, as what it belongs to is. */
  readonly counted?: Counted
}

/**
 * What a table itself says of when its records were made: the first of the columns `at` that is set, `source` the column that says
 * `import`, `open` a column and the state in which a record is only begun.
 */
export type Counted = {
  readonly at: readonly string[]
  readonly source?: string
  readonly open?: { readonly column: string; readonly state: string }
}

/**
 * A table whose records are journaled, declared by the slice that owns it. Every column but `mine_id` is a field. Records have an
 * `id` column of their own, unlike any other record's. Numbers are whole. A column added by a later migration starts as null, a part as
 * empty.
 */
export type Journaled = {
  readonly table: keyof Tables
  /** The column with the unit a record belongs to; null: it belongs to the mine. */
  readonly scope: string | null
  /** The column with the person whose key seals what opens the record; null: the unit's key, else the mine's. */
  readonly person: string | null
  readonly parts?: readonly Part[]
  /** Left out: records of things that take place by being recorded. */
  readonly happened?: Happened
  /** The column with the mine, where it is not `mine_id`. */
  readonly mine?: string
  /** Columns that change without an action (a counter of failed sign-ins) and are left out; each with why. */
  readonly unsealed?: Readonly<Record<string, string>>
}

/** A record as the journal sees it. */
export type JournaledRow = {
  readonly id: string
  readonly scope: string | null
  /** Whose key seals the record. */
  readonly owner: string
  /** Its fields, in order. */
  readonly names: readonly string[]
  readonly get: (name: string) => Json
  /** The record's latest revision; 0 when it has none. */
  readonly rev: number
}

type Raw = Readonly<Record<string, Json>> & {
  readonly id: string
  readonly scope: string | null
  readonly owner: string
  readonly rev: number
  readonly zone: string
  readonly row: Readonly<Record<string, Json>>
}

const columnOf = (column: string | null): string => (column ? `t.${named(column)}` : 'null::uuid')

const dropNull = (column: string): string =>
  ` - case when p.${named(column)} is null then '${column}' else '' end`

/** Ordered by the text of the column, byte by byte: the same on every server, whatever its language. */
const partOf = ({ name, table, key, orderBy, later = [] }: Part): string => `
  (select coalesce(json_agg(to_jsonb(p) - 'mine_id'${later.map(dropNull).join('')} order by p.${named(orderBy)}::text collate "C"), '[]')
     from ${named(table)} p where p.mine_id = $1 and p.${named(key)} = t.id) as ${named(`part_${name}`)}`

function statementFor(of: Journaled): string {
  const [scope, person] = [columnOf(of.scope), columnOf(of.person)]
  const parts = (of.parts ?? []).map((part) => `,${partOf(part)}`).join('')
  return `
select t.id, ${scope} as scope, coalesce(${person}, ${scope}, $1::uuid) as owner,
  coalesce((select e.rev from journal_entry e where e.mine_id = $1 and e.subject = t.id
             order by e.rev desc limit 1), 0) as rev,
  current_setting('TimeZone') as zone, to_json(t) as row${parts}
from (select distinct id from unnest($2::uuid[]) id) n cross join lateral (
  select * from ${named(of.table)} t where t.${named(of.mine ?? 'mine_id')} = $1 and ${exactly('t.id', 'n.id')}) t`
}

const statements = new WeakMap<Journaled, string>()
function statementOf(of: Journaled): string {
  const known = statements.get(of)
  const statement = known ?? statementFor(of)
  if (!known) statements.set(of, statement)
  return statement
}

/** A record's fields by the order of canonical JSON; every row of a statement has the same. */
function namesOf(of: Journaled, { row }: Raw): string[] {
  const left = new Set(['mine_id', ...Object.keys(of.unsealed ?? {})])
  const parts = (of.parts ?? []).map(({ name }) => name)
  return [...Object.keys(row).filter((name) => !left.has(name)), ...parts].sort()
}

function rowOf(raw: Raw, names: readonly string[]): JournaledRow {
  if (raw.zone !== 'UTC') throw new Error(`the session's time zone is ${raw.zone}, not UTC`)
  const { id, scope, owner, rev, row } = raw
  const get = (name: string): Json => row[name] ?? raw[`part_${name}`] ?? null
  return { id, scope, owner, rev, names, get }
}

/** Reads records back as they stand now, in no order; those that are gone are left out. */
export async function listJournaledRows(
  db: Db | Tx,
  of: Journaled,
  mineId: string,
  ids: readonly string[],
): Promise<JournaledRow[]> {
  const raws = await ask<Raw>(db, statementOf(of), [mineId, ids])
  const [first] = raws
  const names = first ? namesOf(of, first) : []
  return raws.map((raw) => rowOf(raw, names))
}

/** The day a record tells of, as SQL, null where it names none; in a statement in which its table goes by `t`. */
export function happenedOf({ happened }: Journaled): string {
  if (!happened) return 'null::date'
  const { column, through } = happened
  if (!through) return `t.${named(column)}`
  const { table, key } = through
  return `(select h.${named(column)} from ${named(table)} h where h.mine_id = t.mine_id and h.id = t.${named(key)})`
}

/** The day one record tells of; undefined where it names none or is gone. */
export async function findHappened(
  db: Db | Tx,
  of: Journaled,
  mineId: string,
  id: string,
): Promise<Day | undefined> {
  const find = `select ${happenedOf(of)} as day from ${named(of.table)} t where t.${named(of.mine ?? 'mine_id')} = $1 and t.id = $2`
  const [row] = await ask<{ day: Day | null }>(db, find, [mineId, id])
  return row?.day ?? undefined
}
