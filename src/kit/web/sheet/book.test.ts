import { expect, test } from 'vitest'
import { day } from '../../day.ts'
import { readWorkbook } from '../../excel/read.ts'
import { isRefused } from '../../refuse.ts'
import { bookOf, type ShownTable } from './book.ts'

async function readBack(shown: ShownTable) {
  const read = await readWorkbook(new Uint8Array(await bookOf(shown).arrayBuffer()))
  if (isRefused(read)) throw new Error(read.refused)
  return read.sheets
}

test('what is shown is what is in the sheet: title, filters, columns, rows, in their order', async () => {
  const sheets = await readBack({
    title: '会议',
    filters: ['会议类型：党课', '共 2 行'],
    heads: ['日期', '议题', '到会'],
    rows: [
      ['2026-06-12', '=HYPERLINK("http://x","点我")', 18],
      ['2026-03-05', '+86 电话', null],
    ],
  })
  expect(sheets).toEqual([
    {
      name: '会议',
      state: 'visible',
      rows: [
        { row: 1, cells: ['会议'] },
        { row: 2, cells: ['会议类型：党课'] },
        { row: 3, cells: ['共 2 行'] },
        { row: 4, cells: ['日期', '议题', '到会'] },
        { row: 5, cells: [{ day: day('2026-06-12') }, '=HYPERLINK("http://x","点我")', 18] },
        { row: 6, cells: [{ day: day('2026-03-05') }, '+86 电话'] },
      ],
    },
  ])
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '2026-02-30', '000123'])(
  'text that looks like more stays text: %s',
  async (text) => {
    const [sheet] = await readBack({ title: '表', filters: [], heads: ['甲'], rows: [[text]] })
    expect(sheet?.rows[2]?.cells).toEqual([text])
  },
)

test('a title that no sheet may be called is still said above', async () => {
  const [sheet] = await readBack({ title: '2026/01: [会议]', filters: [], heads: ['甲'], rows: [['乙']] })
  expect(sheet?.name).toBe('2026 01   会议 ')
  expect(sheet?.rows[0]?.cells).toEqual(['2026/01: [会议]'])
})
