import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayAt } from '../kit/day.ts'
import { holdToBurden } from './burden.ts'
import { findViolations } from './clean.ts'
import { type DemoMine, openDemoMine, type Seat } from './stories.ts'

/** Keys are typed as fast as hands do it: the roll is saved while they go on. */
const BETWEEN_KEYS = { delay: 25 }

let mine: DemoMine
let secretary: Seat
let clerk: Page
/** The first two letters of those whom the meeting expects, as the roster has them. */
let letters: string[]

beforeAll(async () => {
  mine = await openDemoMine()
  secretary = await mine.seat({ ...mine.first('secretary'), path: '/calendar' })
  clerk = (await mine.seat(mine.first('committeeStaff'))).page
}, 240_000)
afterAll(() => mine?.close(), 60_000)

const nameOf = (role: string): string => mine.signIns.find((one) => one.role === role)?.name ?? ''
const here = (page: Page) => page.getByText(/^实到 \d+／应到 \d+/).first()
const saved = (page: Page) => page.getByText(/^● .* 保存$/).first()

test('a duty is planned from the calendar, with an agenda', async () => {
  const { page, counter } = secretary
  await page.getByRole('link', { name: /^安排/ }).first().waitFor()
  counter.start()
  await page
    .getByRole('link', { name: /^安排.*支部党员大会/ })
    .first()
    .click()
  await page.getByLabel('议题', { exact: true }).click()
  await page.keyboard.type('讨论包保分工')
  await page.getByLabel('日期').fill(dayAt(new Date()))
  await page.getByLabel('开始').click()
  await page.keyboard.type('0:00')
  await page.getByRole('button', { name: '加一项' }).click()
  await page.getByLabel('类型').last().selectOption({ label: '表决' })
  await page.getByLabel('议题').last().fill('通过分工')
  await page.getByLabel('表决什么').selectOption({ label: '一般事项' })
  await page.getByRole('button', { name: '安排', exact: true }).click()
  await page.getByRole('heading', { name: '讨论包保分工' }).waitFor()
  await page.getByText(/^\d+ 人，应到 \d+ 人/).waitFor()
  const job = 'secretary plans a meeting from a duty'
  holdToBurden({ job, face: 'desk', unit: 'clicks', atMost: 6 }, await counter.count('clicks'))
})

test('the roll is called by two letters and Enter, and every open screen shows it', async () => {
  const { page, counter } = secretary
  await page.getByRole('button', { name: '开始会议' }).click()
  await here(page).waitFor()
  expect(await findViolations(page)).toEqual([])
  await clerk.goto(page.url())
  await here(clerk).waitFor()
  letters = await page.evaluate(async () => {
    const id = location.pathname.split('/').pop() ?? ''
    const room = await (await fetch(`/api/meetings.findRoom?id=${id}`)).json()
    const people = room.people as { isExpected: boolean; initials: string }[]
    return people.filter(({ isExpected }) => isExpected).map(({ initials }) => initials.slice(0, 2))
  })
  counter.start()
  await page.getByLabel('输入姓名拼音首字母，回车点到').focus()
  for (const two of letters.slice(0, 20)) {
    await page.keyboard.type(two, BETWEEN_KEYS)
    await page.keyboard.press('Enter')
  }
  const keys = await counter.count('keys')
  await clerk
    .getByText(/^实到 20／/)
    .first()
    .waitFor()
  await saved(page).waitFor()
  holdToBurden({ job: 'secretary calls a roll of 20', face: 'desk', unit: 'keys', atMost: 60 }, keys)
})

test('nobody votes before half are here; then the counts say what the rule says', async () => {
  const { page } = secretary
  await page.getByLabel('赞成').fill('19')
  await page.getByRole('button', { name: '登记表决' }).click()
  await page
    .getByRole('alert')
    .getByText(/不能表决/)
    .waitFor()
  await page.getByLabel('输入姓名拼音首字母，回车点到').focus()
  for (const two of letters.slice(20, 30)) {
    await page.keyboard.type(two, BETWEEN_KEYS)
    await page.keyboard.press('Enter')
  }
  await clerk
    .getByText(/^实到 30／/)
    .first()
    .waitFor()
  await page.getByLabel('在场有表决权').fill('30')
  await page.getByLabel('赞成').fill('31')
  await page.getByRole('button', { name: '登记表决' }).click()
  await page
    .getByRole('alert')
    .getByText(/请重新清点/)
    .waitFor()
  await page.getByLabel('赞成').fill('28')
  await page.getByLabel('弃权').fill('2')
  await page.getByText(/28\/\d+，过半数，通过/).waitFor()
  await page.getByRole('button', { name: '登记表决' }).click()
  await clerk.getByText(/● 通过/).waitFor()
})

test('a decision has its owner and day, and the wall shows results and no reasons', async () => {
  const { page } = secretary
  await page.getByRole('button', { name: '写下决定' }).first().click()
  await page.getByLabel('决定内容').fill('分工表贴到派班室')
  await page.getByRole('button', { name: '收起' }).click()
  await page.getByRole('button', { name: '写下决定' }).first().click()
  await expect.poll(() => page.getByLabel('决定内容').inputValue()).toBe('分工表贴到派班室')
  await page.getByLabel('负责人').selectOption({ index: 2 })
  await page.getByLabel('完成期限').fill(dayAt(new Date()))
  await page.getByLabel('完成期限').press('Control+Enter')
  await clerk.getByText('分工表贴到派班室').waitFor()
  await clerk.getByRole('button', { name: '投到大屏' }).click()
  const wall = clerk.getByRole('dialog')
  await wall.getByText(/● 通过.*支部条例 第11条$/).waitFor()
  await wall.getByText('● 够法定人数').waitFor()
  expect(await findViolations(clerk)).toEqual([])
  await expect.poll(() => wall.getByRole('textbox').count()).toBe(0)
  await clerk.keyboard.press('Escape')
  await wall.waitFor({ state: 'detached' })
})

test('minutes save themselves; closed and signed by two, the record takes only addenda', async () => {
  const { page, counter } = secretary
  const minutes = page.getByRole('textbox', { name: /^“.*”的记录$/ }).first()
  await minutes.fill('书记通报分工，大家逐项议过。')
  const theirs = clerk.getByRole('textbox', { name: /^“.*”的记录$/ }).first()
  await expect.poll(() => theirs.inputValue()).toBe('书记通报分工，大家逐项议过。')
  counter.start()
  await page.getByRole('button', { name: '结束会议' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('主持人').fill(nameOf('committeeStaff'))
  await form.getByLabel('记录人').fill(nameOf('secretary'))
  await form.getByRole('button', { name: '结束并以记录人签字' }).click()
  await form.waitFor({ state: 'detached' })
  await clerk.getByRole('button', { name: '以主持人签字' }).click()
  await clerk.getByText('已签字封存').waitFor()
  await page.getByText('已签字封存').waitFor()
  await page.getByRole('button', { name: '公文' }).click()
  const saved = page.waitForEvent('download')
  await page.getByRole('group', { name: '会议记录' }).getByRole('button', { name: 'Word' }).click()
  expect((await saved).suggestedFilename()).toMatch(/\.docx$/)
  const job = 'secretary and chair: from the last word of the minutes to the signed .docx'
  // The chair signs at a screen of their own: one click more.
  holdToBurden({ job, face: 'desk', unit: 'clicks', atMost: 5 }, (await counter.count('clicks')) + 1)
  await expect.poll(() => page.getByRole('textbox', { name: /^“.*”的记录$/ }).count()).toBe(0)
  await page.getByLabel('补充内容').fill('散会后补充：分工表已贴出。')
  await page.getByRole('button', { name: '添加补充说明' }).click()
  await clerk.getByText('散会后补充：分工表已贴出。').waitFor()
  expect(await findViolations(page)).toEqual([])
})

test('no page complained', () => expect(mine.complaints).toEqual([]))
