import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'

/** What the signer asks of a disk, one step each, so that a test can let every one of them fail. Paths are the platform's. */
export type Disk = {
  /** The bytes of a file; undefined when there is none. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>
  /** A file that only its owner may read, with these bytes and no others, flushed to the disk; its name may still be lost. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>
  /** Gives a file another name, in place of the one that had it. */
  readonly rename: (from: string, to: string) => Promise<void>
  /** A folder that only its owner may enter; the one above must be there. True when it was made now. */
  readonly makeFolder: (path: string) => Promise<boolean>
  /** Flushes the names in a folder. */
  readonly syncFolder: (path: string) => Promise<void>
  /** Removes a folder with all in it; nothing when there is none. */
  readonly removeFolder: (path: string) => Promise<void>
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

const hasFolderSync = process.platform !== 'win32'

async function flushed(path: string, flags: string, bytes?: Uint8Array): Promise<void> {
  const file = await open(path, flags, 0o600)
  try {
    if (bytes) await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The disk of this machine. */
export const realDisk: Disk = {
  read: (path) =>
    readFile(path).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
      throw error
    }),
  write: (path, bytes) => flushed(path, 'w', bytes),
  rename,
  makeFolder: (path) =>
    mkdir(path, { mode: 0o700 }).then(
      () => true,
      (error: unknown) => {
        if (codeOf(error) === 'EEXIST') return false
        throw error
      },
    ),
  syncFolder: async (path) => {
    // Windows makes names durable by itself and cannot open folders.
    if (hasFolderSync) await flushed(path, 'r')
  },
  removeFolder: (path) => rm(path, { recursive: true, force: true }),
}
