import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Day, parseDay } from '../../kit/day.ts'
import { realDisk } from './disk.ts'

/**
 * Of a day's checkpoint in the data folder's `checkpoints/<mine>/`: `txt`, the signed note; `sent`, empty, once its letter was taken; `failed`,
 * why it was not, in the mail server's words.
 */
export type DailyFile = 'txt' | 'sent' | 'failed'

const folderOf = (dataDir: string, mineId: string): string => join(dataDir, 'checkpoints', mineId)
const fileOf = (dataDir: string, mineId: string, name: string): string =>
  join(folderOf(dataDir, mineId), name)

/** What a file of a day says; undefined when there is none. */
export async function findDailyFile(
  dataDir: string,
  mineId: string,
  name: `${Day}.${DailyFile}`,
): Promise<string | undefined> {
  const bytes = await realDisk.read(fileOf(dataDir, mineId, name))
  return bytes && Buffer.from(bytes).toString()
}

/** Keeps a file of a day, whole or not at all, in place of the one before. */
export async function keepDailyFile(
  dataDir: string,
  mineId: string,
  { name, text }: { readonly name: `${Day}.${DailyFile}`; readonly text: string },
): Promise<void> {
  await realDisk.makeFolder(join(dataDir, 'checkpoints'))
  await realDisk.makeFolder(folderOf(dataDir, mineId))
  const file = fileOf(dataDir, mineId, name)
  await realDisk.write(`${file}.part`, Buffer.from(text))
  await realDisk.rename(`${file}.part`, file)
}

/** The last day whose checkpoint is kept, and why its letter did not go out; null: it did, or none was to. */
export type LastDaily = { readonly day: Day; readonly failure: string | null }

/** The last day of each mine of the data folder, in no order. */
export async function listLastDaily(dataDir: string): Promise<LastDaily[]> {
  const listed = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])
  const mines = await listed(join(dataDir, 'checkpoints'))
  const all = mines.map(async (mineId): Promise<LastDaily[]> => {
    const names = await listed(folderOf(dataDir, mineId))
    const days = names.flatMap((name) => (name.endsWith('.txt') ? [name.slice(0, -'.txt'.length)] : []))
    const day = parseDay(days.sort().at(-1) ?? '')
    if (!day) return []
    const isSent = names.includes(`${day}.sent`)
    const failure = isSent ? undefined : await findDailyFile(dataDir, mineId, `${day}.failed`)
    return [{ day, failure: failure ?? null }]
  })
  return (await Promise.all(all)).flat()
}
