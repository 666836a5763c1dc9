import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf, OutputOf, WriteName } from '../kit/contract.ts'
import { newId } from '../kit/id.ts'
import { openBrowser, type Product, startProduct } from './browser.ts'
import { type Counter, countOn, holdToBurden } from './burden.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PASSWORD = '井下 lamp 2026 亮'
const SLOW_MS = 30_000

let product: Product
let browser: Browser
let page: Page
let counter: Counter
const complaints: string[] = []

/** Posts an action; answers what was said and the session it set. */
async function post<N extends WriteName>(
  name: N,
  input: InputOf<N>,
  cookie = '',
): Promise<{ body: OutputOf<N>; cookie: string }> {
  const response = await fetch(`${product.address}/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': newId(), cookie },
    body: JSON.stringify(input),
  })
  const set = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
  return { body: (await response.json()) as OutputOf<N>, cookie: set }
}

beforeAll(async () => {
  product = await startProduct()
  const token = new URL(product.setUp).searchParams.get('token') ?? ''
  const admin = { mineName: '青石岭煤矿', name: '李明', login: 'liming', password: PASSWORD }
  const { cookie } = await post('access.setUp', { token, ...admin })
  const { body } = await post('ledger.loadDemo', {}, cookie)
  const secretary = body.signIns.find(({ role }) => role === 'secretary')
  browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  page = await context.newPage()
  page.setDefaultTimeout(SLOW_MS)
  page.on('pageerror', (error) => complaints.push(error.message))
  counter = await countOn(page)
  await page.goto(`${product.address}/desk/sign-in?next=/people`)
  await page.getByLabel('登录名').fill(secretary?.login ?? '')
  await page.getByLabel('密码', { exact: true }).fill(secretary?.password ?? '')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('grid').waitFor()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await product?.close()
}, 60_000)

const row = (at: number) => page.locator(`tr[data-at="${at}"]`)
const nameIn = async (at: number): Promise<string> =>
  (await row(at).getByRole('link').first().textContent()) ?? ''

/** What axe finds on the page as it stands. */
async function findViolations(): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(
    `axe.run(document.querySelector('dialog[open]') ?? document.querySelector('main'),
      { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
      .then((found) => found.violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200)))`,
  )
}

test('three letters find somebody, and Enter opens their page', async () => {
  expect(await findViolations()).toEqual([])
  counter.start()
  await page.keyboard.type('xsj')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '谢世杰' }).waitFor()
  const measured = await counter.count('keys')
  holdToBurden(
    { job: 'secretary finds a person by three letters', face: 'desk', unit: 'keys', atMost: 4 },
    measured,
  )
  await page.getByRole('heading', { name: '历史与封存' }).waitFor()
  expect(await findViolations()).toEqual([])
  await page.goBack()
  await page.getByRole('grid').waitFor()
})

test('a shift is changed where it stands, by keys alone, and holds from today', async () => {
  await page.getByRole('searchbox').fill('')
  await page.getByRole('searchbox').press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const name = await nameIn(1)
  const shift = row(1).getByRole('button', { name: `改 ${name} 的班次` })
  const before = (await shift.textContent())?.split(' ')[0]
  const after = before === '夜班' ? '早班' : '夜班'
  while ((await shift.evaluate((button) => button === document.activeElement)) === false)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(after)
  await page.keyboard.press('Enter')
  await row(1).getByText(after).waitFor()
  await expect.poll(() => shift.evaluate((button) => button === document.activeElement)).toBe(true)
})

test('three people are moved from a day on; what changes is shown before', async () => {
  await page.getByRole('searchbox').press('ArrowDown')
  for (const _ of [1, 2, 3]) {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
  }
  const names = [await nameIn(2), await nameIn(4), await nameIn(6)]
  await page.getByText('已选 3 人').waitFor()
  counter.start()
  await page.getByRole('button', { name: '批量变动' }).click()
  await page.getByLabel('自何日起').fill('2027-01-01')
  await page.getByLabel('转到').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const preview = page.getByRole('dialog').getByRole('row')
  expect((await preview.allInnerTexts()).slice(1).map((text) => text.split('\t')[0]?.trim())).toEqual(names)
  expect(await findViolations()).toEqual([])
  await page.getByRole('button', { name: '变动 3 人' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const measured = await counter.count('clicks')
  holdToBurden(
    {
      job: 'secretary moves three people to a group (day and place by keyboard)',
      face: 'desk',
      unit: 'clicks',
      atMost: 2,
    },
    measured,
  )
  await row(2).getByRole('link').first().click()
  await page.getByRole('heading', { name: names[0] ?? '' }).waitFor()
  await page.getByText('批量变动').first().waitFor()
  expect(await page.getByText('2027年1月1日').count()).toBe(1)
})

test('no page threw', () => {
  expect(complaints).toEqual([])
})
