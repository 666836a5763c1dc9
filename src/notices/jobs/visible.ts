import { addDays, dayAt } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'
import { listBusy } from '../../people/facts/work.ts'
import { visibleFrom, visibleFromWork } from '../rules.ts'
import { listShifts } from '../store/sources.ts'

/** So far ahead the roster of shifts is looked at: nobody is busy without end. */
const AHEAD_DAYS = 4

/** From when each may be told: by the roster of shifts where they stand on one, else by the hours usual for their shift. */
export async function listVisible(
  { db, mineId }: { readonly db: Db; readonly mineId: Id<'mine'> },
  people: readonly Id<'person'>[],
  received: Date,
): Promise<(personId: Id<'person'> | null) => Date> {
  const on = dayAt(received)
  const asked = { mineId, personIds: people }
  const work = await listBusy(db, { ...asked, span: { first: on, last: addDays(on, AHEAD_DAYS) } })
  const shifts = await listShifts(db, mineId, { people, on })
  return (personId) => {
    const { busy = [] } = (personId && work.get(personId)) || {}
    if (busy.length > 0) return visibleFromWork(received, busy)
    return visibleFrom(received, (personId && shifts.get(personId)) ?? '')
  }
}
