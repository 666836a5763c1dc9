import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Counter, holdToBurden } from './burden.ts'
import { findViolations } from './clean.ts'
import { type DemoMine, openDemoMine } from './stories.ts'

let mine: DemoMine
let page: Page
let counter: Counter

beforeAll(async () => {
  mine = await openDemoMine()
  const seat = await mine.seat({ ...mine.first('secretary'), path: '/study' })
  page = seat.page
  counter = seat.counter
  await page.getByText(/支部今年已组织/).waitFor()
}, 240_000)
afterAll(() => mine?.close(), 60_000)

const work = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true })

test('a study plan is added to and cancelled with a reason, both by keys', async () => {
  expect(await findViolations(page)).toEqual([])
  await page.getByRole('button', { name: /给.*12月添加学习内容/ }).press('Enter')
  await page.getByLabel('主题').fill('年终总结')
  await page.getByLabel('学时').fill('1.5')
  expect(await findViolations(page)).toEqual([])
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
  expect(await findViolations(page)).toEqual([])
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
  await page.getByText(/^基数 × [\d.]+% = [\d.,]+ 元$/).waitFor()
  expect(await findViolations(page)).toEqual([])
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
  expect(await findViolations(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('下一步：上级党委谈话').first().waitFor()
  const measured = await counter.count('clicks')
  holdToBurden(
    { job: 'secretary moves an admission one step', face: 'desk', unit: 'clicks', atMost: 4 },
    measured,
  )
  expect(await findViolations(page)).toEqual([])
})

test('the case shows its line of stations and its sealed history', async () => {
  await page.locator('.case').getByRole('link').first().click()
  await page.getByRole('heading', { name: '25 步' }).waitFor()
  await expect.poll(() => page.locator('.stations li').count()).toBe(25)
  await page.getByRole('heading', { name: '历史与封存' }).waitFor()
  expect(await findViolations(page)).toEqual([])
})

test('the targets of a period say what was reached', async () => {
  await work('目标').click()
  await page.getByRole('heading', { name: /到期$/ }).waitFor()
  expect(await findViolations(page)).toEqual([])
})

test('what is due is arranged and recorded by the same buttons on the branch’s page as on the day’s', async () => {
  const linksIn = async (list: string, name: RegExp): Promise<string[]> => {
    const links = await page.locator(list).getByRole('link', { name }).all()
    return (await Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''))).sort()
  }
  await page.goto(`${mine.product.address}/desk/`)
  await page.getByRole('heading', { name: '该办的' }).waitFor()
  const arranged = await linksIn('.todo', /^(看?安排) /)
  const recorded = await linksIn('.todo', /^记录会议 /)
  expect([arranged.length > 0, recorded.length > 0]).toEqual([true, true])
  const own = new URL(recorded[0] ?? '', mine.product.address).searchParams.get('branch')
  await page.goto(`${mine.product.address}/desk/branch/${own}`)
  await expect.poll(() => linksIn('.due-now', /^(看?安排) /)).toEqual(arranged)
  const here = await linksIn('.due-now', /^记录会议 /)
  expect(here.length).toBeGreaterThan(0)
  expect(recorded).toEqual(expect.arrayContaining(here))
  expect(await findViolations(page)).toEqual([])
})

test('no page threw', () => {
  expect(mine.complaints).toEqual([])
})
