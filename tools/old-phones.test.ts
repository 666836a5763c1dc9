import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'
import { expect, test } from 'vitest'

/** The oldest browser that WeCom and DingTalk bring along: a Chromium 86. */
const DIST = fileURLToPath(new URL('../dist/', import.meta.url))
const names = readdirSync(`${DIST}assets`)
const page = readFileSync(`${DIST}phone/index.html`, 'utf8')

/** The phone's scripts: the one of its page, what that loads later, and its worker. */
function scripts(): string[] {
  const first = /src="\/assets\/(phone-[^"]+\.js)"/.exec(page)?.[1] ?? ''
  const later = names.filter(
    (name) => name.endsWith('.js') && readFileSync(`${DIST}assets/${name}`, 'utf8').includes(`"./${first}"`),
  )
  return [`assets/${first}`, ...later.map((name) => `assets/${name}`), 'worker.js']
}

/** Methods that came after Chromium 86; `at` and the like are looked for by name, whatever they are called on. */
const YOUNG = new Set([
  ...['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'groupBy', 'fromAsync'],
  ...['isWellFormed', 'toWellFormed', 'withResolvers', 'randomUUID', 'throwIfAborted', 'showPopover'],
  ...[
    'getOrInsert',
    'isSubsetOf',
    'isSupersetOf',
    'symmetricDifference',
    'checkVisibility',
    'replaceChildren',
  ],
])
const YOUNG_GLOBALS = new Set([
  'structuredClone',
  'scheduler',
  'navigation',
  'URLPattern',
  'DecompressionStream2',
])

type Node = { readonly type: string; readonly [name: string]: unknown }
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
const nameOf = (value: unknown): string => (isNode(value) ? String(value['name'] ?? '') : '')

/** A call of what came later; what a script itself puts in place first may be called. */
function youngCall({ callee }: Node, code: string): string[] {
  const name = nameOf(callee)
  if (YOUNG_GLOBALS.has(name)) return [name]
  if (!isNode(callee) || callee.type !== 'MemberExpression' || callee['computed']) return []
  const [of, method] = [nameOf(callee['object']), nameOf(callee['property'])]
  if (of === 'AbortSignal') return [`AbortSignal.${method}`]
  if (of === 'Object' && method === 'hasOwn')
    return /Object\.hasOwn(\?\?=|\|\|=|=)/.test(code) ? [] : ['Object.hasOwn']
  return YOUNG.has(method) ? [`.${method}()`] : []
}

const flagsOf = ({ regex }: Node): string =>
  typeof regex === 'object' && regex !== null && 'flags' in regex ? String(regex.flags) : ''

/** Pieces of the language that came later. */
const PIECES: Readonly<Record<string, (node: Node, code: string) => string[]>> = {
  StaticBlock: () => ['static block'],
  CallExpression: youngCall,
  BinaryExpression: ({ left }) => (isNode(left) && left.type === 'PrivateIdentifier' ? ['#name in'] : []),
  Literal: (node) => (/[dv]/.test(flagsOf(node)) ? [`regex ${flagsOf(node)}`] : []),
}

type Way = { readonly code: string; readonly where: 'top' | 'function' }

function walk(value: unknown, way: Way): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => walk(one, way))
  if (!isNode(value)) return []
  const isAwait = value.type === 'AwaitExpression' && way.where === 'top'
  const where = value.type.includes('Function') ? 'function' : way.where
  const own = [...(isAwait ? ['await at the top'] : []), ...(PIECES[value.type]?.(value, way.code) ?? [])]
  return [...own, ...Object.values(value).flatMap((inner) => walk(inner, { ...way, where }))]
}

/** What of a script a Chromium 86 does not read or does not have. */
function tooYoung(code: string): string[] {
  const { program, errors } = parseSync('phone.js', code, { sourceType: 'module' })
  return [...errors.map(({ message }) => message), ...walk(program, { code, where: 'top' })]
}

test.each(scripts())('%s is read by a Chromium 86, which has all it asks for', (name) => {
  const code = readFileSync(`${DIST}${name}`, 'utf8')
  expect(code.length).toBeGreaterThan(1000)
  expect(tooYoung(code)).toEqual([])
})

test.each([
  ['a static block', 'class A{static{f()}}', 'static block'],
  ['a last element', 'f([1].at(-1))', '.at()'],
  ['a copy sorted', 'f(g().toSorted())', '.toSorted()'],
  ['an await at the top', 'await f()', 'await at the top'],
  ['a regex of sets', 'f(/[a--b]/v)', 'regex v'],
  ['an own property, asked for as only newer browsers do', 'Object.hasOwn(a,"b")', 'Object.hasOwn'],
  ['a clone', 'structuredClone(a)', 'structuredClone'],
])('%s would be found', (_, code, found) => expect(tooYoung(code)).toEqual([found]))

test('its styles ask for no shorthand, unit or selector of later years without something older beside it', () => {
  const name = names.find((one) => /^phone-.*\.css$/.test(one)) ?? ''
  const css = readFileSync(`${DIST}assets/${name}`, 'utf8')
  expect(css).not.toMatch(/[;{](inset|inset-inline|inset-block|padding-inline|margin-inline):/)
  expect(css).not.toMatch(/@(container|layer)\b|&|\btranslate:|\brotate:/)
})

/** As it travels, before its headers: with them it stays below 60 KB. */
const MOST_BYTES = 59_200

test('the script of the phone’s first page travels quickly', () => {
  const [first] = scripts()
  expect(readFileSync(`${DIST}${first}.gz`).length).toBeLessThanOrEqual(MOST_BYTES)
})
