import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { readWorkbook } from '../../kit/excel/read.ts'
import type { Cell } from '../../kit/excel/workbook.ts'
import { writeWorkbook } from '../../kit/excel/write.ts'
import { isRefused } from '../../kit/refuse.ts'
import { sayTimes } from '../../meetings/words/times.ts'
import { type Caller, makeWorld, type World } from '../../server/world.ts'
import { recordsIn } from '../../server/world-records.ts'

let world: World
let clerk: Caller

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const sheetOf = (name: string, header: Cell[], ...rows: Cell[][]): string =>
  base64(writeWorkbook([{ name, header: header.map(String), rows }]))
const orgSheet = (...rows: Cell[][]): string =>
  sheetOf('组织机构', ['组织编码', '组织名称', '上级组织编码', '组织类别', '备注'], ...rows)
const preview = async (content: string) =>
  (await clerk.post('ledger.preview', { fileName: '台账.xlsx', content })).body

beforeAll(async () => {
  world = await makeWorld()
  clerk = await world.as('committeeStaff')
  const { importId } = await preview(
    base64(await readFile(new URL('../fixtures/small-2026.xlsx', import.meta.url))),
  )
  await clerk.post('ledger.commit', { importId })
})
afterAll(() => world.close())

async function rosterRow(): Promise<{ header: Cell[]; row: Cell[] }> {
  const workbook = await readWorkbook(
    Buffer.from((await clerk.get('ledger.export', {})).body.content, 'base64'),
  )
  if (isRefused(workbook)) throw new Error(workbook.refused)
  const sheet = workbook.sheets.find(({ name }) => name === '党员名册')
  const [header, row] = (sheet?.rows ?? []).map(({ cells }) => [...cells])
  if (!header || !row) throw new Error('no roster')
  return { header, row }
}

test('a preview lists each change, old and new, personal values masked; another name must be accepted', async () => {
  const { header, row } = await rosterRow()
  const at = (column: string): number => header.findIndex((cell) => String(cell).startsWith(column))
  const [name, phone] = [at('姓名'), at('联系电话')]
  const changed = row.with(name, '欧阳改名').with(phone, '13900001234')
  const { importId, warnings } = await preview(sheetOf('党员名册', header, changed))
  expect(warnings).toEqual([{ code: 'renamed', n: 1, names: [] }])

  const { body } = await clerk.get('ledger.findRows', { importId })
  const [sheet] = body.changes
  expect(body.changes).toHaveLength(1)
  expect(sheet).toMatchObject({ ledger: '党员名册', sheet: '党员名册', all: 1 })
  expect(sheet?.rows[0]).toMatchObject({ row: 2, key: row[at('人员编号')], who: row[name] })
  const fields = sheet?.rows[0]?.fields ?? []
  expect(fields[0]).toEqual({ column: '姓名', from: row[name], to: '欧阳改名' })
  expect(fields[1]).toMatchObject({ column: '联系电话', to: '139****1234' })
  expect(fields[1]?.from ?? '').not.toBe(row[phone] ?? '')
  expect(fields).toHaveLength(2)

  expect((await clerk.post('ledger.commit', { importId })).problem.code).toBe('warning-not-accepted')
  expect((await rosterRow()).row[name]).toBe(row[name])
  await clerk.post('ledger.cancel', { importId })
  expect((await clerk.get('ledger.findRows', { importId })).problem.code).toBe('import-ended')
})

test('a refused cell is told with what stands in it, cut short, masked where it is personal', async () => {
  const { header, row } = await rosterRow()
  const at = (column: string): number => header.findIndex((cell) => String(cell).startsWith(column))
  const wrong = row.with(at('公民身份号码'), '110101199001010000').with(at('出生日期'), '很'.repeat(60))
  const { importId } = await preview(sheetOf('党员名册', header, wrong))
  const { body } = await clerk.get('ledger.findRows', { importId })
  const shared = { sheet: '党员名册', row: 2, who: row[at('姓名')] }
  expect(body.errors).toEqual([
    { ...shared, column: '出生日期', code: 'unreadable', value: `${'很'.repeat(40)}…` },
    { ...shared, column: '公民身份号码', code: 'bad-id-number', value: '110*************00' },
  ])
})

test('another top unit that takes branches away is warned of, and stays out until that is accepted', async () => {
  const fresh = await makeWorld()
  try {
    const admin = await fresh.as('systemAdmin')
    const bring = async (by: Caller, content: string) =>
      (await by.post('ledger.preview', { fileName: 'units.xlsx', content })).body
    const top: Cell[] = ['A', '本矿党委', null, '党委', null]
    const first = await bring(admin, orgSheet(top, ['A1', '一支部', 'A', '党支部', null]))
    expect(first.warnings).toEqual([])
    expect((await admin.post('ledger.commit', { importId: first.importId })).status).toBe(200)

    const { units } = (await admin.get('org.listUnits', {})).body
    const staff = await fresh.as('committeeStaff', units.find(({ code }) => code === 'A')?.id)
    const other = orgSheet(['X', '别矿党委', null, '党委', null], ['A1', '一支部', 'X', '党支部', null])
    const { importId, warnings } = await bring(staff, other)
    expect(warnings).toEqual([
      { code: 'second-root', n: 1, names: ['别矿党委'] },
      { code: 'out-of-reach', n: 1, names: ['一支部'] },
    ])
    const half = await staff.post('ledger.commit', { importId, accepted: ['second-root'] })
    expect([half.status, half.problem.code]).toEqual([409, 'warning-not-accepted'])
    expect((await admin.get('org.listUnits', {})).body.units).toEqual(units)
    const accepted = ['second-root', 'out-of-reach'] as const
    expect((await staff.post('ledger.commit', { importId, accepted: [...accepted] })).status).toBe(200)
    expect((await admin.get('org.listUnits', {})).body.units).toHaveLength(3)
  } finally {
    await fresh.close()
  }
})

test('a row of a meeting past midnight comes in, is shown and edited as the next day’s, and goes out as it came', async () => {
  const orgId = await recordsIn(world).branch({ code: 'NIGHT' })
  const { units } = (await clerk.get('org.listUnits', {})).body
  const code = units.find(({ id }) => id === orgId)?.code ?? ''
  const header = [
    ...['记录编号', '组织编码', '会议类型', '日期', '开始时间', '结束时间', '主持人', '记录人', '议题'],
    ...['应到人数', '实到人数', '登记时间'],
  ]
  const row = (no: string, ends: Cell): Cell[] => [
    ...[no, code, '主题党日', { day: day('2026-03-05') }, '23:30', ends, '张三', '李四', '交接班', 3, 3],
    { day: day('2026-03-06') },
  ]
  const rows = [row('N-1', '00:20'), row('N-2', '次日 0:20')]
  const content = sheetOf('会议记录', header, ...rows)
  const { importId, errorCount } = await preview(content)
  expect(errorCount).toBe(0)
  expect((await clerk.post('ledger.commit', { importId })).status).toBe(200)

  const held = await world.db
    .selectFrom('meeting')
    .select(['id', 'starts', 'ends'])
    .where('no', 'in', ['N-1', 'N-2'])
    .orderBy('no')
    .execute()
  expect(held.map((one) => sayTimes(one, 'zh'))).toEqual(Array(2).fill('23:30—次日 00:20'))
  const back = await preview((await clerk.get('ledger.export', {})).body.content)
  expect(back.sheets.map(({ added, changed, conflicts }) => added + changed + conflicts)).toEqual(
    Array(9).fill(0),
  )
})
