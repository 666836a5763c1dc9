import type { Json } from '../jcs.ts'

/** Objects and lists inside one another, the outermost counted, are at most so deep (docs/pack.md). */
export const MOST_DEEP = 64
/** So many letters are read between two pauses. */
const SLICE = 200_000

type Reader = { readonly text: string; at: number; pauseAt: number }
type Reading<T> = Generator<number, T>

/** Ends a reading; caught where it began. */
class Unreadable extends Error {}

const SPACE = /[ \t\n\r]*/y
/** What stands for itself inside a text: no quote, no backslash, no control character. */
const PLAIN = /[ !#-[\]-\uffff]*/y
const NUMBER = /-?(?:0|[1-9]\d*)(?![\d.eE])/y
const WORDS: readonly (readonly [string, Json])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
]

/** Moves past what a pattern finds here, and answers it. */
function take(reader: Reader, pattern: RegExp): string {
  pattern.lastIndex = reader.at
  const [found = ''] = pattern.exec(reader.text) ?? []
  reader.at += found.length
  return found
}

/** The next sign after white space; it is not passed. */
function next(reader: Reader): string {
  take(reader, SPACE)
  return reader.text.charAt(reader.at)
}

function expect(reader: Reader, sign: string): void {
  if (next(reader) !== sign) throw new Unreadable()
  reader.at += 1
}

/** Whether a sign stands next; it is passed when it does. */
function passes(reader: Reader, sign: string): boolean {
  if (next(reader) !== sign) return false
  reader.at += 1
  return true
}

function readText(reader: Reader): string {
  expect(reader, '"')
  const from = reader.at
  take(reader, PLAIN)
  let escaped = false
  for (; reader.text.charAt(reader.at) === '\\'; take(reader, PLAIN)) {
    escaped = true
    reader.at += 2
  }
  const raw = reader.text.slice(from, reader.at)
  if (reader.text.charAt(reader.at) !== '"') throw new Unreadable()
  reader.at += 1
  const text = escaped ? String(JSON.parse(`"${raw}"`)) : raw
  if (!text.isWellFormed()) throw new Unreadable()
  return text
}

function readNumber(reader: Reader): number {
  const found = take(reader, NUMBER)
  const number = Number(found)
  if (found === '' || found === '-0' || !Number.isSafeInteger(number)) throw new Unreadable()
  return number
}

function readScalar(reader: Reader, sign: string): Json {
  if (sign === '"') return readText(reader)
  const word = WORDS.find(([spelling]) => reader.text.startsWith(spelling, reader.at))
  if (!word) return readNumber(reader)
  reader.at += word[0].length
  return word[1]
}

function* readList(reader: Reader, deep: number): Reading<Json> {
  const list: Json[] = []
  expect(reader, '[')
  if (passes(reader, ']')) return list
  do list.push(yield* readValue(reader, deep))
  while (passes(reader, ','))
  expect(reader, ']')
  return list
}

/** Sets a member, also the one whose name means something to JavaScript. */
function setMember(object: Record<string, Json>, name: string, value: Json): void {
  if (name !== '__proto__') object[name] = value
  else Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true })
}

function* readObject(reader: Reader, deep: number): Reading<Json> {
  const object: Record<string, Json> = {}
  expect(reader, '{')
  if (passes(reader, '}')) return object
  do {
    const name = readText(reader)
    if (Object.hasOwn(object, name)) throw new Unreadable()
    expect(reader, ':')
    setMember(object, name, yield* readValue(reader, deep))
  } while (passes(reader, ','))
  expect(reader, '}')
  return object
}

function* readValue(reader: Reader, deep: number): Reading<Json> {
  const sign = next(reader)
  if (sign !== '{' && sign !== '[') return readScalar(reader, sign)
  if (deep === MOST_DEEP) throw new Unreadable()
  if (reader.at >= reader.pauseAt) {
    reader.pauseAt = reader.at + SLICE
    yield reader.at
  }
  return sign === '{' ? yield* readObject(reader, deep + 1) : yield* readList(reader, deep + 1)
}

/**
 * Reads JSON as docs/pack.md allows it: whole safe numbers in one spelling, no name twice, no lone surrogate, not too deep. Yields how many
 * letters it has read, so that a page can breathe; undefined when it is not such JSON.
 */
export function* readJson(text: string): Reading<Json | undefined> {
  const reader: Reader = { text, at: 0, pauseAt: SLICE }
  try {
    const value = yield* readValue(reader, 0)
    return next(reader) === '' && reader.at === text.length ? value : undefined
  } catch {
    return undefined
  }
}
