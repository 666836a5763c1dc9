import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SESSION_COOKIE } from '../kit/server/serve.ts'
import { openBrowser } from './browser.ts'
import { makeWorld, type World } from './world.ts'

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
}, 60_000)
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
  page.setDefaultTimeout(20_000)
  await page.clock.install({ time: start })
  await page.goto(`${address}/desk/people`)
  await page.getByRole('navigation', { name: '工作' }).waitFor()

  await page.clock.runFor(20 * 60_000)
  world.setNow(new Date(start.getTime() + 20 * 60_000))
  await page.clock.runFor(60_000)
  expect(await page.getByRole('navigation', { name: '工作' }).count()).toBe(1)
  world.setNow(new Date(start.getTime() + 31 * 60_000))
  await page.clock.runFor(2 * 60_000)
  await page.waitForURL('**/desk/sign-in?next=*')
  expect(await page.getByRole('navigation', { name: '工作' }).count()).toBe(0)
}, 60_000)

test('what is typed into a form when the session ends under it is there again after signing in, form and all', async () => {
  const start = new Date(Date.now() + 3_600_000)
  world.setNow(start)
  const staff = await world.as('committeeStaff')
  const see = (at: Date) =>
    world.db.updateTable('session').set({ seen_at: at }).where('account_id', '=', staff.accountId).execute()
  await see(start)
  const context = await browser.newContext({ locale: 'zh-CN' })
  await context.addCookies([{ name: SESSION_COOKIE, value: staff.cookie, url: address }])
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${address}/desk/org`)
  await page.getByRole('button', { name: '新增组织' }).first().click()
  const form = page.getByRole('dialog').getByRole('form')
  await form.getByLabel('编码').fill('ZB77')
  await form.getByLabel('名称').fill('写到一半的支部')
  world.setNow(new Date(start.getTime() + 31 * 60_000))
  await form.getByRole('button', { name: '新增', exact: true }).click()
  await page.waitForURL('**/desk/sign-in?next=*')
  expect(await page.getByText('写到一半的支部').count()).toBe(0)

  await see(world.now())
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))")
  await form.waitFor()
  expect(await form.getByLabel('编码').inputValue()).toBe('ZB77')
  expect(await form.getByLabel('名称').inputValue()).toBe('写到一半的支部')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '新增组织' }).first().click()
  expect(await form.getByLabel('编码').inputValue()).toBe('')
}, 60_000)
