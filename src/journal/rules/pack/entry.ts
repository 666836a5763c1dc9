import { utf8ToBytes } from '@noble/hashes/utils.js'
import { parseDay } from '../../../kit/day.ts'
import { fromBase64 } from '../base64.ts'
import { sameBytes } from '../hash.ts'
import { type Json, jcs } from '../jcs.ts'
import { type Entry, MAX_LEAF_BYTES } from '../leaf.ts'
import { textOf } from './zip.ts'

type Members = Readonly<Record<string, Json>>
type Test = (value: Json | undefined) => boolean

const isText: Test = (value) => typeof value === 'string'
const isObject = (value: Json | undefined): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isHash: Test = (value) =>
  typeof value === 'string' && value.length === 44 && fromBase64(value)?.length === 32
const isInstant: Test = (value) => typeof value === 'string' && microsOf(value) !== undefined
const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value)

const ENTRY: readonly (readonly [string, Test])[] = [
  ['v', (value) => value === 1],
  ['log', isText],
  ['kind', isText],
  ['scope', orNull(isText)],
  ['subject', isText],
  ['rev', (value) => Number.isSafeInteger(value) && Number(value) >= 1],
  ['prev', orNull(isHash)],
  ['actor', isHash],
  ['occurred', orNull(isInstant)],
  ['received', isInstant],
  ['fields', (value) => isObject(value) && Object.values(value).every(isHash)],
  ['files', (value) => Array.isArray(value) && value.every(isHash)],
  ['src', isText],
]

function isEntry(value: Json): value is Json & Entry {
  if (!isObject(value)) return false
  const names = Object.keys(value).length - (isText(value['dev']) ? 1 : 0)
  return names === ENTRY.length && ENTRY.every(([name, test]) => test(value[name]))
}

/** The entry in a leaf's bytes; undefined unless they are exactly its canonical JSON (docs/pack.md, leaf-bad). */
export function entryOf(bytes: Uint8Array): Entry | undefined {
  const text = bytes.length <= MAX_LEAF_BYTES ? textOf(bytes) : undefined
  if (text === undefined) return undefined
  try {
    const value: Json = JSON.parse(text)
    return sameBytes(utf8ToBytes(jcs(value)), bytes) && isEntry(value) ? value : undefined
  } catch {
    return undefined
  }
}

const INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,6}))?Z$/
const MICROS_PER_S = 1_000_000n

/** Microseconds since 1970 of an instant as a leaf writes it, beyond what a number holds exactly after 2255; undefined when it is none. */
export function microsOf(instant: string): bigint | undefined {
  const [, date = '', hour, minute, second, rest = ''] = INSTANT.exec(instant) ?? []
  if (!parseDay(date)) return undefined
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second)
  const days = Date.parse(`${date}T00:00:00Z`) / 1000
  return BigInt(days + seconds) * MICROS_PER_S + BigInt(rest.padEnd(6, '0'))
}
