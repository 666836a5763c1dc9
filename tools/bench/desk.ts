import { join } from 'node:path'
import type { Page as Tab } from 'playwright-core'
import { openBrowser } from '../../src/server/browser.ts'
import { addCaller } from './callers.ts'
import { carry } from './carry.ts'
import { withClient } from './client.ts'
import type { Ground } from './ground.ts'
import type { Line, Measure } from './measure.ts'
import { branchId, fillMine, seedId } from './mine.ts'
import { median, showMs } from './numbers.ts'
import { startProduct } from './product.ts'

const MOST_CHANGE_MS = 200
/** Behind the last answer, so that a late one would still be seen. */
const REST_MS = 400

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

async function measure(ground: Ground): Promise<Line[]> {
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

/** What a person at the desk waits for when going on to another page. There is no bare side to it. */
export const desk: Measure = { title: 'the desk’s next page, in a browser', run: measure }
