import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayAt } from '../kit/day.ts'
import type { Id } from '../kit/id.ts'
import { post } from './demo-mine.ts'
import { isBack, isSomewhere, type Keys, keysOf } from './keys.ts'
import { type DemoMine, openDemoMine } from './stories.ts'

let mine: DemoMine
let by: Keys
let chair: Keys
let plan: string

beforeAll(async () => {
  mine = await openDemoMine()
  const desk = `${mine.product.address}/desk`
  const seat = async (role: string): Promise<Keys> => {
    const { page } = await mine.seat({ ...mine.first(role), path: '/me' })
    return keysOf(page, desk)
  }
  by = await seat('secretary')
  chair = await seat('committeeStaff')
}, 240_000)
afterAll(() => mine?.close(), 60_000)

const button = ({ page }: Keys, name: string | RegExp): Locator =>
  page.getByRole('main').getByRole('button', { name }).first()
const dialog = ({ page }: Keys): Locator => page.getByRole('dialog')

test('people of the roster are chosen with the arrows and the space bar, and moved together', async () => {
  const { page } = by
  await by.go('/people')
  await by.to(page.getByRole('searchbox'))
  await by.key('ArrowDown', 'Space', 'ArrowDown', 'Space')
  await page.getByText('已选 2 人').waitFor()
  const batch = button(by, '批量变动')
  await by.press(batch)
  await by.type(dialog(by).getByLabel('自何日起'), dayAt(new Date()))
  await by.type(dialog(by).getByLabel('新班次'), '中班')
  await by.type(dialog(by).getByLabel('原因'), '轮换')
  await by.press(dialog(by).getByRole('button', { name: '变动 2 人' }))
  await isSomewhere(by)
  await page.locator('tr[data-at="0"]').getByText('中班').waitFor()
})

test('a cell of the roster is written where it stands', async () => {
  const { page } = by
  await by.go('/people')
  const crew = page.locator('tr[data-at="0"]').getByRole('button', { name: /的班组$/ })
  await by.press(crew)
  await by.key('Control+a')
  await page.keyboard.type('键盘班')
  await by.key('Enter')
  await crew.filter({ hasText: '键盘班' }).waitFor()
  await isBack(by, crew)
})

test('leave is granted to one and refused to another, with a reason', async () => {
  const { page } = by
  const member = mine.first('member')
  const { cookie } = await post(mine.product, 'access.signIn', { input: member })
  const days = [2, 3]
  for (const away of days) {
    await by.go('/plans/new')
    await by.choose(page.getByLabel('会议类型'), '支部党员大会')
    await by.type(page.getByLabel('议题', { exact: true }), `请假的会 ${away}`)
    await by.type(page.getByLabel('日期'), addDays(dayAt(new Date()), away))
    await by.type(page.getByLabel('开始'), '14:30')
    await by.type(page.getByLabel('地点'), '队部')
    await by.key('Control+Enter')
    await page.getByRole('heading', { name: `请假的会 ${away}` }).waitFor()
    const plannedId = page.url().split('/').pop() as Id<'planned_meeting'>
    await post(mine.product, 'meetings.askLeave', { input: { plannedId, reason: 'ill', note: '' }, cookie })
    const row = page.getByRole('table').getByRole('row')
    await row.getByRole('button', { name: '批准', exact: true }).waitFor()
    if (away === 2) await by.press(row.getByRole('button', { name: '批准', exact: true }))
    else {
      await by.press(row.getByRole('button', { name: '不批准' }))
      await by.type(dialog(by).locator('input').first(), '这次要表决')
      await by.key('Enter')
    }
    await row.getByText(away === 2 ? '已批准' : '这次要表决').waitFor()
    await isSomewhere(by)
  }
})

test('a meeting of today is planned with its agenda, and its room opened', async () => {
  const { page } = by
  await by.go('/plans/new')
  await by.choose(page.getByLabel('会议类型'), '支部党员大会')
  await by.type(page.getByLabel('议题', { exact: true }), '全靠键盘的会')
  await by.type(page.getByLabel('日期'), dayAt(new Date()))
  await by.type(page.getByLabel('开始'), '0:00')
  await by.type(page.getByLabel('地点'), '队部')
  await by.press(button(by, '加一项'))
  await by.choose(page.getByLabel('类型').last(), '表决')
  await by.type(page.getByLabel('议题').last(), '通过分工')
  await by.choose(page.getByLabel('表决什么'), '一般事项')
  await by.press(button(by, /^安排$/))
  await page.getByRole('heading', { name: '全靠键盘的会' }).waitFor()
  plan = page.url()
  await by.press(button(by, '开始会议'))
  await page
    .getByText(/^实到 \d+／应到 \d+/)
    .first()
    .waitFor()
  expect(plan).toContain('/plans/')
})

test('in the room: roll, guests, vote, minutes, a decision, an item more, the wall', async () => {
  const { page } = by
  const call = page.getByLabel('输入姓名拼音首字母，回车点到')
  await by.to(call)
  for (const letters of ['z', 'l', 'p']) {
    await page.keyboard.type(letters)
    await by.key('Enter')
  }
  await page
    .getByText(/^实到 3／/)
    .first()
    .waitFor()
  // Everybody else is called by the buttons of the list, with the space bar.
  const here = page.getByRole('list').getByRole('button', { name: '到', exact: true })
  await by.to(here.nth(5))
  await by.key('Space')
  await page
    .getByText(/^实到 4／/)
    .first()
    .waitFor()
  await by.press(page.getByText('列席人员'))
  await by.type(page.getByRole('textbox', { name: '列席人员' }), '马师傅 机电队')
  await by.type(page.getByLabel('赞成'), '4')
  await by.key('Enter')
  await page
    .getByRole('alert')
    .getByText(/不能表决/)
    .waitFor()
  await by.type(page.getByRole('textbox', { name: '“通过分工”的记录' }), '分工表已念过。')
  await by.press(page.getByRole('button', { name: '写下决定' }).last())
  await by.type(page.getByLabel('决定内容'), '贴到派班室')
  await by.key('Enter')
  await page.getByText('贴到派班室').waitFor()
  await by.press(button(by, '加一项'))
  await by.type(page.getByRole('textbox', { name: '议题' }), '临时通报')
  await by.key('Enter')
  await page.getByRole('heading', { name: /临时通报/ }).waitFor()
  const wall = button(by, '投到大屏')
  await by.press(wall)
  await dialog(by).waitFor()
  await by.key('Escape')
  await isSomewhere(by)
})

test('it is closed, opened again with the reason, closed once more, signed by two, and an addendum put to it', async () => {
  const { page } = by
  const close = async (): Promise<void> => {
    await by.press(button(by, '结束会议'))
    await by.type(dialog(by).getByLabel('主持人'), '邹国庆')
    await by.type(dialog(by).getByLabel('记录人'), '黎春生')
    await by.press(dialog(by).getByRole('button', { name: '只结束，稍后签字' }))
    await isSomewhere(by)
  }
  await close()
  await by.press(button(by, '重新打开'))
  await by.type(dialog(by).getByLabel('原因'), '少点一人')
  await by.key('Enter')
  await page.getByText(/重新打开：少点一人/).waitFor()
  await close()
  await by.press(button(by, '以记录人签字'))
  await by.press(dialog(by).getByRole('button', { name: '代黎春生签字' }))
  await by.page.getByRole('button', { name: '以记录人签字' }).waitFor({ state: 'detached' })
  await isSomewhere(by)
  await chair.go(new URL(page.url()).pathname.replace('/desk', ''))
  await chair.press(button(chair, '以主持人签字'))
  await chair.press(dialog(chair).getByRole('button', { name: '代邹国庆签字' }))
  await page.getByText('已签字封存', { exact: true }).waitFor()
  await by.type(page.getByLabel('补充内容'), '会后补一句。')
  await by.key('Control+Enter')
  await chair.page.getByText('会后补一句。').waitFor()
  const paper = page.waitForEvent('download')
  await by.press(button(by, '公文'))
  await by.press(page.getByRole('group', { name: '会议记录' }).getByRole('button', { name: 'Word' }))
  expect((await paper).suggestedFilename()).toMatch(/\.docx$/)
})

test('no page threw', () => expect(mine.complaints).toEqual([]))
