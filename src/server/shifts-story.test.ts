import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeWorkbook } from '../kit/excel/write.ts'
import { holdToBurden } from './burden.ts'
import { findViolations } from './clean.ts'
import { isSomewhere, type Keys, keysOf } from './keys.ts'
import { type DemoMine, openDemoMine, type Seat } from './stories.ts'

let mine: DemoMine
let secretary: Seat
let keys: Keys
beforeAll(async () => {
  mine = await openDemoMine()
  secretary = await mine.seat({ ...mine.first('secretary'), path: '/shifts' })
  keys = keysOf(secretary.page, `${mine.product.address}/desk`)
}, 240_000)
afterAll(() => mine?.close(), 60_000)

const button = (page: Page, name: string): Locator =>
  page.getByRole('main').getByRole('button', { name, exact: true })
const dialog = (page: Page): Locator => page.getByRole('dialog')

/** Chooses a workbook in the dialog of the import. */
const choose = (page: Page, bytes: Buffer): Promise<void> =>
  dialog(page)
    .getByLabel('选择文件')
    .setInputFiles({ name: '班次.xlsx', mimeType: 'application/octet-stream', buffer: bytes })

test('the month is saved as a sheet, and the same sheet brought in changes nothing', async () => {
  const { page } = secretary
  await page.getByRole('table').waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '把这张表存为 .xlsx' }).click()
  const bytes = await readFile(await (await download).path())
  await button(page, '导入').click()
  await choose(page, bytes)
  await dialog(page)
    .getByText(/人：0 格要改，\d+ 格不变/)
    .waitFor()
  expect(
    await dialog(page)
      .getByRole('button', { name: /^导入 \d+ 格$/ })
      .count(),
  ).toBe(0)
  await page.keyboard.press('Escape')
})

test('a roster of others’ making is looked at, then brought in, in three clicks', async () => {
  const { page, counter } = secretary
  const row = page.getByRole('table').getByRole('row').nth(1)
  const name = await row.getByRole('rowheader').getByRole('link').textContent()
  const shifts = ['早班', '中班', '夜班']
  const rows = [[name ?? '', ...shifts]]
  const header = ['姓名', 1, 2, 3]
  counter.start()
  await button(page, '导入').click()
  await choose(page, Buffer.from(writeWorkbook([{ name: '班次', above: [], header, rows }])))
  await dialog(page)
    .getByRole('button', { name: /^导入 \d+ 格$/ })
    .click()
  await dialog(page)
    .getByText(/^已导入 \d+ 格/)
    .waitFor()
  // The browser’s own window for choosing the file takes one click more.
  const job = 'secretary brings in a month of shifts from Excel'
  holdToBurden({ job, face: 'desk', unit: 'clicks', atMost: 3 }, (await counter.count('clicks')) + 1)
  await page.keyboard.press('Escape')
})

test('a printed month is what the screen shows, without its tools', async () => {
  const { page } = secretary
  await page.evaluate('window.print = () => { window.pitlampPrinted = (window.pitlampPrinted ?? 0) + 1 }')
  await button(page, '打印').click()
  expect(await page.evaluate('window.pitlampPrinted')).toBe(1)
  await page.emulateMedia({ media: 'print' })
  await expect.poll(() => button(page, '导入').isVisible()).toBe(false)
  await expect.poll(() => page.getByRole('table').isVisible()).toBe(true)
  await page.emulateMedia({ media: 'screen' })
})

test('by keys alone the rota is set from a day on', async () => {
  await keys.go('/shifts')
  const { page } = keys
  await page.getByRole('table').waitFor()
  await keys.press(button(page, '轮班'))
  await keys.type(dialog(page).getByLabel('一轮', { exact: true }), '早班 中班 夜班 休')
  await keys.type(dialog(page).getByLabel('班组', { exact: true }), '甲班+0 乙班+2')
  await keys.key('Control+Enter')
  await dialog(page).getByText('已保存').waitFor()
  await keys.key('Escape')
  await isSomewhere(keys)
})

test('dark and in large type it stays readable', async () => {
  const { page } = secretary
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'dark'
    document.documentElement.dataset['size'] = 'large'
  })

  expect(await findViolations(page)).toEqual([])
})

test('no page complained', () => expect(mine.complaints).toEqual([]))
