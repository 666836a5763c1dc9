import { type Day, day as dayFrom, daysBetween } from '../day.ts'
import { decimalText, textOf } from './cells.ts'
import type { Cell } from './workbook.ts'

/** A sheet to be written: what is said above the table, a header line that stays in sight, and rows below it. */
export type OutSheet = {
  readonly name: string
  readonly above?: readonly string[]
  readonly header: readonly Cell[]
  readonly rows: readonly (readonly Cell[])[]
}

/** Numbers of the cell styles of `STYLES`, in their order there. */
const STYLE = { plain: 0, header: 1, day: 2, dayTime: 3, text: 4, quoted: 5 } as const

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const xf = (format: number, font: number, rest = ''): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="${font === 1 ? 2 : 0}" borderId="0" xfId="0" applyNumberFormat="1"${rest}`

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}">
<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd hh:mm:ss"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7EAEE"/></patternFill></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="6">${xf(0, 0, '/>')}${xf(0, 1, ' applyFont="1" applyFill="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>')}${xf(164, 0, '/>')}${xf(165, 0, '/>')}${xf(49, 0, '/>')}${xf(49, 0, ' quotePrefix="1"/>')}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const hex = (letter: string): string => letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')

/** Text for XML; characters that XML has no way to say, and look-alikes of that escape, become `_x000D_`. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be replaced
    .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, (letter) => `_x${hex(letter)}_`)
    .replace(/[&<>"]/g, (letter) => MARKUP[letter] ?? letter)

/** `A`, `Z`, `AA` … from 0. */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

const EPOCH = dayFrom('1899-12-30')
const FIRST_CERTAIN = dayFrom('1900-03-01')

function secondsOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  return hours * 3600 + minutes * 60 + seconds
}

const number = (reference: string, style: number, value: number): string =>
  `<c r="${reference}" s="${style}"><v>${decimalText(value)}</v></c>`

function text(reference: string, value: string, style?: number): string {
  const own = /^[=+\-@\t\r]/.test(value) ? STYLE.quoted : /^\d+$/.test(value) ? STYLE.text : STYLE.plain
  return `<c r="${reference}" s="${style ?? own}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

function dayOrText(reference: string, cell: { day: Day; time?: string }): string {
  if (cell.day < FIRST_CERTAIN) return text(reference, textOf(cell)) // before that Excel's calendar is wrong
  const days = daysBetween(EPOCH, cell.day)
  if (!cell.time) return number(reference, STYLE.day, days)
  return number(reference, STYLE.dayTime, days + secondsOf(cell.time) / 86_400)
}

function cellXml(reference: string, cell: Cell): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'string') return text(reference, cell)
  if (typeof cell === 'number') return number(reference, STYLE.plain, cell)
  if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`
  return dayOrText(reference, cell)
}

const rowXml = (cells: readonly Cell[], row: number): string =>
  `<row r="${row}">${cells.map((cell, column) => cellXml(`${columnName(column)}${row}`, cell)).join('')}</row>`

const headerXml = (header: readonly Cell[], row: number): string =>
  `<row r="${row}" ht="30" customHeight="1">${header
    .map((cell, column) =>
      cell === null ? '' : text(`${columnName(column)}${row}`, textOf(cell), STYLE.header),
    )
    .join('')}</row>`

const LEAST_WIDTH = 9
const MOST_WIDTH = 40
const ROWS_MEASURED = 50

/** As wide as the text of the first rows asks for; Chinese characters take two places. */
function widthsOf({ header, rows }: OutSheet): number[] {
  const columns = Math.max(header.length, ...rows.slice(0, ROWS_MEASURED).map(({ length }) => length))
  const widthOf = (cell: Cell | undefined): number =>
    textOf(cell ?? null).replace(/[\u0100-\uFFFF]/g, '--').length + 2
  return Array.from({ length: columns }, (_, column) => {
    const wanted = [header, ...rows.slice(0, ROWS_MEASURED)].map((cells) => widthOf(cells[column]))
    return Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, ...wanted))
  })
}

function sheetXml(sheet: OutSheet): string {
  const columns = widthsOf(sheet)
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('')
  const above = sheet.above ?? []
  const head = above.length + 1
  const said = above.map((line, at) => rowXml([line], at + 1)).join('')
  const rows = sheet.rows.map((cells, at) => rowXml(cells, at + head + 1)).join('')
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${columns && `<cols>${columns}</cols>`}<sheetData>${said}${headerXml(sheet.header, head)}${rows}</sheetData></worksheet>`
}

const pathOf = (at: number): string => `worksheets/sheet${at + 1}.xml`

function contentTypes(count: number): string {
  const type = (path: string, kind: string): string =>
    `<Override PartName="/xl/${path}" ContentType="${SHEET_ML}.${kind}+xml"/>`
  const sheets = Array.from({ length: count }, (_, at) => type(pathOf(at), 'worksheet')).join('')
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('workbook.xml', 'sheet.main')}${type('styles.xml', 'styles')}${sheets}</Types>`
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const lines = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`
}

const MOST_NAME = 31

/** Names as Excel takes them: at most 31 characters, none of `[]:*?/\\`, no apostrophe at an end, none twice. */
function sheetNames(sheets: readonly OutSheet[]): string[] {
  const taken = new Set<string>()
  return sheets.map(({ name }, at) => {
    const plain = name.replace(/[[\]:*?/\\]|^'|'$/g, ' ').slice(0, MOST_NAME)
    const own =
      plain.trim() === '' || taken.has(plain.toLowerCase())
        ? `${plain.slice(0, MOST_NAME - 5)} ${at + 1}`
        : plain
    taken.add(own.toLowerCase())
    return own
  })
}

/** The files inside an .xlsx workbook, by name; nothing here needs a server. Text is always written as text: what begins with `=`, `+`, `-` or `@` stays so also when edited. Throws when there is no sheet. */
export function workbookFiles(sheets: readonly OutSheet[]): Map<string, string> {
  if (sheets.length === 0) throw new Error('a workbook needs a sheet')
  const list = sheetNames(sheets).map(
    (name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  const targets = sheets.map((_, at) => ['worksheet', pathOf(at)] as const)
  return new Map([
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', relations([...targets, ['styles', 'styles.xml']])],
    ['xl/styles.xml', STYLES],
    ...sheets.map((sheet, at) => [`xl/${pathOf(at)}`, sheetXml(sheet)] as const),
  ])
}
