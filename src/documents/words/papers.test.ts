import { expect, test } from 'vitest'
import { day } from '../../kit/day.ts'
import { paperPeriod, paperWindow } from './dates.ts'
import { marksOf } from './marks.ts'
import { branchDutiesPaper, groupIn, overviewPaper } from './papers.ts'

test.each([
  ['2026', '2026年度', '全年'],
  ['2026H1', '2026年上半年', '上半年'],
  ['2026Q3', '2026年第三季度', '第三季度'],
  ['2026-07', '2026年7月', '7月'],
])('%s is %s, in its year %s', (name, whole, within) => {
  expect(paperPeriod(name)).toBe(whole)
  expect(paperWindow(name)).toBe(within)
})

test.each([
  ['a group has its own part of the name', '综采一队第1党小组', '综采一队党支部', '第1党小组'],
  ['the branch itself has none', '综采一队党支部', '综采一队党支部', ''],
  ['one that shares nothing keeps its name', '井下第2党小组', '综采一队党支部', '井下第2党小组'],
])('%s', (_, org, branch, name) => expect(groupIn(org, branch)).toBe(name))

const window = (name: string, month: string, last: string, state: 'missed' | 'due' | 'done') => ({
  window: name,
  first: day(`2026-${month}-01`),
  last: day(`2026-${last}`),
  state,
})
const duties = [
  {
    kind: 'partyLecture' as const,
    groupName: null,
    windows: [window('2026Q3', '07', '09-30', 'missed'), window('2026Q4', '10', '12-31', 'due')],
  },
]

test('a quarter is marked in its last month, other months are blank', () =>
  expect(marksOf(duties[0]?.windows ?? [], 2026)).toEqual(['', '', '', '', '', '', '', '', '○', '', '', '·']))

test('what is open is told by name, and what has not begun is not', () => {
  const paper = branchDutiesPaper({ branch: '综采一队党支部', year: 2026, today: day('2026-09-15'), duties })
  const texts = paper.pieces.flatMap((piece) => (piece.kind === 'text' ? [piece.text] : []))
  expect(texts).toEqual(['党课：第三季度。', '无。', '无。'])
})

test('the overview has a row for each branch in the order given, and counts what is open', () => {
  const branches = [
    { code: 'ZB02', name: '二', duties },
    { code: 'ZB01', name: '一', duties: [] },
  ]
  const paper = overviewPaper({ committee: '矿党委', year: 2026, today: day('2026-11-01'), branches })
  const table = paper.pieces.find((piece) => piece.kind === 'table')
  expect(table?.rows.map((row) => [row[0], ...row.slice(-3)])).toEqual([
    ['ZB02', '1', '0', '1'],
    ['ZB01', '0', '0', '0'],
  ])
})
