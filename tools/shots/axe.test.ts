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

/** What is wrong with a page in each look and language at one width: by axe, or only whether it is too wide. */
async function lookAt(page: Page, width: number, by: 'axe' | 'width'): Promise<string[]> {
  const picture = { page, state: 'data', width, look: 'light', language: 'zh' } as const
  const { context, tab } = await openTab(browser, picture, scene.full)
  const wrong: string[] = []
  try {
    await tab.goto(addressOf(picture, scene.full), { waitUntil: 'domcontentloaded' })
    await rest(tab)
    await tab.evaluate(AXE)
    for (const look of by === 'axe' ? LOOKS : (['large'] as const))
      for (const language of LANGUAGES) {
        const [theme, size] = KEPT[look]
        await choose(tab, { 'pitlamp.theme': theme, 'pitlamp.size': size, 'pitlamp.language': language })
        const tag = language === 'zh' ? 'zh-CN' : 'en'
        await tab.locator(`html[lang="${tag}"][data-theme="${theme}"][data-size="${size}"]`).waitFor()
        // As tall as the page: what lies under the tab bar for a moment is not too small a target.
        const tall = await tab.evaluate(() => document.documentElement.scrollHeight)
        await tab.setViewportSize({ width, height: Math.max(tall, 740) })
        const where = `${width} ${look} ${language}`
        const over = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (over > 0) wrong.push(`${where}: ${over} px too wide`)
        if (by === 'width') continue
        for (const violation of await findViolations(tab)) wrong.push(`${where}: ${violation}`)
      }
  } finally {
    await context.close()
  }
  return wrong
}

test.each(PAGES.map((page) => [page.face, page.name, page] as const))(
  '%s %s: axe finds nothing in any look and language, and nothing is too wide',
  async (face, _, page) => {
    expect(await lookAt(page, face === 'phone' ? 360 : 1366, 'axe')).toEqual([])
  },
  120_000,
)

test.each(PAGES.filter(({ face }) => face === 'desk').map((page) => [page.name, page] as const))(
  'desk %s fits a width of 360 px in large type, in both languages',
  async (_, page) => {
    expect(await lookAt(page, 360, 'width')).toEqual([])
  },
  120_000,
)
