import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ACCEPTED, EXCUSED, listShipped } from './licences.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const shipped = listShipped(ROOT)

test('everything shipped may be: its licence is one of ours to accept, or the reason is stated', () => {
  expect(
    shipped.filter(({ name, licence }) => !ACCEPTED.has(licence) && EXCUSED[name] === undefined),
  ).toEqual([])
})

test('every package the product names is listed, with those it needs', () => {
  const { dependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'))
  const names = shipped.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining([...Object.keys(dependencies), 'pg-protocol', 'workbox-core']))
  expect(names).not.toContain('typescript')
  expect(shipped.find(({ name }) => name === 'hono')).toEqual({
    name: 'hono',
    version: dependencies.hono,
    licence: 'MIT',
  })
})
