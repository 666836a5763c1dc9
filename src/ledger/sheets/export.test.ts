import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { readWorkbook } from '../../kit/excel/read.ts'
import type { Cell, Workbook } from '../../kit/excel/workbook.ts'
import type { OutSheet } from '../../kit/excel/write.ts'
import { isRefused } from '../../kit/refuse.ts'
import fc from '../../kit/test/check.ts'
import { LEDGERS } from '../rules.ts'
import { type ExportRows, exportSheets, exportWorkbook } from './export.ts'
import { FORMS } from './forms.ts'
import { type LedgerReading, type Ledgers, readLedgers } from './read.ts'
import { refusedRowsWorkbook } from './refused.ts'

const rowsOf = (ledgers: Ledgers): ExportRows => ({
  org: ledgers.org.map(({ values }) => values),
  roster: ledgers.roster.map(({ values }) => values),
  meetings: ledgers.meetings.map(({ values }) => values),
  dues: ledgers.dues.map(({ values }) => values),
  joining: ledgers.joining.map(({ values }) => values),
  targets: ledgers.targets.map(({ values }) => values),
  study: ledgers.study.map(({ values }) => values),
  scheme: ledgers.scheme.map(({ values }) => values),
  grades: ledgers.grades.map(({ values }) => values),
})

async function open(bytes: Uint8Array): Promise<Workbook> {
  const workbook = await readWorkbook(bytes)
  if (isRefused(workbook)) throw new Error(workbook.refused)
  return workbook
}

/** Written sheets as they would be read, without the detour over bytes. */
const asRead = (sheets: readonly OutSheet[]): Workbook => ({
  sheets: sheets.map(({ name, header, rows }) => ({
    name,
    state: 'visible',
    rows: [header, ...rows].map((cells, at) => ({ row: at + 1, cells })),
  })),
})

let workbook: Workbook
let reading: LedgerReading
beforeAll(async () => {
  workbook = await open(readFileSync(new URL('../fixtures/small-2026.xlsx', import.meta.url)))
  reading = readLedgers(workbook)
})

test('an export is read without an error and gives the same rows', async () => {
  const rows = rowsOf(reading.ledgers)
  const again = readLedgers(await open(exportWorkbook(rows)))
  expect(again.report.errors).toEqual([])
  expect([again.report.skipped, again.report.ignoredColumns, again.report.ignoredSheets]).toEqual([
    [],
    [],
    [],
  ])
  expect(rowsOf(again.ledgers)).toEqual(rows)
})

test('a ledger that is not given gets no sheet; one without rows gets its header', () => {
  expect(exportSheets({ grades: [], org: [] }).map(({ name, rows }) => [name, rows])).toEqual([
    ['组织机构', []],
    ['考核等次', []],
  ])
})

/** Whatever people may type, of every kind, dangerous text among it. */
const TYPED: Cell[] = [
  null,
  '/',
  '=1+1',
  '-5',
  '@x',
  ' 两 边 ',
  '是',
  '否',
  '党课',
  '正式党员',
  '离退休',
  '党小组',
  '好',
  'k=1',
  '每次扣分',
  'manual',
  'manual(安全)',
  'meeting.held(主题党日)',
  '2026年3月',
  '２０２６．３．５',
  20260305,
  '1,234.50元',
  0.1,
  12,
  '95%',
  '1e5',
  '０１',
  true,
  { day: day('2026-03-05') },
  { day: day('1899-01-01'), time: '09:00' },
  '11010519491231002x',
]

test.each(LEDGERS.map((ledger) => [FORMS[ledger].sheet, ledger] as const))(
  'whatever is typed into %s and stands is written so that it stands again',
  (name, ledger) => {
    const columns = Object.values(FORMS[ledger].columns)
    let stood = 0
    const cells = columns.map(({ required, kind }) => {
      const fitting = TYPED.filter((cell) => {
        const said = kind.read(cell, { empties: new Set(['/']), units: ['元', '%'] })
        return !isRefused(said) && !(required && said === null)
      })
      return fc.constantFrom(...fitting)
    })
    const onRecord = {
      org: new Map(TYPED.map((cell) => [String(cell), null])),
      roster: new Set(TYPED.map(String)),
      meetings: new Set(TYPED.map(String)),
    }
    fc.assert(
      fc.property(fc.array(fc.tuple(...cells), { maxLength: 5 }), (rows) => {
        const typed = asRead([{ name, header: columns.map((column) => column.name), rows }])
        const first = rowsOf(readLedgers(typed, onRecord).ledgers)
        const again = rowsOf(readLedgers(asRead(exportSheets(first)), onRecord).ledgers)
        expect(again).toEqual(first)
        stood += first[ledger]?.length ?? 0
      }),
      { seed: 2026 },
    )
    expect(stood).toBeGreaterThan(5)
  },
)

test('refused rows come back as they were typed, each with its reason; every faulty row is there', async () => {
  const bytes = refusedRowsWorkbook(reading.refused, 'zh')
  if (!bytes) throw new Error('nothing refused')
  const back = await open(bytes)
  const told = reading.report.errors.length
  expect(back.sheets.flatMap(({ rows }) => rows.slice(1)).length).toBe(
    new Set(reading.report.errors.map(({ sheet, row }) => `${sheet} ${row}`)).size,
  )
  const roster = back.sheets.find(({ name }) => name === '人员花名册')
  expect(roster?.rows[0]?.cells.slice(-2)).toEqual(['原行号', '未导入原因'])
  const [source] = workbook.sheets.filter(({ name }) => name === '人员花名册')
  const row = roster?.rows.find(({ cells }) => cells.at(-2) === 20)
  expect(row?.cells.at(-1)).toBe('人员类别：必填，不能为空；性别：必填，不能为空')
  const typed = source?.rows.find((one) => one.row === 20)?.cells ?? []
  expect(row?.cells.slice(0, typed.length)).toEqual(typed)
  expect(told).toBe(99)
})

test('a mended row imports again from the workbook of refused rows', async () => {
  const bytes = refusedRowsWorkbook(reading.refused, 'en')
  if (!bytes) throw new Error('nothing refused')
  const sheets = (await open(bytes)).sheets.filter(({ name }) => name === '支部考核办法')
  const mended = sheets.map((one) => ({
    ...one,
    rows: one.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => (cell === '每次扣1分' ? 'k=1' : cell)),
    })),
  }))
  const { report } = readLedgers({ sheets: mended })
  expect(report.ignoredColumns.map(({ column }) => column)).toContain('Whyitwasnotimported')
  expect(report.errors.some(({ row, code }) => row === 2 && code === 'unreadable')).toBe(false)
  expect(mended[0]?.rows[1]?.cells.at(-1)).toBe('参数: cannot be read as what this column holds')
})

test('nothing refused, no workbook', () => expect(refusedRowsWorkbook([], 'zh')).toBeUndefined())
