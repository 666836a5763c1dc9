import type pg from 'pg'
import { withClient } from './client.ts'
import { timed } from './numbers.ts'

/** What an import writes, in the order in which the tables refer to one another. */
const TABLES = [
  'mine',
  'org_unit',
  'org_path',
  'person',
  'standing',
  'meeting',
  'study_plan_row',
  'dues_payment',
  'admission_case',
  'target',
  'scheme',
  'scheme_item',
  'scheme_band',
]
const MOST_PARAMETERS = 60_000

type Table = { readonly name: string; readonly columns: readonly string[]; readonly rows: readonly Row[] }
type Row = Readonly<Record<string, string | null>>

/** Everything comes and goes as text: nothing is made of it on the way. */
const TEXT = { options: '-c timezone=UTC', types: { getTypeParser: () => (text: string) => text } }

const readTables = (url: string): Promise<Table[]> =>
  withClient({ url, ...TEXT }, async (client) => {
    const tables: Table[] = []
    for (const name of TABLES) {
      const { rows, fields } = await client.query<Row>(`select * from ${name} order by 1, 2`)
      tables.push({ name, rows, columns: fields.map((field) => field.name) })
    }
    return tables
  })

async function insertTable(client: pg.Client, { name, columns, rows }: Table): Promise<void> {
  const most = Math.floor(MOST_PARAMETERS / columns.length)
  for (let from = 0; from < rows.length; from += most) {
    const some = rows.slice(from, from + most)
    const lines = some.map(
      (_, at) => `(${columns.map((__, column) => `$${at * columns.length + column + 1}`).join()})`,
    )
    const values = some.flatMap((row) => columns.map((column) => row[column]))
    await client.query(`insert into ${name} (${columns.join()}) values ${lines.join()}`, values)
  }
}

/** The rows of an import once more, into an empty database: plain inserts of many rows in one transaction, and nothing else. Milliseconds. */
export async function copyRows(from: string, to: string): Promise<number> {
  const tables = await readTables(from)
  return withClient({ url: to, ...TEXT }, async (client) => {
    await client.query('set pitlamp.unguarded = on')
    const { ms } = await timed(async () => {
      await client.query('begin')
      for (const table of tables) await insertTable(client, table)
      await client.query('commit')
    })
    return ms
  })
}
