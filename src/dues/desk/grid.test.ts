import { expect, test } from 'vitest'
import { fill, type Say } from '../../kit/web/say.ts'
import { type Dues, sheetOfDues } from './grid.ts'

const say: Say = (words, ...filling) => fill(words.zh, filling[0])

type Month = Dues['people'][number]['months'][number]
const month = (name: string, more: Partial<Month>): Month => ({
  month: name as Month['month'],
  branchId: null,
  duty: 'owed',
  state: 'done',
  dueFen: 4000,
  paidFen: 4000,
  differenceFen: 0,
  how: null,
  payments: [],
  ...more,
})

test('the sheet has what the grid shows: amounts as numbers, what is missing in words, the sums below', () => {
  const dues: Dues = {
    today: '2026-03-08' as Dues['today'],
    people: [
      {
        personId: 'p' as Dues['people'][number]['personId'],
        no: 'DY1',
        name: '钱七',
        months: [
          month('2026-01', {}),
          month('2026-02', { state: 'missed', paidFen: 1000, differenceFen: -3000 }),
          month('2026-03', { duty: 'no-base', dueFen: null, paidFen: 0, differenceFen: null }),
        ],
      },
    ],
    sums: [
      { month: '2026-01' as Month['month'], dueFen: 4000, paidFen: 4000, owing: 1, settled: 1 },
      { month: '2026-02' as Month['month'], dueFen: 4000, paidFen: 1000, owing: 1, settled: 0 },
    ],
  }
  const { heads, rows } = sheetOfDues({ dues, branch: '综采一队', year: '2026' }, say, 'zh')
  expect(heads).toHaveLength(15)
  const seen = rows.map((row) => [...row.slice(0, 4), ...row.slice(-2)])
  expect(seen).toEqual([
    ['钱七', 40, '差 30.00', '缺基数', 50, 80],
    ['应交合计', 40, 40, null, null, 80],
    ['实交合计', 40, 10, null, 50, null],
    ['交清人数', '1/1', '0/1', null, '1/2', null],
  ])
  expect(rows.every((row) => row.length === heads.length)).toBe(true)
})
