import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Draft, edited, richDraft } from '../../tools/packs/draft.ts'
import { fileOf, jsonOf } from '../../tools/packs/file.ts'
import { openBrowser } from './browser.ts'

const PAGE = new URL('../../dist/pack/index.html', import.meta.url)
const PLACE = '<script id="pack" type="application/gzip">'

let folder: string
let browser: Browser
let context: BrowserContext
const asked: string[] = []
const troubles: string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pitlamp-pack-story-'))
  browser = await openBrowser()
  context = await browser.newContext({ offline: true, viewport: { width: 360, height: 800 } })
  context.on('request', (request) => asked.push(request.url()))
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Opens the page from disk with a pack inside, and waits for its verdict. */
async function open(pack: Draft): Promise<Page> {
  const html = join(folder, `${pack.log.origin.replace(/\W/g, '-')}.html`)
  const held = gzipSync(jsonOf(pack)).toString('base64')
  writeFileSync(
    html,
    readFileSync(PAGE, 'utf8').replace(PLACE, () => PLACE + held),
  )
  const page = await context.newPage()
  page.on('pageerror', ({ message }) => troubles.push(message))
  await page.goto(pathToFileURL(html).href)
  await page.locator('.verdict').waitFor()
  return page
}

test('opened from disk without a network, a good pack is good, in both languages, and nothing is asked of anybody', async () => {
  const page = await open(richDraft(11))
  await expect.poll(() => page.locator('.verdict h1').textContent()).toMatch(/^✓ 证据包完好：\d+ 条记录/)
  await page.getByRole('button', { name: 'English' }).click()
  await expect.poll(() => page.locator('.verdict h1').textContent()).toMatch(/^✓ The pack is good/)
  await expect.poll(() => page.locator('[data-state="failed"]').count()).toBe(0)
  await expect.poll(() => page.locator('details.record').count()).toBeGreaterThan(5)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await page.getByRole('button', { name: '中文' }).click()
})

test.each<[string, (pack: Draft) => void, RegExp]>([
  [
    'a value somebody edited',
    (pack) => {
      const open = pack.records.flatMap(({ revisions }) =>
        revisions.flatMap((one) => Object.values(one.opened)),
      )
      for (const field of open.slice(0, 1)) field.value = '改过的内容'
    },
    /公开的内容与封存的不一致/,
  ],
  [
    'a revision taken out',
    (pack) => {
      for (const { revisions } of pack.records.filter((one) => one.revisions.length > 1).slice(0, 1))
        revisions.shift()
    },
    /中间缺了修订/,
  ],
  [
    'a day that is not the one sealed',
    (pack) => {
      const dated = pack.records.find(({ happened }) => happened === '2026-07-03')
      if (dated) dated.happened = '2026-08-22'
    },
    /日期被改动过/,
  ],
  [
    'a draw by another seed',
    ({ draw }) => {
      if (draw) draw.seed = edited(draw.seed, 4)
    },
    /样本不是按规则抽的/,
  ],
])('%s is told, with its reason', async (_, spoil, says) => {
  const pack = richDraft(13)
  spoil(pack)
  const page = await open(pack)
  await expect
    .poll(() => page.locator('.verdict h1').textContent())
    .toMatch(/^✗ 这个证据包不能采信：有 \d+ 项检查没有通过/)
  await expect.poll(() => page.locator('[data-state="failed"]').first().textContent()).toMatch(says)
})

test('what was imported is called so, and not late', async () => {
  const source = (src: string) =>
    open(
      richDraft(11, {
        entry: (entry) => ({ ...entry, received: entry.received.replace('2026-', '2027-'), src }),
      }),
    )
  const badges = async (src: string) => (await source(src)).locator('details.record .badge').allTextContents()
  expect((await badges('import')).filter((text) => !/^导入 · \d+ 天后$/.test(text))).toEqual([])
  const late = await badges('web')
  expect(late.length).toBeGreaterThan(0)
  expect(late.filter((text) => !/^补录 · 晚 \d+ 天$/.test(text))).toEqual([])
})

test('what the maker says and nothing seals stands under words of its own', async () => {
  const pack = richDraft(11)
  const page = await open(pack)
  const claims = page.locator('h3', { hasText: '未经证明的说明' })
  await claims.waitFor()
  await expect
    .poll(() => page.locator('h3:has-text("未经证明的说明") ~ dl').first().textContent())
    .toContain(pack.about.mine)
})

test('a reader who knows the key types it in: the same, mistyped, or another log altogether', async () => {
  const pack = richDraft(11)
  const page = await open(pack)
  const verdict = () => page.locator('.verdict').textContent()
  expect(await verdict()).toContain('证据包自带公钥')
  const key = page.getByLabel('您知道的日志公钥')
  await key.fill(` ${pack.log.vkey.slice(0, 20)} ${pack.log.vkey.slice(20)}`)
  await page.getByText('包里的就是您知道的这把公钥').waitFor()
  expect(await verdict()).not.toContain('证据包自带公钥')
  await key.fill(pack.log.vkey.slice(0, -2))
  await page.getByText('请核对有没有抄错').waitFor()
  expect(await verdict()).toMatch(/^✓/)
  await key.fill(richDraft(12).log.vkey)
  await page.getByText('这个包不是那本日志的').waitFor()
  expect(await verdict()).toMatch(/^✗ 这个证据包不能采信：有 1 项/)
  await key.fill('')
  await page.getByText('也核对认谁的见证').click()
  await page.getByLabel('您知道的见证规则').fill(pack.policy)
  await page.getByText('包里的就是您知道的这份见证规则').waitFor()
  await page.getByLabel('您知道的见证规则').fill('quorum none')
  await page.getByText('包里的不是您知道的这份见证规则').waitFor()
  expect(await verdict()).toMatch(/^✗/)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
})

test('the page opens another pack, and says of a file that is none that it cannot be read', async () => {
  const page = await open(richDraft(11))
  const other = richDraft(17)
  const zip = {
    name: 'other.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(fileOf(jsonOf(other))),
  }
  await page.locator('input[type=file]').setInputFiles(zip)
  await page.getByText(other.log.origin, { exact: true }).waitFor()
  await expect.poll(() => page.locator('[data-state="failed"]').count()).toBe(0)
  await page.locator('input[type=file]').setInputFiles({ ...zip, buffer: zip.buffer.subarray(0, -40) })
  await page.getByText('读不出来').first().waitFor()
})

test('all this asked no address but the files themselves', () => {
  expect(troubles).toEqual([])
  expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:'))).toEqual([])
})
