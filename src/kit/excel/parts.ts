import { posix } from 'node:path'
import { isRefused, type Refused, refuse } from '../refuse.ts'
import { type Shown, shownById } from './formats.ts'
import type { Limits, Sheet, WorkbookRefusal } from './workbook.ts'
import { type Attributes, type Elements, xmlReader } from './xml.ts'
import { type Part, unpack } from './zip.ts'

type No = Refused<WorkbookRefusal>

/** What has been kept so far: cells, strings, styles … and the characters in them. */
export type Load = { items: number; characters: number }

/** A workbook's zip while it is being read. */
export type Archive = {
  readonly parts: ReadonlyMap<string, Part>
  readonly limits: Limits
  readonly load: Load
}

/** Where a sheet's cells are, before they are read. */
export type SheetPart = Pick<Sheet, 'name' | 'state'> & { readonly part: Part | undefined }

/** What the sheets refer to. */
export type Book = {
  readonly is1904: boolean
  readonly strings: readonly string[]
  /** By the number of a cell's style. */
  readonly shown: readonly Shown[]
}

/** More than the reading thread's memory is sure to hold. */
const overLoad = ({ load, limits }: Archive): No | undefined =>
  load.items > limits.items || load.characters > limits.textMillions * 1e6
    ? refuse('too-much-memory', undefined, { megabytes: limits.memoryMb })
    : undefined

/** Reads one part through to its end, within what the workbook may hold; a part that is missing has nothing in it. */
export async function readPart(
  archive: Archive,
  part: Part | undefined,
  elements: Elements,
): Promise<No | undefined> {
  if (!part) return undefined
  const reader = xmlReader(elements)
  const no = await unpack(part, archive.limits, (chunk) => reader.take(chunk) ?? overLoad(archive))
  return no ?? reader.end()
}

/** Undoes the `_x000D_` in which a workbook writes characters that XML has none for; half characters and NUL, which no database takes, do not get in that way. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text
        .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
        .replaceAll('\u0000', '')
        .toWellFormed()
    : text

/** Gathers the text of `t` and `v` elements, rich text piece by piece, leaving out the readings of `rPh`. */
export function textGatherer(): {
  readonly elements: Required<Elements>
  readonly start: () => void
  readonly text: () => string
} {
  let gathered = ''
  let inText = false
  let inReading = false
  const enter = (): void => {
    inText = !inReading
  }
  const leave = (): void => {
    inText = false
  }
  const enterReading = (): void => {
    inReading = true
  }
  const leaveReading = (): void => {
    inReading = false
  }
  const gather = (text: string): void => {
    if (inText) gathered += text
  }
  return {
    elements: {
      open: { t: enter, v: enter, rPh: enterReading },
      close: { t: leave, v: leave, rPh: leaveReading },
      text: gather,
    },
    start: () => {
      gathered = ''
    },
    text: () => unescaped(gathered),
  }
}

async function readStrings(archive: Archive, part: Part | undefined): Promise<string[] | No> {
  const strings: string[] = []
  const gatherer = textGatherer()
  const { open, close, text } = gatherer.elements
  const no = await readPart(archive, part, {
    open: { ...open, si: gatherer.start },
    close: {
      ...close,
      si: () => {
        const string = gatherer.text()
        archive.load.items += 1
        archive.load.characters += string.length
        strings.push(string)
      },
    },
    text,
  })
  return no ?? strings
}

async function readShown(archive: Archive, part: Part | undefined): Promise<Shown[] | No> {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let inCells = false
  const no = await readPart(archive, part, {
    open: {
      numFmt: ({ numFmtId, formatCode }) => {
        archive.load.items += 1
        codes.set(Number(numFmtId), formatCode ?? '')
      },
      cellXfs: () => {
        inCells = true
      },
      xf: ({ numFmtId }) => {
        archive.load.items += 1
        if (inCells) ids.push(Number(numFmtId ?? 0))
      },
    },
    close: {
      cellXfs: () => {
        inCells = false
      },
    },
  })
  return no ?? ids.map((id) => shownById(id, codes))
}

type Relation = { readonly type: string; readonly target: string }

/** The relations of a part by id, their targets as names in the zip. */
async function readRelations(archive: Archive, of: string): Promise<Map<string, Relation> | No> {
  const folder = of.slice(0, of.lastIndexOf('/') + 1)
  const part = archive.parts.get(`${folder}_rels/${of.slice(folder.length)}.rels`)
  const relations = new Map<string, Relation>()
  const relate = ({ Id = '', Type = '', Target = '' }: Attributes): void => {
    archive.load.items += 1
    const target = Target.startsWith('/') ? Target.slice(1) : posix.normalize(`${folder}${Target}`)
    relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: target.toLowerCase() })
  }
  const no = await readPart(archive, part, { open: { Relationship: relate } })
  return no ?? relations
}

const STATES: Readonly<Record<string, Sheet['state']>> = { hidden: 'hidden', veryHidden: 'veryHidden' }

type Contents = {
  isWorkbook: boolean
  is1904: boolean
  sheets: { name: string; state: Sheet['state']; id: string }[]
}

async function readContents(archive: Archive, part: Part): Promise<Contents | No> {
  const contents: Contents = { isWorkbook: false, is1904: false, sheets: [] }
  const no = await readPart(archive, part, {
    open: {
      workbook: () => {
        contents.isWorkbook = true
      },
      workbookPr: ({ date1904 }) => {
        contents.is1904 = date1904 === '1' || date1904 === 'true'
      },
      sheet: (attributes) => {
        archive.load.items += 1
        const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
        const state = STATES[attributes.state ?? ''] ?? 'visible'
        contents.sheets.push({ name: attributes.name ?? '', state, id })
      },
    },
  })
  return no ?? contents
}

const targetOf = (relations: ReadonlyMap<string, Relation>, type: string): string | undefined =>
  [...relations.values()].find((relation) => relation.type === type)?.target

/** The sheets of a workbook in their order and what they refer to; sheets without cells (charts) have no part. */
export async function openBook(archive: Archive): Promise<{ book: Book; sheets: SheetPart[] } | No> {
  const roots = await readRelations(archive, '')
  if (isRefused(roots)) return roots
  const name = targetOf(roots, 'officeDocument') ?? 'xl/workbook.xml'
  const part = archive.parts.get(name)
  if (!part?.name.toLowerCase().endsWith('.xml')) return refuse('not-a-workbook')

  const contents = await readContents(archive, part)
  if (isRefused(contents)) return contents
  if (!contents.isWorkbook) return refuse('not-a-workbook')
  const relations = await readRelations(archive, name)
  if (isRefused(relations)) return relations

  const partOf = (type: string): Part | undefined => archive.parts.get(targetOf(relations, type) ?? '')
  const strings = await readStrings(archive, partOf('sharedStrings'))
  if (isRefused(strings)) return strings
  const shown = await readShown(archive, partOf('styles'))
  if (isRefused(shown)) return shown

  const sheets = contents.sheets.map(({ id, ...sheet }) => {
    const relation = relations.get(id)
    return { ...sheet, part: relation?.type === 'worksheet' ? archive.parts.get(relation.target) : undefined }
  })
  return { book: { is1904: contents.is1904, strings, shown }, sheets }
}
