import type { Browser, BrowserContext, Page as Tab } from 'playwright-core'
import { findOverflow } from '../../src/server/clean.ts'
import type { Picture, State } from './pictures.ts'
import { NOW, type Scene, type Stage } from './scene.ts'

const TALLEST = 1600
const HEIGHTS: Readonly<Record<number, number>> = { 360: 740, 412: 860, 1366: 768 }
const SETTLE_MS = 250
const QUALITY = 72
const MOST_WAIT_MS = 20_000

export const addressOf = ({ page }: Pick<Picture, 'page'>, { address, ids }: Stage): string => {
  const path = (page.path ?? page.route).replace(/:(\w+)/g, (_, name: string) => ids[name] ?? '')
  return `${address}${page.face === 'desk' ? '/desk' : ''}${path}`
}

/** What the person chose before: the theme, the size and the language, as the pages remember them. */
const chosen = ({ look, language }: Picture): Record<string, string> => ({
  'pitlamp.language': language,
  'pitlamp.theme': look === 'dark' || look === 'largeDark' ? 'dark' : 'light',
  'pitlamp.size': look === 'large' || look === 'largeDark' ? 'large' : 'normal',
})

/** Who one is may always be asked; the page's own questions are left open, refused, or find no line. */
const ALWAYS = /\/api\/access\.(findMe|findMine)\b/

async function hinder(context: BrowserContext, state: State): Promise<void> {
  if (state === 'data' || state === 'empty') return
  await context.route(/\/api\//, async (route) => {
    if (ALWAYS.test(route.request().url())) return route.continue()
    if (state === 'offline') return route.abort('internetdisconnected')
    if (state === 'failed')
      return route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: '/problems/fault',
          title: 'fault',
          status: 500,
          code: 'fault',
          reference: '3f9c1a',
        }),
      })
    // Loading: the answer never comes.
  })
}

/** A tab in which a page will stand as the picture wants it; nothing is loaded yet. */
export async function openTab(
  browser: Browser,
  picture: Picture,
  stage: Stage,
): Promise<{ context: BrowserContext; tab: Tab }> {
  const { page, state, width } = picture
  const context = await browser.newContext({
    viewport: { width, height: HEIGHTS[width] ?? 768 },
    deviceScaleFactor: page.face === 'phone' ? 1.5 : 1,
    hasTouch: page.face === 'phone',
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Shanghai',
    locale: 'zh-CN',
  })
  if (page.as !== 'nobody') {
    const { hostname } = new URL(stage.address)
    await context.addCookies([{ ...stage.sessionOf(page.as), domain: hostname, path: '/', httpOnly: true }])
  }
  await context.clock.setFixedTime(NOW)
  await context.addInitScript((kept) => {
    for (const [name, value] of Object.entries(kept)) localStorage.setItem(name, value)
  }, chosen(picture))
  // The browser would say there is a line: only the product's own questions are cut off.
  if (state === 'offline')
    await context.addInitScript(() => Object.defineProperty(navigator, 'onLine', { get: () => false }))
  await hinder(context, state)
  return { context, tab: await context.newPage() }
}

/** Until nothing is under way any more and nothing waits for an answer. */
export async function rest(tab: Tab): Promise<void> {
  await tab.waitForLoadState('networkidle', { timeout: MOST_WAIT_MS })
  await tab.waitForFunction(() => !document.querySelector('.bones'), undefined, { timeout: MOST_WAIT_MS })
}

export type Shot = { readonly bytes: Buffer; readonly faults: string[] }

/** Things no picture may show: a blank nobody filled, a word that is none, a page wider than its window. */
async function lookForFaults(tab: Tab, { page, width }: Picture): Promise<string[]> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is shown, not what stands in hidden elements
  const text = await tab.evaluate(() => document.body.innerText)
  const words = /\{\w+[^}]*\}|\bundefined\b|\bNaN\b|\[object|\bnull\b/.exec(text)?.[0]
  const wide = await findOverflow(tab)
  return [
    ...(text.trim().length < 4 ? ['nothing on it'] : []),
    ...(words ? [`says "${words}"`] : []),
    ...(wide > 0 ? [`${wide} px wider than ${width}${page.face === 'desk' ? ' (desk)' : ''}`] : []),
  ]
}

/** Photographs one page in one state, as WebP, down to `TALLEST` pixels. */
export async function shoot(browser: Browser, scene: Scene, picture: Picture): Promise<Shot> {
  const stage = picture.state === 'empty' ? scene.empty : scene.full
  const { context, tab } = await openTab(browser, picture, stage)
  const faults: string[] = []
  tab.on('pageerror', (error) => faults.push(error.message))
  try {
    await tab.goto(addressOf(picture, stage), { waitUntil: 'domcontentloaded' })
    if (picture.state === 'data' || picture.state === 'empty')
      await rest(tab).catch(() => faults.push('never at rest'))
    // A failed question is asked a second and third time before the page says so.
    else await tab.waitForTimeout(picture.state === 'loading' ? 900 : 1500)
    await tab.evaluate(() => document.fonts.ready)
    await tab.waitForTimeout(SETTLE_MS)
    faults.push(...(await lookForFaults(tab, picture)))
    const height = Math.min(TALLEST, await tab.evaluate(() => document.documentElement.scrollHeight))
    const view = HEIGHTS[picture.width] ?? 768
    await tab.setViewportSize({ width: picture.width, height: Math.max(height, view) })
    await tab.waitForTimeout(SETTLE_MS)
    const session = await context.newCDPSession(tab)
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY })
    return { bytes: Buffer.from(data, 'base64'), faults }
  } finally {
    await context.close()
  }
}
