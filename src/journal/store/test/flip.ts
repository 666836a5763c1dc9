import type { Db } from '../../../kit/db/db.ts'
import { ask } from '../statement.ts'

/** One value of one row, as text, with what finds the row again. */
export type Cell = {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly place: string
  readonly text: string
}

/** Every value that is not null, of every row of a table. */
export async function listCells(db: Db, table: string): Promise<Cell[]> {
  const columns = await ask<{ column: string; type: string }>(
    db,
    `select a.attname as column, format_type(a.atttypid, null) as type from pg_attribute a
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [table],
  )
  const cells: Cell[] = []
  for (const { column, type } of columns) {
    const rows = await ask<{ place: string; text: string }>(
      db,
      `select ctid::text as place, ${asText(column, type)} as text from "${table}" where "${column}" is not null order by ctid`,
      [],
    )
    cells.push(...rows.map((row) => ({ table, column, type, ...row })))
  }
  return cells
}

const asText = (column: string, type: string): string =>
  type === 'timestamp with time zone'
    ? `(extract(epoch from "${column}" - '2000-01-01Z') * 1000000)::bigint::text`
    : type === 'date'
      ? `("${column}" - '2000-01-01'::date)::text`
      : `"${column}"::text`

const fromText = (type: string): string =>
  type === 'timestamp with time zone'
    ? `('2000-01-01Z'::timestamptz + $1::text::bigint * interval '1 microsecond')`
    : type === 'date'
      ? `('2000-01-01'::date + $1::text::int)`
      : `$1::text::${type}`

/** Puts a text into a cell; answers the cell where it stands now. */
export async function putText(db: Db, cell: Cell, text: string): Promise<Cell> {
  return db.transaction().execute(async (tx) => {
    await ask(tx, 'set local session_replication_role = replica', [])
    const put = `update "${cell.table}" set "${cell.column}" = ${fromText(cell.type)} where ctid = $2::text::tid
      returning ctid::text as place`
    const [moved] = await ask<{ place: string }>(tx, put, [text, cell.place])
    if (!moved) throw new Error(`no row at ${cell.place} of ${cell.table}`)
    return { ...cell, place: moved.place, text }
  })
}

const NUMBER_BITS: Record<string, number> = {
  integer: 31,
  bigint: 63,
  'timestamp with time zone': 50,
  date: 16,
}

const HEX_TYPES = new Set(['bytea', 'bytea[]', 'uuid'])

const flipLetter = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) ^ 1)
const flipHex = (digit: string, random: (below: number) => number): string =>
  (Number.parseInt(digit, 16) ^ (1 << random(4))).toString(16)

/** The text of a cell with one bit of its value flipped; undefined when it has none that leaves it a value of its type. */
export function flipText({ type, text }: Cell, random: (below: number) => number): string | undefined {
  if (type === 'boolean') return text === 'true' ? 'false' : 'true'
  const bits = NUMBER_BITS[type]
  if (bits) return String(BigInt(text) ^ (1n << BigInt(random(bits))))
  const isHex = HEX_TYPES.has(type)
  const one = isHex ? /^[0-9a-f]$/ : type === 'jsonb' ? /^[A-Za-z0-9]$/ : /^[^\ud800-\udfff]$/
  const places = [...text.matchAll(/[\s\S]/g)].flatMap(({ 0: letter, index }) =>
    one.test(letter) ? [index] : [],
  )
  const at = places[random(places.length)]
  if (at === undefined) return undefined
  const letter = text.charAt(at)
  return text.slice(0, at) + (isHex ? flipHex(letter, random) : flipLetter(letter)) + text.slice(at + 1)
}
