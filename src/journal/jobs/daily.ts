import { type Day, dayAt } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Mail } from '../../kit/mail.ts'
import { findLatestCheckpoint, listMinesWithLeaves } from '../store/checkpoint.ts'
import { findDailyFile, keepDailyFile } from '../store/daily.ts'
import { findCosignatures } from '../store/witnesses.ts'
import { dailyLetter } from '../words/daily.ts'

const HOUR_MS = 60 * 60_000
const FROM_HOUR = 8

/** The day whose 08:00, by the mine's clock, came last. */
export const dueDay = (now: Date): Day => dayAt(new Date(now.getTime() - FROM_HOUR * HOUR_MS))

export type DailyHouse = {
  readonly db: Db
  readonly dataDir: string
  readonly mail?: Mail | undefined
  readonly nameOf: (mineId: string) => Promise<string>
}

/** The latest checkpoint with all that witnesses signed below it; undefined before the first. */
async function findNote(db: Db, mineId: string): Promise<string | undefined> {
  const latest = await findLatestCheckpoint(db, mineId)
  return latest && latest.note + (await findCosignatures(db, mineId, latest.size))
}

async function keepNote({ db, dataDir }: DailyHouse, mineId: string, day: Day): Promise<string | undefined> {
  const kept = await findDailyFile(dataDir, mineId, `${day}.txt`)
  if (kept !== undefined) return kept
  const note = await findNote(db, mineId)
  if (note !== undefined) await keepDailyFile(dataDir, mineId, { name: `${day}.txt`, text: note })
  return note
}

/** Hands the letter over once; why it was not taken stands beside the note until it is. */
async function sendNote(
  { mail, nameOf, dataDir }: DailyHouse,
  mineId: string,
  day: Day,
  note: string,
): Promise<void> {
  if (!mail || (await findDailyFile(dataDir, mineId, `${day}.sent`)) !== undefined) return
  const mine = (await nameOf(mineId)) || mineId
  const letter = dailyLetter({ mine, day, leaves: note.split('\n')[1] ?? '', note })
  try {
    await mail({ ...letter, file: { name: `${day}.txt`, text: note } })
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    await keepDailyFile(dataDir, mineId, { name: `${day}.failed`, text })
    throw error
  }
  await keepDailyFile(dataDir, mineId, { name: `${day}.sent`, text: '' })
}

/**
 * Keeps the day's checkpoint: a file in the data folder's `checkpoints/<mine>/`, and a letter where a mail server is named. Whoever takes either
 * elsewhere has a memory of the log. Once a day, from 08:00 on; a letter that was not taken is tried again at the next call. Every mine's file
 * is kept before the first letter.
 */
export async function keepDaily(house: DailyHouse, now: Date): Promise<void> {
  const day = dueDay(now)
  const notes = new Map<string, string>()
  for (const mineId of await listMinesWithLeaves(house.db)) {
    const note = await keepNote(house, mineId, day)
    if (note !== undefined) notes.set(mineId, note)
  }
  for (const [mineId, note] of notes) await sendNote(house, mineId, day, note)
}
