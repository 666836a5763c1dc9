import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../server/browser.ts'
import { findOverflow, findViolations } from '../../server/clean.ts'
import { servePages } from '../../server/pages.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

let folder: string
let server: Server
let browser: Browser
let page: Page
let address: string
const complaints: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pitlamp-gallery-'))
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')
  const env = { ...process.env, PITLAMP_GALLERY: 'yes' }
  const args = [vite, 'build', '--outDir', folder, '--logLevel', 'error']
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 2, 2] })
  expect(status).toBe(0)
  const app = new Hono()
  servePages(app, folder)
  server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/gallery`
  browser = await openBrowser()
  page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage()
  page.on('pageerror', (error) => complaints.push(error.message))
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await new Promise((done) => server.close(done))
  await rm(folder, { recursive: true, force: true })
}, 60_000)

test('every part of the phone’s kit hangs in the gallery', () => {
  const shown = readFileSync(new URL('./parts.tsx', import.meta.url), 'utf8')
  const parts = globSync('*.tsx', { cwd: join(ROOT, 'src/kit/web/phone') }).map((file) => basename(file))
  expect(parts.length).toBeGreaterThan(5)
  expect(parts.filter((file) => !shown.includes(`kit/web/phone/${file}'`))).toEqual([])
})

test.each([
  ['light', 'normal'],
  ['dark', 'large'],
])('the gallery in %s and %s type is clean and does not scroll sideways', async (theme, size) => {
  await page.addInitScript(
    ([shade, type]) => {
      localStorage.setItem('pitlamp.theme', shade ?? '')
      localStorage.setItem('pitlamp.size', type ?? '')
    },
    [theme, size],
  )
  await page.goto(address)
  await page.locator('section#Outcome').waitFor()
  expect(await findViolations(page)).toEqual([])
  expect(await findOverflow(page)).toBeLessThanOrEqual(0)
  await page.screenshot({ path: join(tmpdir(), `pitlamp-gallery-${theme}.png`), fullPage: true })
})

test('one part has a page of its own', async () => {
  await page.goto(`${address}?part=Button`)
  await page.locator('section#Button').waitFor()
  expect(await page.locator('main > section').count()).toBe(1)
  expect(complaints).toEqual([])
})
