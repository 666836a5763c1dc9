import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { makePack } from '../../src/journal/rules/pack/test/make.ts'
import { openBrowser } from '../../src/server/browser.ts'
import { recipeOf } from '../packs/good.ts'
import type { Line, Measure } from './measure.ts'
import { ROOT } from './product.ts'

const RECORDS = 10_000
const MOST_S = 10
const PLACE = '<script id="pack" type="application/gzip">'
const PAGE = join(ROOT, 'dist', 'pack', 'index.html')

/** The longest the page stood still, measured from inside. */
const WATCH = `
  window.longest = 0
  let last = performance.now()
  const look = () => {
    const now = performance.now()
    window.longest = Math.max(window.longest, now - last)
    last = now
    setTimeout(look, 0)
  }
  look()`

type Timed = { readonly seconds: number; readonly stillMs: number; readonly verdict: string }

async function time(file: string): Promise<Timed> {
  const browser = await openBrowser()
  try {
    const context = await browser.newContext({ offline: true })
    const page = await context.newPage()
    await page.addInitScript(WATCH)
    const began = performance.now()
    await page.goto(pathToFileURL(file).href)
    await page.locator('.verdict').waitFor({ timeout: 300_000 })
    const seconds = (performance.now() - began) / 1000
    return {
      seconds,
      stillMs: Number(await page.evaluate('Math.round(window.longest)')),
      verdict: (await page.locator('.verdict h1').textContent()) ?? '',
    }
  } finally {
    await browser.close()
  }
}

async function run({ small }: { readonly small: boolean }): Promise<Line[]> {
  const records = small ? 100 : RECORDS
  const shape = { records, others: records / 2, checkpoints: small ? 5 : 200, draw: true } as const
  const json = JSON.stringify(makePack({ ...recipeOf(1, 5), ...shape, opening: 'last' }))
  const folder = mkdtempSync(join(tmpdir(), 'pitlamp-bench-pack-'))
  try {
    const file = join(folder, 'index.html')
    const held = gzipSync(json).toString('base64')
    writeFileSync(
      file,
      readFileSync(PAGE, 'utf8').replace(PLACE, () => PLACE + held),
    )
    const { seconds, stillMs, verdict } = await time(file)
    const isGood = verdict.startsWith('✓')
    return [
      {
        what: `${records} records, ${(json.length / 1e6).toFixed(1)} MB of pack.json, from opening the page to its verdict`,
        asked: `<= ${MOST_S} s, good`,
        measured: `${seconds.toFixed(1)} s, ${isGood ? 'good' : verdict}`,
        met: isGood && seconds <= MOST_S,
      },
      { what: 'the longest the page stood still meanwhile', measured: `${stillMs} ms` },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How long the page of an evidence pack takes to check it in Chromium, from disk and offline. */
export const packing: Measure = { title: 'an evidence pack checked by its own page', run }
