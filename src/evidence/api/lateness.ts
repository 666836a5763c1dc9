import type { Journaled } from '../../journal/store/journaled.ts'
import type { Day } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { type Action, on } from '../../kit/server/action.ts'
import { findUnit, type Unit } from '../../org/store.ts'
import { contract } from '../contract.ts'
import { BANDS, spreadOf, spreadsOf } from '../rules/lateness.ts'
import { listTitles } from '../store/inspection-links.ts'
import * as store from '../store/lateness.ts'

type Span = { readonly orgId: Id<'org'>; readonly from: Day; readonly to: Day }

async function unitIn(
  db: Db,
  mineId: Id<'mine'>,
  { orgId, from, to }: Span,
): Promise<Unit | Refused<'no-such-unit' | 'ends-before-start'>> {
  if (to < from) return refuse('ends-before-start')
  return (await findUnit(db, mineId, orgId)) ?? refuse('no-such-unit')
}

/** Inspection by inspection, with the kinds of record that stand out before it. */
function groupsOf(rows: readonly store.Before[]) {
  const inspections = Map.groupBy(rows, ({ id }) => id)
  return [...inspections.values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const { id, title, announcedOn, visitOn } = first
    const kinds = own.map(({ record, n, reasoned }) => ({ record, n, reasoned }))
    return [{ id, title, announcedOn, visitOn, kinds }]
  })
}

const findLateness = (kinds: readonly Journaled[]): Action =>
  on(
    contract.findLateness,
    async ({ input }) => ({ orgId: input.orgId }),
    async ({ input, actor: { mineId }, tx }) => {
      const unit = await unitIn(tx, mineId, input)
      if (isRefused(unit)) return unit
      const which = await store.simplify(tx, { ...input, mineId, kinds })
      const counts = await store.countLateness(tx, which)
      const before = await store.listBefore(tx, which)
      const { entered, imported } = spreadsOf(
        kinds.map(({ table }) => table),
        counts,
      )
      const own = counts.filter((one) => !one.imported)
      return {
        unit: { id: unit.id, name: unit.name },
        bands: BANDS.map((band) => ({ ...band })),
        all: { ...spreadOf('', own), bands: [...spreadOf('', own).bands] },
        entered: entered.map((one) => ({ ...one, bands: [...one.bands] })),
        imported: imported.map((one) => ({ ...one, bands: [...one.bands] })),
        before: groupsOf(before),
      }
    },
  )

const listMade = (kinds: readonly Journaled[]): Action =>
  on(
    contract.listMade,
    async ({ input }) => ({ orgId: input.orgId }),
    async ({ input, actor: { mineId }, tx }) => {
      const unit = await unitIn(tx, mineId, input)
      if (isRefused(unit)) return unit
      const { record, least, most = null, source, inspectionId, limit } = input
      const by = { record, least, most, imported: source === 'imported', inspectionId, limit: limit + 1 }
      const which = await store.simplify(tx, { ...input, mineId, kinds })
      const rows = await store.listMade(tx, which, by)
      const shown = rows.slice(0, limit)
      const titles = await listTitles(
        tx,
        mineId,
        shown.map(({ subject }) => subject),
      )
      return {
        rows: shown.map(({ imported: _, madeAt, ...row }) => ({
          ...row,
          madeAt: madeAt.toISOString(),
          title: titles.get(row.subject) ?? null,
        })),
        more: rows.length > limit,
      }
    },
  )

/** What came late in a branch or below a committee. `records`: all kinds, which meet only above. */
export function latenessActions(records: readonly Journaled[]): readonly Action[] {
  const kinds = store.listCounted(records)
  return [findLateness(kinds), listMade(kinds)]
}
