import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasFocus, isBack, isSomewhere, type Keys, keysOf } from './keys.ts'
import { type DemoMine, openDemoMine } from './stories.ts'

let mine: DemoMine
const keys = {} as Record<'secretary' | 'clerk' | 'admin', Keys>

beforeAll(async () => {
  mine = await openDemoMine()
  const desk = `${mine.product.address}/desk`
  const ways = { secretary: mine.first('secretary'), clerk: mine.first('committeeStaff'), admin: mine.admin }
  for (const [who, way] of Object.entries(ways) as [keyof typeof keys, typeof mine.admin][]) {
    const { page } = await mine.seat({ ...way, path: '/me' })
    keys[who] = keysOf(page, desk)
  }
}, 240_000)
afterAll(() => mine?.close(), 60_000)

const button = ({ page }: Keys, name: string | RegExp): Locator =>
  page.getByRole('main').getByRole('button', { name }).first()
const dialog = ({ page }: Keys): Locator => page.getByRole('dialog')
const openers: readonly (readonly [keyof typeof keys, string, string | RegExp])[] = [
  ['secretary', '/study', '给2026年12月添加学习内容'],
  ['secretary', '/study', /^改：/],
  ['secretary', '/joining', '新建申请'],
  ['secretary', '/joining', /^登记 .* 的下一步/],
  ['secretary', '/library', '添加资料'],
  ['secretary', '/accounts', /^重置密码/],
  ['clerk', '/org', '新增组织'],
  ['clerk', '/org', /^更改 /],
  ['clerk', '/org', /^新增下级 /],
  ['clerk', '/targets', '下达任务'],
  ['clerk', '/targets', /^改：/],
  ['clerk', '/scores?period=2026Q4', '开始这一期'],
  ['clerk', '/import', '含身份号码导出'],
  ['admin', '/accounts', '新建工作人员账号'],
]
test.each(openers)(
  '%s, %s: “%s” opens by key; every field shows its focus; Esc leads back',
  async (who, path, name) => {
    const by = keys[who]
    await by.go(path)
    const opener = button(by, name)
    await by.press(opener)
    await dialog(by).waitFor()
    const close = dialog(by).getByRole('button', { name: '关闭' })
    await by.to(close)
    await by.key('Escape')
    await isBack(by, opener)
    await by.press(opener)
    await by.press(close)
    await isBack(by, opener)
  },
)

test('signing in, and the menus at the top', async () => {
  const page = await mine.open()
  const by = keysOf(page, `${mine.product.address}/desk`)
  const { login, password } = mine.first('secretary')
  await page.goto(`${mine.product.address}/desk/sign-in`)
  await by.type(page.getByLabel('登录名'), login)
  await by.type(page.getByLabel('密码', { exact: true }), password)
  await by.key('Enter')
  await page.getByRole('navigation', { name: '工作' }).waitFor()
  const look = page.getByRole('button', { name: '外观' })
  await by.press(look)
  await by.to(page.getByRole('radio').first())
  await by.key('Escape')
  expect(await hasFocus(look)).toBe(true)
  await by.press(page.getByRole('button', { name: '我' }).last())
  await by.to(page.getByRole('button', { name: '退出登录' }))
  await by.key('Escape', 'Control+k')
  const field = page.getByRole('dialog').getByRole('combobox')
  await field.waitFor()
  await page.keyboard.type('hy')
  await page.getByRole('option', { name: '会议', exact: true }).waitFor()
  await by.key('Escape')
  await isSomewhere(by)
  await by.key('Control+k')
  await field.waitFor()
  await page.keyboard.type('xsj')
  await by.key('Enter')
  await page.getByRole('heading', { name: '谢世杰' }).waitFor()
  await page.context().close()
})

test('no page threw', () => {
  expect(mine.complaints).toEqual([])
})
