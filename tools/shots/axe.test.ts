import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page as Tab } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../../src/server/browser.ts'
import { PAGES } from './pages.ts'
import { LANGUAGES, LOOKS, type Page } from './pictures.ts'
import { type Scene, setSceneOn } from './scene.ts'
import { addressOf, openTab, rest } from './shoot.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

let scene: Scene
let browser: Browser
beforeAll(async () => {
  scene = await setSceneOn(inject('databaseUrl'))
  browser = await openBrowser()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await scene?.close()
}, 60_000)

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] }

const KEPT = {
  light: ['light', 'normal'],
  dark: ['dark', 'normal'],
  large: ['light', 'large'],
  largeDark: ['dark', 'large'],
} as const

/** Chooses as another window of the same browser would: the page follows without being loaded anew. */
const choose = (tab: Tab, kept: Readonly<Record<string, string>>): Promise<void> =>
  tab.evaluate((choices) => {
    for (const [key, newValue] of Object.entries(choices)) {
      localStorage.setItem(key, newValue)
      dispatchEvent(new StorageEvent('storage', { key, newValue }))
    }
  }, kept)

async function findViolations(tab: Tab): Promise<string[]> {
  const found = (await tab.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] }).then((r) => r.violations)`,
  )) as Violation[]
  return found.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 160)}`)
}

/** Each look once and each language twice; with PITLAMP_LOOKS=all every look in both languages. */
const PAIRS = [
  ['light', 'zh'],
  ['dark', 'en'],
  ['large', 'en'],
  ['largeDark', 'zh'],
] as const
const SEEN =
  process.env['PITLAMP_LOOKS'] === 'all'
    ? LOOKS.flatMap((look) => LANGUAGES.map((language) => [look, language] as const))
    : PAIRS

/** How many pixels the page is too wide for this window; as tall as the page, so that nothing lies under the tab bar for a moment. */
async function spread(tab: Tab, width: number): Promise<number> {
  await tab.setViewportSize({ width, height: 740 })
  const { tall, over } = await tab.evaluate(() => {
    const { scrollHeight, scrollWidth } = document.documentElement
    return { tall: scrollHeight, over: scrollWidth - window.innerWidth }
  })
  await tab.setViewportSize({ width, height: Math.max(tall, 740) })
  return over
}

/** What is wrong with a page in the looks and languages it is seen in. */
async function lookAt(page: Page): Promise<string[]> {
  const width = page.face === 'phone' ? 360 : 1366
  const picture = { page, state: 'data', width, look: 'light', language: 'zh' } as const
  const { context, tab } = await openTab(browser, picture, scene.full)
  const wrong: string[] = []
  try {
    await tab.goto(addressOf(picture, scene.full), { waitUntil: 'domcontentloaded' })
    await rest(tab)
    await tab.evaluate(AXE)
    for (const [look, language] of SEEN) {
      const [theme, size] = KEPT[look]
      await choose(tab, { 'pitlamp.theme': theme, 'pitlamp.size': size, 'pitlamp.language': language })
      const tag = language === 'zh' ? 'zh-CN' : 'en'
      await tab.locator(`html[lang="${tag}"][data-theme="${theme}"][data-size="${size}"]`).waitFor()
      for (const wide of new Set([360, width])) {
        const over = await spread(tab, wide)
        if (over > 0) wrong.push(`${look} ${language}: ${over} px wider than ${wide}`)
      }
      for (const violation of await findViolations(tab)) wrong.push(`${look} ${language}: ${violation}`)
    }
  } finally {
    await context.close()
  }
  return wrong
}

test.each(PAGES.map((page) => [page.face, page.name, page] as const))(
  '%s %s: axe finds nothing, and nothing is too wide, in each look',
  async (_, __, page) => {
    expect(await lookAt(page)).toEqual([])
  },
  120_000,
)
