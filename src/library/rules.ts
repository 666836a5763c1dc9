import { type Refused, refuse } from '../kit/refuse.ts'

/** What a file may be, by its content. */
export const FILE_KINDS = ['pdf', 'docx', 'xlsx', 'txt', 'png', 'jpeg', 'webp'] as const
export type FileKind = (typeof FILE_KINDS)[number]

/** What browsers call them. */
export const MIMES: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain; charset=utf-8',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
}

/** How the names of files of a kind end. */
const ENDINGS: Readonly<Record<FileKind, readonly string[]>> = {
  pdf: ['pdf'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  txt: ['txt'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  webp: ['webp'],
}
/** All of them, as a browser asks for them: `.pdf,.docx` … */
export const TAKEN = FILE_KINDS.flatMap((kind) => ENDINGS[kind].map((ending) => `.${ending}`)).join(',')
/** Endings of Office files that exist to hold macros. */
const MACRO_ENDINGS: readonly string[] = [
  'docm',
  'dotm',
  'xlsm',
  'xltm',
  'xlsb',
  'xlam',
  'pptm',
  'potm',
  'ppsm',
]

const endingOf = (name: string): string => /\.([^.]+)$/.exec(name.trim().toLowerCase())?.[1] ?? ''

/** The kind a file’s name says it is. */
export function kindByName(name: string): FileKind | Refused<'file-with-macros' | 'wrong-file-kind'> {
  const ending = endingOf(name)
  if (MACRO_ENDINGS.includes(ending)) return refuse('file-with-macros')
  return FILE_KINDS.find((kind) => ENDINGS[kind].includes(ending)) ?? refuse('wrong-file-kind')
}

/** A file is at most so large, in megabytes of 1024 × 1024 bytes. */
export const MOST_MB = 20
const MB = 1024 * 1024

/** Whether a file holds something and is small enough. */
export function checkSize(bytes: number): 'fine' | Refused<'empty-file' | 'file-too-large'> {
  if (bytes === 0) return refuse('empty-file', undefined, { megabytes: MOST_MB })
  return bytes > MOST_MB * MB ? refuse('file-too-large', undefined, { megabytes: MOST_MB }) : 'fine'
}

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte)

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]
const RIFF = [0x52, 0x49, 0x46, 0x46]
const WEBP = [0x57, 0x45, 0x42, 0x50]
const WEBP_AT = 8

/** Characters of control that no text holds: all below a blank but tab, line feed, form feed and carriage return. */
const isText = (text: string): boolean => !/[^\P{Cc}\t\n\r\f]|\ufffd/u.test(text)

/** What a file is by its first bytes: a kind, an archive to look into, or nothing we take. `text` is the whole as UTF-8, U+FFFD where it is none. */
export function lookAt(bytes: Uint8Array, text: () => string): FileKind | 'zip' | undefined {
  if (startsWith(bytes, PDF)) return 'pdf'
  if (startsWith(bytes, ZIP)) return 'zip'
  if (startsWith(bytes, PNG)) return 'png'
  if (startsWith(bytes, JPEG)) return 'jpeg'
  if (startsWith(bytes, RIFF) && startsWith(bytes, WEBP, WEBP_AT)) return 'webp'
  return bytes.length > 0 && isText(text()) ? 'txt' : undefined
}

/** An Office file by the names of its parts, in lower case, and the text of its list of contents; macros are refused wherever they hide. */
export function officeKind(
  parts: ReadonlySet<string>,
  contents: string,
): FileKind | Refused<'file-with-macros' | 'wrong-file-kind'> {
  const names = [...parts]
  const hasMacros =
    names.some((name) => /(^|\/)vba(project|data)/.test(name) || name.startsWith('xl/macrosheets/')) ||
    /macroenabled|vbaproject|activex/i.test(contents)
  if (hasMacros) return refuse('file-with-macros')
  if (parts.has('word/document.xml')) return 'docx'
  if (parts.has('xl/workbook.xml')) return 'xlsx'
  return refuse('wrong-file-kind')
}

/** Whether a PDF runs something by itself when it is opened. Compressed parts are not looked into. */
export const isActivePdf = (latin: string): boolean => /\/(JavaScript|JS|Launch|EmbeddedFile)\b/.test(latin)

/** Whether a text bears a mark of secrecy: such things have no place here (R10.1). */
export const isClassified = (text: string): boolean => /(绝密|机密|秘密)\s*[★☆]/u.test(text.normalize('NFC'))
