import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayAt } from '../kit/day.ts'
import { readWorkbook } from '../kit/excel/read.ts'
import type { Id } from '../kit/id.ts'
import { isRefused } from '../kit/refuse.ts'
import { partOf } from '../kit/test/part.ts'
import { holdToBurden } from './burden.ts'
import { findViolations } from './clean.ts'
import { post } from './demo-mine.ts'
import { type DemoMine, openDemoMine, type Seat } from './stories.ts'
import { listUnreached } from './unreached.ts'

const TITLE = '讨论季度安排'

let mine: DemoMine
let desk: string
let secretary: Seat
let clerk: Page
let cookie: string
let branch: Id<'org'>

beforeAll(async () => {
  mine = await openDemoMine()
  desk = `${mine.product.address}/desk`
  secretary = await mine.seat({ ...mine.first('secretary'), path: '/calendar' })
  clerk = (await mine.seat(mine.first('committeeStaff'))).page
  cookie = (await post(mine.product, 'access.signIn', { input: mine.first('secretary') })).cookie
  const { units } = (await secretary.page.evaluate(
    async () => await (await fetch('/api/org.listUnits')).json(),
  )) as { units: { id: Id<'org'>; name: string }[] }
  branch = units.find(({ name }) => name === '综采一队党支部')?.id ?? ('' as Id<'org'>)
}, 240_000)
afterAll(() => mine?.close(), 60_000)

const room = (page: Page) => page.getByText(/^实到 \d+／应到 \d+/).first()
const minutes = (page: Page): Locator => page.getByRole('textbox', { name: `“${TITLE}”的记录` })
const main = (page: Page, name: string): Locator =>
  page.getByRole('main').getByRole('button', { name, exact: true })

type Held = { readonly id: string; readonly path: string }

/** A meeting of today, its room open and its roll called. */
async function convene(): Promise<Held> {
  const day = dayAt(new Date())
  const input = {
    ...{ orgId: branch, kind: 'generalMeeting', subject: '季度大会', note: '', materialIds: [] },
    sessions: [{ day, starts: '00:00', ends: '', place: '会议室', shift: '' }],
    agenda: [
      { kind: 'discussion', title: TITLE },
      { kind: 'vote', title: '通过安排', vote: 'ordinary' },
    ],
  }
  const planned = await post(mine.product, 'meetings.planMeeting', { input: input as never, cookie })
  const plannedId = planned.body.id
  if (!plannedId) throw new Error(JSON.stringify(planned.body))
  const { id } = (await post(mine.product, 'meetings.openMeeting', { input: { plannedId }, cookie })).body
  const found = await fetch(`${mine.product.address}/api/meetings.findRoom?id=${id}`, { headers: { cookie } })
  const { people } = (await found.json()) as { people: { personId: Id<'person'>; isExpected: boolean }[] }
  const roll = people
    .filter(({ isExpected }) => isExpected)
    .map(({ personId }) => ({ personId, state: 'present' as const, reason: '' }))
  await post(mine.product, 'meetings.takeRoll', { input: { id, times: 0, roll, guests: [] }, cookie })
  return { id: String(id), path: `${desk}/room/${id}` }
}

/** Closes a meeting that two others led and wrote. */
async function close(page: Page, button: string): Promise<void> {
  await main(page, '结束会议').click()
  const form = page.getByRole('dialog', { name: '结束会议' })
  await form.getByLabel('主持人').fill('洪家兴')
  await form.getByLabel('记录人').fill('黎春生')
  await form.getByRole('button', { name: button }).click()
  if (button === '结束并以记录人签字') await signInStead(page, '黎春生')
  await form.waitFor({ state: 'detached' })
}

/** Who signs for another is told so before. */
async function signInStead(page: Page, named: string): Promise<void> {
  const asked = page.getByRole('dialog', { name: '代签' })
  await asked.getByText(`${named}没有签字，由您代签：`).waitFor()
  expect(await findViolations(page)).toEqual([])
  await asked.getByRole('button', { name: `代${named}签字` }).click()
  await asked.waitFor({ state: 'detached' })
}

test('a meeting closed under a vote that is being counted: the counts stay, with a sentence what to do; opened again, they are recorded', async () => {
  const { page, counter } = secretary
  const held = await convene()
  await page.goto(held.path)
  await clerk.goto(held.path)
  await room(page).waitFor()
  await clerk.getByLabel('赞成').fill('17')
  await close(page, '只结束，稍后签字')
  // Nothing moves under a field somebody types in; it is heard when they leave it.
  await clerk.getByRole('button', { name: '登记表决' }).click()
  await clerk.getByText(/会议已经结束，这次表决没有登记.*请重新打开会议室/).waitFor()
  await expect.poll(() => clerk.getByLabel('赞成').inputValue()).toBe('17')
  await expect.poll(() => clerk.getByRole('button', { name: '登记表决' }).count()).toBe(0)

  counter.start()
  await main(page, '重新打开').click()
  await page.getByRole('dialog').getByLabel('原因').fill('漏登一次表决')
  await page.getByRole('dialog').getByRole('button', { name: '重新打开' }).click()
  await page.getByText(/重新打开：漏登一次表决/).waitFor()
  const job = 'secretary opens a closed meeting again, saying why'
  holdToBurden({ job, face: 'desk', unit: 'clicks', atMost: 3 }, await counter.count('clicks'))
  expect(await findViolations(page)).toEqual([])

  await clerk.getByRole('button', { name: '登记表决' }).waitFor()
  await expect.poll(() => clerk.getByLabel('赞成').inputValue()).toBe('17')
  await clerk.getByRole('button', { name: '登记表决' }).click()
  await page
    .getByText(/● 通过|○ 未通过/)
    .first()
    .waitFor()
  await page.getByText(/赞成 17，/).waitFor()
})

test('a meeting closed and signed under minutes that are being written: both texts stay, and what came too late goes into an addendum', async () => {
  const { page } = secretary
  const held = await convene()
  await page.goto(held.path)
  await clerk.goto(held.path)
  await minutes(page).fill('书记的记录。')
  await expect.poll(() => minutes(clerk).inputValue()).toBe('书记的记录。')
  await close(page, '结束并以记录人签字')
  await clerk.getByRole('button', { name: '以主持人签字' }).waitFor()
  // The clerk types while the line is gone, so that what is typed is not saved before the second signature.
  await clerk.route('**/api/meetings.saveMinute', (route) => route.abort())
  await minutes(clerk).fill('书记的记录。干事添的一句。')
  await clerk.getByRole('button', { name: '以主持人签字' }).click()
  await signInStead(clerk, '洪家兴')
  await clerk.getByText(/党委干事（演示）（代洪家兴）.* 代签/).waitFor()
  await clerk.getByText(/（代黎春生）.* 代签/).waitFor()
  const alert = clerk.getByRole('alert').filter({ hasText: '签字封存，您的这些字没有存进去' })
  await alert.waitFor()
  await expect
    .poll(() => alert.locator('.version').allTextContents())
    .toEqual(['书记的记录。', '书记的记录。干事添的一句。'])
  expect(await findViolations(clerk)).toEqual([])
  await clerk.unroute('**/api/meetings.saveMinute')
  await clerk.reload()
  await alert.waitFor()
  await alert.getByRole('button', { name: '放进补充说明' }).click()
  await alert.waitFor({ state: 'detached' })
  const addendum = clerk.getByLabel('补充内容')
  await expect.poll(() => addendum.inputValue()).toBe('书记的记录。干事添的一句。')
  await addendum.fill('干事添的一句。')
  await clerk.getByRole('button', { name: '添加补充说明' }).click()
  await page.getByText('干事添的一句。').waitFor()
  await expect.poll(() => page.locator('p.minute').first().textContent()).toBe('书记的记录。')
})

test('the page of the record reads as its room did: agenda, minutes, what was added; when it was begun has its own name', async () => {
  const id = new URL(secretary.page.url()).pathname.split('/').pop()
  await clerk.goto(`${desk}/meetings/${id}`)
  const page = clerk.getByRole('main')
  await page.getByRole('heading', { name: '议程' }).waitFor()
  await page.locator('p.minute', { hasText: '书记的记录。' }).waitFor()
  await page.getByText('干事添的一句。').waitFor()
  await page.getByText('开始记录', { exact: true }).waitFor()
  await expect.poll(() => page.getByText('系统收到', { exact: true }).count()).toBe(0)
  await expect.poll(() => page.locator('textarea').count()).toBe(0)
  expect(await findViolations(clerk)).toEqual([])
})

async function download(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const waited = page.waitForEvent('download')
  await press()
  const saved = await waited
  return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) }
}

test('its papers are saved and open: the minutes as Word and PDF, with what was written and the addendum', async () => {
  const { page, counter } = secretary
  const save = (format: string) => async () => {
    await page.getByRole('group', { name: '会议记录' }).getByRole('button', { name: format }).click()
  }
  counter.start()
  await page.getByRole('button', { name: '公文' }).click()
  const word = await download(page, save('Word'))
  const job = 'secretary saves a paper of a meeting'
  holdToBurden({ job, face: 'desk', unit: 'clicks', atMost: 2 }, await counter.count('clicks'))
  expect(word.name).toMatch(/\.docx$/)
  const text = (await partOf(word.bytes, 'word/document.xml')).replace(/<[^>]+>/g, '')
  for (const words of [TITLE, '书记的记录。', '邹国庆', '黎春生']) expect(text).toContain(words)
  const pdf = await download(page, save('PDF'))
  expect(pdf.name).toMatch(/\.pdf$/)
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.bytes.toString('latin1')).toMatch(/%%EOF\s*$/)
  await page.keyboard.press('Escape')
})

test('the list of meetings is saved as a sheet of what is shown', async () => {
  const { page } = secretary
  await page.goto(`${desk}/meetings`)
  await page.getByRole('grid').waitFor()
  const shown = await page.getByRole('grid').getAttribute('aria-rowcount')
  const sheet = await download(page, () => page.getByRole('button', { name: '把这张表存为 .xlsx' }).click())
  const book = await readWorkbook(sheet.bytes)
  if (isRefused(book)) throw new Error(book.refused)
  expect(book.sheets[0]?.rows.length).toBeGreaterThanOrEqual(Number(shown) - 1)
})

test('the calendar turns by months, shows a year by one key, prints both, and a mark of the year leads to its plan', async () => {
  const { page, counter } = secretary
  await page.goto(`${desk}/calendar`)
  const grid = page.locator('table.month-grid')
  await grid.waitFor()
  const title = page.locator('.turn strong')
  const month = await title.textContent()
  await page.getByRole('button', { name: '往前' }).click()
  await expect.poll(() => title.textContent()).not.toBe(month)
  await page.getByRole('button', { name: '回到今天' }).click()
  await expect.poll(() => title.textContent()).toBe(month)
  await grid.getByRole('link').first().waitFor()
  await page.emulateMedia({ media: 'print' })
  expect([await grid.isVisible(), await main(page, '往前').isVisible()]).toEqual([true, false])
  await page.emulateMedia({ media: 'screen' })

  await page.getByLabel('怎么看').focus()
  counter.start()
  await page.keyboard.press('ArrowDown')
  const year = page.getByRole('table', { name: /年职责$/ })
  await year.waitFor()
  const job = 'secretary sees the year of duties, from the month'
  holdToBurden({ job, face: 'desk', unit: 'keys', atMost: 2 }, await counter.count('keys'))
  await expect.poll(() => year.getByRole('row').count()).toBeGreaterThan(5)
  expect(await findViolations(page)).toEqual([])
  await page.emulateMedia({ media: 'print' })
  await expect.poll(() => year.isVisible()).toBe(true)
  await page.emulateMedia({ media: 'screen' })
  await year.getByRole('link').last().click()
  await page.waitForURL(/\/desk\/(plans|meetings|calendar|room)/)
})

test('the planner proposes sittings for those on shifts, says why, and fills the form', async () => {
  const { page, counter } = secretary
  await page.goto(`${desk}/plans/new`)
  await page.getByLabel('会议类型').selectOption({ label: '党课' })
  await page.getByLabel('议题', { exact: true }).fill('三班都听得到的党课')
  await page.getByLabel('地点').fill('队部')
  counter.start()
  await page.getByText('按班次推荐场次').click()
  await page.getByLabel('从', { exact: true }).fill(addDays(dayAt(new Date()), 1))
  await page.getByLabel('到', { exact: true }).fill(addDays(dayAt(new Date()), 14))
  await page.getByRole('button', { name: '推荐场次' }).click()
  const first = page.locator('.proposal').first()
  await first.getByText(/应到 \d+ 人，能到 \d+ 人（[\d.]+%）/).waitFor()
  await first.locator('.reasons li').first().waitFor()
  expect(await findViolations(page)).toEqual([])
  await first.getByRole('button', { name: '用方案 1' }).click()
  await first.getByRole('button', { name: '已填入场次' }).waitFor()
  const sittings = await first.locator('.sittings li').count()
  await expect.poll(() => page.getByLabel('日期').count()).toBeGreaterThanOrEqual(sittings)
  await expect.poll(() => page.getByLabel('日期').first().inputValue()).toMatch(/^\d{4}-\d\d-\d\d$/)
  for (const place of await page.getByLabel('地点').all()) await place.fill('队部')
  await page.getByRole('button', { name: '安排', exact: true }).click()
  await page.getByRole('heading', { name: '三班都听得到的党课' }).waitFor()
  const job = 'secretary plans a lecture in sittings proposed by shifts'
  holdToBurden({ job, face: 'desk', unit: 'clicks', atMost: 6 }, await counter.count('clicks'))
})

test('of every branch of the demo mine at least 95 of 100 are reached in a month, and of those on nights too', async () => {
  const { branches, missed } = await listUnreached(mine)
  expect(branches).toBeGreaterThan(20)
  expect(missed).toEqual([])
})

test('the crews of a branch and the cycle they go through are set from a day on', async () => {
  const { page, counter } = secretary
  await page.goto(`${desk}/shifts`)
  await page.getByRole('table').waitFor()
  counter.start()
  await main(page, '轮班').click()
  const form = page.getByRole('dialog')
  await form.getByLabel('一轮', { exact: true }).fill('早班 中班 夜班 休')
  await form.getByLabel('班组', { exact: true }).fill('综采一班+0\n综采二班+1')
  await form.getByRole('button', { name: '保存' }).click()
  await form.getByText('已保存').waitFor()
  const job = 'secretary sets the crews of a branch and their cycle'
  holdToBurden({ job, face: 'desk', unit: 'clicks', atMost: 3 }, await counter.count('clicks'))
  expect(await findViolations(page)).toEqual([])
})

test('no page complained', () => expect(mine.complaints).toEqual([]))
