import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page as Tab } from 'playwright-core'
import { ensureMine } from '../../src/access/store/set-up.ts'
import { openDb } from '../../src/kit/db/db.ts'
import { newId } from '../../src/kit/id.ts'
import { openKeys } from '../../src/kit/keys/keys.ts'
import { isRefused } from '../../src/kit/refuse.ts'
import { loadDemo } from '../../src/ledger/api/demo.ts'
import { openBrowser } from '../../src/server/browser.ts'
import { addCaller } from './callers.ts'
import { withClient } from './client.ts'
import type { Ground } from './ground.ts'
import type { Line, Measure } from './measure.ts'
import { branchId, fillMine, seedId } from './mine.ts'
import { median, showMs } from './numbers.ts'
import { startProduct } from './product.ts'

const MOST_CONTENT_MS = 1600
const MOST_LOAD_KIB = 80
const MOST_CHANGE_MS = 200
/** A slow phone on a slow line: a quarter of this machine's speed, 1.6 Mbit/s, 150 ms. */
const SLOWER = 4
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }
const RUNS = 5
/** Behind the last answer, so that a late one would still be seen. */
const REST_MS = 400

async function carry(context: BrowserContext, address: string, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([
    { name, value: decodeURIComponent(value), domain: new URL(address).hostname, path: '/' },
  ])
}

/** Fills an empty database with the demo; answers the sign-in of a member. */
async function fillDemo(url: string, keysDir: string): Promise<{ login: string; password: string }> {
  mkdirSync(keysDir, { recursive: true, mode: 0o700 })
  const { db, close } = openDb(url, 2)
  const keys = openKeys(keysDir)
  const now = new Date()
  const { id: mineId } = await ensureMine(db, now)
  const actor = { mineId, accountId: newId<'account'>(), personId: null, offices: [], mustChange: false }
  const signIns = await db.transaction().execute((tx) => loadDemo(tx, { actor, keys, now }))
  keys.close()
  await close()
  if (isRefused(signIns)) throw new Error(signIns.refused)
  const member = signIns.find(({ role }) => role === 'member')
  if (!member) throw new Error('the demo has no member')
  return member
}

async function signIn(address: string, who: { login: string; password: string }): Promise<string> {
  const response = await fetch(`${address}/api/access.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': newId() },
    body: JSON.stringify({ login: who.login, password: who.password }),
  })
  if (response.status !== 200) throw new Error(await response.text())
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

type Opened = { readonly contentMs: number; readonly bytes: number; readonly scriptBytes: number }

/** Opens the phone's first page with nothing kept, on the slow line: when its words stood there, and what travelled for them. */
async function openPhone(address: string, cookie: string): Promise<Opened> {
  const browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' })
  await carry(context, address, cookie)
  const tab = await context.newPage()
  const session = await context.newCDPSession(tab)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', LINE)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  const scripts = new Set<string>()
  const sum = { bytes: 0, scriptBytes: 0 }
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sum.bytes += encodedDataLength
    if (scripts.has(requestId)) sum.scriptBytes += encodedDataLength
  })
  await tab.goto(`${address}/`, { waitUntil: 'networkidle' })
  await tab.waitForTimeout(REST_MS)
  const contentMs = await tab.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
  await browser.close()
  return { contentMs, ...sum }
}

async function measurePhone(ground: Ground): Promise<Line[]> {
  const database = await ground.makeDatabase()
  const dataDir = join(ground.home, 'phone')
  const member = await fillDemo(database.url, join(dataDir, 'keys'))
  const product = await startProduct(database.url, dataDir)
  try {
    const cookie = await signIn(product.address, member)
    const runs: Opened[] = []
    for (let at = 0; at < (ground.small ? 1 : RUNS); at += 1)
      runs.push(await openPhone(product.address, cookie))
    const contentMs = median(runs.map((run) => run.contentMs))
    const kib = median(runs.map(({ bytes }) => bytes)) / 1024
    const scriptKb = median(runs.map(({ scriptBytes }) => scriptBytes)) / 1000
    return [
      {
        what: `phone: words of the first page, ${SLOWER} × slowed, 1.6 Mbit/s, 150 ms`,
        asked: `≤ ${showMs(MOST_CONTENT_MS)}`,
        measured: showMs(contentMs),
        met: contentMs <= MOST_CONTENT_MS,
      },
      {
        what: 'phone: all that travels for it, answers included',
        asked: `≤ ${MOST_LOAD_KIB} KiB`,
        measured: `${kib.toFixed(1)} KiB, of it script ${scriptKb.toFixed(1)} KB`,
        met: kib <= MOST_LOAD_KIB,
      },
    ]
  } finally {
    await product.stop()
    await database.drop()
  }
}

/** Goes to a page of the desk as a link does; milliseconds until its heading stands there and nothing on it waits. */
function changeRoute(tab: Tab, path: string): Promise<number> {
  return tab.evaluate(
    (to) =>
      new Promise<number>((resolve) => {
        const from = performance.now()
        history.pushState(null, '', to)
        const look = (): void => {
          const isThere = document.querySelector('main h1') && !document.querySelector('main .bones')
          if (isThere && performance.now() - from > 5) resolve(performance.now() - from)
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    path,
  )
}

const BRANCHES = 1000

async function measureDesk(ground: Ground): Promise<Line[]> {
  const database = await ground.makeDatabase()
  const people = ground.small ? 2000 : 100_000
  const cookie = await withClient({ url: database.url }, async (client) => {
    await fillMine(client, { branches: BRANCHES, people, meetings: people, groupsEvery: 5 })
    const caller = await addCaller(client, 1, { role: 'committeeStaff', orgId: null })
    await client.query('vacuum analyze')
    return caller
  })
  const product = await startProduct(database.url, join(ground.home, 'desk'))
  const browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  await carry(context, product.address, cookie)
  const tab = await context.newPage()
  const kinds: Record<string, (n: number) => string> = {
    'a branch': (n) => `/desk/branch/${branchId(n)}`,
    'a person': (n) => `/desk/people/${seedId('person', n)}`,
    'the roster': (n) => (n % 2 === 0 ? '/desk/people' : `/desk/people?unit=${branchId(n)}`),
  }
  try {
    await tab.goto(`${product.address}/desk/me`, { waitUntil: 'networkidle' })
    const lines: Line[] = []
    for (const [what, pathOf] of Object.entries(kinds)) {
      await changeRoute(tab, pathOf(1))
      const took: number[] = []
      for (let n = 2; n < 2 + (ground.small ? 3 : 12); n += 1) {
        await changeRoute(tab, '/desk/me')
        await tab.waitForTimeout(REST_MS)
        took.push(await changeRoute(tab, pathOf(n * 7)))
      }
      const ms = median(took)
      lines.push({
        what: `desk: to ${what}, of ${people.toLocaleString('en')} people`,
        asked: `≤ ${showMs(MOST_CHANGE_MS)}`,
        measured: `${showMs(ms)} (slowest ${showMs(Math.max(...took))})`,
        met: ms <= MOST_CHANGE_MS,
      })
    }
    return lines
  } finally {
    await browser.close()
    await product.stop()
    await database.drop()
  }
}

/** What a person waits for, in a real browser. There is no bare side to it. */
export const faces: Measure = {
  title: 'pages in a browser: a slow phone’s first page, and the desk’s next one',
  run: async (ground) => [...(await measurePhone(ground)), ...(await measureDesk(ground))],
}
