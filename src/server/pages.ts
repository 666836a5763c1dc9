import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import type { Context, Hono } from 'hono'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
  '.json': 'application/json; charset=utf-8',
}
/** Hashed names never change what they hold. */
const FOREVER = 'public, max-age=31536000, immutable'

/**
 * Serves the built pages of `folder`: files under `/assets/` (beside each its `.gz`, where the browser takes it),
 * and the one page for every path of the desk, whose routes live in the browser.
 */
export function servePages(app: Hono, folder: string): void {
  const send = async (c: Context, path: string, cache: string): Promise<Response> => {
    const file = normalize(join(folder, path))
    const type = TYPES[extname(file)]
    if (!file.startsWith(folder) || !type) return c.notFound()
    const packed =
      /\bgzip\b/.test(c.req.header('accept-encoding') ?? '') &&
      (await readFile(`${file}.gz`).catch(() => null))
    const bytes = packed || (await readFile(file).catch(() => null))
    if (!bytes) return c.notFound()
    const headers = { 'content-type': type, 'cache-control': cache, vary: 'accept-encoding' }
    return c.body(new Uint8Array(bytes), 200, packed ? { ...headers, 'content-encoding': 'gzip' } : headers)
  }
  app.get('/assets/*', (c) => send(c, c.req.path, FOREVER))
  app.get('/lamp.svg', (c) => send(c, '/lamp.svg', 'public, max-age=86400'))
  app.get('/', (c) => c.redirect('/desk'))
  app.get('/desk', (c) => send(c, '/desk/index.html', 'no-cache'))
  app.get('/desk/*', (c) => send(c, '/desk/index.html', 'no-cache'))
  app.notFound((c) => c.text('404', 404))
}
