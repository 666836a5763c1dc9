import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { main } from './main.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pitlamp-files-'))
  mkdirSync(join(folder, 'FOLDER'))
  writeFileSync(join(folder, 'FILE'), '')
})
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => vi.restoreAllMocks())

/** Runs a command line, its names in capitals in a folder of their own; answers its exit code and what it said. */
async function run(words: readonly string[]) {
  const said: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  const argv = words.map((word) => (/^[A-Z/]+$/.test(word) ? join(folder, word) : word))
  const exit = await main(argv, { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/must-not-be-touched' })
  return { exit, said: said.join('').replaceAll(folder, '') }
}

const FOLDER = '“/FOLDER”是文件夹，这里要的是文件。\n'
const NO_FOLDER = '没有这个文件夹：/NOWHERE\n'
const NO_FILE = '没有这个文件：/NOWHERE\n'
const TILES = [
  '--tiles',
  'FOLDER',
  '--vkey',
  'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
]

test.each([
  [['restore', 'FOLDER'], FOLDER],
  [['restore', 'NOWHERE'], NO_FILE],
  [['restore', 'FILE', '--checkpoint', 'FOLDER'], FOLDER],
  [['restore', 'FILE', '--leaves', 'NOWHERE'], NO_FOLDER],
  [['backup', 'FOLDER'], FOLDER],
  [['backup', 'NOWHERE/FILE'], NO_FOLDER],
  [['export', 'FOLDER'], FOLDER],
  [['pack', 'FOLDER', '--unit', 'x', '--period', '2026Q3'], FOLDER],
  [['pack', 'NOWHERE/FILE', '--unit', 'x', '--period', '2026Q3'], NO_FOLDER],
  [['verify', '--pack', 'FOLDER'], FOLDER],
  [['verify', '--pack', 'FILE', '--policy', 'FOLDER'], FOLDER],
  [['verify', ...TILES, '--checkpoints', 'FOLDER'], FOLDER],
  [['import', 'FOLDER'], FOLDER],
  [['import', 'FILE', '--refused', 'FOLDER'], FOLDER],
  [['assess', 'FOLDER', '--period', '2026Q3'], FOLDER],
  [['assess', 'FILE', '--period', '2026Q3', '--out', 'NOWHERE/FILE'], NO_FOLDER],
])('%j: one sentence names what was given', async (words, said) => {
  expect(await run(words)).toEqual({ exit: 2, said })
  expect(readdirSync(folder).sort()).toEqual(['FILE', 'FOLDER'])
})
