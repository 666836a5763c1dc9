import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A text that lies deflated in a file of its own. */
export type Spooled = {
  readonly crc: number
  readonly size: number
  readonly packed: number
  readonly read: () => AsyncIterable<Uint8Array>
}

/** Takes a piece of text; resolves when there is room for the next. */
export type Put = (text: string) => Promise<void>

/** Writes a text piece by piece, deflated, into a file only this user can read: memory stays small, however long the text is. */
export async function spoolInto(file: string, write: (put: Put) => Promise<void>): Promise<Spooled> {
  const deflate = createDeflateRaw()
  const done = pipeline(deflate, createWriteStream(file, { mode: 0o600 }))
  done.catch(() => undefined) // it may fail before it is waited for
  let [crc, size] = [0, 0]
  const put: Put = async (text) => {
    const bytes = Buffer.from(text)
    crc = crc32(bytes, crc)
    size += bytes.length
    if (!deflate.write(bytes)) await Promise.race([once(deflate, 'drain'), done])
  }
  try {
    await write(put)
    deflate.end()
    await done
  } finally {
    deflate.destroy()
  }
  return { crc, size, packed: (await stat(file)).size, read: () => createReadStream(file) }
}

/** Runs work with a folder only this user can read, gone afterwards. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'pitlamp-pack-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
