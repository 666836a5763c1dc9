import { daysLate, isImport, isLate, recordedBy } from '../../journal/rules/when.ts'
import { listRevisions, type Revision } from '../../journal/store/history.ts'
import { findHappened, type Journaled } from '../../journal/store/journaled.ts'
import { type Day, dayAt } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Id } from '../../kit/id.ts'

/** How a record stands to its own time. `entered`: the revision that recorded it; left out while it is only begun. */
export type Standing = {
  readonly revisions: readonly Revision[]
  readonly latest: Revision
  readonly happenedOn: Day | null
  readonly entered: Revision | undefined
  /** Whole days; null where either day is missing. */
  readonly daysLate: number | null
  /** Later than `LATE_AFTER_DAYS`; imports count apart. */
  readonly isLate: boolean
}

type Sought = {
  readonly mineId: Id<'mine'>
  readonly subject: string
  readonly records: readonly Journaled[]
}

/** How one record stands to its own time; undefined when the journal does not know it. */
export async function findLateness(
  db: Db,
  { mineId, subject, records }: Sought,
): Promise<Standing | undefined> {
  const revisions = await listRevisions(db, mineId, subject)
  const latest = revisions.at(-1)
  if (!latest) return undefined
  const of = records.find(({ table }) => table === latest.record)
  const happenedOn = (of?.happened && (await findHappened(db, of, mineId, subject))) ?? null
  const entered = recordedBy(revisions, of?.happened?.begun)
  const recordedOn = entered && dayAt(entered.at)
  return {
    ...{ revisions, latest, happenedOn, entered },
    daysLate: happenedOn && recordedOn ? daysLate(happenedOn, recordedOn) : null,
    isLate: happenedOn !== null && !isImport(entered?.src ?? '') && isLate(happenedOn, recordedOn),
  }
}
