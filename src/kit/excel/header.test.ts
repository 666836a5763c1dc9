import { expect, test } from 'vitest'
import { code, count, date, text } from './cells.ts'
import { form, headerOf, keyOf, may, must, type RowOf, readRow, wholeRow, writeRow } from './form.ts'
import { findHeader, headerText, readRows, recognise } from './header.ts'
import type { Cell, Sheet } from './workbook.ts'

const tools = form({
  sheet: '工具',
  key: ['no', 'bought'],
  columns: {
    no: must(code, '编号', '工具编号'),
    bought: must(date, '购入日期'),
    pieces: may(count, '数量', '件数'),
    note: may(text, '备注'),
  },
  check: ({ pieces, note }) => (pieces === 0 && note === null ? { note: 'say-why' } : {}),
})
const people = form({
  sheet: '人员',
  key: ['no'],
  columns: { no: must(code, '编号'), name: must(text, '姓名'), note: may(text, '备注') },
})
const habits = { empties: new Set(['/']), units: ['件'], sum: ['合计'], note: ['注'] }

const sheet = (rows: Record<number, Cell[]>, name = '甲'): Sheet => ({
  name,
  state: 'visible',
  rows: Object.entries(rows).map(([row, cells]) => ({ row: Number(row), cells })),
})

test.each<[Cell, string]>([
  ['编号', '编号'],
  [' 编\u3000号 * ', '编号'],
  ['＊编号（必填）', '编号'],
  ['编号(必填)\n[自动]【x】', '编号'],
  ['编\n号', '编号'],
  ['学时【学时】', '学时'],
  ['ＡＢ', 'AB'],
  [2026, '2026'],
  ['（空）', ''],
  [null, ''],
])('the header %j is compared as %s', (cell, expected) => expect(headerText(cell)).toBe(expected))

test.each<[string, Record<number, Cell[]>, number | undefined]>([
  ['in the first row', { 1: ['编号', '购入日期'] }, 1],
  ['below titles', { 1: ['工具台账'], 3: ['编号', null, '购入日期'] }, 3],
  ['in the tenth row', { 10: ['编号', '购入日期'] }, 10],
  ['in the eleventh row: too late', { 11: ['编号', '购入日期'] }, undefined],
  ['without a required column', { 1: ['编号', '数量', '备注'] }, undefined],
  ['the first of two', { 2: ['编号', '购入日期'], 3: ['编号', '购入日期', '备注'] }, 2],
  ['by a synonym', { 1: ['工具编号', '购入日期'] }, 1],
])('the header stands %s', (_, rows, expected) => expect(findHeader(tools, sheet(rows))?.row).toBe(expected))

test('of two columns of one name the left is read; others are told by their text as compared', () => {
  const header = findHeader(
    tools,
    sheet({ 1: ['序 号', '件数', '工具编号*', '编号（旧）', '购入日期', null, '数量'] }),
  )
  expect(header?.places).toEqual(
    new Map([
      ['pieces', 1],
      ['no', 2],
      ['bought', 4],
    ]),
  )
  expect(header?.ignored).toEqual(['序号', '编号', '数量'])
})

const BOTH = ['编号', '购入日期', '姓名', '备注']
test.each<[string, Sheet, string | undefined]>([
  ['by its name', sheet({ 1: BOTH }, ' 人 员（2026）'), '人员'],
  ['by the most columns', sheet({ 1: [...BOTH, '数量'] }), '工具'],
  ['the first form when equal', sheet({ 1: BOTH }), '工具'],
  [
    'not at all when its name is a form’s and its header is not',
    sheet({ 1: ['编号', '姓名'] }, '工具'),
    undefined,
  ],
  ['not at all', sheet({ 1: ['编号', '数量', '备注'] }, '工具'), undefined],
])('a sheet is known %s', (_, of, expected) =>
  expect(recognise([tools, people], of)?.form.sheet).toBe(expected),
)

function readAll(rows: Record<number, Cell[]>): ReturnType<typeof readRows> {
  const of = sheet({ 2: ['编号', '购入日期', '数量', '备注', '别的'], ...rows })
  const known = recognise([tools], of)
  if (!known) throw new Error('no header')
  return readRows(known, of, habits)
}

test('blank rows above a filled one, sums and notes are skipped and told', () => {
  const { rows, skipped } = readAll({
    1: ['合计'],
    3: ['A', '2026-1-1'],
    5: [' ', null, '\u3000'],
    6: [null, ' 合 计：', 3],
    7: ['B', '2026-1-2'],
    9: ['注1：略'],
    12: [' '],
  })
  expect(rows.map(({ row }) => row)).toEqual([3, 7])
  expect(skipped).toEqual([
    { row: 4, reason: 'blank' },
    { row: 5, reason: 'blank' },
    { row: 6, reason: 'sum' },
    { row: 8, reason: 'blank' },
    { row: 9, reason: 'note' },
  ])
})

test('a row with something in an unknown column only is a row', () => {
  const { rows } = readAll({ 3: [null, null, null, null, 'x'] })
  expect(rows[0]?.faults).toEqual(
    new Map([
      ['no', 'required'],
      ['bought', 'required'],
    ]),
  )
})

test.each<[string, Cell[], Record<string, string>]>([
  ['sound', ['A', '2026-1-1', '3件', null], {}],
  ['short', ['A', '2026-1-1'], {}],
  ['empty where it must not be', [null, '/', 1], { no: 'required', bought: 'required' }],
  [
    'faulty in several cells',
    ['A', '2026-13-1', '几件', 'x'],
    { bought: 'out-of-range', pieces: 'unreadable' },
  ],
  ['against the form’s own check', ['A', '2026-1-1', 0, null], { note: 'say-why' }],
  ['the check does not outweigh the cell', ['A', '2026-1-1', 'x', null], { pieces: 'unreadable' }],
])('a row is %s', (_, cells, faults) => {
  const [row] = readAll({ 3: cells }).rows
  expect(Object.fromEntries(row?.faults ?? [])).toEqual(faults)
})

test('a key needs all its cells', () => {
  const places = new Map([
    ['no', 0],
    ['bought', 1],
  ])
  const keyed = (cells: Cell[]): string | undefined =>
    keyOf(tools, readRow(tools, { row: 1, cells }, places, habits))
  expect(keyed(['A', '2026-1-1'])).toBe(keyed([' A ', 20260101]))
  expect(keyed(['A', '2026-1-1'])).not.toBe(keyed(['A', '2026-1-2']))
  expect(keyed(['A', '/'])).toBeUndefined()
  expect(keyed(['A', '2026-13-1'])).toBeUndefined()
})

test('a row is written so that reading gives it back', () => {
  const [read] = readAll({ 3: ['A', '2026-1-1', '3件', ' x '] }).rows
  if (!read) throw new Error('no row')
  const row: RowOf<typeof tools> = wholeRow(tools, read)
  expect(row).toEqual({ no: 'A', bought: '2026-01-01', pieces: 3, note: 'x' })
  expect(headerOf(tools)).toEqual(['编号*', '购入日期*', '数量', '备注'])
  expect(writeRow(tools, row)).toEqual(['A', { day: '2026-01-01' }, 3, 'x'])
})
