import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../../kit/keys/secret.ts'
import { type Refused, refuse } from '../../kit/refuse.ts'

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
}

const FILE = 'state.json'
/** Where the signer of a log keeps what it remembers. */
export const signerFolder = (dataDir: string, mineId: string): string => join(dataDir, 'signer', mineId)
const checksumOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** The signer's memory; undefined when it never signed. Refuses when the file was changed or cut short. */
export async function findSignerState(
  dataDir: string,
  mineId: string,
): Promise<SignerState | undefined | Refused<'signer-damaged'>> {
  try {
    const [text = '', checksum, ...rest] = (
      await readFile(join(signerFolder(dataDir, mineId), FILE), 'utf8')
    ).split('\n')
    if (checksum !== checksumOf(text) || rest.join() !== '') return refuse('signer-damaged')
    const state: SignerState = JSON.parse(text)
    return state
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Replaces the signer's memory: the old one or the new one is there at any moment, durable when it resolves. */
export async function saveSignerState(dataDir: string, mineId: string, state: SignerState): Promise<void> {
  const folder = signerFolder(dataDir, mineId)
  const made = await mkdir(folder, { recursive: true, mode: 0o700 })
  const text = JSON.stringify(state)
  const file = await open(join(folder, `${FILE}.new`), 'w', 0o600)
  try {
    await file.writeFile(`${text}\n${checksumOf(text)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(join(folder, `${FILE}.new`), join(folder, FILE))
  syncFolder(folder)
  if (made) for (const parent of [join(folder, '..'), dataDir]) syncFolder(parent)
}
