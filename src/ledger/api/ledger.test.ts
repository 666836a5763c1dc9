import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWorkbook } from '../../kit/excel/read.ts'
import type { Cell } from '../../kit/excel/workbook.ts'
import { writeWorkbook } from '../../kit/excel/write.ts'
import { isRefused } from '../../kit/refuse.ts'
import { convene } from '../../meetings/api/test/scene.ts'
import { type Caller, makeWorld, type World } from '../../server/world.ts'
import { recordsIn } from '../../server/world-records.ts'
import { expireOld } from '../jobs.ts'

const fixture = (name: string): Promise<Buffer> => readFile(new URL(`../fixtures/${name}`, import.meta.url))
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

let world: World
let clerk: Caller
let small: string

beforeAll(async () => {
  world = await makeWorld()
  clerk = await world.as('committeeStaff')
  small = base64(await fixture('small-2026.xlsx'))
})
afterAll(() => world.close())

const preview = async (content: string, fileName = '台账.xlsx') =>
  (await clerk.post('ledger.preview', { fileName, content })).body
const countMeetings = async (): Promise<number> =>
  (await world.db.selectFrom('meeting').select('id').where('mine_id', '=', world.mineId).execute()).length
const fileOf = (importId: string) =>
  world.db
    .selectFrom('ledger_import')
    .select(['file', 'state'])
    .where('id', '=', importId as never)
    .executeTakeFirst()
const orgSheet = (...rows: Cell[][]): string =>
  base64(
    writeWorkbook([
      { name: '组织机构', header: ['组织编码', '组织名称', '上级组织编码', '组织类别', '备注'], rows },
    ]),
  )

test('a preview counts what would happen and changes nothing', async () => {
  const { sheets, errorCount, skipped } = await preview(small)
  expect(sheets.map(({ ledger, added }) => [ledger, added])).toEqual([
    ['组织机构', 14],
    ['党员名册', 121],
    ['会议记录', 231],
    ['党费台账', 672],
    ['发展党员', 25],
    ['年度任务', 20],
    ['学习计划', 87],
    ['考核细则', 23],
    ['考核等次', 4],
  ])
  expect(errorCount).toBe(99)
  expect(skipped.length).toBe(37)
  expect(await countMeetings()).toBe(0)
})

test('an uploaded workbook lies sealed, and is gone after a cancel', async () => {
  const { importId } = await preview(small)
  const kept = await fileOf(importId)
  expect(kept?.file?.includes(Buffer.from(small.slice(0, 60)))).toBe(false)
  expect((await clerk.post('ledger.cancel', { importId })).status).toBe(200)
  expect(await fileOf(importId)).toEqual({ file: null, state: 'cancelled' })
  expect((await clerk.post('ledger.commit', { importId })).problem.code).toBe('import-ended')
})

test('a preview nobody commits is gone after a day', async () => {
  const { importId } = await preview(small)
  const day = 24 * 3_600_000
  await expireOld(world.db, new Date(world.now().getTime() + day - 1))
  expect((await fileOf(importId))?.state).toBe('previewed')
  await expireOld(world.db, new Date(world.now().getTime() + day + 1))
  expect(await fileOf(importId)).toEqual({ file: null, state: 'expired' })
})

test('refused rows come back as a workbook with their reasons', async () => {
  const { importId } = await preview(small)
  const { body } = await clerk.get('ledger.findRefused', { importId, language: 'zh' })
  const workbook = await readWorkbook(Buffer.from(body.content, 'base64'))
  expect(isRefused(workbook)).toBe(false)
  expect(body.fileName).toBe('台账 退回的行.xlsx')
})

test('a commit brings the rows in, each sealed in the journal and marked as imported', async () => {
  const { importId } = await preview(small)
  const { status, body } = await clerk.post('ledger.commit', { importId })
  expect([status, body.state]).toEqual([200, 'committed'])
  expect(await countMeetings()).toBe(231)
  expect(await fileOf(importId)).toEqual({ file: null, state: 'committed' })
  const sealed = await world.db
    .selectFrom('journal_entry')
    .select('record')
    .where('kind', '=', 'ledger.commit')
    .execute()
  const counted = Object.fromEntries(
    [...Map.groupBy(sealed, ({ record }) => record)].map(([name, rows]) => [name, rows.length]),
  )
  expect(counted).toEqual({
    org_unit: 14,
    person: 121,
    meeting: 231,
    dues_payment: 672,
    admission_case: 25,
    target: 20,
    study_plan_row: 87,
    scheme: 1,
  })
})

test('the same workbook a second time changes nothing, and neither does its export', async () => {
  const again = await preview(small)
  expect(again.sheets.map(({ added, changed }) => added + changed)).toEqual(Array(9).fill(0))
  const { body } = await clerk.get('ledger.export', {})
  const exported = await preview(body.content)
  expect(exported.errorCount).toBe(0)
  expect(exported.sheets.map(({ added, changed, conflicts }) => added + changed + conflicts)).toEqual(
    Array(9).fill(0),
  )
})

test('an export leaves ID numbers out; with them it needs a reason and the two other administrators', async () => {
  const { body } = await clerk.get('ledger.export', {})
  const workbook = await readWorkbook(Buffer.from(body.content, 'base64'))
  if (isRefused(workbook)) throw new Error(workbook.refused)
  expect(JSON.stringify(workbook)).not.toMatch(/\d{17}[\dX]/)

  const reason = '上级党委组织部核对名册'
  expect((await clerk.post('ledger.exportUnmasked', { reason })).problem.code).toBe('unmasking-off')
  await world.as('securityAdmin')
  await world.as('auditAdmin')
  const unmasked = await clerk.post('ledger.exportUnmasked', { reason })
  const whole = await readWorkbook(Buffer.from(unmasked.body.content, 'base64'))
  expect(JSON.stringify(whole)).toMatch(/\d{17}[\dX]/)
  const noted = await world.db.selectFrom('unmasking').select('reason').execute()
  expect(noted).toEqual([{ reason }])
})

test('an empty cell changes nothing, a filled one changes its field', async () => {
  const { units } = (await clerk.get('org.listUnits', {})).body
  const branch = units.find(({ code }) => code === 'LH01')
  const changed = await preview(orgSheet(['LH01', branch?.name ?? '', null, '联合党支部', '新的备注']))
  expect(changed.sheets[0]).toMatchObject({ added: 0, changed: 1, conflicts: 0 })
  await clerk.post('ledger.commit', { importId: changed.importId })
  const after = (await clerk.get('org.listUnits', {})).body.units.find(({ code }) => code === 'LH01')
  expect(after).toEqual({ ...branch, note: '新的备注' })
})

test('what was changed here since is a conflict, never overwritten', async () => {
  const { units } = (await clerk.get('org.listUnits', {})).body
  const branch = units.find(({ code }) => code === 'LH01')
  if (!branch) throw new Error('no LH01')
  const { code: _, kind: __, source: ___, ...fields } = branch
  const admin = await world.as('systemAdmin')
  const { rev } = (await admin.get('org.findUnit', { id: branch.id })).body
  expect((await admin.post('org.changeUnit', { ...fields, rev, note: '在系统里改的' })).status).toBe(200)

  const clash = await preview(orgSheet(['LH01', branch.name, null, '联合党支部', '表里的备注']))
  expect(clash.sheets[0]).toMatchObject({ changed: 0, conflicts: 1 })
  expect(clash.conflicts).toEqual([{ sheet: '组织机构', row: 2, key: 'LH01' }])
  await clerk.post('ledger.commit', { importId: clash.importId })
  const after = (await clerk.get('org.listUnits', {})).body.units.find(({ code }) => code === 'LH01')
  expect(after?.note).toBe('在系统里改的')
})

test('an open meeting is not exported; closed it is, and comes back as the same', async () => {
  const scene = { world, records: recordsIn(world), kindsOf: async () => [], close: async () => {} }
  const { secretary, id, people, call } = await convene(scene, { open: true })
  const { no } = (await secretary.get('meetings.findRoom', { id })).body
  const rowsOf = async (): Promise<Cell[][]> => {
    const { body } = await clerk.get('ledger.export', {})
    const workbook = await readWorkbook(Buffer.from(body.content, 'base64'))
    if (isRefused(workbook)) throw new Error(workbook.refused)
    const sheet = workbook.sheets.find(({ name }) => name === '会议记录')
    return (sheet?.rows ?? []).map(({ cells }) => [...cells]).filter((cells) => cells.includes(no))
  }
  expect(await rowsOf()).toEqual([])
  await secretary.post('meetings.takeRoll', { id, times: 0, roll: call(people) })
  await secretary.post('meetings.closeMeeting', { id, ends: '10:30', chair: '张三', recorder: '李四' })
  expect(await rowsOf()).toHaveLength(1)
  const back = await preview((await clerk.get('ledger.export', {})).body.content)
  expect(back.sheets.map(({ added, changed, conflicts }) => added + changed + conflicts)).toEqual(
    Array(9).fill(0),
  )
})

test.each([
  ['signed after an import', 'import', 'signed'],
  ['closed in its room', 'product', 'closed'],
] as const)('a meeting %s is never written over', async (_, source, state) => {
  const orgId = await recordsIn(world).branch({ code: `R-${state}` })
  const at = world.now()
  const room = { room_state: state, opened_at: at, closed_at: at }
  const id = await recordsIn(world).meeting(orgId, { no: `X-${state}`, ...room })
  await world.db.updateTable('meeting').set({ source }).where('id', '=', id).execute()
  const { body } = await clerk.get('org.listUnits', {})
  const code = body.units.find((unit) => unit.id === orgId)?.code ?? ''
  const header = ['记录编号', '组织编码', '会议类型', '日期', '应到人数', '实到人数', '主持人']
  const row = [`X-${state}`, code, '支部党员大会', '2026-08-10', 10, 9, '别人']
  const content = base64(writeWorkbook([{ name: '会议记录', header, rows: [row] }]))
  const { sheets, importId, errors } = await preview(content)
  expect(errors).toEqual([])
  expect(sheets.find(({ ledger }) => ledger === '会议记录')).toMatchObject({ changed: 0, conflicts: 1 })
  await clerk.post('ledger.commit', { importId })
  expect((await clerk.get('meetings.findMeeting', { id })).body.chair).toBe('张三')
})

test.each([
  ['no workbook', base64(Buffer.from('编号,姓名\n1,张三')), 422, 'not-a-workbook'],
  [
    'a workbook without ledgers',
    base64(writeWorkbook([{ name: '通讯录', header: ['姓名', '电话'], rows: [['张三', '1']] }])),
    422,
    'no-ledger-sheets',
  ],
])('%s is refused', async (_, content, status, code) => {
  expect(await clerk.post('ledger.preview', { fileName: 'x.xlsx', content })).toMatchObject({
    status,
    problem: { code },
  })
})

test('a scheme that scores clicks is refused as a whole, naming item and clause', async () => {
  const header = ['序号', '二级指标', '分值', '数据项', '规则', '参数']
  const rows = [
    ['1', '主题党日每月一次', 10, 'meeting.missed(主题党日)', '每次扣分', 'k=1'],
    ['2', '学习强国积分排行榜', 10, 'manual(app)', '人工评分', null],
  ]
  const lint = await preview(base64(writeWorkbook([{ name: '考核细则', header, rows }])))
  expect(lint.lint).toEqual([{ no: '2', code: 'forbidden-subject', clause: 'A6' }])
  await clerk.post('ledger.commit', { importId: lint.importId })
  expect((await clerk.get('assessment.findScheme', {})).body.version).toBe(1)
})

test('the demo goes only into an empty mine, makes thirty branches and tells sign-ins that work', async () => {
  const admin = await world.as('systemAdmin')
  expect((await admin.post('ledger.loadDemo', {})).problem.code).toBe('mine-has-records')
  const fresh = await makeWorld()
  try {
    const first = await fresh.as('systemAdmin')
    const { status, body } = await first.post('ledger.loadDemo', {})
    expect(status).toBe(200)
    const overview = await (await fresh.as('committeeStaff')).get('home.findOverview', { year: '2026' })
    expect(overview.body.branches).toHaveLength(30)
    const [signIn] = body.signIns
    const signedIn = await fresh.nobody.post('access.signIn', {
      login: signIn?.login ?? '',
      password: signIn?.password ?? '',
    })
    expect([signedIn.status, signedIn.body.mustChange]).toEqual([200, false])
    expect((await fresh.nobody.get('access.findMine', {})).body.demo).toBe(true)
    const applicant = body.signIns.find(({ role }) => role === 'applicant')
    const { login, password } = applicant ?? { login: '', password: '' }
    expect((await fresh.nobody.post('access.signIn', { login, password })).status).toBe(200)
    const joining = await fresh.db
      .selectFrom('account as a')
      .innerJoin('admission_case as c', 'c.person_id', 'a.person_id')
      .where('a.login', '=', login)
      .select('c.id')
      .execute()
    expect(joining).toHaveLength(1)
  } finally {
    await fresh.close()
  }
})

test('ledger.listImports tells past imports with their counts, latest first', async () => {
  const fresh = await makeWorld()
  try {
    const clerk = await fresh.as('committeeStaff')
    const book = await readFile(new URL('../fixtures/small-2026.xlsx', import.meta.url))
    const content = book.toString('base64')
    const first = (await clerk.post('ledger.preview', { fileName: 'first.xlsx', content })).body
    await clerk.post('ledger.commit', { importId: first.importId })
    fresh.setNow(new Date(fresh.now().getTime() + 60_000))
    const second = (await clerk.post('ledger.preview', { fileName: 'second.xlsx', content })).body
    const { imports } = (await clerk.get('ledger.listImports', {})).body
    const refusedRows = first.sheets.reduce((sum, { refused }) => sum + refused, 0)
    expect(refusedRows).toBeLessThan(first.errorCount)
    expect(imports).toMatchObject([
      { id: second.importId, fileName: 'second.xlsx', state: 'previewed', endedAt: null, added: 0 },
      { id: first.importId, fileName: 'first.xlsx', state: 'committed', refused: refusedRows },
    ])
    expect(imports[1]?.added).toBe(first.sheets.reduce((sum, { added }) => sum + added, 0))
    expect(imports[1]?.added).toBeGreaterThan(0)
    const secretary = await fresh.as('inspector')
    expect((await secretary.get('ledger.listImports', {})).problem.code).toBe('not-allowed')
  } finally {
    await fresh.close()
  }
})
