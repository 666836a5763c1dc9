import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { type Clone, cloneDatabase, copyDatabase } from '../kit/test/clone.ts'
import { main } from './main.ts'

let folder: string
/** A database without our tables, one with them and without a mine, and one that was not brought forward. */
let bare: Clone
let empty: Clone
let earlier: Clone
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pitlamp-no-data-'))
  mkdirSync(join(folder, 'wrong'))
  writeFileSync(join(folder, 'a-file'), '')
  bare = await copyDatabase(inject('databaseUrl'), 'template0')
  empty = await cloneDatabase(inject('databaseUrl'))
  earlier = await cloneDatabase(inject('databaseUrl'))
  const client = new pg.Client({ connectionString: earlier.url })
  await client.connect()
  await client.query('delete from migration where name = (select max(name) from migration)')
  await client.end()
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await bare.drop()
  await empty.drop()
  await earlier.drop()
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

test.each(LOOKING)(
  '%s says when the database cannot be reached, or is still that of an earlier version',
  async (...words) => {
    const argv = words.map((word) => (word === 'OUT' ? written() : word))
    const away = await run(argv, { DATABASE_URL: 'postgres://pitlamp:secret@127.0.0.1:9/pitlamp' })
    expect(away).toEqual({ exit: 2, said: expect.stringContaining('连接不上数据库 127.0.0.1:9：') })
    expect(away.said).not.toContain('secret')
    const behind = await run(argv, { DATABASE_URL: earlier.url })
    expect(behind).toEqual({ exit: 2, said: expect.stringContaining('数据库还是旧版本的') })
  },
)
