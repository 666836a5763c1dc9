import type { Selectable } from 'kysely'
import type { Db, Tables } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { parseFactKey } from '../rules/fact-keys.ts'
import { points } from '../rules/points.ts'
import { DEFAULT_BANDS, type Item, parseParameters, type Scheme } from '../rules/scheme.ts'

type ItemRow = Selectable<Tables['scheme_item']>

/** An item of a kept scheme, with its parameters as they were written. */
export type KeptItem = Item & {
  readonly heading: string
  readonly basis: string
  readonly parameters: string
}

/** A version of the scheme; it never changes (A5.1). */
export type KeptScheme = Omit<Scheme, 'items'> & {
  readonly id: Id<'scheme'>
  readonly version: number
  readonly items: readonly KeptItem[]
  /** Whether the bands are its own; else they are those of A4.3. */
  readonly hasOwnBands: boolean
}

function itemOf(row: ItemRow): KeptItem {
  const fact = parseFactKey(row.fact)
  const scoring = parseParameters(row.rule, row.parameters)
  if (!fact || !scoring) throw new Error(`scheme item ${row.no} cannot be read back`)
  const { no, heading, title, basis, parameters } = row
  return { no, heading, title, basis, parameters, fact, scoring, of: points(row.of_hundredths) }
}

async function listBands(
  db: Db,
  mineId: Id<'mine'>,
  schemeId: Id<'scheme'>,
): Promise<Pick<KeptScheme, 'bands' | 'hasOwnBands'>> {
  const rows = await db
    .selectFrom('scheme_band')
    .select(['grade', 'least_hundredths'])
    .where('mine_id', '=', mineId)
    .where('scheme_id', '=', schemeId)
    .orderBy('least_hundredths', 'desc')
    .execute()
  if (rows.length === 0) return { bands: DEFAULT_BANDS, hasOwnBands: false }
  return {
    bands: rows.map((row) => ({ grade: row.grade, least: points(row.least_hundredths) })),
    hasOwnBands: true,
  }
}

/** Which version: by its number, by its id, or the latest. */
export type WhichScheme = { readonly version: number } | { readonly id: Id<'scheme'> } | 'latest'

/** A version of the scheme with items in their order and bands from the best; undefined when the mine has none such. */
export async function findScheme(
  db: Db,
  mineId: Id<'mine'>,
  which: WhichScheme,
): Promise<KeptScheme | undefined> {
  const all = db.selectFrom('scheme').select(['id', 'version']).where('mine_id', '=', mineId)
  const wanted =
    which === 'latest'
      ? all.orderBy('version', 'desc').limit(1)
      : 'id' in which
        ? all.where('id', '=', which.id)
        : all.where('version', '=', which.version)
  const scheme = await wanted.executeTakeFirst()
  if (!scheme) return undefined
  const items = await db
    .selectFrom('scheme_item')
    .selectAll()
    .where('mine_id', '=', mineId)
    .where('scheme_id', '=', scheme.id)
    .orderBy('place')
    .execute()
  return { ...scheme, items: items.map(itemOf), ...(await listBands(db, mineId, scheme.id)) }
}
