import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const SRC = fileURLToPath(new URL('../../', import.meta.url))
const FILES = ['*/words/phone.ts', 'kit/web/phone/words.ts', 'web/phone/words.ts']

type Said = { readonly at: string; readonly zh: string; readonly en: string }

function saidIn(table: unknown, at: string): Said[] {
  if (typeof table !== 'object' || table === null) return []
  if ('zh' in table && 'en' in table) return [{ at, zh: String(table.zh), en: String(table.en) }]
  return Object.entries(table).flatMap(([name, value]) => saidIn(value, `${at}.${name}`))
}

const files = FILES.flatMap((pattern) => globSync(pattern, { cwd: SRC }))
const tables = await Promise.all(
  files.map(async (file) => saidIn({ ...(await import(`${SRC}${file}`)) }, file)),
)
const all = tables.flat()
const blanksIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? ''))].sort()

test('there are words to look at', () => expect(all.length).toBeGreaterThan(150))

test.each(all)('$at speaks both languages, leaves the same blanks and does not shout', ({ zh, en }) => {
  expect(zh).toMatch(/\p{Script=Han}/u)
  expect(en).toMatch(/[a-z{]/)
  expect(en).not.toMatch(/\p{Script=Han}/u)
  expect(blanksIn(en)).toEqual(blanksIn(zh))
  expect(zh + en).not.toMatch(/[!！]/)
})
