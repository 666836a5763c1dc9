import {
  findReaderPlace,
  holdReaderPlace,
  listPlacedChanges,
  type PlacedChange,
  setReaderPlace,
} from '../journal/store/reader.ts'
import type { Db } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'
import { noticesOf } from './jobs/derive.ts'
import { TOLD_WITHIN_DAYS } from './rules.ts'
import { addNotices, type NewNotice } from './store/notices.ts'
import { listMines } from './store/sources.ts'

const READER = 'notices'
const MOST_AT_ONCE = 1000
const DAY_MS = 86_400_000

const isFresh = ({ received }: PlacedChange, now: Date): boolean =>
  now.getTime() - received.getTime() < TOLD_WITHIN_DAYS * DAY_MS

/** Reads on in one transaction: what came of it and how far it went are written together. Answers whether there may be more. */
async function readOn(db: Db, mineId: Id<'mine'>, now: Date): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const from = await holdReaderPlace(tx, mineId, READER)
    const changes = await listPlacedChanges(tx, mineId, { from, most: MOST_AT_ONCE })
    const last = changes.at(-1)
    if (!last) return false
    const notices: NewNotice[] = []
    for (const change of changes) {
      if (isFresh(change, now)) notices.push(...(await noticesOf({ db: tx, mineId }, change)))
    }
    await addNotices(tx, mineId, notices)
    await setReaderPlace(tx, mineId, { name: READER, idx: last.idx + 1 })
    return changes.length === MOST_AT_ONCE
  })
}

/** Whether the journal of a mine has gone on since it was read. */
async function hasMore(db: Db, mineId: Id<'mine'>): Promise<boolean> {
  const from = await findReaderPlace(db, mineId, READER)
  return (await listPlacedChanges(db, mineId, { from, most: 1 })).length > 0
}

/** Reads the journals of all mines from where they were left, and writes the notices that come of them. */
export async function catchUp(db: Db, now: Date): Promise<void> {
  for (const mineId of await listMines(db)) {
    let more = await hasMore(db, mineId)
    while (more) more = await readOn(db, mineId, now)
  }
}
