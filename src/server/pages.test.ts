import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { servePages } from './pages.ts'

let folder: string
const app = new Hono()
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pitlamp-pages-'))
  for (const face of ['desk', 'phone']) {
    await mkdir(join(folder, face))
    await writeFile(join(folder, face, 'index.html'), `<script src="/assets/${face}.js"></script>`)
  }
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'assets', 'a.js'), 'let a')
  await writeFile(join(folder, 'assets', 'a.js.gz'), gzipSync('let a'))
  await writeFile(join(folder, 'worker.js'), 'let w')
  await writeFile(join(folder, 'manifest.webmanifest'), '{}')
  await writeFile(join(folder, 'secret.txt'), 'not for you')
  servePages(app, folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test.each([
  ['/desk', 'desk'],
  ['/desk/branch/1', 'desk'],
  ['/desk/scores?period=2026Q3', 'desk'],
  ['/', 'phone'],
  ['/sign-in?next=%2Fme', 'phone'],
  ['/meetings/018f', 'phone'],
  ['/me/dues', 'phone'],
])('%s is the one page of the %s', async (path, face) => {
  const answer = await app.request(path)
  expect(await answer.text()).toContain(`/assets/${face}.js`)
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test.each(['/', '/desk', '/worker.js'])(
  '%s may load only what is ours, and nothing written into a page',
  async (path) => {
    const policy = (await app.request(path)).headers.get('content-security-policy')?.split('; ')
    expect(policy).toEqual([
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
    ])
  },
)

test('who can unpack gets what was packed while building', async () => {
  const answer = await app.request('/assets/a.js', { headers: { 'accept-encoding': 'gzip, br' } })
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(await answer.arrayBuffer()).toString()).toBe('let a')
})

test('a file with a hashed name is served for ever, as what it is', async () => {
  const answer = await app.request('/assets/a.js')
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
    200,
    'text/javascript; charset=utf-8',
    'let a',
  ])
  expect(answer.headers.get('cache-control')).toContain('immutable')
})

test.each([
  ['/worker.js', 'text/javascript; charset=utf-8'],
  ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
])('%s is asked for anew each time', async (path, type) => {
  const { headers } = await app.request(path)
  expect([headers.get('content-type'), headers.get('cache-control')]).toEqual([type, 'no-cache'])
})

test.each([
  '/assets/../secret.txt',
  '/assets/%2e%2e/secret.txt',
  '/assets/none.js',
  '/secret.txt',
  '/nothing',
  '/gallery',
])('%s is not there', async (path) => {
  expect((await app.request(path)).status).toBe(404)
})
