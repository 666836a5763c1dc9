import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutputOf } from '../kit/contract.ts'
import { holdToBurden } from './burden.ts'
import { findOverflow, findViolations } from './clean.ts'
import { post } from './demo-mine.ts'
import { type DemoMine, openDemoMine, type Seat } from './stories.ts'
import { what, who } from './world-person.ts'

let mine: DemoMine
let clerk: Seat
let wrong: string
let member: string
beforeAll(async () => {
  mine = await openDemoMine()
  const way = mine.first('committeeStaff')
  clerk = await mine.seat(way)
  const { product } = mine
  const { cookie } = await post(product, 'access.signIn', { input: way })
  const found = await fetch(`${product.address}/api/people.listPeople?limit=1`, { headers: { cookie } })
  const [first] = ((await found.json()) as OutputOf<'people.listPeople'>).people
  if (!first) throw new Error('nobody is on the roster')
  member = first.id
  const secret = { idNumber: '110105199005010026', phone: '138-0000-1234', duesBase: '5200.50' }
  const input = { ...who, ...what, ...secret, no: 'WL001', from: '2026-01-01' as never, orgId: first.orgId }
  const { body } = await post(product, 'people.addPerson', { input, cookie })
  expect(body).toEqual({ id: expect.any(String) })
  wrong = body.id
}, 240_000)
afterAll(() => mine?.close(), 60_000)

const BUTTON = '误录，删除此人'
const open = (id: string) => clerk.page.goto(`${mine.product.address}/desk/people/${id}`)

test('who has records besides the roster is not offered to be erased', async () => {
  await open(member)
  await clerk.page.getByRole('button', { name: '离开名册' }).waitFor()
  await clerk.page.waitForLoadState('networkidle')
  await expect.poll(() => clerk.page.getByRole('button', { name: BUTTON }).count()).toBe(0)
})

test('who was wrongly recorded is erased with a reason and the name typed again; the notice is shown', async () => {
  const { page, counter } = clerk
  const dialog = page.getByRole('dialog')
  await open(wrong)
  const button = page.getByRole('button', { name: BUTTON })
  await button.waitFor()
  counter.start()
  await button.click()
  await dialog.getByText('不能恢复').waitFor()
  await dialog.getByText('删除通知').waitFor()
  await dialog.getByLabel('原因').fill('误录，查无此人')
  await dialog.getByLabel('输入姓名确认').fill('王小')
  await dialog.locator('button[type=submit]').click()
  await dialog.getByText('与姓名不一致，没有删除').first().waitFor()
  expect(await findViolations(page)).toEqual([])
  expect(await findOverflow(page)).toBe(0)
  await dialog.getByLabel('输入姓名确认').fill(who.name)
  await dialog.locator('button[type=submit]').click()
  await page.getByRole('heading', { name: '删除通知', exact: true }).waitFor()
  await page.getByText('依规删除').first().waitFor()
  const job = 'clerk erases somebody wrongly recorded, the name mistyped once'
  holdToBurden({ job, face: 'desk', unit: 'clicks', atMost: 3 }, await counter.count('clicks'))
  await expect.poll(() => page.getByText(who.name).count()).toBe(0)
  await open(wrong)
  await page.getByText('没有这个人').first().waitFor()
  expect(mine.complaints).toEqual([])
})

test('the record of somebody who was erased says so, and leads to no page of theirs', async () => {
  const { page } = clerk
  await page.goto(`${mine.product.address}/desk/journal/${wrong}`)
  await page.getByText('已删除个人信息，没有可以打开的页面。').waitFor()
  expect(await page.getByRole('link', { name: '打开这条记录' }).count()).toBe(0)
  await page.goto(`${mine.product.address}/desk/journal`)
  await page.getByText('（已删除个人信息）').first().waitFor()
  expect(await page.locator(`a[href$="/people/${wrong}"]`).count()).toBe(0)
  await page.goto(`${mine.product.address}/desk/journal/${member}`)
  await page.getByRole('link', { name: '打开这条记录' }).waitFor()
})
