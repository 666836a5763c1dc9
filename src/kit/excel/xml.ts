import { isXmlError, SaxParser } from '@cj-tech-master/excelts/xml'
import { isRefused, type Refused, refuse } from '../refuse.ts'
import { markupFilter } from './markup.ts'

type No = Refused<'damaged-workbook'>

/** The attributes that the parts of a workbook are read by. */
export type Attributes = {
  readonly [Name in
    | 'r'
    | 't'
    | 's'
    | 'name'
    | 'state'
    | 'date1904'
    | 'numFmtId'
    | 'formatCode'
    | 'Id'
    | 'Type'
    | 'Target']?: string
}

/** What to do at the elements of a part, by their name without prefix; `text` gets the text of those in it and of their children. */
export type Elements = {
  readonly open: Readonly<Record<string, (attributes: Attributes) => void>>
  readonly close?: Readonly<Record<string, () => void>>
  readonly text?: (text: string) => void
}

const localName = (name: string): string => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** UTF-8 unless a byte order mark says UTF-16, as XML asks. */
const encodingOf = (first: Uint8Array): string => {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le'
  return first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : 'utf-8'
}

function parserOf({ open, close = {}, text }: Elements): SaxParser {
  const parser = new SaxParser({ position: false })
  parser.on('opentag', ({ name, attributes }) => open[localName(name)]?.(attributes))
  parser.on('closetag', ({ name }) => close[localName(name)]?.())
  if (text) parser.on('text', text)
  return parser
}

function refuseXmlErrors(parse: () => void): No | undefined {
  try {
    parse()
    return undefined
  } catch (error) {
    if (isXmlError(error)) return refuse('damaged-workbook')
    throw error
  }
}

/** Reads a part's XML chunk by chunk; refuses what is not well formed. */
export function xmlReader(elements: Elements): {
  take: (chunk: Uint8Array) => No | undefined
  end: () => No | undefined
} {
  const parser = parserOf(elements)
  const filter = markupFilter()
  let decoder: TextDecoder | undefined
  return {
    take: (chunk) => {
      decoder ??= new TextDecoder(encodingOf(chunk))
      const markup = filter.pass(decoder.decode(chunk, { stream: true }))
      return isRefused(markup) ? markup : refuseXmlErrors(() => parser.write(markup))
    },
    end: () => filter.end() ?? refuseXmlErrors(() => parser.close()),
  }
}
