import { SaxParser } from '@cj-tech-master/excelts/xml'
import { type Refused, refuse } from '../refuse.ts'

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

/** Reads XML chunk by chunk; throws the library's error when it is not well formed. */
export function xmlReader(elements: Elements): {
  take: (chunk: Uint8Array) => void
  end: () => Refused<'damaged-workbook'> | undefined
} {
  const { open, close = {}, text } = elements
  const parser = new SaxParser({ position: false })
  let decoder: TextDecoder | undefined
  parser.on('opentag', ({ name, attributes }) => open[localName(name)]?.(attributes))
  parser.on('closetag', ({ name }) => close[localName(name)]?.())
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  return {
    take: (chunk) => {
      decoder ??= new TextDecoder(encodingOf(chunk))
      parser.write(decoder.decode(chunk, { stream: true }))
    },
    end: () => {
      try {
        parser.close()
        return undefined
      } catch {
        return refuse('damaged-workbook')
      }
    },
  }
}
