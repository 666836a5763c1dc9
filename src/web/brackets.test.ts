import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const SRC = new URL('..', import.meta.url)
const files = (ending: string): string[] =>
  readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith(ending) && !file.includes('.test.'),
  )
const linesWith = (ending: string, wrong: RegExp): string[] =>
  files(ending).flatMap((file) =>
    readFileSync(new URL(file, SRC), 'utf8')
      .split('\n')
      .flatMap((line, at) => (wrong.test(line) ? [`${file}:${at + 1}`] : [])),
  )

test('no page writes brackets of one language by itself: they stand in words, in both', () => {
  expect(files('.tsx').length).toBeGreaterThan(200)
  expect(linesWith('.tsx', /[（）]/)).toEqual([])
})

test('no English text has full-width brackets', () => {
  expect(linesWith('.ts', /\ben: (['"`])(?:(?!\1).)*[（）]/)).toEqual([])
})
