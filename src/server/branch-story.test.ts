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
const SLOW_MS = 60_000

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
  await page.goto(`${product.address}/desk/sign-in?next=/study`)
  await page.getByLabel('登录名').fill(secretary?.login ?? '')
  await page.getByLabel('密码', { exact: true }).fill(secretary?.password ?? '')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByText(/支部今年已组织/).waitFor()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await product?.close()
}, 60_000)

/** What axe finds on the page as it stands. */
async function findViolations(): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(
    `axe.run(document.querySelector('dialog[open]') ?? document.querySelector('main'),
      { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
      .then((found) => found.violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200)))`,
  )
}

const work = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true })

test('a study plan is added to and cancelled with a reason, both by keys', async () => {
  expect(await findViolations()).toEqual([])
  await page.getByRole('button', { name: /给.*12月添加学习内容/ }).press('Enter')
  await page.getByLabel('主题').fill('年终总结')
  await page.getByLabel('学时').fill('1.5')
  expect(await findViolations()).toEqual([])
  await page.getByLabel('学时').press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '关联会议：年终总结' }).press('Enter')
  await page.getByRole('button', { name: '取消“年终总结”' }).press('Enter')
  await page.getByLabel('取消原因').fill('与党委安排重复')
  await page.getByLabel('取消原因').press('Enter')
  await page.getByText('取消：与党委安排重复').waitFor()
})

test('a month’s dues of the whole branch are recorded at once', async () => {
  counter.start()
  await work('党费').click()
  await page.getByRole('button', { name: /^选中这 \d+ 人/ }).click()
  expect(await findViolations()).toEqual([])
  await page.getByRole('button', { name: /^登记 \d+ 人交清/ }).click()
  await page.getByText(/^已登记 \d+ 人/).waitFor()
  await page.getByText(/已全部交清/).waitFor()
  const measured = await counter.count('clicks')
  const job = 'secretary records a month of dues for the branch'
  holdToBurden({ job, face: 'desk', unit: 'clicks', atMost: 4 }, measured)
})

test('a cell says why, and a payment is corrected without losing what stood before', async () => {
  await page
    .getByRole('link', { name: /11月：按时交清|10月：按时交清/ })
    .first()
    .click()
  await page.getByText(/应交 .* 元：在职，月计费基数/).waitFor()
  expect(await findViolations()).toEqual([])
  await page.getByRole('button', { name: '更正' }).first().click()
  await page.getByRole('dialog').getByLabel('金额（元）').first().fill('1.5')
  await page.getByLabel('更正原因').fill('看错了小数点')
  await page.getByLabel('更正原因').press('Enter')
  await page.getByText(/→ 1\.50 元，看错了小数点/).waitFor()
  await page.keyboard.press('Escape')
})

test('a case is moved one step, with the numbers the step asks for', async () => {
  counter.start()
  await work('发展党员').click()
  const card = page.locator('.case').filter({ hasText: '下一步：支部大会接收' }).first()
  await card.getByRole('button', { name: /^登记 .* 的下一步/ }).click()
  await page.getByLabel('应到').fill('45')
  await page.getByLabel('实到').fill('22')
  await page.getByLabel('赞成').fill('40')
  await page.getByLabel('赞成').press('Enter')
  await page.getByText(/不合规定（J7）/).waitFor()
  await page.getByLabel('实到').fill('42')
  expect(await findViolations()).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('下一步：上级党委谈话').first().waitFor()
  const measured = await counter.count('clicks')
  holdToBurden(
    { job: 'secretary moves an admission one step', face: 'desk', unit: 'clicks', atMost: 4 },
    measured,
  )
  expect(await findViolations()).toEqual([])
})

test('the case shows its line of stations and its sealed history', async () => {
  await page.locator('.case').getByRole('link').first().click()
  await page.getByRole('heading', { name: '25 步' }).waitFor()
  expect(await page.locator('.stations li').count()).toBe(25)
  await page.getByRole('heading', { name: '历史与封存' }).waitFor()
  expect(await findViolations()).toEqual([])
})

test('the targets of a period say what was reached', async () => {
  await work('目标').click()
  await page.getByRole('heading', { name: /到期$/ }).waitFor()
  expect(await findViolations()).toEqual([])
})

test('no page threw', () => {
  expect(complaints).toEqual([])
})
