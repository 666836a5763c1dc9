import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayAt } from '../kit/day.ts'
import { PASSWORD, post } from './demo-mine.ts'
import { hasFocus, isBack, isSomewhere, type Keys, keysOf } from './keys.ts'
import { type DemoMine, openDemoMine } from './stories.ts'

let mine: DemoMine
const keys = {} as Record<'secretary' | 'clerk', Keys>

beforeAll(async () => {
  mine = await openDemoMine()
  const desk = `${mine.product.address}/desk`
  const ways = { secretary: mine.first('secretary'), clerk: mine.first('committeeStaff') }
  for (const [who, way] of Object.entries(ways) as [keyof typeof keys, typeof mine.admin][]) {
    const { page } = await mine.seat({ ...way, path: '/me' })
    keys[who] = keysOf(page, desk)
  }
}, 240_000)
afterAll(() => mine?.close(), 60_000)

const button = ({ page }: Keys, name: string | RegExp): Locator =>
  page.getByRole('main').getByRole('button', { name }).first()
const dialog = ({ page }: Keys): Locator => page.getByRole('dialog')
const field = (by: Keys, name: string): Locator => dialog(by).getByLabel(name, { exact: true }).first()
const send = (by: Keys): Locator => dialog(by).locator('button[type=submit]').first()

/** A day as people type it, so many days from now. */
const day = (days: number): string => addDays(dayAt(new Date()), days)

test('a study plan: a row is added, changed and cancelled', async () => {
  const by = keys.secretary
  await by.go('/study')
  const opener = button(by, '给2026年12月添加学习内容')
  await by.press(opener)
  await by.type(field(by, '主题'), '全靠键盘')
  await by.type(field(by, '学时'), '1.5')
  await by.press(send(by))
  await isBack(by, opener)
  const change = button(by, '改：全靠键盘').or(button(by, '关联会议：全靠键盘')).first()
  await by.press(change)
  await by.type(field(by, '主讲'), '李老师')
  await by.key('Control+Enter')
  await isBack(by, change)
  await by.press(change)
  await by.press(dialog(by).getByRole('button', { name: '取消“全靠键盘”' }))
  await by.type(field(by, '取消原因'), '与上月重复')
  await by.key('Enter')
  await by.page.getByText('取消：与上月重复').waitFor()
  await isSomewhere(by)
})

test('dues: the cells of the year are reached by arrows; a month is recorded for all; a payment is corrected', async () => {
  const by = keys.secretary
  await by.go('/dues')
  const cells = by.page.locator('table.dues tbody tr')
  await by.to(cells.nth(0).locator('a.cell').first())
  await by.key('ArrowDown', 'ArrowDown', 'ArrowRight')
  expect(await hasFocus(cells.nth(2).locator('a.cell').nth(1))).toBe(true)
  await by.key('Enter')
  await dialog(by).waitFor()
  await by.press(dialog(by).getByRole('button', { name: '更正' }).first())
  await by.type(field(by, '金额（元）'), '1.5')
  await by.type(field(by, '更正原因'), '看错小数点')
  await by.key('Enter')
  await dialog(by)
    .getByText(/→ 1\.50 元，看错小数点/)
    .waitFor()
  await by.key('Escape')
  await isBack(by, cells.nth(2).locator('a.cell').nth(1))
  await by.go('/dues')
  await by.press(button(by, /^选中这 \d+ 人/))
  await by.press(button(by, /^登记 \d+ 人交清/))
  await by.page.getByText(/^已登记 \d+ 人/).waitFor()
})

test('joining: the next step is recorded with its votes', async () => {
  const by = keys.secretary
  await by.go('/joining')
  await by.press(button(by, /^登记 冯明辉 的下一步/))
  await by.type(field(by, '应到'), '45')
  await by.type(field(by, '实到'), '42')
  await by.type(field(by, '赞成'), '40')
  await by.press(send(by))
  await isSomewhere(by)
  await by.press(by.page.locator('.case').getByRole('link', { name: '冯明辉' }))
  await by.page.getByRole('heading', { name: '25 步' }).waitFor()
  const opener = button(by, /^更正：/)
  await by.press(opener)
  await by.to(send(by))
  await by.key('Escape')
  await isBack(by, opener)
})

test('a meeting to come is planned, changed and called off', async () => {
  const by = keys.secretary
  const { page } = by
  await by.go('/plans/new')
  await by.choose(page.getByLabel('会议类型'), '党课')
  await by.type(page.getByLabel('议题'), '键盘安排的会')
  await by.type(page.getByLabel('日期'), day(3))
  await by.type(page.getByLabel('开始'), '14:30')
  await by.type(page.getByLabel('结束'), '16:00')
  await by.type(page.getByLabel('地点'), '队部')
  await by.press(page.getByRole('main').getByRole('button', { name: '安排', exact: true }))
  await page.getByRole('heading', { name: '键盘安排的会' }).waitFor()
  await by.press(page.getByRole('link', { name: '改安排' }))
  await by.type(page.getByLabel('地点'), '会议室')
  await by.key('Control+Enter')
  await page.getByText('会议室').first().waitFor()
  await by.press(button(by, '取消会议'))
  await by.type(field(by, '原因'), '改期')
  await by.key('Enter')
  await page.getByText('已取消：改期').waitFor()
  await isSomewhere(by)
})

test('a meeting is recorded with its roll, and corrected', async () => {
  const by = keys.secretary
  const { page } = by
  await by.go('/meetings/new')
  await by.choose(page.getByLabel('会议类型'), '支部委员会')
  await by.type(page.getByLabel('日期'), day(-1))
  await by.type(page.getByLabel('开始'), '14:30')
  await by.type(page.getByLabel('结束'), '15:30')
  await by.type(page.getByLabel('地点'), '队部')
  await by.type(page.getByLabel('主持人'), '邹国庆')
  await by.type(page.getByLabel('记录人'), '黎春生')
  await by.type(page.getByLabel('议题'), '键盘记录的会')
  await by.type(page.getByLabel('决议'), '同意')
  const first = page.locator('.roll-call li').first()
  await first.waitFor()
  await by.to(first.getByRole('radio', { name: '到会' }))
  await by.key('ArrowRight')
  await by.type(first.getByLabel(/原因/), '出差')
  await by.press(page.getByRole('main').getByRole('button', { name: '记录', exact: true }))
  await page.getByRole('heading', { name: '历史与封存' }).waitFor()
  await by.press(page.getByRole('link', { name: '更正' }))
  const subject = page.getByRole('textbox', { name: '议题' })
  await by.type(subject, '键盘更正的会')
  await by.press(page.getByRole('region', { name: '议题' }).getByRole('button', { name: '保存这一项' }))
  await page.getByRole('region', { name: '议题' }).getByText('● 已保存').waitFor()
  await isSomewhere(by)
})

test('a person is added, corrected, moved, asked about and taken off the roster', async () => {
  const by = keys.secretary
  const { page } = by
  await by.go('/people/new')
  await by.type(page.getByLabel('编号'), 'JP0001')
  await by.type(page.getByLabel('姓名'), '键盘')
  await by.type(page.getByLabel('出生日期'), '1990-05-01')
  await by.type(page.getByLabel('自何日起'), day(-30))
  await by.choose(page.getByLabel('所在组织'), '综采一队党支部')
  await by.type(page.getByLabel('联系电话'), '13800001234')
  await by.key('Control+Enter')
  await page.getByRole('heading', { name: '历史与封存' }).waitFor()
  const amend = button(by, '更正')
  await by.press(amend)
  await by.type(field(by, '学历'), '大专')
  await by.press(send(by))
  await isBack(by, amend)
  const move = button(by, '变动身份')
  await by.press(move)
  await by.type(field(by, '自何日起'), day(0))
  await by.type(field(by, '班次'), '夜班')
  await by.press(send(by))
  await isBack(by, move)
  const unmask = button(by, '查看')
  await by.press(unmask)
  await by.type(dialog(by).locator('input').first(), '核对手机')
  await by.key('Enter')
  await dialog(by).or(page.getByText('13800001234')).first().waitFor()
  await by.key('Escape')
  await isSomewhere(by)
  await by.press(button(by, '离开名册'))
  await by.type(field(by, '在册的最后一天'), day(1))
  await by.type(field(by, '原因'), '组织关系转出')
  await by.press(send(by))
  await isSomewhere(by)
})

test('a material is added and taken back, and a voice is answered', async () => {
  const by = keys.secretary
  const { page } = by
  const { cookie } = await post(mine.product, 'access.signIn', { input: mine.first('member') })
  const said = { kind: 'suggestion', text: '键盘也能答复吗', anonymous: false } as const
  await post(mine.product, 'voice.send', { input: said as never, cookie })
  await by.go('/library')
  await by.press(button(by, '添加资料'))
  await by.type(field(by, '标题'), '键盘资料')
  await by.type(field(by, '正文'), '一段正文')
  await by.press(send(by))
  await page.getByText('键盘资料').first().waitFor()
  await isSomewhere(by)
  await by.press(button(by, '撤下'))
  await by.type(field(by, '原因（可不填）'), '有新版')
  await by.key('Enter')
  await page.getByText('原因：有新版').waitFor()
  await isSomewhere(by)
  await by.go('/library')
  await button(by, '添加资料').waitFor()
  expect(await page.getByText('键盘资料').count()).toBe(0)
  await by.go('/voices')
  await by.press(button(by, /^答复/))
  await by.type(dialog(by).locator('textarea'), '能')
  await by.key('Control+Enter')
  await page.getByText('没有待答复的。').waitFor()
  await isSomewhere(by)
})

test('the committee: a unit, a target and a period', async () => {
  const by = keys.clerk
  const { page } = by
  await by.go('/org')
  const add = button(by, '新增组织')
  await by.press(add)
  await by.type(field(by, '编码'), 'JP01')
  await by.type(field(by, '名称'), '键盘党支部')
  await by.press(send(by))
  await isBack(by, add)
  await by.go('/targets')
  const give = button(by, '下达任务')
  await by.press(give)
  await by.type(field(by, '任务编号'), 'JP01')
  await by.type(field(by, '任务'), '开好党课')
  await by.choose(field(by, '数据项'), '党课召开次数')
  await by.type(field(by, '目标'), '4')
  await by.type(field(by, '期限'), day(30))
  await by.press(send(by))
  await isBack(by, give)
  await by.go('/scores?period=2026Q4')
  await by.press(button(by, '开始这一期'))
  await by.press(dialog(by).getByRole('button', { name: '开始这一期' }))
  await isSomewhere(by)
  await page.getByRole('button', { name: /封存/ }).first().waitFor()
})

test('a workbook is chosen, and the ledgers are exported', async () => {
  const by = keys.clerk
  const { page } = by
  await by.go('/import')
  const chosen = page.waitForEvent('filechooser')
  await by.press(page.locator('input[type=file]'))
  await (await chosen).setFiles({ name: 'x.xlsx', mimeType: 'text/plain', buffer: Buffer.from('x') })
  await page.getByRole('alert').first().waitFor()
  const saved = page.waitForEvent('download')
  await by.go('/import')
  await by.press(button(by, '导出台账'))
  expect((await saved).suggestedFilename()).toMatch(/\.xlsx$/)
})

test('a password is changed, and another one reset', async () => {
  const by = keys.secretary
  const { page } = by
  await by.go('/accounts')
  await by.press(button(by, /^重置密码 潘海燕/))
  await by.press(send(by))
  await dialog(by).locator('.code').first().waitFor()
  await by.key('Escape')
  await isSomewhere(by)
  await by.go('/me')
  await by.type(page.getByLabel('现在的密码'), mine.first('secretary').password)
  await by.type(page.getByLabel('新密码'), PASSWORD)
  await by.key('Enter')
  await page
    .getByText(/密码已/)
    .first()
    .waitFor()
})

test('no page threw', () => {
  expect(mine.complaints).toEqual([])
})
