import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import type { Context, Hono } from 'hono'
import { PLACES } from '../web/phone/places.ts'

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
}
/** Hashed names never change what they hold. */
const FOREVER = 'public, max-age=31536000, immutable'
/** Asked for anew each time, sent only when changed. */
const CURRENT = 'no-cache'
/** Files with a name of their own, beside the pages. The worker must be found at the root: it may look after no folder above its own. */
const NAMED = [
  'lamp.svg',
  'lamp-192.png',
  'lamp-512.png',
  'manifest.webmanifest',
  'licences.json',
  'worker.js',
]

/** What a page may load: files of this house, nothing written into the page itself, nothing from elsewhere. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

type Sent = { readonly folder: string; readonly path: string; readonly keep: string }

async function sendFile(c: Context, { folder, path, keep }: Sent): Promise<Response> {
  const file = normalize(join(folder, path))
  const type = TYPES[extname(file)]
  if (!file.startsWith(folder) || !type) return c.notFound()
  const packed =
    /\bgzip\b/.test(c.req.header('accept-encoding') ?? '') && (await readFile(`${file}.gz`).catch(() => null))
  const bytes = packed || (await readFile(file).catch(() => null))
  if (!bytes) return c.notFound()
  const headers = { 'content-type': type, 'cache-control': keep, vary: 'accept-encoding' }
  return c.body(new Uint8Array(bytes), 200, packed ? { ...headers, 'content-encoding': 'gzip' } : headers)
}

async function sendPage(c: Context, file: string): Promise<Response> {
  const page = await readFile(file, 'utf8').catch(() => null)
  if (page === null) return c.notFound()
  c.header('content-security-policy', POLICY)
  c.header('cache-control', 'no-store')
  return c.html(page)
}

/** Each face is one page whose routes live in the browser. The gallery is there when it was built. */
const FACES: readonly { readonly face: string; readonly paths: readonly string[] }[] = [
  { face: 'phone', paths: PLACES.flatMap((place) => (place ? [`/${place}`, `/${place}/*`] : ['/'])) },
  { face: 'desk', paths: ['/desk', '/desk/*'] },
  { face: 'gallery', paths: ['/gallery'] },
]

/** Serves the built pages of `folder`: the phone at `/` and its places, the desk below `/desk`, and their files. */
export function servePages(app: Hono, folder: string): void {
  app.get('/assets/*', (c) => sendFile(c, { folder, path: c.req.path, keep: FOREVER }))
  for (const name of NAMED)
    app.get(`/${name}`, async (c) => {
      // A worker lives under the policy its own file came with.
      if (name === 'worker.js') c.header('content-security-policy', POLICY)
      return sendFile(c, { folder, path: name, keep: CURRENT })
    })
  for (const { face, paths } of FACES)
    for (const path of paths) app.get(path, (c) => sendPage(c, join(folder, face, 'index.html')))
  app.notFound((c) => c.text('404', 404))
}
