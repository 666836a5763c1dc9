import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWorkbook } from '../kit/excel/read.ts'
import { isRefused } from '../kit/refuse.ts'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
const FIXTURES = fileURLToPath(new URL('../ledger/fixtures/', import.meta.url))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pitlamp-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Ran = { readonly code: number; readonly out: string; readonly err: string }

/** Runs a command as a person does, in a folder of its own. */
const pitlamp = (...words: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const env = {
      ...process.env,
      LANG: 'zh_CN.UTF-8',
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/must-not-be-touched',
    }
    const options = { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 }
    const child = execFile(process.execPath, [MAIN, ...words], options, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })

/** The sentences are ours; everything else is compared. */
const withoutSentences = (text: string): unknown =>
  JSON.parse(text, (key, value: unknown) => (key === 'because' ? undefined : value))

test.each(['small-2026', 'mine-2026'])(
  '%s is assessed to the last hundredth',
  async (name) => {
    const { code, out } = await pitlamp('assess', `${FIXTURES}${name}.xlsx`, '--period', '2026Q3', '--json')
    expect(code).toBe(0)
    expect(withoutSentences(out)).toEqual(
      withoutSentences(await readFile(`${FIXTURES}${name}.expected.json`, 'utf8')),
    )
  },
  120_000,
)

test('the explained result is a workbook with one row an item, and a readable table is printed', async () => {
  const file = join(folder, 'scores.xlsx')
  const { code, out } = await pitlamp(
    'assess',
    `${FIXTURES}small-2026.xlsx`,
    '--period',
    '2026Q3',
    '--out',
    file,
  )
  expect(code).toBe(0)
  expect(out).toContain('地面单位联合党支部')
  expect(out).toContain('101.50')
  const workbook = await readWorkbook(await readFile(file))
  if (isRefused(workbook)) throw new Error(workbook.refused)
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['得分', '逐项说明', '退回的行'])
  expect(workbook.sheets[1]?.rows[1]?.cells.slice(0, 4)).toEqual([
    'LH01',
    '地面单位联合党支部',
    '1',
    'study.monthsUnplanned',
  ])
  expect(workbook.sheets[2]?.rows).toHaveLength(1 + 99)
}, 120_000)

test.each([
  ['no file', ['assess', '--period', '2026Q3'], '请给出文件名'],
  ['a file that is not there', ['assess', 'none.xlsx', '--period', '2026Q3'], '没有这个文件：none.xlsx'],
  ['no period', ['assess', `${FIXTURES}small-2026.xlsx`], '看不懂'],
  ['a bad period', ['assess', `${FIXTURES}small-2026.xlsx`, '--period', '2026Q5'], '“2026Q5”看不懂'],
  ['an option that is none', ['assess', 'x.xlsx', '--periods', '2026Q3'], '选项“--periods”不可用'],
  ['a command that is none', ['asess'], '没有命令“asess”'],
])('%s: one sentence, exit code 2, nothing on standard output', async (_, words, sentence) => {
  const { code, out, err } = await pitlamp(...words)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(sentence)
  expect(err.trim().split('\n')).toHaveLength(1)
})

test('a file that is no workbook cannot be used', async () => {
  const file = join(folder, 'notes.xlsx')
  await writeFile(file, 'not a workbook')
  expect(await pitlamp('assess', file, '--period', '2026Q3')).toMatchObject({ code: 2, out: '' })
})
