import type { Journaled } from '../../journal/store/journaled.ts'
import { insertRows } from '../../kit/db/bulk.ts'
import type { Tables, Tx } from '../../kit/db/db.ts'
import { type Id, newId } from '../../kit/id.ts'
import type { RuleName } from '../rules/points.ts'

/** A scheme to keep as the next version; amounts in hundredths. Without bands of its own, those of A4.3 hold. */
export type NewScheme = {
  readonly items: readonly {
    readonly no: string
    readonly heading: string
    readonly title: string
    readonly ofHundredths: number
    readonly fact: string
    readonly rule: RuleName
    readonly parameters: string
    readonly basis: string
  }[]
  readonly bands: readonly { readonly grade: string; readonly leastHundredths: number }[]
}

/** How the journal seals a scheme: with all it says. */
export const schemeRecord: Journaled = {
  table: 'scheme',
  scope: null,
  person: null,
  parts: [
    { name: 'items', table: 'scheme_item', key: 'scheme_id', orderBy: 'place' },
    { name: 'bands', table: 'scheme_band', key: 'scheme_id', orderBy: 'grade' },
  ],
}

type Entered = { readonly mineId: Id<'mine'>; readonly now: Date }

/** Adds the next version of the mine's scheme (A5.1); two at once wait for one another. */
export async function addScheme(
  tx: Tx,
  { mineId, now }: Entered,
  added: NewScheme & { readonly source: Tables['scheme']['source'] },
): Promise<Id<'scheme'>> {
  await tx.selectFrom('mine').select('id').where('id', '=', mineId).forNoKeyUpdate().execute()
  const latest = await tx
    .selectFrom('scheme')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('mine_id', '=', mineId)
    .executeTakeFirst()
  const id = newId<'scheme'>()
  const version = (latest?.version ?? 0) + 1
  await tx
    .insertInto('scheme')
    .values({ mine_id: mineId, id, version, source: added.source, recorded_at: now })
    .execute()
  const owned = { mine_id: mineId, scheme_id: id }
  await insertRows(
    tx,
    'scheme_item',
    added.items.map(({ ofHundredths, ...item }, place) => ({
      ...owned,
      ...item,
      place,
      of_hundredths: ofHundredths,
    })),
  )
  await insertRows(
    tx,
    'scheme_band',
    added.bands.map(({ grade, leastHundredths }) => ({ ...owned, grade, least_hundredths: leastHundredths })),
  )
  return id
}
