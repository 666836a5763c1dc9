import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { servePages } from './pages.ts'

let folder: string
const app = new Hono()
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pitlamp-pages-'))
  await mkdir(join(folder, 'desk'))
  await mkdir(join(folder, 'assets'))
  await writeFile(
    join(folder, 'desk', 'index.html'),
    '<script nonce="PITLAMP_NONCE" src="/assets/a.js"></script>',
  )
  await writeFile(join(folder, 'assets', 'a.js'), 'let a')
  await writeFile(join(folder, 'secret.txt'), 'not for you')
  servePages(app, folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test.each(['/desk', '/desk/branch/1', '/desk/scores?period=2026Q3'])(
  '%s is the one page, with a number of its own',
  async (path) => {
    const answer = await app.request(path)
    const [, nonce] = /nonce="([^"]+)"/.exec(await answer.text()) ?? []
    expect(nonce).toMatch(/^[\w+/]{22}==$/)
    expect(answer.headers.get('content-security-policy')).toContain(`script-src 'self' 'nonce-${nonce}'`)
    expect(await (await app.request(path)).text()).not.toContain(nonce)
  },
)

test('a file is served for ever, as what it is', async () => {
  const answer = await app.request('/assets/a.js')
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
    200,
    'text/javascript; charset=utf-8',
    'let a',
  ])
  expect(answer.headers.get('cache-control')).toContain('immutable')
})

test.each([
  '/assets/../secret.txt',
  '/assets/%2e%2e/secret.txt',
  '/assets/none.js',
  '/secret.txt',
  '/nothing',
])('%s is not there', async (path) => {
  expect((await app.request(path)).status).toBe(404)
})
