import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { type Clone, cloneDatabase, copyDatabase } from '../kit/test/clone.ts'
import { main } from './main.ts'

let folder: string
/** A database without our tables, and one with them and without a mine. */
let bare: Clone
let empty: Clone
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pitlamp-no-data-'))
  mkdirSync(join(folder, 'wrong'))
  writeFileSync(join(folder, 'a-file'), '')
  bare = await copyDatabase(inject('databaseUrl'), 'template0')
  empty = await cloneDatabase(inject('databaseUrl'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await bare.drop()
  await empty.drop()
})
afterEach(() => vi.restoreAllMocks())

/** Runs a command line; answers its exit code and what it wrote. */
async function run(argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const said: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  const exit = await main([...argv, '--data', join(folder, env['HERE'] ?? 'nowhere')], env)
  return { exit, said: said.join('') }
}

const written = (): string => join(folder, 'out')
const LOOKING = [
  ['verify'],
  ['doctor'],
  ['backup', 'OUT'],
  ['export', 'OUT'],
  ['pack', 'OUT', '--unit', 'X', '--period', '2026Q3'],
]

test.each(LOOKING)('%s in a folder without data says so and makes nothing', async (...words) => {
  const argv = words.map((word) => (word === 'OUT' ? written() : word))
  for (const HERE of ['wrong', 'nowhere', 'a-file']) {
    const { exit, said } = await run(argv, { HERE })
    expect([exit, said]).toEqual([2, expect.stringContaining(`这里没有矿灯的数据（${join(folder, HERE)}）`)])
  }
  expect(readdirSync(folder).sort()).toEqual(['a-file', 'wrong'])
  expect(readdirSync(join(folder, 'wrong'))).toEqual([])
})

test.each(LOOKING)('%s on a database without a mine says so', async (...words) => {
  const argv = words.map((word) => (word === 'OUT' ? written() : word))
  for (const { url } of [bare, empty]) {
    const { exit, said } = await run(argv, { DATABASE_URL: url })
    expect([exit, said]).toEqual([2, 'DATABASE_URL 指的数据库里没有矿灯的数据：请核对这个地址。\n'])
  }
  expect([existsSync(written()), existsSync(join(folder, 'nowhere'))]).toEqual([false, false])
})
