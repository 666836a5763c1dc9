import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Browser, Page, Response } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sequence } from '../journal/jobs/sequence.ts'
import { sign } from '../journal/jobs/sign.ts'
import { toBase64 } from '../journal/rules/base64.ts'
import { showCheckpoint } from '../journal/rules/checkpoint.ts'
import { keyIdOf, parseNote, parseVkey, type Signer, showNote } from '../journal/rules/note.ts'
import { spansOfConsistency } from '../journal/rules/proof.ts'
import { openSigningKey } from '../kit/keys/signing.ts'
import { isRefused } from '../kit/refuse.ts'
import { openBrowser } from './browser.ts'
import { PASSWORD } from './demo-mine.ts'
import { type Furnished, furnish } from './phone-branch.ts'
import { makeWorld, type World } from './world.ts'

const MOST_BYTES = 5 * 1024

let world: World
let server: Server
let address: string
let browser: Browser
let page: Page
let member: Furnished

const seal = async (): Promise<void> => {
  while ((await sequence(world.db, world.mineId, world.now)) > 0) {}
  await sign(world, world.mineId)
}
beforeAll(async () => {
  world = await makeWorld()
  world.setNow(new Date())
  member = await furnish(world)
  await seal()
  server = createServer(getRequestListener(world.app.fetch))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await openBrowser()
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN' })
  page = await context.newPage()
})
afterAll(async () => {
  await browser?.close()
  server?.closeAllConnections()
  await world?.close()
})

const asked = (): Promise<Response> =>
  page.waitForResponse((answer) => answer.url().includes('journal.findConsistency'))
const openSettings = async (): Promise<Response> => {
  const look = asked()
  await page.goto(`${address}/me/settings`)
  return look
}

test('a phone begins to remember the log once its owner is in, and says so quietly', async () => {
  await page.goto(`${address}/me/settings`)
  await page.getByLabel('登录名').fill(member.signIn.login)
  await page.getByLabel('密码', { exact: true }).fill(member.signIn.code)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByLabel('现在的密码（或一次性密码）').fill(member.signIn.code)
  await page.getByLabel('新密码').fill(PASSWORD)
  await page.getByRole('button', { name: '修改密码' }).click()
  const look = asked()
  await page.getByRole('button', { name: '我已看过' }).click()
  expect((await look).url()).toContain('from=0')
  await seal()
  const again = await openSettings()
  expect(again.url()).not.toContain('from=0')
  await page.getByText(/这部手机记得日志的前 \d+ 条/).waitFor()
})

test('one look costs less than 5 KiB on the line, whatever the log’s length up to a million', async () => {
  await world.as('committeeStaff')
  await member.secretary.post('voice.send', { kind: 'suggestion', text: '晚点开会' })
  await seal()
  const answer = await openSettings()
  const sizes = await answer.request().sizes()
  const { proof } = await answer.json()
  const onLine =
    sizes.requestHeadersSize + sizes.requestBodySize + sizes.responseHeadersSize + sizes.responseBodySize
  const million = 1_000_000
  const longest = Math.max(
    ...Array.from(
      { length: 2000 },
      (_, at) => spansOfConsistency({ from: 1 + at * 499, to: million }).length,
    ),
  )
  expect(longest).toBeGreaterThanOrEqual(20)
  const steps = (count: number): number => count * 47
  const most = onLine - steps(proof.length) + steps(longest + 1)
  console.info(`a phone's look: ${onLine} bytes on the line here, ${most} at a million leaves`)
  expect(most).toBeLessThanOrEqual(MOST_BYTES)
})

/** What the server would answer if somebody with all its keys had rewritten the log. */
async function forge(answer: Response): Promise<{ note: string; vkey: string; proof: string[] }> {
  const { note, vkey } = await answer.json()
  const signer = parseVkey(vkey) as Signer
  const parsed = parseNote(note)
  if (isRefused(parsed)) throw new Error(parsed.refused)
  const size = Number(parsed.text.split('\n')[1]) + 1
  const text = showCheckpoint({ origin: signer.name, size, root: new Uint8Array(32).fill(6) })
  const signature = openSigningKey(world.keys.dir, world.mineId).sign(Buffer.from(text))
  const forged = showNote({ text, signatures: [{ name: signer.name, keyId: keyIdOf(signer), signature }] })
  return { note: forged, vkey, proof: [toBase64(new Uint8Array(32))] }
}

test('a log that does not go on raises an alarm nobody can miss; both notes are kept and can be saved', async () => {
  const honest = await openSettings()
  const forged = await forge(honest)
  const { note } = await honest.json()
  await page.route('**/api/journal.findConsistency*', (route) => route.fulfill({ json: forged }))
  await openSettings()
  await page.getByRole('dialog', { name: '警报：存证日志对不上' }).waitFor()
  await page.getByText('新的日志接不上以前的日志').waitFor()
  if (process.env['PITLAMP_LOOK']) await page.screenshot({ path: process.env['PITLAMP_LOOK'] })
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: '保存证据文件' }).click()
  const evidence = readFileSync(await (await saving).path(), 'utf8')
  expect(evidence).toContain(note)
  expect(evidence).toContain(forged.note)
})

test('the alarm stands on every page, also when the server is honest again, until the evidence is handed over', async () => {
  await page.unroute('**/api/journal.findConsistency*')
  await page.goto(address)
  await page.getByRole('dialog', { name: '警报：存证日志对不上' }).waitFor()
  await page.getByRole('button', { name: '先继续使用' }).click()
  await page.getByRole('button', { name: /存证日志对不上/ }).click()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: '保存证据文件' }).click()
  await saving
  await page.getByRole('button', { name: '证据已交出，结束警报' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const again = await openSettings()
  expect(again.status()).toBe(200)
  await page.getByText(/这部手机记得日志的前 \d+ 条/).waitFor()
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
})
