import { zip } from './zip-write.ts'

/** Parts of a hand-made workbook; what is not given is the plainest there is. */
export type Made = {
  readonly sheet?: string | Uint8Array
  readonly workbook?: string
  readonly styles?: string
  readonly strings?: string
  readonly more?: Readonly<Record<string, string>>
}

const PLAIN_WORKBOOK =
  '<workbook xmlns:r="r"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>'
const RELATIONS = ['worksheet:worksheets/sheet1.xml', 'sharedStrings:sharedStrings.xml', 'styles:styles.xml']
  .map((line, at) => {
    const [type, target] = line.split(':')
    return `<Relationship Id="rId${at + 1}" Type="http://x/${type}" Target="${target}"/>`
  })
  .join('')

/** The parts of a hand-made workbook with one sheet, by their names. */
export const partsOf = (made: Made): Map<string, string | Uint8Array> =>
  new Map<string, string | Uint8Array>([
    ['[Content_Types].xml', '<Types/>'],
    ['xl/workbook.xml', made.workbook ?? PLAIN_WORKBOOK],
    ['xl/_rels/workbook.xml.rels', `<Relationships>${RELATIONS}</Relationships>`],
    ['xl/worksheets/sheet1.xml', made.sheet ?? '<worksheet><sheetData/></worksheet>'],
    ...(made.styles ? [['xl/styles.xml', made.styles] as const] : []),
    ...(made.strings ? [['xl/sharedStrings.xml', made.strings] as const] : []),
    ...Object.entries(made.more ?? {}),
  ])

/** A hand-made workbook's bytes. */
export const bookOf = (made: Made): Uint8Array => zip(partsOf(made))

/** A sheet of these rows, given as XML. */
export const sheetOf = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`

/** Cell styles with these number formats: ids of built-in ones, or codes. */
export function stylesOf(formats: readonly (number | string)[]): string {
  const codes = formats.map((format, at) =>
    typeof format === 'string' ? `<numFmt numFmtId="${200 + at}" formatCode="${format}"/>` : '',
  )
  const xfs = formats.map(
    (format, at) => `<xf numFmtId="${typeof format === 'string' ? 200 + at : format}"/>`,
  )
  return `<styleSheet><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`
}
