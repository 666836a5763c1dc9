import { expect, test } from 'vitest'
import type { Cell, Sheet, Workbook } from '../../kit/excel/workbook.ts'
import { LEDGERS, type Ledger } from '../rules.ts'
import { FORMS } from './forms.ts'
import { readLedgers } from './read.ts'

const sheet = (name: string, rows: readonly (readonly Cell[])[]): Sheet => ({
  name,
  state: 'visible',
  rows: rows.map((cells, at) => ({ row: at + 1, cells })),
})
const book = (...sheets: Sheet[]): Workbook => ({ sheets })

const ORG = sheet('组织机构', [
  ['组织编码', '组织名称', '组织类别'],
  ['A', '一支部', '党支部'],
])

/** A sound line of each ledger, by the columns' names. */
const SOUND: Record<Ledger, Record<string, Cell>> = {
  org: { 组织编码: 'B', 组织名称: '二 支部', 组织类别: '联合党支部' },
  roster: {
    人员编号: '1',
    姓名: '张 三',
    性别: '男',
    出生日期: '1949-12-31',
    人员类别: '正式党员',
    所在组织编码: 'A',
    公民身份号码: '11010519491231002x',
  },
  meetings: {
    记录编号: 'M',
    组织编码: 'A',
    会议类型: '党课',
    日期: '2026-1-1',
    应到人数: '9人',
    实到人数: 10,
  },
  dues: { 年月: '2026年1月', 人员编号: '1', 实交: '3.5元', 交纳日期: 20260105 },
  joining: { 人员编号: '1', 递交申请书: '2026-1-1', 培训学时: '24学时' },
  targets: {
    任务编号: 'T',
    组织编码: 'A',
    任务: '党课',
    数据项: 'meeting.held（党课）',
    目标值: '95%',
    截止日期: '2026-6-30',
  },
  study: { 组织编码: 'A', 月份: '2026.3', 主题: '学习', 材料准备: '否' },
  scheme: {
    序号: 1,
    二级指标: '党课',
    分值: '5分',
    数据项: 'meeting.missed(党课)',
    规则: '每次扣分',
    参数: 'k=1',
  },
  grades: { 等次: '好', 最低分: 90 },
}

const line = (ledger: Ledger, cells: Record<string, Cell> = {}): Sheet => {
  const all = { ...SOUND[ledger], ...cells }
  return sheet(FORMS[ledger].sheet, [Object.keys(all), Object.values(all)])
}

const errorsOf = (ledger: Ledger, cells: Record<string, Cell>): string[] => {
  const others = ledger === 'org' ? [] : [ORG]
  const persons = ledger === 'roster' ? [] : [line('roster')]
  const { report } = readLedgers(book(...others, ...persons, line(ledger, cells)))
  return report.errors
    .filter((error) => error.sheet === FORMS[ledger].sheet)
    .map(({ column, code }) => `${column} ${code}`)
}

test('the sound lines are sound', () => {
  const sheets = LEDGERS.map((ledger) => (ledger === 'org' ? ORG : line(ledger)))
  const { report, ledgers, refused } = readLedgers(book(...sheets))
  expect(report.errors).toEqual([])
  expect(refused).toEqual([])
  expect(Object.values(report.rows)).toEqual(Array(9).fill(1))
  expect(ledgers.roster[0]).toMatchObject({
    sheet: '党员名册',
    row: 2,
    values: {
      no: '1',
      name: '张三',
      category: 'fullMember',
      duesClass: null,
      idNumber: '11010519491231002X',
    },
  })
  expect(ledgers.study[0]?.values).toMatchObject({ month: '2026-03', prepared: 'no', meetingNo: null })
  expect(ledgers.targets[0]?.values).toMatchObject({
    fact: { name: 'meeting.held', kind: 'partyLecture' },
    goal: '95',
  })
})

test.each<[string, Ledger, Record<string, Cell>, string[]]>([
  [
    'an ID number as a number',
    'roster',
    { 公民身份号码: 110105194912310020 },
    ['公民身份号码 bad-id-number'],
  ],
  ['a wrong check digit', 'roster', { 公民身份号码: '110105194912310021' }, ['公民身份号码 bad-id-number']],
  [
    'an ID number of 15 digits',
    'roster',
    { 公民身份号码: '110105491231002' },
    ['公民身份号码 bad-id-number'],
  ],
  ['a slash for an ID number', 'roster', { 公民身份号码: '/' }, ['公民身份号码 bad-id-number']],
  ['no ID number', 'roster', { 公民身份号码: ' ' }, []],
  ['another birth date', 'roster', { 出生日期: '1949-12-30' }, ['公民身份号码 bad-id-number']],
  [
    'an unreadable birth date says nothing about the ID number',
    'roster',
    { 出生日期: '不详' },
    ['出生日期 unreadable'],
  ],
  ['a negative base', 'roster', { 月计费基数: -1 }, ['月计费基数 out-of-range']],
  ['more present than expected', 'meetings', { 实到人数: 99 }, []],
  ['half a person', 'meetings', { 实到人数: 12.5 }, ['实到人数 out-of-range']],
  ['a kind of meeting in English', 'meetings', { 会议类型: 'partyLecture' }, ['会议类型 unreadable']],
  ['a fact in English', 'targets', { 数据项: 'joining.admitted' }, []],
  ['a fact that is no target', 'targets', { 数据项: 'org.vacancies' }, ['数据项 unreadable']],
  ['the same fact as an item', 'scheme', { 数据项: 'org.vacancies' }, []],
  ['a fact there is none of', 'scheme', { 数据项: 'app.logins' }, ['数据项 unreadable']],
  [
    'a rule in English, full-width parameters',
    'scheme',
    { 规则: 'below', 参数: 'target=95；step=２;k=0.5' },
    [],
  ],
  ['parameters of another rule', 'scheme', { 规则: 'below' }, ['参数 unreadable']],
  ['parameters missing', 'scheme', { 参数: null }, ['参数 unreadable']],
  ['parameters in words', 'scheme', { 参数: '每次扣1分' }, ['参数 unreadable']],
  ['a rule that wants none', 'scheme', { 规则: '人工评分', 数据项: 'manual(safety)', 参数: null }, []],
  ['an unknown rule says nothing about its parameters', 'scheme', { 规则: '视情扣分' }, ['规则 unreadable']],
  ['材料准备 in other words', 'study', { 材料准备: '基本' }, ['材料准备 unreadable']],
  ['a plan done by no meeting', 'study', { 完成记录编号: '/' }, ['完成记录编号 unknown-ref']],
  ['a plan of nobody', 'study', { 组织编码: 'Z' }, ['组织编码 unknown-ref']],
  ['a payment twice empty', 'dues', { 实交: '无', 交纳日期: '—' }, ['实交 required', '交纳日期 required']],
])('%s', (_, ledger, cells, errors) => expect(errorsOf(ledger, cells)).toEqual(errors))

test('sheets of one ledger are read as one, under their own names', () => {
  const header = ['等次', '最低分']
  const { report, ledgers } = readLedgers(
    book(sheet('考核等次（一）', [header, ['好', 90]]), sheet('等次补充', [header, ['差', 0], ['好', 80]])),
  )
  expect(ledgers.grades.map(({ values }) => values)).toEqual([
    { grade: '好', least: '90' },
    { grade: '差', least: '0' },
  ])
  expect(report.errors).toEqual([{ sheet: '等次补充', row: 3, column: '等次', code: 'duplicate' }])
})

test('every name and synonym of a sheet is one column of it', () => {
  for (const ledger of LEDGERS) {
    const names = Object.values(FORMS[ledger].columns).flatMap(({ name, synonyms }) => [name, ...synonyms])
    expect(new Set(names).size, FORMS[ledger].sheet).toBe(names.length)
  }
})
