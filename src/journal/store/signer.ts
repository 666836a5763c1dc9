import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type Refused, refuse } from '../../kit/refuse.ts'
import { type Disk, realDisk } from './disk.ts'

/** What the signer of a log remembers by itself, whatever the database says: the tree it signed last and what it needs to count on. */
export type SignerState = {
  readonly origin: string
  readonly size: number
  /** Base64 subtree of each height, lowest first; null where none waits. */
  readonly waiting: readonly (string | null)[]
  /** When the last leaf was received. */
  readonly received: string
  /** Size of the checkpoint before. */
  readonly prev: number | null
  readonly note: string
  /** Its tiles hold all that was signed; a memory of before there were tiles does not say so. */
  readonly tiled?: true
}

const STATE = 'state.json'
const CHECKPOINT = 'checkpoint'
const REFUSED = 'refused'
const checksumOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Where the signer of an installation keeps what it remembers: a folder for each log. */
export const signersFolder = (dataDir: string): string => join(dataDir, 'signer')
/** Where the signer of a log keeps what it remembers, its tiles and its last checkpoint. */
export const signerFolder = (dataDir: string, mineId: string): string => join(signersFolder(dataDir), mineId)

/** The memory kept in a log's folder; undefined when nothing was signed. Refuses when the file was changed or cut short. */
export async function readSignerState(
  disk: Disk,
  folder: string,
): Promise<SignerState | undefined | Refused<'signer-damaged'>> {
  const bytes = await disk.read(join(folder, STATE))
  if (!bytes) return undefined
  const [text = '', checksum, ...rest] = Buffer.from(bytes).toString().split('\n')
  if (checksum !== checksumOf(text) || rest.join() !== '') return refuse('signer-damaged')
  const state: SignerState = JSON.parse(text)
  return state
}

/** The signer's memory of a mine's log, for others to compare. */
export const findSignerState = (
  dataDir: string,
  mineId: string,
): Promise<SignerState | undefined | Refused<'signer-damaged'>> =>
  readSignerState(realDisk, signerFolder(dataDir, mineId))

/** Makes the folder of a log; durable when it resolves. */
export async function makeLogFolder(disk: Disk, root: string, mineId: string): Promise<string> {
  const folder = join(root, mineId)
  if (await disk.makeFolder(root)) await disk.syncFolder(join(root, '..'))
  if (await disk.makeFolder(folder)) await disk.syncFolder(root)
  return folder
}

async function replace(disk: Disk, folder: string, name: string, text: string): Promise<void> {
  const path = join(folder, name)
  await disk.write(`${path}.new`, Buffer.from(text))
  await disk.rename(`${path}.new`, path)
  await disk.syncFolder(folder)
}

/** Replaces the signer's memory: the old one or the new one is there at any moment, durable when it resolves. */
export function saveSignerState(disk: Disk, folder: string, state: SignerState): Promise<void> {
  const text = JSON.stringify(state)
  return replace(disk, folder, STATE, `${text}\n${checksumOf(text)}\n`)
}

/** Puts the checkpoint beside its tiles, for whoever is given the folder; called when the memory is durable, never before. */
export async function showSigned(
  disk: Disk,
  folder: string,
  { note }: Pick<SignerState, 'note'>,
): Promise<void> {
  const shown = await disk.read(join(folder, CHECKPOINT))
  if (shown && Buffer.from(shown).toString() === note) return disk.syncFolder(folder)
  await replace(disk, folder, CHECKPOINT, note)
}

/** Why a log is not signed: a code with what it may name. */
export type NotedRefusal = {
  readonly code: string
  readonly facts: Readonly<Record<string, string | number>>
}

/** Keeps why a log was not signed beside its memory; undefined: it was, and nothing is kept. */
export async function noteRefusal(disk: Disk, folder: string, refused: Refused | undefined): Promise<void> {
  const kept = await disk.read(join(folder, REFUSED))
  if (!refused) return kept && disk.removeFolder(join(folder, REFUSED))
  const noted: NotedRefusal = { code: refused.refused, facts: refused.facts ?? {} }
  const text = JSON.stringify(noted)
  if (!kept || Buffer.from(kept).toString() !== text) await replace(disk, folder, REFUSED, text)
}

/** Why logs of an installation are not signed; nothing of those that are, or whose folder is closed to whoever asks. */
export async function listRefusals(dataDir: string, mines: readonly string[]): Promise<NotedRefusal[]> {
  const found = mines.map(async (mineId): Promise<NotedRefusal[]> => {
    const kept = await realDisk.read(join(signerFolder(dataDir, mineId), REFUSED)).catch(() => undefined)
    return kept ? [JSON.parse(Buffer.from(kept).toString()) satisfies NotedRefusal] : []
  })
  return (await Promise.all(found)).flat()
}

/** The checkpoint that stands beside the tiles of a log; undefined when there is none. */
export async function findShown(disk: Disk, folder: string): Promise<string | undefined> {
  const shown = await disk.read(join(folder, CHECKPOINT))
  return shown && Buffer.from(shown).toString()
}
