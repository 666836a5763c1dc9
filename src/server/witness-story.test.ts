import { ed25519 } from '@noble/curves/ed25519.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { showVkey } from '../journal/rules/note.ts'
import { witnessSigner } from '../journal/rules/witness.ts'
import { holdToBurden, type Job } from './burden.ts'
import { findOverflow, findViolations } from './clean.ts'
import { type DemoMine, openDemoMine, type Seat } from './stories.ts'

let mine: DemoMine
let admin: Seat
beforeAll(async () => {
  mine = await openDemoMine()
  admin = await mine.seat({ ...(await mine.audit()), path: '/settings?tab=witnesses' })
}, 240_000)
afterAll(() => mine?.close(), 60_000)

const NAME = 'jiwei.example'
const VKEY = showVkey(witnessSigner(NAME, ed25519.getPublicKey(new Uint8Array(32).fill(9))))
/** Nobody listens there. */
const NOWHERE = 'http://127.0.0.1:9'

const press = (name: string | RegExp): Promise<void> =>
  admin.page.getByRole('main').getByRole('button', { name }).first().click()
const dialog = () => admin.page.getByRole('dialog')
const send = (): Promise<void> => dialog().locator('button[type=submit]').click()
const gone = (): Promise<void> => dialog().waitFor({ state: 'detached' })
async function hold(job: string, atMost: number): Promise<void> {
  const counted: Job = { job, face: 'desk', unit: 'clicks', atMost }
  holdToBurden(counted, await admin.counter.count('clicks'))
}
const isSound = async (): Promise<void> => {
  expect(await findViolations(admin.page)).toEqual([])
  expect(await findOverflow(admin.page)).toBe(0)
}

test('the system administrator sees who vouches for the mine and changes nothing of it', async () => {
  const { page } = await mine.seat({ ...mine.admin, path: '/settings?tab=witnesses' })
  await page.getByText('由审计管理员登记').waitFor()
  await expect.poll(() => page.getByRole('button', { name: /登记见证|改数目|停用/ }).count()).toBe(0)
})

test('a witness is entered by the line it shows and its address', async () => {
  const { page, counter } = admin
  await page.getByText('还没有见证').waitFor()
  await page.getByText('现在不要求见证').waitFor()
  await isSound()
  counter.start()
  await press('登记见证')
  await dialog().getByLabel('公钥').fill('这不是公钥')
  await dialog().getByLabel('地址').fill(NOWHERE)
  await send()
  await dialog().getByText('这不是见证的验证公钥').waitFor()
  expect(await findViolations(page)).toEqual([])
  await dialog().getByLabel('公钥').fill(` ${VKEY}\n`)
  await send()
  await gone()
  await page.getByRole('heading', { name: NAME }).waitFor()
  await hold('administrator enters a witness, the first time with a wrong key', 3)
})

test('that it cannot be reached is said in amber, with what to do, there and where the journal is shown', async () => {
  const { page } = admin
  const trouble = page.locator('.notice.late').getByText(`见证 ${NAME} 从`)
  await trouble.waitFor()
  await page.getByText('没有签：连不上它', { exact: true }).waitFor()
  await isSound()
  await page.getByRole('link', { name: '存证', exact: true }).click()
  await trouble.waitFor()
  await page.getByText('请对方看看见证程序是否在运行').waitFor()
  await page.getByRole('link', { name: '看见证' }).click()
  await page.getByRole('heading', { name: NAME }).waitFor()
})

test('how many are needed is said before it is saved; a witness that is needed stays', async () => {
  const { page, counter } = admin
  counter.start()
  await press('改数目')
  await dialog().getByLabel('机关见证').fill('2')
  await send()
  await dialog().getByText('登记的见证没有这么多').waitFor()
  await dialog().getByLabel('机关见证').fill('1')
  await dialog().getByText('要有 1 个机关见证签过名').waitFor()
  await send()
  await gone()
  await page.getByText('要有 1 个机关见证签过名，才拿来证明记录的时间（现登记 1 个）').waitFor()
  await hold('administrator says how many witnesses are needed, once too many', 3)
  await press('停用')
  await dialog().getByLabel('原因').fill('机器报废')
  await send()
  await dialog().getByText('停用后见证数不够').waitFor()
  await page.keyboard.press('Escape')
  await gone()
})

test('it is ended with a reason, and stays on the page with it', async () => {
  const { page, counter } = admin
  await press('改数目')
  await dialog().getByLabel('机关见证').fill('0')
  await send()
  await gone()
  counter.start()
  await press('停用')
  await dialog().getByLabel('原因').fill('机器报废')
  await send()
  await gone()
  await hold('administrator ends a witness, with a reason', 2)
  await page.getByText('已停用 1 个').click()
  await page.getByText('机器报废').waitFor()
  await page.getByText('还没有见证').waitFor()
  await isSound()
  expect(mine.complaints).toEqual([])
})
