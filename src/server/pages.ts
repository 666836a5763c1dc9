import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import type { Context, Hono } from 'hono'

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}
/** Hashed names never change what they hold. */
const FOREVER = 'public, max-age=31536000, immutable'
/** Where the built page wants the number of this one answer. */
const NONCE = /PITLAMP_NONCE/g

/** What a page may load: its own files, and styles that carry this answer's number (the form kit writes its styles at run time). */
const policyOf = (nonce: string): string =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ')

async function sendFile(c: Context, folder: string, path: string): Promise<Response> {
  const file = normalize(join(folder, path))
  const type = TYPES[extname(file)]
  if (!file.startsWith(folder) || !type) return c.notFound()
  const packed =
    /\bgzip\b/.test(c.req.header('accept-encoding') ?? '') && (await readFile(`${file}.gz`).catch(() => null))
  const bytes = packed || (await readFile(file).catch(() => null))
  if (!bytes) return c.notFound()
  const headers = { 'content-type': type, 'cache-control': FOREVER, vary: 'accept-encoding' }
  return c.body(new Uint8Array(bytes), 200, packed ? { ...headers, 'content-encoding': 'gzip' } : headers)
}

async function sendDesk(c: Context, folder: string): Promise<Response> {
  const page = await readFile(join(folder, 'desk', 'index.html'), 'utf8').catch(() => null)
  if (page === null) return c.notFound()
  const nonce = randomBytes(16).toString('base64')
  c.header('content-security-policy', policyOf(nonce))
  c.header('cache-control', 'no-store')
  return c.html(page.replace(NONCE, nonce))
}

/** Serves the built pages of `folder`: files under `/assets/`, and the one page for every path of the desk, whose routes live in the browser. */
export function servePages(app: Hono, folder: string): void {
  app.get('/assets/*', (c) => sendFile(c, folder, c.req.path))
  app.get('/lamp.svg', (c) => sendFile(c, folder, '/lamp.svg'))
  app.get('/', (c) => c.redirect('/desk'))
  app.get('/desk', (c) => sendDesk(c, folder))
  app.get('/desk/*', (c) => sendDesk(c, folder))
  app.notFound((c) => c.text('404', 404))
}
