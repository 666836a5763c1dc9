import { expect, test } from 'vitest'
import { addDays, day } from '../day.ts'
import { isRefused } from '../refuse.ts'
import fc from '../test/check.ts'
import { readWorkbook } from './read.ts'
import { type Cell, LIMITS, type Workbook } from './workbook.ts'
import { type OutSheet, writeWorkbook } from './write.ts'
import { openZip, unpack } from './zip.ts'

async function readBack(sheets: readonly OutSheet[]): Promise<Workbook> {
  const read = await readWorkbook(writeWorkbook(sheets))
  if (isRefused(read)) throw new Error(read.refused)
  return read
}

const cells = async (row: readonly Cell[]): Promise<readonly Cell[] | undefined> =>
  (await readBack([{ name: '表', header: ['甲'], rows: [row] }])).sheets[0]?.rows[1]?.cells

async function partOf(sheets: readonly OutSheet[], name: string): Promise<string> {
  const parts = await openZip(writeWorkbook(sheets), LIMITS)
  const part = isRefused(parts) ? undefined : parts.get(name)
  if (!part) throw new Error('no such part')
  const chunks: Uint8Array[] = []
  await unpack(part, LIMITS, (chunk) => {
    chunks.push(chunk)
    return undefined
  })
  return Buffer.concat(chunks).toString('utf8')
}

const ROW: Cell[] = [
  '=1+1',
  '+8613800000000',
  '-5',
  '@SUM(A1)',
  '\t=1',
  '000123',
  ' 前后空格 ',
  '一行\n二行\r三行',
  '<a href="x">&amp;</a>',
  '_x0041_',
  '\u0001\uFFFE',
  '李𬱖',
  12.5,
  -3,
  1e-7,
  0,
  true,
  false,
  { day: day('2026-03-05') },
  { day: day('2026-03-05'), time: '19:30' },
  { day: day('2026-03-05'), time: '19:30:01' },
  { day: day('1900-03-01') },
  null,
  '完',
]

test('what is written is read back', async () => expect(await cells(ROW)).toEqual(ROW))

test('days that Excel counts wrongly are written as text', async () =>
  expect(await cells([{ day: day('1900-02-28') }])).toEqual(['1900-02-28']))

test('any text and any day come back', async () => {
  const texts = fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), {
    numRuns: 500,
    seed: 7,
  })
  const days = fc.sample(fc.integer({ min: 0, max: 2_900_000 }), { numRuns: 200, seed: 7 })
  const row: Cell[] = [
    ...texts.map((text) => text.replaceAll('\u0000', 'o')),
    ...days.map((after) => ({ day: addDays(day('1900-03-01'), after) })),
  ]
  expect(await cells(row)).toEqual(row)
})

test('a lone surrogate, which no file can hold, becomes the replacement character', async () =>
  expect(await cells(['\uD800x'])).toEqual(['\uFFFDx']))

test('sheets keep their order and their names, as far as Excel takes them', async () => {
  const named = (name: string): OutSheet => ({ name, header: ['甲'], rows: [] })
  const long = '会议记录'.repeat(10)
  const { sheets } = await readBack(['会议记录 (1-9月)', 'a/b:c', long, long, "'x'", ''].map(named))
  const names = sheets.map(({ name }) => name)
  expect(names.slice(0, 3)).toEqual(['会议记录 (1-9月)', 'a b c', long.slice(0, 31)])
  expect(names[4]).toBe(' x ')
  expect(new Set(names).size).toBe(6)
  expect(names.every((name) => name.trim() !== '' && name.length <= 31)).toBe(true)
})

test('dangerous text is marked as text, no cell is a formula, the header stays in sight', async () => {
  const xml = await partOf([{ name: '表', header: ['=甲'], rows: [ROW] }], 'xl/worksheets/sheet1.xml')
  expect(xml).not.toContain('<f')
  expect(xml).toContain('<c r="A2" s="5" t="inlineStr">')
  expect(xml).toContain('<c r="D2" s="5" t="inlineStr">')
  expect(xml).toContain('state="frozen"')
  expect(xml).toContain('<c r="X2" ')
  const styles = await partOf([{ name: '表', header: [], rows: [] }], 'xl/styles.xml')
  expect(styles.match(/<xf [^>]*quotePrefix="1"/g)).toHaveLength(1)
})

test('the same content makes the same bytes', () => {
  const sheets = [{ name: '表', header: ['甲'], rows: [ROW] }]
  expect(Buffer.compare(writeWorkbook(sheets), writeWorkbook(sheets))).toBe(0)
})

test('a workbook without sheets is a mistake', () => expect(() => writeWorkbook([])).toThrow('needs a sheet'))
