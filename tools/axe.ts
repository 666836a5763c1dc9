/** `npm run axe [-- page …]`: every page in every look and language by the rules of access, and whether it fits its window and 360 px. */
import type { Browser, Page as Tab } from 'playwright-core'
import { openBrowser } from '../src/server/browser.ts'
import { findOverflow, findViolations } from '../src/server/clean.ts'
import { PAGES } from './shots/pages.ts'
import { LANGUAGES, LOOKS, type Page } from './shots/pictures.ts'
import { type Scene, setScene } from './shots/scene.ts'
import { addressOf, openTab, rest } from './shots/shoot.ts'

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

const HEIGHT = 768
/** A window that shows all of a phone's page: what lies under the tab bar for a moment is not too small a target. */
const TALL = 3000

/** How many pixels the page is too wide for a window of this width. */
async function overflow(tab: Tab, face: Page['face'], width: number): Promise<number> {
  await tab.setViewportSize({ width, height: face === 'phone' ? TALL : HEIGHT })
  return findOverflow(tab)
}

/** What is wrong with a page in the looks and languages it is seen in. */
async function lookAt({ browser, scene }: { browser: Browser; scene: Scene }, page: Page): Promise<string[]> {
  const width = page.face === 'phone' ? 360 : 1366
  const picture = { page, state: 'data', width, look: 'light', language: 'zh' } as const
  const { context, tab } = await openTab(browser, picture, scene.full)
  const wrong: string[] = []
  try {
    await tab.goto(addressOf(picture, scene.full), { waitUntil: 'domcontentloaded' })
    await rest(tab)
    for (const [look, language] of LOOKS.flatMap((one) => LANGUAGES.map((other) => [one, other] as const))) {
      const [theme, size] = KEPT[look]
      await choose(tab, { 'pitlamp.theme': theme, 'pitlamp.size': size, 'pitlamp.language': language })
      const tag = language === 'zh' ? 'zh-CN' : 'en'
      await tab.locator(`html[lang="${tag}"][data-theme="${theme}"][data-size="${size}"]`).waitFor()
      for (const wide of new Set([360, width])) {
        const over = await overflow(tab, page.face, wide)
        if (over > 0) wrong.push(`${look} ${language}: ${over} px wider than ${wide}`)
      }
      for (const violation of await findViolations(tab)) wrong.push(`${look} ${language}: ${violation}`)
    }
  } finally {
    await context.close()
  }
  return wrong
}

const asked = process.argv.slice(2)
const scene = await setScene()
const browser = await openBrowser()
let faulty = 0
try {
  for (const page of PAGES.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
    const wrong = await lookAt({ browser, scene }, page)
    faulty += wrong.length > 0 ? 1 : 0
    console.log(`${wrong.length > 0 ? '✗' : '✓'} ${page.face} ${page.name}`)
    for (const line of wrong) console.log(`   ${line}`)
  }
} finally {
  await browser.close()
  await scene.close()
}
console.log(`${faulty} pages with faults`)
process.exitCode = faulty > 0 ? 1 : 0
