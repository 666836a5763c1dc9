import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Secret, TOTP } from 'otpauth'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PASSWORD } from './demo-mine.ts'
import { duesBook } from './dues-book.ts'
import { isBack, isSomewhere, type Keys, keysOf } from './keys.ts'
import { openStage, type Stage } from './stories.ts'

const WORKBOOK = fileURLToPath(new URL('../ledger/fixtures/small-2026.xlsx', import.meta.url))
const SLOW_MS = 120_000

let stage: Stage
let desk: string
let admin: Keys
let security: Keys
/** The links that make the other two administrators. */
let links: string[]

const seat = async (): Promise<Keys> => {
  return keysOf(await stage.open(), desk)
}

beforeAll(async () => {
  stage = await openStage()
  desk = `${stage.product.address}/desk`
  admin = await seat()
  security = await seat()
}, 180_000)
afterAll(() => stage?.close(), 60_000)

const button = ({ page }: Keys, name: string | RegExp): Locator => page.getByRole('button', { name }).first()
const dialog = ({ page }: Keys): Locator => page.getByRole('dialog')

test('the first hour: the mine is named, and the links of the other two are handed over', async () => {
  const { page } = admin
  await page.goto(stage.product.setUp)
  await admin.type(page.getByLabel('煤矿名称'), '青石岭煤矿')
  await admin.type(page.getByLabel('您的姓名'), '李明')
  await admin.type(page.getByLabel('登录名'), 'liming')
  await admin.type(page.getByLabel('新密码'), PASSWORD)
  await admin.key('Enter')
  await page.getByRole('heading', { name: '交给另外两位管理员' }).waitFor()
  links = await page.locator('.office-link p.code').allTextContents()
  expect(links).toHaveLength(2)
  await admin.to(button(admin, /^复制/))
  await admin.press(button(admin, '已交付，继续'))
  await button(admin, '导入我的台账').waitFor()
})

async function choose(
  by: Keys,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  const chooser = by.page.waitForEvent('filechooser')
  await by.press(by.page.locator('input[type=file]').first())
  await (await chooser).setFiles(file)
}

test(
  'the ledgers are brought in from the first page',
  async () => {
    const { page } = admin
    await admin.press(button(admin, '导入我的台账'))
    await choose(admin, WORKBOOK)
    await page.getByRole('heading', { name: 'small-2026.xlsx 的预览' }).waitFor()
    await admin.press(button(admin, /^导入 [\d,]+ 行$/))
    await page
      .getByRole('link', { name: '看总览' })
      .or(page.getByText(/^已导入|新增 [\d,]+/))
      .first()
      .waitFor({ timeout: 60_000 })
  },
  SLOW_MS,
)

/** A workbook of dues as a person would choose it. */
const book = async (name: string, changes: Parameters<typeof duesBook>[2]) => {
  const cookies = await admin.page.context().cookies()
  const cookie = cookies.map(({ name: key, value }) => `${key}=${value}`).join('; ')
  return {
    name,
    mimeType: 'application/octet-stream',
    buffer: await duesBook(stage.product, cookie, changes),
  }
}

test(
  'a ledger with an error: what is refused is read and saved, mended, and brought in again',
  async () => {
    const { page } = admin
    const wrong = [
      [1, '实交', 9.5],
      [2, '实交', 9.5],
      [2, '交纳日期', '不是日期'],
    ] as const
    await admin.go('/import')
    await choose(admin, await book('dues.xlsx', wrong))
    await page.getByText('退回的行 · 1 行，1 处错误').waitFor()
    const saved = page.waitForEvent('download')
    await admin.press(button(admin, '下载退回的行'))
    expect((await readFile(await (await saved).path())).length).toBeGreaterThan(1000)
    await admin.press(button(admin, '导入 1 行'))
    await page
      .getByText(/更改 1/)
      .first()
      .waitFor({ timeout: 60_000 })
    await admin.go('/import')
    await choose(admin, await book('dues-mended.xlsx', [[2, '实交', 9.5]]))
    await page.getByRole('heading', { name: 'dues-mended.xlsx 的预览' }).waitFor()
    await expect.poll(() => page.getByText(/^退回的行/).count()).toBe(0)
    await admin.press(button(admin, '导入 1 行'))
    await page
      .getByText(/更改 1/)
      .first()
      .waitFor({ timeout: 60_000 })
  },
  SLOW_MS,
)

async function signIn(by: Keys, login: string): Promise<void> {
  const { page } = by
  await by.type(page.getByLabel('登录名'), login)
  await by.type(page.getByLabel('密码', { exact: true }), PASSWORD)
  await by.key('Enter')
}

const inside = (page: Page): Promise<void> => page.getByRole('navigation', { name: '工作' }).waitFor()

test('the security administrator takes office by a link and signs in', async () => {
  const { page } = security
  await page.goto(links[0] ?? '')
  await security.type(page.getByLabel('您的姓名'), '安全员')
  await security.type(page.getByLabel('登录名'), 'anquan')
  await security.type(page.getByLabel('新密码'), PASSWORD)
  await security.key('Enter')
  await security.press(page.getByRole('link', { name: '去登录' }))
  await signIn(security, 'anquan')
  await inside(page)
})

test('an authenticator is switched on, and signing in asks for its digits', async () => {
  const { page } = security
  await security.go('/me')
  await security.press(button(security, '启用验证器'))
  const secret = (await page.locator('p.code.strong').textContent())?.replace(/\s/g, '') ?? ''
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  await security.type(page.getByLabel('验证码'), totp.generate())
  await security.key('Enter')
  await page.getByText('已启用。登录时要输入验证器上的数字。').waitFor()
  await security.go('/me')
  await security.press(page.getByRole('button', { name: '我' }).last())
  await security.press(button(security, '退出登录'))
  await signIn(security, 'anquan')
  // The next digits: a code is good once.
  await security.type(page.getByLabel('验证码'), totp.generate({ timestamp: Date.now() + 30_000 }))
  await security.key('Enter')
  await inside(page)
})

test('an account is made, given an office, kept out, let in again and its office ended', async () => {
  const { page } = security
  await admin.go('/accounts')
  const add = button(admin, '新建工作人员账号')
  await admin.press(add)
  await admin.type(dialog(admin).getByLabel('姓名'), '周干事')
  await admin.type(dialog(admin).getByLabel('登录名'), 'zhougs')
  await admin.key('Enter')
  await dialog(admin).locator('.code').first().waitFor()
  await admin.key('Escape')
  await isBack(admin, add)

  await security.go('/accounts')
  const give = button(security, '任命 周干事')
  await security.press(give)
  await security.choose(dialog(security).getByLabel('职务'), '党委工作人员')
  await security.choose(dialog(security).getByLabel('范围'), '全矿')
  await security.press(dialog(security).getByRole('button', { name: '任命', exact: true }))
  await isBack(security, give)
  for (const act of ['停用', '恢复']) {
    await security.press(button(security, `${act} 周干事`))
    await security.press(dialog(security).getByRole('button', { name: act, exact: true }))
    await isSomewhere(security)
  }
  const end = page
    .getByRole('row', { name: /周干事/ })
    .getByRole('button', { name: /^结束任职 /, includeHidden: true })
  await security.press(end)
  await security.press(dialog(security).getByRole('button', { name: '结束任职', exact: true }))
  await end.waitFor({ state: 'detached' })
  await isSomewhere(security)
})

test('no page threw', () => expect(stage.complaints).toEqual([]))
