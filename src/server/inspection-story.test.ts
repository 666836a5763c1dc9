import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { holdToBurden, type Job } from './burden.ts'
import { findViolations } from './clean.ts'
import { type DemoMine, openDemoMine, type Seat } from './stories.ts'

let mine: DemoMine
let inspector: Seat
let secretary: Seat
beforeAll(async () => {
  mine = await openDemoMine()
  inspector = await mine.seat({ ...mine.first('inspector'), path: '/inspections' })
  secretary = await mine.seat({ ...mine.first('secretary'), path: '/' })
}, 240_000)
afterAll(() => mine?.close(), 60_000)

const press = ({ page }: Seat, name: string): Promise<void> =>
  page.getByRole('main').getByRole('button', { name, exact: true }).first().click()
const dialog = (page: Page) => page.getByRole('dialog')
const send = ({ page }: Seat): Promise<void> => dialog(page).locator('button[type=submit]').click()
const gone = ({ page }: Seat): Promise<void> => dialog(page).waitFor({ state: 'detached' })
async function hold(seat: Seat, job: string, atMost: number): Promise<void> {
  const counted: Job = { job, face: 'desk', unit: 'clicks', atMost }
  holdToBurden(counted, await seat.counter.count('clicks'))
}

const TEXT = '缴费登记晚了，收据编号没有记'

test('an inspector begins an inspection and draws: the branch has done nothing for it', async () => {
  const { page, counter } = inspector
  await page.getByText('还没有检查').waitFor()
  secretary.counter.start()
  counter.start()
  await press(inspector, '开始检查')
  await dialog(page).getByLabel('检查名称').fill('第四季度抽查')
  await dialog(page).getByLabel('范围').selectOption({ label: '　　综采一队党支部' })
  expect(await findViolations(page)).toEqual([])
  await send(inspector)
  await page.getByLabel('掷出的数，或一句话').fill('三 五 一 六 二')
  await press(inspector, '抽样')
  await page.getByText(/抽样，共 \d+ 条/).waitFor()
  await hold(inspector, 'inspector begins an inspection and draws the sample', 3)
  await page.getByText('怎样抽的，自己复算').click()
  await page.getByText('本机已复算：种子相符').waitFor()
  expect(await findViolations(page)).toEqual([])
})

test('what was drawn is looked at; a finding rests on a record that is ticked, never typed', async () => {
  const { page, counter } = inspector
  const boxed = page.getByRole('row').filter({ has: page.getByRole('checkbox') })
  const row = boxed.filter({ hasText: '党费' }).first()
  counter.start()
  await row.getByRole('checkbox').click()
  await press(inspector, '写发现')
  await dialog(page).getByLabel('发现了什么').fill(TEXT)
  await dialog(page).getByLabel('依据').selectOption({ label: 'R3.2 党费的交纳与管理' })
  await send(inspector)
  await gone(inspector)
  await page.getByRole('heading', { name: /发现 1 · 综采一队党支部/ }).waitFor()
  await hold(inspector, 'inspector writes a finding about a drawn record', 3)
  await hold(secretary, 'secretary prepares for an inspection, until something is found', 0)
})

test('a drawn record is read where it is checked, and leads back to its inspection', async () => {
  const { page } = inspector
  const drawn = (kind: string) =>
    page
      .getByRole('row')
      .filter({ has: page.getByRole('checkbox') })
      .filter({ hasText: kind })
      .first()
  await drawn('党费').getByRole('link').first().click()
  await page.getByRole('heading', { level: 1, name: /^党费 · / }).waitFor()
  await page.getByText('综采一队党支部').first().waitFor()
  await page.getByRole('button', { name: '在本机验证' }).first().click()
  await page.getByText(/^验证通过/).waitFor()
  const line = (name: string) => page.locator('.opened li').filter({ hasText: name }).first().textContent()
  expect(await line('实缴')).toMatch(/ \d+\.\d\d 元/)
  expect(await line('本人')).toMatch(/\p{Script=Han}{2,4}$/u)
  expect(await findViolations(page)).toEqual([])
  await page.getByRole('link', { name: '回到检查' }).click()
  await page.getByRole('heading', { level: 1, name: '第四季度抽查' }).waitFor()
  await drawn('会议').getByRole('link').first().click()
  await page.getByRole('link', { name: '打开这条记录' }).click()
  await page.waitForURL(/\/desk\/meetings\//)
  await page.goBack()
  await page.getByRole('link', { name: '回到检查' }).click()
})

test('the branch finds it under Today, says its own words and what it did; the inspector looks again', async () => {
  const { page, counter } = secretary
  await page.reload()
  await page.getByText(`检查发现“${TEXT}”要整改`).first().waitFor()
  counter.start()
  await page
    .getByRole('link', { name: /看发现/ })
    .first()
    .click()
  await press(secretary, '报整改')
  await dialog(page).getByLabel('怎么改的').fill('已补记收据编号')
  expect(await findViolations(page)).toEqual([])
  await send(secretary)
  await gone(secretary)
  await page.getByText('待复查').waitFor()
  await hold(secretary, 'secretary says what was done about a finding, from Today', 3)
  await press(secretary, '有不同意见')
  await dialog(page).getByLabel('支部的说明').fill('当天停电，次日补记')
  await send(secretary)
  await page.getByText('当天停电，次日补记').waitFor()
  await expect.poll(() => page.getByRole('button', { name: '撤回' }).count()).toBe(0)

  inspector.counter.start()
  await press(inspector, '复查')
  await dialog(inspector.page).getByLabel('看到了什么').fill('看过收据存根')
  await send(inspector)
  await gone(inspector)
  await inspector.page.getByText('已整改', { exact: true }).waitFor()
  await inspector.page.getByText('当天停电，次日补记').waitFor()
  await hold(inspector, 'inspector looks again at what was put right', 2)
})

test('all of it is looked at, and the inspection is closed', async () => {
  const { page } = inspector
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await press(inspector, '无问题')
  await press(inspector, '结束检查')
  await page.getByText('已结束', { exact: true }).waitFor()
  await expect.poll(() => page.getByRole('checkbox').count()).toBe(0)
  await secretary.page.goto(`${mine.product.address}/desk/`)
  await secretary.page.getByRole('heading', { name: '今天' }).waitFor()
  await secretary.page.getByRole('heading', { name: '该办的' }).waitFor()
  await expect.poll(() => secretary.page.getByText('要整改').count()).toBe(0)
  expect(mine.complaints).toEqual([])
})
