import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Product } from './browser.ts'
import { findViolations } from './clean.ts'
import { PASSWORD } from './demo-mine.ts'
import { openStage, type Stage } from './stories.ts'

const WORKBOOK = fileURLToPath(new URL('../ledger/fixtures/mine-2026.xlsx', import.meta.url))

let stage: Stage
let product: Product
let page: Page

beforeAll(async () => {
  stage = await openStage()
  product = stage.product
  page = await stage.open()
}, 180_000)
afterAll(() => stage?.close(), 60_000)

/** The page in Chinese and in English is clean, and as it was afterwards. */
async function expectAccessible(): Promise<void> {
  expect(await findViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'English' }).first().click()
  await page.locator('html[lang="en"]').waitFor()
  expect(await findViolations(page)).toEqual([])
  await page.getByRole('button', { name: '中文' }).first().click()
  await page.locator('html[lang="zh-CN"]').waitFor()
}

test('the set-up link opens a form; naming the mine makes its first administrator', async () => {
  await page.goto(product.setUp)
  await page.getByLabel('煤矿名称').fill('青石岭煤矿')
  await page.getByLabel('您的姓名').fill('李明')
  await page.getByLabel('登录名').fill('liming')
  await page.getByLabel('新密码').fill(PASSWORD)
  await expectAccessible()
  await page.getByRole('button', { name: '启用' }).click()
  await page.getByRole('heading', { name: '交给另外两位管理员' }).waitFor()
  expect(await findViolations(page)).toEqual([])
  await page.getByRole('button', { name: '已交付，继续' }).click()
})

test('the ledger workbook is previewed with its row errors, then imported', async () => {
  await page.goto(`${product.address}/desk/import`)
  await page.locator('input[type=file]').setInputFiles(WORKBOOK)
  await page.getByRole('heading', { name: 'mine-2026.xlsx 的预览' }).waitFor()
  await page.getByText('退回的行 · 97 行，101 处错误').waitFor()
  expect(
    await page
      .getByRole('row', { name: /党费台账/ })
      .first()
      .textContent(),
  ).toContain('9,162')
  await expectAccessible()
  await page.getByRole('button', { name: '导入 12,474 行' }).click()
  await page.getByRole('button', { name: '停止' }).waitFor({ state: 'detached' })
  await page.getByText('综采一队党支部').first().waitFor()
}, 180_000)

test('the overview shows every branch with its year', async () => {
  await page.goto(`${product.address}/desk`)
  await page.getByRole('heading', { name: /总览/ }).waitFor()
  await page.getByRole('main').getByText('综采一队党支部').first().waitFor()
  await expect.poll(() => page.getByRole('main').textContent()).toContain('29 个支部')
  await expectAccessible()
})

test('a branch shows its duties and records', async () => {
  await page.locator('main .strip a', { hasText: '综采一队党支部' }).first().click()
  await page.getByRole('heading', { name: '综采一队党支部' }).waitFor()
  await page.getByRole('heading', { name: /职责/ }).waitFor()
  await expectAccessible()
})

test('a score answers why: from the branch to the item, the sentence, the evidence and the record', async () => {
  await page.goto(`${product.address}/desk/scores?period=2026Q3`)
  const branch = page.getByRole('main').locator('a[href*="/scores/"]', { hasText: '综采一队党支部' }).first()
  await branch.click()
  await page.getByRole('heading', { name: '每一分从哪里来' }).waitFor()
  await expectAccessible()
  await page.getByRole('button', { name: /会议及时登记/ }).click()
  const record = page.getByRole('main').locator('a[href*="/meetings/"]').first()
  await record.waitFor()
  expect(await findViolations(page)).toEqual([])
  await record.click()
  await page.waitForURL(/\/desk\/meetings\//)
  await page.getByText('导入').first().waitFor()
  await expectAccessible()
})

test('signing out and in again leads back to the overview', async () => {
  await page.context().clearCookies()
  await page.goto(`${product.address}/desk`)
  await page.getByLabel('登录名').fill('liming')
  await page.getByLabel('密码', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('alert').first().waitFor()
  await expectAccessible()
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: /总览/ }).waitFor()
})

test('no page threw', () => {
  expect(stage.complaints).toEqual([])
})
