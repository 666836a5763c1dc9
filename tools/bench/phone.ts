import { join } from 'node:path'
import { openBrowser } from '../../src/server/browser.ts'
import type { Ground } from './ground.ts'
import type { Line, Measure } from './measure.ts'
import { median, showMs } from './numbers.ts'
import { startProduct } from './product.ts'

const MOST_MS = 1600
/** A phone four times as slow as this machine, on 1.6 Mbit/s with 150 ms both ways. */
const SLOW = { cpu: 4, bitsPerS: 1_600_000, latencyMs: 150 }
const RUNS = 5
const SMALL_RUNS = 1

/** Milliseconds from the address to the first content, on a slow phone that has never been here. */
async function firstContent(address: string, runs: number): Promise<number[]> {
  const browser = await openBrowser()
  const all: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN' })
    const page = await context.newPage()
    const wire = await context.newCDPSession(page)
    const bytesPerS = SLOW.bitsPerS / 8
    await wire.send('Network.enable')
    await wire.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: SLOW.latencyMs,
      downloadThroughput: bytesPerS,
      uploadThroughput: bytesPerS,
    })
    await wire.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpu })
    await page.goto(`${address}/`)
    await page.locator('h1').first().waitFor()
    all.push(
      await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0),
    )
    await context.close()
  }
  await browser.close()
  return all
}

/** How long a member waits for the first content of the phone's page. There is no bare side to it. */
export const phone: Measure = {
  title: 'the phone, slowed 4×, 1.6 Mbit/s, 150 ms',
  run: async ({ home, small, makeDatabase }: Ground): Promise<Line[]> => {
    const { url, drop } = await makeDatabase()
    const product = await startProduct(url, join(home, 'phone-data'))
    try {
      const ms = median(await firstContent(product.address, small ? SMALL_RUNS : RUNS))
      return [
        { what: 'first content', measured: showMs(ms), asked: `≤ ${showMs(MOST_MS)}`, met: ms <= MOST_MS },
      ]
    } finally {
      await product.stop()
      await drop()
    }
  },
}
