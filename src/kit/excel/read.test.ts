import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { day } from '../day.ts'
import { isRefused } from '../refuse.ts'
import { readWorkbook } from './read.ts'
import { bookOf, type Made, partsOf, sheetOf, stylesOf } from './test-books.ts'
import { type Cell, LIMITS, type Limits } from './workbook.ts'
import { zip } from './zip-write.ts'

async function rowsOf(made: Made): Promise<(readonly [number, readonly Cell[]])[]> {
  const workbook = await readWorkbook(bookOf(made))
  if (isRefused(workbook)) throw new Error(workbook.refused)
  return (workbook.sheets[0]?.rows ?? []).map(({ row, cells }) => [row, cells] as const)
}

const rows = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`,
  ).join('')

const CELLS: [string, string, Cell | undefined][] = [
  ['a number', '<c r="A1"><v>12.5</v></c>', 12.5],
  ['a number with the noise of binary fractions', '<c r="A1"><v>0.30000000000000004</v></c>', 0.3],
  ['a large whole number', '<c r="A1"><v>19900008343</v></c>', 19900008343],
  ['a number in exponents', '<c r="A1"><v>1E-3</v></c>', 0.001],
  [
    'inline text with blanks',
    '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 甲 </t></is></c>',
    ' 甲 ',
  ],
  ['rich text', '<c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><rPr/><t>乙</t></r></is></c>', '甲乙'],
  ['text without its reading', '<c r="A1" t="inlineStr"><is><t>甲</t><rPh><t>ジャ</t></rPh></is></c>', '甲'],
  [
    'character references',
    '<c r="A1" t="inlineStr"><is><t>&#38738;&#x77F3; &lt;&amp;</t></is></c>',
    '青石 <&',
  ],
  ['CDATA', '<c r="A1" t="inlineStr"><is><t>甲<![CDATA[<乙>&amp;]]>丙</t></is></c>', '甲<乙>&amp;丙'],
  ['a comment within', '<c r="A1" t="inlineStr"><is><t>甲<!-- <c> --><?x y?>乙</t></is></c>', '甲乙'],
  ['an escaped control character', '<c r="A1" t="str"><v>甲_x000D_乙_x005F_x0041_</v></c>', '甲\r乙_x0041_'],
  ['half a character and NUL', '<c r="A1" t="str"><v>甲_xD800_乙_x0000_</v></c>', '甲\uFFFD乙'],
  ['a formula as its value', '<c r="A1"><f>SUM(B1:B9)&lt;1</f><v>7</v></c>', 7],
  ['a formula with text as its value', '<c r="A1" t="str"><f>CMD|1</f><v>十</v></c>', '十'],
  ['a formula never computed', '<c r="A1"><f>1+1</f></c>', undefined],
  ['truth', '<c r="A1" t="b"><v>1</v></c>', true],
  ['falsehood', '<c r="A1" t="b"><v>0</v></c>', false],
  ['an error as its text', '<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
  [
    'an ISO date',
    '<c r="A1" t="d"><v>2026-03-05T08:30:00</v></c>',
    { day: day('2026-03-05'), time: '08:30' },
  ],
  ['a cell without a reference', '<c><v>3</v></c>', 3],
  ['an empty styled cell', '<c r="A1" s="1"/>', undefined],
  ['text in a number cell', '<c r="A1"><v>x</v></c>', 'x'],
]

test('cells of every type', async () => {
  const lines = CELLS.map(([, cell], at) => `<row r="${at + 1}">${cell.replace('A1', `A${at + 1}`)}</row>`)
  const found = new Map(await rowsOf({ sheet: sheetOf(lines.join('')) }))
  for (const [at, [name, , expected]] of CELLS.entries())
    expect(found.get(at + 1)?.[0], name).toEqual(expected)
})

test('shared strings, rich ones among them', async () => {
  const strings = '<sst><si><t>甲</t></si><si><r><t>乙</t></r><r><t>丙</t></r></si><si/></sst>'
  const sheet = sheetOf(
    '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>9</v></c></row>',
  )
  expect(await rowsOf({ sheet, strings })).toEqual([[1, ['乙丙', '甲']]])
})

test('days by the format of the cell, counted from 1904 where the workbook says so', async () => {
  const styles = stylesOf([0, 14, 'yyyy&quot;年&quot;m&quot;月&quot;'])
  const sheet = sheetOf(
    '<row r="1"><c s="0"><v>46086</v></c><c s="1"><v>46086</v></c><c s="2"><v>46086.75</v></c></row>',
  )
  const late = { day: '2026-03-05', time: '18:00' }
  expect(await rowsOf({ sheet, styles })).toEqual([[1, [46086, { day: '2026-03-05' }, late]]])
  const workbook =
    '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="表" r:id="rId1"/></sheets></workbook>'
  expect((await rowsOf({ sheet, styles, workbook }))[0]?.[1][1]).toEqual({ day: '2030-03-06' })
})

test('rows and cells keep their places; empty ones are left out', async () => {
  const sheet = sheetOf(
    '<row r="2"><c r="C2"><v>1</v></c></row><row><c/><c><v>2</v></c></row><row r="9" hidden="1"><c r="AA9"><v>3</v></c></row><row r="10"/>',
  )
  const found = await rowsOf({ sheet })
  expect(found.map(([row, cells]) => [row, cells.length])).toEqual([
    [2, 3],
    [3, 2],
    [9, 27],
  ])
  expect(found[0]?.[1]).toEqual([null, null, 1])
})

test('prefixed names, UTF-16 and a byte order mark', async () => {
  const prefixed =
    '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>'
  expect(await rowsOf({ sheet: prefixed })).toEqual([[1, ['甲']]])
  expect(await rowsOf({ sheet: Buffer.from(`\uFEFF${prefixed}`, 'utf16le') })).toEqual([[1, ['甲']]])
  expect(await rowsOf({ sheet: `\uFEFF<?xml version="1.0"?>${prefixed}` })).toEqual([[1, ['甲']]])
})

test('relations that lead nowhere, or up and down', async () => {
  const relate = (target: string): Record<string, string> => ({
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="${target}"/></Relationships>`,
  })
  const sheet = sheetOf(rows(1))
  for (const target of ['/xl/worksheets/sheet1.xml', '../xl/./worksheets/SHEET1.xml']) {
    expect(await rowsOf({ sheet, more: relate(target) }), target).toHaveLength(1)
  }
  for (const target of ['%', 'http://[', '../../../../etc/passwd', '']) {
    expect(await rowsOf({ sheet, more: relate(target) }), target).toEqual([])
  }
})

test('hidden sheets are read like any other, charts have no rows, names stay as they are', async () => {
  const workbook = `<workbook xmlns:r="r"><sheets><sheet name="表 (1)" state="hidden" r:id="rId1"/><sheet name="图" r:id="rId9"/></sheets></workbook>`
  const read = await readWorkbook(bookOf({ workbook, sheet: sheetOf(rows(1)) }))
  expect(read).toEqual({
    sheets: [
      { name: '表 (1)', state: 'hidden', rows: [{ row: 1, cells: [0] }] },
      { name: '图', state: 'visible', rows: [] },
    ],
  })
})

const refusalOf = async (bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<unknown> => {
  const read = await readWorkbook(bytes, { ...LIMITS, ...limits })
  return isRefused(read) ? [read.refused, read.facts] : read
}

const text = (content: string): Uint8Array => Buffer.from(content)
const compound = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')])
const plain = bookOf({ sheet: sheetOf(rows(3)) })

function changed(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy[at] = value
  return copy
}

test.each<[string, Uint8Array, string]>([
  ['nothing', text(''), 'not-a-workbook'],
  ['garbage', text('\u0000\u0001garbage'), 'not-a-workbook'],
  ['a CSV under a wrong name', text('组织编码,组织名称\nZB01,一支部\n'), 'not-a-workbook'],
  ['the old .xls container', compound('Workbook'), 'old-workbook'],
  ['a workbook under a password', compound('EncryptedPackage'), 'encrypted-workbook'],
  ['a zip without a workbook', zip(new Map([['word/document.xml', '<document/>']])), 'not-a-workbook'],
  ['a part of that name that is something else', bookOf({ workbook: '<document/>' }), 'not-a-workbook'],
  ['a binary workbook', zip(new Map([['xl/workbook.bin', 'x']])), 'not-a-workbook'],
  ['a workbook with macros', bookOf({ more: { 'xl/vbaProject.bin': 'x' } }), 'macro-workbook'],
  ['old macro sheets', bookOf({ more: { 'xl/macrosheets/sheet1.xml': '<x/>' } }), 'macro-workbook'],
  ['half a file', plain.subarray(0, plain.length / 2), 'damaged-workbook'],
  ['a file without its last byte', plain.subarray(0, -1), 'damaged-workbook'],
  ['a flipped byte in a packed part', changed(plain, 60, plain[60] === 0 ? 1 : 0), 'damaged-workbook'],
  ['XML that breaks off', bookOf({ sheet: '<worksheet><sheetData><row r="1">' }), 'damaged-workbook'],
  [
    'an entity of a document type',
    bookOf({ sheet: '<!DOCTYPE w [<!ENTITY a "b">]><worksheet>&a;</worksheet>' }),
    'damaged-workbook',
  ],
  [
    'an unknown entity',
    bookOf({ sheet: sheetOf('<row r="1"><c t="str"><v>&lol;</v></c></row>') }),
    'damaged-workbook',
  ],
  ['a comment without end', bookOf({ sheet: '<worksheet><!-- ' }), 'damaged-workbook'],
  ['rows that go backwards', bookOf({ sheet: sheetOf('<row r="2"/><row r="2"/>') }), 'damaged-workbook'],
  ['a row number that is none', bookOf({ sheet: sheetOf('<row r="x"/>') }), 'damaged-workbook'],
])('%s is refused', async (_, bytes, code) => expect(await refusalOf(bytes)).toEqual([code, undefined]))

test('an encrypted entry of a zip is refused', async () => {
  const flags = [6, Buffer.from(plain).indexOf('504b0102', 0, 'hex') + 8]
  const bytes = flags.reduce((copy, at) => changed(copy, at, 1), plain)
  expect(await refusalOf(bytes)).toEqual(['encrypted-workbook', undefined])
})

/** A workbook whose sheet's header tells a size that is not the real one. */
function lying(sheet: string, claimed: number): Uint8Array {
  const bytes = Buffer.from(zip(new Map([...partsOf({}), ['xl/worksheets/sheet1.xml', sheet]])))
  const real = Buffer.alloc(4)
  real.writeUInt32LE(Buffer.byteLength(sheet))
  for (let at = bytes.indexOf(real); at >= 0; at = bytes.indexOf(real, at + 4))
    bytes.writeUInt32LE(claimed, at)
  return bytes
}

const spaces = (mb: number): string => sheetOf(' '.repeat(mb * 1024 * 1024))

test.each<[string, () => Uint8Array, string, Record<string, number>]>([
  ['a zip bomb that says so', () => bookOf({ sheet: spaces(16) }), 'zip-ratio', { ratio: 100 }],
  ['a zip bomb whose header lies', () => lying(spaces(16), 1000), 'zip-ratio', { ratio: 100 }],
  [
    'a bomb in a part nobody reads',
    () => bookOf({ more: { 'xl/media/a.png': spaces(16) } }),
    'zip-ratio',
    { ratio: 100 },
  ],
  ['a million rows', () => bookOf({ sheet: sheetOf(rows(1_000_000)) }), 'too-many-rows', { rows: 200_000 }],
])('%s is refused', async (_, make, code, facts) => {
  const bytes = make()
  expect(await refusalOf(bytes)).toEqual([code, facts])
})

test.each<[string, Uint8Array, Partial<Limits>, string | undefined]>([
  ['packed size at the limit', plain, { packedMb: plain.length / 1024 / 1024 }, undefined],
  ['a byte more', plain, { packedMb: (plain.length - 1) / 1024 / 1024 }, 'too-large-packed'],
  ['rows at the limit', bookOf({ sheet: sheetOf(rows(5)) }), { rowsPerSheet: 5 }, undefined],
  ['a row more', bookOf({ sheet: sheetOf(rows(6)) }), { rowsPerSheet: 5 }, 'too-many-rows'],
  [
    'a row of a prefixed sheet more',
    bookOf({ sheet: `<x:worksheet>${'<x:row/>'.repeat(6)}</x:worksheet>` }),
    { rowsPerSheet: 5 },
    'too-many-rows',
  ],
  [
    'a filled row far below',
    bookOf({ sheet: sheetOf('<row r="6"><c><v>1</v></c></row>') }),
    { rowsPerSheet: 5 },
    'too-many-rows',
  ],
  ['an empty row far below', bookOf({ sheet: sheetOf('<row r="6"/>') }), { rowsPerSheet: 5 }, undefined],
  ['parts at the limit', plain, { parts: 4 }, undefined],
  ['a part more', plain, { parts: 3 }, 'too-many-parts'],
  [
    'unpacked more than allowed, as told',
    bookOf({ sheet: sheetOf(rows(2000)) }),
    { unpackedMb: 0.05 },
    'too-large-unpacked',
  ],
  [
    'unpacked more than allowed, untold',
    lying(sheetOf(rows(2000)), 10),
    { unpackedMb: 0.05 },
    'too-large-unpacked',
  ],
  [
    'cells spread wide',
    bookOf({ sheet: sheetOf('<row r="1"><c r="XFD1"><v>1</v></c></row>') }),
    { items: 16_383 },
    'too-much-memory',
  ],
  [
    'one text repeated over and over',
    bookOf({
      strings: `<sst><si><t>${'字'.repeat(1000)}</t></si></sst>`,
      sheet: sheetOf(`<row r="1">${'<c t="s"><v>0</v></c>'.repeat(1100)}</row>`),
    }),
    { textMillions: 1 },
    'too-much-memory',
  ],
  [
    'memory that does not suffice',
    bookOf({ sheet: sheetOf(rows(150_000)) }),
    { memoryMb: 8 },
    'too-much-memory',
  ],
  ['time that does not suffice', plain, { seconds: 0 }, 'too-slow'],
])('%s', async (_, bytes, limits, code) => {
  const read = await readWorkbook(bytes, { ...LIMITS, ...limits })
  expect(isRefused(read) ? read.refused : undefined).toBe(code)
})

test('a text longer than any workbook has is refused before it is gathered', async () => {
  const long = (length: number): Uint8Array =>
    bookOf({
      sheet: sheetOf(`<row r="1"><c t="inlineStr"><is><t>${'字词'.repeat(length / 2)}</t></is></c></row>`),
    })
  expect(await refusalOf(long(1_060_000), { ratio: 1000 })).toEqual(['damaged-workbook', undefined])
  expect(isRefused(await readWorkbook(long(1_000_000), { ...LIMITS, ratio: 1000 }))).toBe(false)
})

test('a header that lies without passing a limit is told by the sum of the content', async () => {
  const bytes = Buffer.from(plain)
  const packed = deflateRawSync(Buffer.from('<Types/>'))
  const at = bytes.indexOf(packed)
  deflateRawSync(Buffer.from('<types/>')).copy(bytes, at)
  expect(await refusalOf(bytes)).toEqual(['damaged-workbook', undefined])
})
