import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayAt } from '../kit/day.ts'
import { hasFocus } from './keys.ts'
import { type DemoMine, openDemoMine } from './stories.ts'

/** What somebody sees without doing anything is there within this. */

let mine: DemoMine
let desk: string
let secretary: Page
let clerk: Page
let member: Page
let names: { secretary: string; clerk: string }
/** The address of a meeting of the secretary's branch. */
let meeting: string

beforeAll(async () => {
  mine = await openDemoMine()
  desk = `${mine.product.address}/desk`
  const nameOf = (role: string): string => mine.signIns.find((one) => one.role === role)?.name ?? ''
  names = { secretary: nameOf('secretary'), clerk: nameOf('committeeStaff') }
  secretary = (await mine.seat({ ...mine.first('secretary'), path: '/meetings' })).page
  clerk = (await mine.seat(mine.first('committeeStaff'))).page
  member = await mine.phone(mine.first('member'))
  await secretary.getByRole('grid').getByRole('link').first().click()
  await secretary.getByRole('link', { name: '更正' }).waitFor()
  meeting = secretary.url()
}, 240_000)
afterAll(() => mine?.close(), 60_000)

/** From here on nobody loads this page anew; `stays` says whether it is still the same one. */
async function hold(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate('window.pitlampHeld = true')
  return async () => (await page.evaluate('window.pitlampHeld')) === true
}

const subject = (page: Page) => page.getByRole('textbox', { name: '议题' })
const block = (page: Page) => page.getByRole('region', { name: '议题' })
const save = (page: Page) => block(page).getByRole('button', { name: '保存这一项' })

async function type(page: Page, text: string): Promise<void> {
  await subject(page).fill(text)
  await block(page)
    .getByText(/^◐ 未保存/)
    .waitFor()
}

async function correct(page: Page): Promise<void> {
  await page.goto(`${meeting}/change`)
  await subject(page).waitFor()
}

test('a meeting planned at one desk stands in the list of another and on a member’s phone, which were open', async () => {
  await clerk.goto(`${desk}/plans`)
  await clerk.getByLabel('党支部').selectOption({ label: '综采一队党支部' })
  await clerk.getByRole('link', { name: '安排会议' }).first().waitFor()
  await member.goto(mine.product.address)
  await member.getByRole('heading', { name: '随时可看' }).waitFor()
  const stay = [await hold(clerk), await hold(member)]
  await secretary.goto(`${desk}/plans/new`)
  await secretary.getByLabel('会议类型').selectOption({ label: '党小组会' })
  await secretary.getByLabel('议题').fill('两张屏幕看同一次会')
  await secretary.getByLabel('日期').fill(addDays(dayAt(new Date()), 2))
  await secretary.getByLabel('开始').fill('16:30')
  await secretary.getByLabel('结束').fill('17:30')
  await secretary.getByLabel('地点').fill('队部会议室')
  await secretary.getByRole('button', { name: '安排', exact: true }).click()
  await secretary.getByRole('heading', { name: '两张屏幕看同一次会' }).waitFor()
  await clerk.getByRole('link', { name: '两张屏幕看同一次会' }).waitFor()
  await member.getByText('两张屏幕看同一次会').waitFor()
  expect(await Promise.all(stay.map((stays) => stays()))).toEqual([true, true])
})

test('what one corrects, others read at once: in the list, on the page of the record, in its history', async () => {
  const inspector = (await mine.seat(mine.first('inspector'))).page
  await clerk.goto(meeting)
  await clerk.getByRole('heading', { name: '历史与封存' }).waitFor()
  await inspector.goto(`${desk}/meetings`)
  await inspector.getByRole('combobox', { name: '组织' }).selectOption({ label: '综采一队党支部' })
  await inspector.getByRole('grid').waitFor()
  const stay = [await hold(clerk), await hold(inspector)]
  await correct(secretary)
  await type(secretary, '议题由书记更正')
  await save(secretary).click()
  await block(secretary).getByText('● 已保存').waitFor()
  await clerk.getByText('议题由书记更正').waitFor()
  await clerk.getByText(`${names.secretary} 办理`).first().waitFor()
  await inspector.getByRole('grid').getByText('议题由书记更正').waitFor()
  expect(await Promise.all(stay.map((stays) => stays()))).toEqual([true, true])
  await inspector.context().close()
})

test('whoever corrects the same record is told who else does, until they leave', async () => {
  const told = (page: Page, name: string) => page.getByText(`还有 1 人正在改这条记录：${name}`)
  await correct(clerk)
  await told(secretary, names.clerk).waitFor()
  await told(clerk, names.secretary).waitFor()
  await clerk.goto(meeting)
  await told(secretary, names.clerk).waitFor({ state: 'detached' })
})

/** Both type into the same block; the secretary is first. The clerk has also begun another block. */
async function clash(words: { secretary: string; clerk: string }): Promise<void> {
  await correct(clerk)
  await type(clerk, words.clerk)
  await type(secretary, words.secretary)
  await save(secretary).click()
  await block(secretary).getByText('● 已保存').waitFor()
  await save(clerk).click()
  const alert = block(clerk).getByRole('alert')
  await alert.getByText(/这一项已被别人改动/).waitFor()
  await alert.getByRole('heading', { name: new RegExp(`现在的内容 · ${names.secretary}`) }).waitFor()
  await expect.poll(() => alert.locator('.version').allTextContents()).toEqual([words.secretary, words.clerk])
  await expect.poll(() => subject(clerk).inputValue()).toBe(words.clerk)
}

test('two who change the same words: the second sees both and keeps hers, and both are revisions', async () => {
  await correct(clerk)
  await clerk.getByRole('textbox', { name: '决议' }).fill('决议写了一半')
  await clash({ secretary: '先写的议题', clerk: '后写的议题' })
  await expect.poll(() => clerk.getByRole('textbox', { name: '决议' }).inputValue()).toBe('决议写了一半')
  await block(clerk).getByRole('button', { name: '用我的' }).click()
  await save(clerk).click()
  await block(clerk).getByText('● 已保存').waitFor()
  await expect.poll(() => subject(secretary).inputValue()).toBe('后写的议题')
  await expect.poll(() => clerk.getByRole('textbox', { name: '决议' }).inputValue()).toBe('决议写了一半')
  await clerk.goto(meeting)
  const revisions = clerk.getByRole('region', { name: '历史与封存' }).getByRole('listitem')
  await revisions.filter({ hasText: `第 4 版 · 更正一部分${names.clerk} 办理` }).waitFor()
  await revisions.filter({ hasText: `第 3 版 · 更正一部分${names.secretary} 办理` }).waitFor()
})

test('or she takes the other’s words, and hers are gone only then', async () => {
  await clash({ secretary: '书记的第二稿', clerk: '干事的第二稿' })
  await clerk.reload()
  await block(clerk).getByRole('alert').waitFor()
  await expect.poll(() => subject(clerk).inputValue()).toBe('干事的第二稿')
  await block(clerk).getByRole('button', { name: '用现在的' }).click()
  await expect.poll(() => subject(clerk).inputValue()).toBe('书记的第二稿')
  await block(clerk).getByRole('alert').waitFor({ state: 'detached' })
})

test('or she puts both together', async () => {
  await clash({ secretary: '先有的一句', clerk: '后添的一句' })
  await block(clerk).getByRole('button', { name: '合在一起再改' }).click()
  await expect.poll(() => subject(clerk).inputValue()).toBe('先有的一句\n后添的一句')
  await save(clerk).click()
  await block(clerk).getByText('● 已保存').waitFor()
  await expect.poll(() => subject(secretary).inputValue()).toBe('先有的一句\n后添的一句')
})

/** A form in front of a page, where somebody types a note. */
async function note(page: Page, text: string): Promise<Locator> {
  await page.getByRole('button', { name: '更正', exact: true }).click()
  const form = page.getByRole('dialog').getByRole('form')
  await form.getByLabel('备注').fill(text)
  return form
}

test('two who have the same person open in a form: the second sees both, field by field, and keeps what was typed', async () => {
  await secretary.goto(`${desk}/people`)
  await secretary.getByRole('grid').getByRole('link').first().click()
  await secretary.getByRole('button', { name: '更正', exact: true }).waitFor()
  await clerk.goto(secretary.url())
  const [first, second] = [await note(secretary, '书记写的'), await note(clerk, '干事写的')]
  await first.getByRole('button', { name: '保存' }).click()
  await first.waitFor({ state: 'detached' })
  const sent = second.getByRole('button', { name: '保存' }).click({ timeout: 5000 })
  await second.getByRole('alert').filter({ hasText: '书记写的' }).waitFor()
  await sent.catch(() => 'it was shown before it could be sent')
  const alert = second.getByRole('alert').filter({ hasText: '现在的内容' })
  await expect
    .poll(() => alert.locator('.version').allTextContents())
    .toEqual(['备注书记写的', '备注干事写的'])
  await expect.poll(() => second.getByLabel('备注').inputValue()).toBe('干事写的')
  await second.getByRole('button', { name: '保存' }).click()
  await alert.getByText(/选好才能保存/).waitFor()
  expect(await hasFocus(alert)).toBe(true)
  expect(await alert.evaluate((box) => box.getBoundingClientRect().top >= 0)).toBe(true)
  await alert.getByRole('button', { name: '用我的' }).click()
  await second.getByRole('button', { name: '保存' }).click()
  await second.waitFor({ state: 'detached' })
  await secretary.getByText('干事写的').waitFor()
})

test('a form left open and loaded anew still holds what was typed, until it is dropped', async () => {
  const form = await note(clerk, '还没存的备注')
  await form.getByText(/^◐ 未保存/).waitFor()
  await clerk.reload()
  await clerk.getByRole('button', { name: '更正', exact: true }).click()
  await expect.poll(() => form.getByLabel('备注').inputValue()).toBe('还没存的备注')
  await form.getByRole('button', { name: '放弃修改' }).click()
  await expect.poll(() => form.getByLabel('备注').inputValue()).toBe('干事写的')
})

/** The crew of somebody on the roster, where it stands: at rest, and while it is typed. */
const crew = (page: Page) => page.locator('tr[data-at="0"]').getByRole('button', { name: /的班组$/ })
const cell = (page: Page) => page.locator('tr[data-at="0"] input.in-cell')

async function writeCrew(page: Page, text: string): Promise<void> {
  await crew(page).click()
  await cell(page).fill(text)
}

test('two who write the same cell of the roster: the second sees both texts and keeps hers', async () => {
  await secretary.goto(`${desk}/people?q=xsj`)
  await crew(secretary).waitFor()
  const no = (await secretary.locator('tr[data-at="0"] .code').first().textContent()) ?? ''
  await clerk.goto(`${desk}/people?q=${no}`)
  await crew(clerk).waitFor()
  await writeCrew(clerk, '干事写的班组')
  await writeCrew(secretary, '书记写的班组')
  await secretary.keyboard.press('Enter')
  await crew(secretary).filter({ hasText: '书记写的班组' }).waitFor()
  const form = clerk.getByRole('dialog').getByRole('form')
  await form.waitFor()
  const alert = form.getByRole('alert').filter({ hasText: '现在的内容' })
  await expect
    .poll(() => alert.locator('.version').allTextContents())
    .toEqual(['班组书记写的班组', '班组干事写的班组'])
  await alert.getByRole('button', { name: '用我的' }).click()
  await form.getByRole('button', { name: '保存' }).click()
  await form.waitFor({ state: 'detached' })
  await crew(clerk).filter({ hasText: '干事写的班组' }).waitFor()
  await crew(secretary).filter({ hasText: '干事写的班组' }).waitFor()
})

test('a cell of the roster left half written is there again when the page is, until Esc drops it; a phone is on no disk', async () => {
  await writeCrew(clerk, '写了一半')
  await clerk.reload()
  await cell(clerk).waitFor()
  await expect.poll(() => cell(clerk).inputValue()).toBe('写了一半')
  await clerk.getByText(/^◐ 未保存/).waitFor()
  await cell(clerk).press('Escape')
  await crew(clerk).filter({ hasText: '干事写的班组' }).waitFor()
  await clerk
    .locator('tr[data-at="0"]')
    .getByRole('button', { name: /的联系电话$/ })
    .click()
  await cell(clerk).fill('13912345678')
  expect(await clerk.evaluate('JSON.stringify(localStorage)')).not.toContain('13912345678')
  await cell(clerk).press('Enter')
  await clerk.locator('tr[data-at="0"]').getByText('139****5678').first().waitFor()
})

test('no page threw', () => {
  expect(mine.complaints).toEqual([])
})
