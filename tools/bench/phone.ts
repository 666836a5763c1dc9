import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openDb } from '../../src/kit/db/db.ts'
import { openKeys } from '../../src/kit/keys/keys.ts'
import { openBrowser } from '../../src/server/browser.ts'
import { comeIn, fillDemo, type SignIn } from '../demo.ts'
import { carry } from './carry.ts'
import type { Ground } from './ground.ts'
import type { Line, Measure } from './measure.ts'
import { median, showMs } from './numbers.ts'
import { startProduct } from './product.ts'

const MOST_CONTENT_MS = 1600
const MOST_LOAD_KIB = 80
const MOST_SCRIPT_KB = 60
/** A slow phone on a slow line: a quarter of this machine's speed, 1.6 Mbit/s, 150 ms. */
const SLOWER = 4
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }
const RUNS = 5
/** Behind the last answer, so that a late one would still be seen. */
const REST_MS = 400

/** Fills an empty database with the demo; answers a member of it. */
async function fillWithDemo(url: string, keysDir: string): Promise<SignIn> {
  mkdirSync(keysDir, { recursive: true, mode: 0o700 })
  const { db, close } = openDb(url, 2)
  const keys = openKeys(keysDir)
  const { signIns } = await fillDemo(db, keys, new Date())
  keys.close()
  await close()
  const member = signIns.find(({ role }) => role === 'member')
  if (!member) throw new Error('the demo has no member')
  return member
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

async function measure(ground: Ground): Promise<Line[]> {
  const database = await ground.makeDatabase()
  const dataDir = join(ground.home, 'phone')
  const member = await fillWithDemo(database.url, join(dataDir, 'keys'))
  const product = await startProduct(database.url, dataDir)
  try {
    const cookie = (await comeIn(product.address, member)).cookie()
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
        asked: `≤ ${MOST_LOAD_KIB} KiB, script ≤ ${MOST_SCRIPT_KB} KB`,
        measured: `${kib.toFixed(1)} KiB, of it script ${scriptKb.toFixed(1)} KB`,
        met: kib <= MOST_LOAD_KIB && scriptKb <= MOST_SCRIPT_KB,
      },
    ]
  } finally {
    await product.stop()
    await database.drop()
  }
}

/** What a member waits for who opens the phone's first page. There is no bare side to it. */
export const phone: Measure = { title: 'a slow phone’s first page, signed in', run: measure }
