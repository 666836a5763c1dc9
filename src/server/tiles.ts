import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context, Hono } from 'hono'
import { parseCheckpoint } from '../journal/rules/checkpoint.ts'
import { parseNote } from '../journal/rules/note.ts'
import { parseTilePath, reachesTile, type Tile } from '../journal/rules/tiles.ts'
import { realDisk } from '../journal/store/disk.ts'
import { findShown, signerFolder } from '../journal/store/signer.ts'
import { readTile } from '../journal/store/tiles.ts'
import { findCosignatures } from '../journal/store/witnesses.ts'
import type { Db } from '../kit/db/db.ts'
import { isRefused } from '../kit/refuse.ts'

type Parts = { readonly db: Db; readonly dataDir: string }

const pack = promisify(gzip)
const MINE = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/
/** A tile never changes. */
const FOREVER = 'public, max-age=31536000, immutable'
/** Whoever has the address may read it, pages of others too: nothing in it names a person. */
const OPEN = { 'access-control-allow-origin': '*' }

/** The last checkpoint beside the tiles, with its size; undefined when nothing was signed. */
async function findSigned(folder: string): Promise<{ note: string; size: number } | undefined> {
  const note = await findShown(realDisk, folder)
  const parsed = note === undefined ? undefined : parseNote(note)
  const checkpoint = parsed && !isRefused(parsed) ? parseCheckpoint(parsed.text) : undefined
  return note && checkpoint && !isRefused(checkpoint) ? { note, size: checkpoint.size } : undefined
}

async function sendCheckpoint(c: Context, { db, dataDir }: Parts, mineId: string): Promise<Response> {
  const signed = await findSigned(signerFolder(dataDir, mineId))
  if (!signed) return c.notFound()
  const cosigned = await findCosignatures(db, mineId, signed.size)
  const headers = { ...OPEN, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' }
  return c.body(signed.note + cosigned, 200, headers)
}

async function sendTile(c: Context, folder: string, tile: Tile): Promise<Response> {
  const signed = await findSigned(folder)
  const bytes = signed && reachesTile(signed.size, tile) && (await readTile(realDisk, folder, tile))
  if (!bytes) return c.notFound()
  const headers = {
    ...OPEN,
    'content-type': 'application/octet-stream',
    'cache-control': FOREVER,
    vary: 'accept-encoding',
  }
  // Hashes do not shrink; leaves do.
  const isPacked = tile.level === 'entries' && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
  return isPacked
    ? c.body(new Uint8Array(await pack(bytes)), 200, { ...headers, 'content-encoding': 'gzip' })
    : c.body(new Uint8Array(bytes), 200, headers)
}

/**
 * The log of a mine as static pieces below `/log/<mine>` (C2SP tlog-tiles), to everybody: `checkpoint`, with what witnesses signed, `tile/…`
 * and `tile/entries/…`. A path spelled in any other way is not there, nor is what no checkpoint covers yet.
 */
export function serveTiles(app: Hono, parts: Parts): void {
  app.get('/log/:mine/*', async (c) => {
    const [, , mineId = '', ...rest] = c.req.path.split('/')
    const path = rest.join('/')
    if (!MINE.test(mineId)) return c.notFound()
    if (path === 'checkpoint') return sendCheckpoint(c, parts, mineId)
    const tile = parseTilePath(path)
    return tile ? sendTile(c, signerFolder(parts.dataDir, mineId), tile) : c.notFound()
  })
}
