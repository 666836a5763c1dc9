import {
  findReaderPlace,
  holdReaderPlace,
  listPlacedChanges,
  type PlacedChange,
  setReaderPlace,
} from '../journal/store/reader.ts'
import type { Db, Tx } from '../kit/db/db.ts'
import type { Id } from '../kit/id.ts'
import { listConcerned, listMines, refreshWords } from './store/words.ts'

const READER = 'meeting-words'
const MOST_AT_ONCE = 500

/** Of people only a change of what they are called matters. */
const isOfWords = ({ record, kind }: PlacedChange): boolean =>
  record !== 'person' || kind === 'people.changePerson' || kind === 'people.amendPerson'

async function refreshChanged(tx: Tx, mineId: Id<'mine'>, changes: readonly PlacedChange[]): Promise<void> {
  const byRecord = Map.groupBy(changes.filter(isOfWords), ({ record }) => record)
  const ids = new Set<Id<'meeting'>>()
  for (const [record, those] of byRecord) {
    const subjects = those.map(({ subject }) => subject)
    for (const id of await listConcerned(tx, mineId, { record, subjects })) ids.add(id)
  }
  const all = [...ids]
  for (let from = 0; from < all.length; from += MOST_AT_ONCE)
    await refreshWords(tx, mineId, all.slice(from, from + MOST_AT_ONCE))
}

/** Reads on in one transaction: the words that came of it and how far it went are written together. Answers whether there may be more. */
async function readOn(db: Db, mineId: Id<'mine'>): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const from = await holdReaderPlace(tx, mineId, READER)
    const changes = await listPlacedChanges(tx, mineId, { from, most: MOST_AT_ONCE })
    const last = changes.at(-1)
    if (!last) return false
    await refreshChanged(tx, mineId, changes)
    await setReaderPlace(tx, mineId, { name: READER, idx: last.idx + 1 })
    return changes.length === MOST_AT_ONCE
  })
}

async function hasMore(db: Db, mineId: Id<'mine'>): Promise<boolean> {
  const from = await findReaderPlace(db, mineId, READER)
  return (await listPlacedChanges(db, mineId, { from, most: 1 })).length > 0
}

/** Follows the journals of all mines, so that what was said in meetings is found: imported, recorded, corrected or added to alike. */
export async function catchUpWords(db: Db): Promise<void> {
  for (const mineId of await listMines(db)) {
    let more = await hasMore(db, mineId)
    while (more) more = await readOn(db, mineId)
  }
}
