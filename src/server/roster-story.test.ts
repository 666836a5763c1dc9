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
  const seat = await mine.seat({ ...mine.first('secretary'), path: '/people' })
  page = seat.page
  counter = seat.counter
  await page.getByRole('grid').waitFor()
}, 180_000)
afterAll(() => mine?.close(), 60_000)

const row = (at: number) => page.locator(`tr[data-at="${at}"]`)
const nameIn = async (at: number): Promise<string> =>
  (await row(at).getByRole('link').first().textContent()) ?? ''

test('three letters find somebody, and Enter opens their page', async () => {
  expect(await findViolations(page)).toEqual([])
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
  expect(await findViolations(page)).toEqual([])
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
  expect(await findViolations(page)).toEqual([])
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
  await expect.poll(() => page.getByText('2027年1月1日').count()).toBe(1)
})

test('one press sends a form whose day was typed last: nothing moves away from under it', async () => {
  await page.goto(`${mine.product.address}/desk/people/new`)
  await page.getByLabel('出生日期').fill('１９９０年５月１日')
  await page.getByRole('main').getByRole('button', { name: '加入名册' }).click()
  await page.getByRole('alert').getByText(/^编号/).waitFor()
  await expect.poll(() => page.getByLabel('出生日期').inputValue()).toBe('1990-05-01')
})

test('no page threw', () => {
  expect(mine.complaints).toEqual([])
})
