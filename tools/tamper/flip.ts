import { isDeepStrictEqual } from 'node:util'
import pg from 'pg'
import type { Random } from '../seeded.ts'
import type { Column, Place } from './places.ts'

/** One value of one row. `row`: by what `verify` names the row; `bytes`: the value as PostgreSQL sends it, null when there is none. */
export type Cell = {
  readonly place: Place
  readonly column: Column
  readonly at: string
  readonly row: string
  readonly bytes: Buffer | null
  /** The whole row as text, to see that it was put back. */
  readonly whole: string
}

/** A value that was changed by one bit; `now`: by what the row is named since. */
export type Flipped = { readonly cell: Cell; readonly at: string; readonly now: string; readonly how: string }

type Found = { at: string; row: string; bytes: Buffer | null; whole: string }

/** Draws a row by its number, so that the same seed draws the same one. */
export async function drawCell(db: pg.Client, place: Place, random: Random): Promise<Cell> {
  const column = random.one(place.columns)
  const read = `select ctid::text as at, ${place.names}::text as row, ${column.send}(${column.name}) as bytes, t::text as whole
    from ${place.table} t order by ${place.order.join(', ')} offset $1 limit 1`
  const { rows } = await db.query<Found>(read, [random.below(place.rows)])
  const [found] = rows
  if (!found) throw new Error(`no row in ${place.table}`)
  return { place, column, ...found }
}

const put = ({ place, column }: Cell): string =>
  `update ${place.table} set ${column.name} = $1 where ctid = $2
   returning ctid::text as at, ${place.names}::text as row, ${column.send}(${column.name}) as bytes`

/** PostgreSQL's answers to bytes that are no value of the type: bad data, another type within, too large, too short, not to be read. */
const NO_VALUE = /^(08P01|22|42804|54000|XX000)/
const MOST_TRIES = 200
/** How often a value that may be missing goes missing. */
const ONE_IN = 20

/** The value with one of its bits changed: what says that there is one counts too. */
function change({ column, bytes }: Cell, random: Random): { bytes: Buffer | null; how: string } {
  if (bytes === null) return { bytes: column.zero, how: 'null to a value' }
  if (bytes.length === 0 || (column.nullable && random.below(ONE_IN) === 0)) {
    if (column.nullable) return { bytes: null, how: 'a value to null' }
    return { bytes: Buffer.from([1 << random.below(8)]), how: 'empty to one bit' }
  }
  const bit = column.head * 8 + random.below((bytes.length - column.head) * 8)
  const changed = Buffer.from(bytes)
  changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
  return { bytes: changed, how: `bit ${bit} of ${bytes.length * 8}` }
}

/** The nearest value to an empty JSON list, of which no bit can be changed. */
const NEAREST = { bytes: Buffer.from('\u0001[0]'), how: '[] to [0]' }

/** Changes one bit of a value; draws again when that leaves no value of its type, or the same one. Throws when no bit can be changed. */
export async function flip(db: pg.Client, cell: Cell, random: Random): Promise<Flipped> {
  const isEmptyList = cell.bytes?.toString() === '\u0001[]'
  let at = cell.at
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const { bytes, how } = isEmptyList ? NEAREST : change(cell, random)
    const outcome = await db.query<Found>(put(cell), [bytes, at]).catch((error: unknown) => {
      if (error instanceof pg.DatabaseError && NO_VALUE.test(error.code ?? '')) return undefined
      throw error
    })
    const moved = outcome?.rows[0]
    if (moved) at = moved.at
    if (moved && !isDeepStrictEqual(moved.bytes, cell.bytes)) return { cell, at, now: moved.row, how }
  }
  throw new Error(
    `no bit of ${cell.place.table}.${cell.column.name} can be changed: ${cell.bytes?.toString('hex')}`,
  )
}

/** Puts a value back, and makes sure that the row is what it was. */
export async function putBack(db: pg.Client, { cell, at }: Flipped): Promise<void> {
  const { rows } = await db.query<Found>(put(cell), [cell.bytes, at])
  const { table } = cell.place
  const look = `select t::text as whole from ${table} t where ctid = $1`
  const { rows: now } = await db.query<Found>(look, [rows[0]?.at])
  if (now[0]?.whole !== cell.whole) throw new Error(`${table}: a row was not put back: ${now[0]?.whole}`)
}
