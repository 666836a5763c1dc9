import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.ts'
import { type Counter, countOn, holdToBurden } from './burden.ts'
import { findFaults } from './clean.ts'
import { PASSWORD } from './demo-mine.ts'
import { type Furnished, furnish } from './phone-branch.ts'
import { makeWorld, type World } from './world.ts'

let world: World
let server: Server
let address: string
let browser: Browser
let context: BrowserContext
let page: Page
let counter: Counter
let member: Furnished
/** The line is down: the browser says so, and no request gets through, whoever sends it. */
let isCut = false
/** The server has pages newer than those it gave out. */
let isNewer = false
const complaints: string[] = []

async function answerNewer(answer: ServerResponse): Promise<void> {
  const worker = await world.app.request('/worker.js')
  answer.writeHead(200, Object.fromEntries(worker.headers))
  answer.end(`${await worker.text()}\n// newer`)
}

async function cut(): Promise<void> {
  isCut = true
  await context.setOffline(true)
}

async function mend(): Promise<void> {
  isCut = false
  await context.setOffline(false)
  // A page opened while the browser is offline is not always told when it no longer is.
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
}

async function newPage(): Promise<Page> {
  const made = await context.newPage()
  made.on('pageerror', (error) => complaints.push(error.message))
  made.on('console', (said) => said.type() === 'error' && complaints.push(said.text()))
  return made
}

beforeAll(async () => {
  world = await makeWorld()
  world.setNow(new Date())
  member = await furnish(world)
  const listener = getRequestListener(world.app.fetch)
  server = createServer((asked, answer) => {
    if (isCut) asked.socket.destroy()
    else if (isNewer && asked.url === '/worker.js') void answerNewer(answer)
    else void listener(asked, answer)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await openBrowser()
  context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN' })
  page = await newPage()
  counter = await countOn(page)
})
afterAll(async () => {
  await browser?.close()
  await new Promise((done) => server.close(done))
  await world?.close()
})

const said = (text: string | RegExp) => page.getByText(text).first()
const countVoices = async (): Promise<number> =>
  (await world.db.selectFrom('voice').select('id').execute()).length

test('the first sign-in asks for a password of one’s own, then shows the privacy notice in its version', async () => {
  await page.goto(`${address}/me/dues`)
  await page.getByLabel('登录名').fill(member.signIn.login)
  await page.getByLabel('密码', { exact: true }).fill(member.signIn.code)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '先修改密码' }).waitFor()
  await page.getByLabel('现在的密码（或一次性密码）').fill(member.signIn.code)
  await page.getByLabel('新密码').fill(PASSWORD)
  await page.getByRole('button', { name: '修改密码' }).click()
  await page.getByRole('heading', { name: '个人信息告知书' }).waitFor()
  await said(/第 .+ 版/).waitFor()
  await page.getByRole('button', { name: '我已看过' }).click()
  await page.getByRole('heading', { name: /党费/ }).waitFor()
  expect(await world.db.selectFrom('privacy_acceptance').selectAll().execute()).toHaveLength(1)
})

test('what is owed stands on the page that opens', async () => {
  await page.goto(address)
  counter.start()
  await page.getByRole('heading', { name: /好，潘海燕/ }).waitFor()
  await said('党课：学习安全生产法').waitFor()
  await said(/还差 [\d.]+ 元/).waitFor()
  await expect.poll(() => page.locator('.card').count()).toBeLessThanOrEqual(3)
  const job = { job: 'member learns what is owed', face: 'phone', unit: 'taps', atMost: 0 } as const
  holdToBurden(job, await counter.count('taps'))
})

test('dues and how they are computed are one tap away', async () => {
  await page.goto(address)
  await said('我的党费').waitFor()
  counter.start()
  await said('我的党费').click()
  await said('4,900.00 × 1% = 49.00 元').waitFor()
  await said(/依据：党费规定/).waitFor()
  const job = { job: 'member sees dues and why', face: 'phone', unit: 'taps', atMost: 1 } as const
  holdToBurden(job, await counter.count('taps'))
})

test('leave is asked with three taps, for the sitting of one’s own shift', async () => {
  await page.goto(address)
  await page.getByRole('link', { name: '看会议' }).first().waitFor()
  counter.start()
  await page.getByRole('link', { name: '看会议' }).first().click()
  await page.getByRole('button', { name: '请假' }).click()
  await page.getByRole('button', { name: '生病' }).click()
  await said('请假已送到').waitFor()
  const job = { job: 'member asks for leave', face: 'phone', unit: 'taps', atMost: 3 } as const
  holdToBurden(job, await counter.count('taps'))
  await said('请假：待批（生病）').waitFor()
  const asked = await world.db.selectFrom('leave_request').select('reason').execute()
  expect(asked).toEqual([{ reason: 'ill' }])
})

test('leave is taken back with one tap and a confirmation, and may be asked for again', async () => {
  await page.getByRole('button', { name: '撤回请假' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤回请假' }).click()
  await said('请假已撤回，到时请来开会。').waitFor()
  await said('请假：已撤回（生病）').waitFor()
  await page.getByRole('button', { name: '请假', exact: true }).waitFor()
  const stands = await world.db.selectFrom('leave_request').select('state').execute()
  expect(stands).toEqual([{ state: 'withdrawn' }])
})

type Look = { readonly language: string; readonly theme: string; readonly size: string }
const LOOKS: readonly Look[] = [
  { language: 'zh', theme: 'light', size: 'normal' },
  { language: 'en', theme: 'dark', size: 'normal' },
  { language: 'zh', theme: 'dark', size: 'large' },
  { language: 'en', theme: 'light', size: 'large' },
]
const PATHS = (): string[] => [
  ...[
    '/',
    '/meetings',
    `/meetings/${member.meetingId}`,
    `/read/${member.materialId}`,
    '/voice',
    '/voice/new',
    '/notices',
  ],
  ...['/me', '/me/dues', '/me/steps', '/me/held', '/me/privacy', '/me/settings', '/unsent'],
]

test.each(LOOKS)(
  'every page is clean in $language, $theme, $size type',
  async (look) => {
    await page.evaluate((chosen) => {
      for (const [name, value] of Object.entries(chosen)) localStorage.setItem(`pitlamp.${name}`, value)
    }, look)
    const faults: string[] = []
    // Tall enough for nothing to lie under the tab bar.
    await page.setViewportSize({ width: 360, height: 2400 })
    for (const path of PATHS()) {
      await page.goto(`${address}${path}`)
      await page.locator('.bones').waitFor({ state: 'detached' })
      await page.locator('h1').first().waitFor()
      faults.push(...(await findFaults(page)).map((fault) => `${path}: ${fault}`))
    }
    await page.setViewportSize({ width: 360, height: 740 })
    expect(faults).toEqual([])
  },
  240_000,
)

test('what was read is there without a line: reload, deep link, with its age', async () => {
  await page.evaluate(() => {
    for (const name of ['language', 'theme', 'size']) localStorage.removeItem(`pitlamp.${name}`)
  })
  await page.goto(`${address}/read/${member.materialId}`)
  await said('管行业必须管安全。').waitFor()
  await page.goto(`${address}/me/dues`)
  await said('4,900.00 × 1% = 49.00 元').waitFor()
  await page.goto(address)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  complaints.length = 0
  await cut()
  await page.reload()
  await said('党课：学习安全生产法').waitFor()
  await said(/没有连上，看到的是.+的内容/).waitFor()
  await page.goto(`${address}/me/dues`)
  await said('4,900.00 × 1% = 49.00 元').waitFor()
  await page.goto(`${address}/read/${member.materialId}`)
  await said('管行业必须管安全。').waitFor()
  await page.goto(`${address}/me/dues/2019`)
  await said('这一页还没有在这部手机上看过').waitFor()
})

test('what is written without a line is kept across a killed page and sent once', async () => {
  await page.goto(`${address}/voice/new`)
  await page.getByLabel('内容').fill('更衣室的热水不够。')
  await page.getByRole('button', { name: '发出' }).click()
  await said('已记在这部手机上').waitFor()
  await page.close()
  page = await newPage()
  await page.goto(`${address}/me/settings`)
  await said('1 条还没有发出').click()
  await said('建议：更衣室的热水不够。').waitFor()
  expect(await countVoices()).toBe(0)
  await mend()
  await said('都发出了').waitFor()
  expect(await countVoices()).toBe(1)
  await page.goto(`${address}/voice`)
  await said('更衣室的热水不够。').waitFor()
})

test('an answer cut off on its way back doubles nothing', async () => {
  let tries = 0
  await page.route('**/api/voice.send', async (route) => {
    tries += 1
    if (tries > 1) return route.continue()
    await route.fetch()
    return route.abort('connectionreset')
  })
  await page.goto(`${address}/voice/new`)
  await page.getByLabel('内容').fill('路灯坏了。')
  await page.getByRole('button', { name: '发出' }).click()
  await said('已记在这部手机上').waitFor()
  expect(await countVoices()).toBe(2)
  await page.goto(`${address}/unsent`)
  await said('都发出了').waitFor()
  expect(tries).toBeGreaterThan(1)
  expect(await countVoices()).toBe(2)
  await page.unroute('**/api/voice.send')
})

test('a form half written survives the page', async () => {
  await page.goto(`${address}/voice/new`)
  await page.getByLabel('内容').fill('写了一半')
  await page.waitForFunction(() => JSON.stringify({ ...localStorage }).includes('写了一半'))
  await page.close()
  page = await newPage()
  await page.goto(`${address}/voice/new`)
  await said('这是您之前没写完的').waitFor()
  await expect.poll(() => page.getByLabel('内容').inputValue()).toBe('写了一半')
})

test('a new version says so in one line, waits for its reader, and loses nothing that is typed', async () => {
  const held = () => page.evaluate('window.pitlampHeld === true')
  await page.goto(`${address}/voice/new`)
  await page.evaluate('window.pitlampHeld = true')
  await page.getByLabel('内容').fill('新版本来了')
  isNewer = true
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  const line = page.getByRole('button', { name: /有新版本/ })
  await line.waitFor()
  expect(await findFaults(page)).toEqual([])
  await page.getByLabel('内容').pressSequentially('，我还在写')
  expect(await held()).toBe(true)
  await line.click()
  await said('这是您之前没写完的').waitFor()
  expect([await held(), await page.getByLabel('内容').inputValue()]).toEqual([false, '新版本来了，我还在写'])
  await expect.poll(() => line.count()).toBe(0)
})

test('signing out takes along what was read and drafted here', async () => {
  await page.goto(`${address}/me/settings`)
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('heading', { name: '登录', exact: true }).waitFor()
  const left = await page.evaluate(async () => {
    const open = indexedDB.open('pitlamp')
    await new Promise((done) => {
      open.onsuccess = done
    })
    const asked = open.result.transaction('answers').objectStore('answers').getAll()
    await new Promise((done) => {
      asked.onsuccess = done
    })
    const names = asked.result.map(({ name }: { name: string }) => name)
    return [names, Object.keys(localStorage).filter((key) => key.startsWith('pitlamp.draft'))]
  })
  expect(left).toEqual([[], []])
})

test('the desk is not the worker’s', async () => {
  complaints.length = 0
  await page.goto(`${address}/desk`)
  await page.getByLabel('登录名').waitFor()
  await expect.poll(() => page.locator('#desk').count()).toBe(1)
  expect(complaints.filter((one) => /content security/i.test(one))).toEqual([])
})
