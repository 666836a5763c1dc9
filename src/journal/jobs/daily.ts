import { join } from 'node:path'
import { type Day, dayAt } from '../../kit/day.ts'
import type { Db } from '../../kit/db/db.ts'
import type { Mail } from '../../kit/mail.ts'
import { findLatestCheckpoint, listMinesWithLeaves } from '../store/checkpoint.ts'
import { realDisk } from '../store/disk.ts'
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

const fileOf = (dataDir: string, mineId: string, name: string): string =>
  join(dataDir, 'checkpoints', mineId, name)

const findText = async (file: string): Promise<string | undefined> => {
  const bytes = await realDisk.read(file)
  return bytes && Buffer.from(bytes).toString()
}

/** A file that is there whole or not at all. */
async function keep(file: string, text: string): Promise<void> {
  await realDisk.write(`${file}.part`, Buffer.from(text))
  await realDisk.rename(`${file}.part`, file)
}

/** The latest checkpoint with all that witnesses signed below it; undefined before the first. */
async function findNote(db: Db, mineId: string): Promise<string | undefined> {
  const latest = await findLatestCheckpoint(db, mineId)
  return latest && latest.note + (await findCosignatures(db, mineId, latest.size))
}

async function keepNote({ db, dataDir }: DailyHouse, mineId: string, day: Day): Promise<string | undefined> {
  const note = await findNote(db, mineId)
  if (note === undefined) return undefined
  await realDisk.makeFolder(join(dataDir, 'checkpoints'))
  await realDisk.makeFolder(join(dataDir, 'checkpoints', mineId))
  await keep(fileOf(dataDir, mineId, `${day}.txt`), note)
  return note
}

async function sendNote({ mail, nameOf }: DailyHouse, mineId: string, day: Day, note: string): Promise<void> {
  const mine = (await nameOf(mineId)) || mineId
  const letter = dailyLetter({ mine, day, leaves: note.split('\n')[1] ?? '', note })
  await mail?.({ ...letter, file: { name: `${day}.txt`, text: note } })
}

async function keepOne(house: DailyHouse, mineId: string, day: Day): Promise<void> {
  const { dataDir, mail } = house
  const kept = await findText(fileOf(dataDir, mineId, `${day}.txt`))
  const note = kept ?? (await keepNote(house, mineId, day))
  const sent = fileOf(dataDir, mineId, `${day}.sent`)
  if (note === undefined || !mail || (await findText(sent)) !== undefined) return
  await sendNote(house, mineId, day, note)
  await keep(sent, '')
}

/**
 * Keeps the day's checkpoint: a file in the data folder's `checkpoints/<mine>/`, and a letter where a mail server is named. Whoever takes either
 * elsewhere has a memory of the log. Once a day, from 08:00 on; a letter that was not taken is tried again at the next call.
 */
export async function keepDaily(house: DailyHouse, now: Date): Promise<void> {
  const day = dueDay(now)
  for (const mineId of await listMinesWithLeaves(house.db)) await keepOne(house, mineId, day)
}
