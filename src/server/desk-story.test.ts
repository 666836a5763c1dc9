import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutputOf } from '../kit/contract.ts'
import { dayAt } from '../kit/day.ts'
import { writeWorkbook } from '../kit/excel/write.ts'
import type { Product } from './browser.ts'
import { holdToBurden } from './burden.ts'
import { findViolations } from './clean.ts'
import { duesBook } from './dues-book.ts'
import { type DemoMine, openDemoMine, type Seat } from './stories.ts'

let mine: DemoMine
let product: Product
let clerk: Seat
let secretary: Seat

beforeAll(async () => {
  mine = await openDemoMine()
  product = mine.product
  clerk = await mine.seat(mine.admin)
  secretary = await mine.seat(mine.first('secretary'))
}, 240_000)
afterAll(() => mine?.close(), 60_000)

test('a secretary sees what is due and at risk, each line with its button, without a click', async () => {
  const { page, counter } = secretary
  counter.start()
  await page.goto(`${product.address}/desk/`)
  await page.getByRole('heading', { name: '有风险的' }).waitFor()
  await page.getByRole('heading', { name: '该办的' }).waitFor()
  expect(
    await page
      .getByRole('main')
      .getByRole('link', { name: /记录会议/ })
      .count(),
  ).toBeGreaterThan(0)
  await page.getByRole('heading', { name: '下一次会怎么开' }).waitFor()
  const measured = await counter.count('clicks')
  holdToBurden(
    { job: 'secretary sees what is due and at risk', face: 'desk', unit: 'clicks', atMost: 0 },
    measured,
  )
  expect(await findViolations(page)).toEqual([])
})

test('from any page, Ctrl+K, three letters and Enter open a person', async () => {
  const { page, counter } = secretary
  counter.start()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').waitFor()
  await page.keyboard.type('xsj')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '谢世杰' }).waitFor()
  // Ctrl and K count apart.
  const measured = await counter.count('keys')
  holdToBurden(
    {
      job: 'anyone finds a person from any page (Ctrl+K, three letters, Enter)',
      face: 'desk',
      unit: 'keys',
      atMost: 6,
    },
    measured,
  )
  await page.keyboard.press('Control+k')
  await page.keyboard.type('hy')
  await page.getByRole('option', { name: '会议', exact: true }).waitFor()
  expect(await findViolations(page)).toEqual([])
  await page.keyboard.press('Escape')
})

test('anybody answers why a point was lost, in three clicks from the overview', async () => {
  const { page, counter } = clerk
  await page.goto(`${product.address}/desk/`)
  await page.getByRole('heading', { name: '谁这个月还差什么？' }).waitFor()
  await page
    .getByRole('row', { name: /综采二队党支部/ })
    .first()
    .waitFor()
  expect(await findViolations(page)).toEqual([])
  counter.start()
  await page
    .getByRole('row', { name: /综采二队党支部/ })
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('region', { name: '概况' }).locator('a.why').click()
  await page.getByRole('heading', { name: '每一分从哪里来' }).waitFor()
  await page.locator('.item[data-lost] > button').first().click()
  await page
    .getByText(/扣 .*分/)
    .first()
    .waitFor()
  const measured = await counter.count('clicks')
  holdToBurden(
    { job: 'anyone answers why this point, from the overview', face: 'desk', unit: 'clicks', atMost: 3 },
    measured,
  )
})

async function bringIn({ page }: Seat, name: string, buffer: Buffer): Promise<void> {
  await page.getByRole('navigation', { name: '工作' }).getByRole('link', { name: '导入导出' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByText('选择台账文件').click()
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await (await chooser).setFiles({ name, mimeType: type, buffer })
  await page.getByRole('heading', { name: `${name} 的预览` }).waitFor()
}

test('a clerk imports a ledger with an error, mends it and imports it again', async () => {
  const { page, counter } = clerk
  const wrong = await duesBook(product, mine.session, [
    [1, '实交', 9.5],
    [2, '实交', 9.5],
    [2, '交纳日期', '不是日期'],
  ])
  counter.start()
  await bringIn(clerk, 'dues.xlsx', wrong)
  await page.getByText('退回的行 · 1 行，1 处错误').waitFor()
  await page.getByRole('cell', { name: '不是日期', exact: true }).waitFor()
  await page.getByRole('heading', { name: '更改的内容' }).waitFor()
  await page.getByRole('row', { name: /实交.*9\.5/ }).waitFor()
  await page.getByRole('button', { name: '导入 1 行' }).click()
  await page
    .getByText(/更改 1/)
    .first()
    .waitFor()
  const mended = await duesBook(product, mine.session, [[2, '实交', 9.5]])
  await bringIn(clerk, 'dues-mended.xlsx', mended)
  await page.getByRole('button', { name: '导入 1 行' }).click()
  await page
    .getByText(/更改 1/)
    .first()
    .waitFor()
  const measured = await counter.count('clicks')
  holdToBurden(
    {
      job: 'clerk imports a ledger with errors, mends it and imports again',
      face: 'desk',
      unit: 'clicks',
      atMost: 8,
    },
    measured,
  )
  await page.getByRole('row', { name: /dues-mended\.xlsx.*已导入/ }).waitFor()
  expect(await findViolations(page)).toEqual([])
})

test('a field says its limit, stops complaining once it is changed, and complains again when sent again', async () => {
  const { page } = secretary
  await page.goto(`${product.address}/desk/plans/new`)
  const subject = page.getByLabel('议题', { exact: true })
  const send = page.getByRole('button', { name: '安排', exact: true })
  const field = page.locator('.field', { has: page.locator('#field-subject') })
  await page.getByLabel('会议类型').selectOption({ label: '支部委员会' })
  await send.click()
  await field.getByText('请填写').waitFor()
  await subject.fill('研')
  await field.getByText('请填写').waitFor({ state: 'detached' })
  await subject.fill('')
  await expect.poll(() => field.getByText('请填写').count()).toBe(0)
  await send.click()
  await field.getByText('请填写').waitFor()
  await subject.fill('研'.repeat(201))
  await page.getByLabel('日期').fill(dayAt(new Date()))
  await page.getByLabel('开始').fill('23:50')
  await page.getByLabel('结束').fill('13:20')
  await send.click()
  await page
    .getByText(/跨过零点的会议最长 6 小时/)
    .first()
    .waitFor()
  await page.getByLabel('结束').fill('0:20')
  await page.getByText('次日 00:20').waitFor()
  await page.getByRole('button', { name: '加一项' }).click()
  await page.getByLabel('类型', { exact: true }).last().selectOption({ label: '表决' })
  const only = page.getByLabel('表决什么').locator('option:checked', { hasText: '一般事项' })
  await only.waitFor({ state: 'attached' })
  await page.getByLabel('议题').last().fill('通过分工')
  await send.click()
  await field.getByText('太长，最多 200 个字。').waitFor()
  expect(await findViolations(page)).toEqual([])
})

test('a workbook that would put a second unit at the top is held until that is ticked', async () => {
  const { page } = clerk
  const header = ['组织编码', '组织名称', '上级组织编码', '组织类别']
  const rows = [['ZZ', '邻矿党委', null, '党委']]
  await bringIn(clerk, 'other.xlsx', Buffer.from(writeWorkbook([{ name: '组织机构', header, rows }])))
  await page.getByText(/没有上级的组织：邻矿党委/).waitFor()
  const go = page.getByRole('button', { name: '导入 1 行' })
  expect(await go.getAttribute('aria-disabled')).toBe('true')
  await page.getByRole('checkbox', { name: '已核对，照此导入' }).check()
  expect(await go.getAttribute('aria-disabled')).toBe(null)
  expect(await findViolations(page)).toEqual([])
  await page.getByRole('button', { name: '换一个文件' }).click()
})

test('a record is checked in the browser, and a single byte changed on the way is seen', async () => {
  const { page } = clerk
  await page.goto(`${product.address}/desk/journal?kind=ledger.loadDemo`)
  await page.getByRole('heading', { name: '存证' }).waitFor()
  expect(await findViolations(page)).toEqual([])
  await page.goto(`${product.address}/desk/meetings`)
  await page.getByRole('grid').getByRole('link').first().click()
  const check = page.getByRole('button', { name: '在本机验证' }).first()
  await check.click()
  await page.getByText(/^验证通过：封存成立，现在的 \d+ 项内容都是封存时的内容/).waitFor()
  expect(await findViolations(page)).toEqual([])

  await expect
    .poll(() => page.locator('.opened li', { hasText: '会议类型' }).first().textContent())
    .toMatch(/会/)

  const alarm = (text: RegExp): Promise<void> => page.getByRole('alert').getByText(text).waitFor()
  const opening = '**/api/journal.findOpening*'
  await page.route(opening, async (route) => {
    const answer = await route.fetch()
    const { fields, ...rest } = (await answer.json()) as OutputOf<'journal.findOpening'>
    const changed = fields.map((field) => (field.name === 'present' ? { ...field, value: '99' } : field))
    await route.fulfill({ response: answer, json: { ...rest, fields: changed } })
  })
  await page.reload()
  await check.click()
  await alarm(/^验证没有通过：封存成立，但现在有 1 项内容不是封存时的内容/)
  await page.unroute(opening)
  const gone = { type: 'about:blank', title: '', status: 409, code: 'record-gone' }
  await page.route(opening, (route) => route.fulfill({ status: 409, json: gone }))
  await page.reload()
  await check.click()
  await alarm(/^验证没有通过：封存成立，但这条记录已从数据库里消失，也没有删除通知/)
  await page.unroute(opening)

  await page.route('**/api/journal.findProof*', async (route) => {
    const answer = await route.fetch()
    const proof = (await answer.json()) as OutputOf<'journal.findProof'>
    const at = Math.floor(proof.leaf.length / 2)
    const leaf = `${proof.leaf.slice(0, at)}${proof.leaf[at] === 'A' ? 'B' : 'A'}${proof.leaf.slice(at + 1)}`
    await route.fulfill({ response: answer, json: { ...proof, leaf } })
  })
  await page.reload()
  await check.click()
  await alarm(/^验证没有通过：封存不成立/)
  await expect.poll(() => page.locator('.proof li[data-good="false"]').count()).toBeGreaterThan(1)
})

test('a checkpoint scanned off paper is held against the journal, however it was pasted', async () => {
  const { page } = clerk
  await page.goto(`${product.address}/desk/journal`)
  await page.getByText('核对打印页上的检查点').click()
  await page.getByRole('button', { name: '核对', exact: true }).click()
  await page.getByText('请先把扫码得到的文字粘贴进来').waitFor()
  const check = async (note: string, says: RegExp): Promise<void> => {
    await page.getByLabel('扫大码得到的文字').fill(note)
    await page.getByRole('button', { name: '核对' }).click()
    await page.getByText(says).waitFor()
    expect(await findViolations(page)).toEqual([])
  }
  const { note } = await (
    await page.request.get(`${product.address}/api/journal.findConsistency?from=0`)
  ).json()
  await check(note.replaceAll('\n', ' '), /^对得上：日志密钥的签名成立/)
  await check(note.replace(/\n\d+\n/, '\n1\n'), /^日志的密钥没有签过/)
  await check('https://pitlamp.example/desk/meetings/1', /^这不是检查点/)
  const forked = { stands: 'log-forked', log: 'a.example/1', size: 812, today: 900 }
  await page.route('**/api/journal.holdCheckpoint*', (route) => route.fulfill({ json: forked }))
  await check(`${note} `.replace('\n', '\n\n'), /^日志分叉了/)
  await page.getByRole('alert').getByText('请保管好这张纸').waitFor()
})

test('the pages of the work speak for themselves and are clean', async () => {
  const { page } = clerk
  const places = [
    ['/meetings?state=late', '会议'],
    ['/meetings/new', '是哪个支部的会议'],
    ['/compare?from=2026Q2&to=2026Q3', '比较两期'],
    ['/settings', '设置'],
    ['/settings?tab=backup', '备份'],
  ] as const
  for (const [path, heading] of places) {
    await page.goto(`${product.address}/desk${path}`)
    await page.getByRole('heading', { name: heading, exact: true }).first().waitFor()
    await page.locator('.bones').first().waitFor({ state: 'detached' })
    expect([path, ...(await findViolations(page))]).toEqual([path])
  }
})

test('no page threw', () => {
  expect(mine.complaints).toEqual([])
})
