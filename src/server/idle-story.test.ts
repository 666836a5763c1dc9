import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SESSION_COOKIE } from '../kit/server/serve.ts'
import { openBrowser } from './browser.ts'
import { makeWorld, type World } from './world.ts'
import { asPerson } from './world-people.ts'
import { peopleOf } from './world-person.ts'
import { recordsIn } from './world-records.ts'

const LEDGER = fileURLToPath(new URL('../ledger/fixtures/small-2026.xlsx', import.meta.url))

let world: World
let server: Server
let browser: Browser
let address: string
beforeAll(async () => {
  world = await makeWorld()
  const listener = getRequestListener(world.app.fetch)
  server = createServer((asked, answer) => void listener(asked, answer))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  server?.closeAllConnections()
  server?.close()
  await world?.close()
})

test('a screen nobody touches shows nothing of the mine any more once its session has lain idle too long', async () => {
  const start = new Date()
  world.setNow(start)
  const staff = await world.as('committeeStaff')
  await world.db
    .updateTable('session')
    .set({ seen_at: start })
    .where('account_id', '=', staff.accountId)
    .execute()
  const context = await browser.newContext({ locale: 'zh-CN' })
  await context.addCookies([{ name: SESSION_COOKIE, value: staff.cookie, url: address }])
  const page = await context.newPage()
  await page.clock.install({ time: start })
  await page.goto(`${address}/desk/people`)
  await page.getByRole('navigation', { name: '工作' }).waitFor()
  // What the page asks as it opens is asked by somebody: it is over before the clock goes on.
  await page.waitForLoadState('networkidle')

  await page.clock.runFor(20 * 60_000)
  world.setNow(new Date(start.getTime() + 20 * 60_000))
  await page.clock.runFor(60_000)
  await expect.poll(() => page.getByRole('navigation', { name: '工作' }).count()).toBe(1)
  world.setNow(new Date(start.getTime() + 31 * 60_000))
  // What came of an ask is heard only while the page's clock runs on.
  const later = async (): Promise<string> => {
    await page.clock.runFor(60_000)
    return page.url()
  }
  await expect.poll(later, { interval: 500 }).toContain('/desk/sign-in?next=')
  await expect.poll(() => page.getByRole('navigation', { name: '工作' }).count()).toBe(0)
})

/** A mine that has an administrator is set up, and has a door. */
const setUp = () => world.as('systemAdmin')

/** Somebody of the committee at a desk whose session ends while they write, and who comes back. */
async function sitDown(start: Date) {
  world.setNow(start)
  await setUp()
  const staff = await world.as('committeeStaff')
  const see = () =>
    world.db
      .updateTable('session')
      .set({ seen_at: world.now() })
      .where('account_id', '=', staff.accountId)
      .execute()
  await see()
  const context = await browser.newContext({ locale: 'zh-CN' })
  await context.addCookies([{ name: SESSION_COOKIE, value: staff.cookie, url: address }])
  const page = await context.newPage()
  const end = (): void => world.setNow(new Date(world.now().getTime() + 31 * 60_000))
  const atDoor = () => page.waitForURL('**/desk/sign-in?next=*')
  const comeBack = async (): Promise<void> => {
    await see()
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))")
  }
  return { staff, page, end, atDoor, comeBack }
}

test('what is typed into a form when the session ends under it is there again after signing in, form and all', async () => {
  const { page, end, atDoor, comeBack } = await sitDown(new Date(Date.now() + 3_600_000))
  await page.goto(`${address}/desk/org`)
  await page.getByRole('button', { name: '新增组织' }).first().click()
  const form = page.getByRole('dialog').getByRole('form')
  await form.getByLabel('编码').fill('ZB77')
  await form.getByLabel('名称').fill('写到一半的支部')
  end()
  await form.getByRole('button', { name: '新增', exact: true }).click()
  await atDoor()
  await expect.poll(() => page.getByText('写到一半的支部').count()).toBe(0)
  await page.getByText('登录已过期，请重新登录；没写完的还在。').waitFor()

  await comeBack()
  await form.waitFor()
  await expect.poll(() => form.getByLabel('编码').inputValue()).toBe('ZB77')
  await expect.poll(() => form.getByLabel('名称').inputValue()).toBe('写到一半的支部')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '新增组织' }).first().click()
  await expect.poll(() => form.getByLabel('编码').inputValue()).toBe('')
})

test('whoever comes from outside is asked to sign in, and not told of a session that ended', async () => {
  await setUp()
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  for (const path of ['/desk/org', '/me']) {
    await page.goto(`${address}${path}`)
    await page.getByLabel('登录名').waitFor()
    await expect.poll(() => page.getByText('登录已过期').count()).toBe(0)
  }
})

test('on the phone it is said as well', async () => {
  world.setNow(new Date(Date.now() + 2 * 3_600_000))
  await setUp()
  const branch = await world.addUnit({ code: 'DHJ', kind: 'branch' })
  const member = await asPerson(world, await recordsIn(world).person(branch))
  const { version } = (await member.get('access.findPrivacyNotice', {})).body
  await member.post('access.acceptPrivacyNotice', { version })
  const context = await browser.newContext({ locale: 'zh-CN' })
  await context.addCookies([{ name: SESSION_COOKIE, value: member.cookie, url: address }])
  const page = await context.newPage()
  await page.goto(`${address}/me`)
  await page.getByRole('navigation').waitFor()
  await world.db.deleteFrom('session').where('account_id', '=', member.accountId).execute()
  await page.getByRole('navigation').getByRole('link').first().click()
  await page.getByText('登录已过期，请重新登录；没写完的还在。').waitFor()
})

test('so are two cells of the roster, one of them a phone that lies on no disk', async () => {
  const { staff, page, end, atDoor, comeBack } = await sitDown(new Date(Date.now() + 3 * 3_600_000))
  const orgId = await world.addUnit({ code: 'XJ', kind: 'branch' })
  await peopleOf(() => ({ secretary: staff, branch: orgId })).added({ name: '薛建' })
  await page.goto(`${address}/desk/people`)
  const write = async (field: string, text: string): Promise<void> => {
    await page.getByRole('button', { name: `改 薛建 的${field}` }).click()
    await page.locator('input.in-cell').fill(text)
  }
  await write('班组', '写到一半的班组')
  end()
  await page.keyboard.press('Enter')
  await atDoor()
  await comeBack()
  const crew = page.getByRole('combobox', { name: '改 薛建 的班组' })
  await crew.waitFor()
  await expect.poll(() => crew.inputValue()).toBe('写到一半的班组')
  await crew.press('Enter')
  await page.getByRole('button', { name: '写到一半的班组' }).waitFor()

  await write('联系电话', '13912345678')
  end()
  await page.keyboard.press('Enter')
  await atDoor()
  expect(await page.evaluate('JSON.stringify({ ...localStorage })')).not.toContain('13912345678')
  await comeBack()
  const phone = page.getByRole('textbox', { name: '改 薛建 的联系电话' })
  await phone.waitFor()
  await expect.poll(() => phone.inputValue()).toBe('13912345678')
  await phone.press('Enter')
  await page.getByText('139****5678').first().waitFor()
})

test('a workbook chosen to be imported when the session has ended is read once somebody is back', async () => {
  const { page, end, atDoor, comeBack } = await sitDown(new Date(Date.now() + 6 * 3_600_000))
  await page.goto(`${address}/desk/import`)
  const choose = page.locator('input[type=file]').first()
  await choose.waitFor()
  end()
  await choose.setInputFiles(LEDGER)
  await atDoor()
  await comeBack()
  await page.getByRole('heading', { name: /small-2026\.xlsx/ }).waitFor()
})
