/** Describes src/schema/tables.ts, the row types of every table, from a migrated database. */
import pg from 'pg'

/** A table whose records go by another name in ids. */
const ID_NAMES: Record<string, string> = { org_unit: 'org' }
const idOf = (table: string): string => `Id<'${ID_NAMES[table] ?? table}'>`

const COLUMNS = `
  select c.table_name, c.column_name, case c.data_type when 'ARRAY' then c.udt_name else c.data_type end as data_type, c.is_nullable = 'YES' as nullable, c.column_default is not null as filled,
    (select max(f.relname) from pg_constraint k
       join pg_class t on t.oid = k.conrelid join pg_class f on f.oid = k.confrelid
       join pg_attribute a on a.attrelid = t.oid and a.attnum = k.conkey[array_length(k.conkey, 1)]
      where k.contype = 'f' and t.relname = c.table_name and a.attname = c.column_name) as target,
    (select max(pg_get_constraintdef(k.oid)) from pg_constraint k join pg_class t on t.oid = k.conrelid
      where k.contype = 'c' and t.relname = c.table_name
        and pg_get_constraintdef(k.oid) like 'CHECK ((' || c.column_name || ' = ANY (ARRAY[%') as choice
  from information_schema.columns c where c.table_schema = 'public'
  order by c.table_name collate "C", c.ordinal_position`

type Column = {
  table_name: string
  column_name: string
  data_type: string
  nullable: boolean
  filled: boolean
  target: string | null
  choice: string | null
}

const TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  boolean: 'boolean',
  integer: 'number',
  bigint: 'number',
  bytea: 'Buffer',
  date: 'Day',
  'timestamp with time zone': 'Date',
  jsonb: 'unknown',
  tsvector: 'string',
  _bytea: 'Buffer[]',
  _text: 'string[]',
  _uuid: 'string[]',
}

/** The exact type of a column's value: whose id it is, a day, or one of the words its check allows. */
function valueType(column: Column): string {
  if (column.column_name === 'mine_id') return idOf('mine')
  if (column.table_name === 'branch_of') return idOf('org_unit')
  if (column.target && column.data_type === 'uuid') return idOf(column.target)
  if (column.data_type === 'uuid' && column.column_name === 'id') return idOf(column.table_name)
  if (column.choice)
    return [...column.choice.matchAll(/'([^']+)'::text/g)].map((match) => `'${match[1]}'`).join(' | ')
  const type = TYPES[column.data_type]
  if (!type) throw new Error(`no type for ${column.table_name}.${column.column_name}: ${column.data_type}`)
  return type
}

function lineOf(column: Column): string {
  const type =
    column.nullable && column.table_name !== 'branch_of' ? `${valueType(column)} | null` : valueType(column)
  return `  ${column.column_name}: ${column.filled ? `Generated<${type}>` : type}\n`
}

/** The text of `src/schema/tables.ts` for the database at `url`. */
export async function describeTables(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Column>(COLUMNS)
  await client.end()
  const tables = Map.groupBy(rows, (row) => row.table_name)
  const types = [...tables].map(
    ([name, columns]) => `  ${name}: {\n${columns.map((c) => `  ${lineOf(c)}`).join('')}  }\n`,
  )
  return `// Generated from the migrations by tools/tables.ts; not edited by hand.
import type { Generated } from 'kysely'
import type { Day } from '../kit/day.ts'
import type { Id } from '../kit/id.ts'

/** Every table, by name, with the type of each column. */
export type Tables = {
${types.join('')}}
`
}

/** Where the row types stand. */
export const TABLES_FILE = new URL('../src/schema/tables.ts', import.meta.url)
