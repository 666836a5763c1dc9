import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { verifyPack } from '../../src/evidence/store/verify-pack.ts'
import { listPacks } from '../packs/list.ts'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const LONG_MS = 120_000
const { PITLAMP_ROUGH_PACKS: ROUGH_PACKS = '40' } = process.env
const MOST_SAID_BYTES = 10 ** 8

const folder = mkdtempSync(join(tmpdir(), 'pitlamp-verifier-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs Python 3 in this folder; fails with a sentence where there is none, so that nothing is passed over in silence. */
function python(...args: string[]) {
  const { error, status, stdout, stderr } = spawnSync('python3', ['-B', ...args], {
    cwd: HERE,
    encoding: 'utf8',
    maxBuffer: MOST_SAID_BYTES,
  })
  if (error)
    throw new Error('The second verifier needs python3 (3.9 or later): install it and put it on the PATH.')
  return { status, said: stdout + stderr }
}

/** What the verifier of the page says of a pack in the folder: the codes, each once, sorted. */
async function pageSays(name: string): Promise<string[]> {
  const { findings } = await verifyPack(readFileSync(join(folder, name)))
  return [...new Set(findings.map(({ code }) => code))].sort()
}

/** Holds both verifiers against each other over every zip in the folder; answers how many of them are good. */
async function countGoodOfAgreed(): Promise<number> {
  const { said } = python('codes.py', folder)
  const secondSays: Record<string, string[]> = JSON.parse(said)
  for (const [name, codes] of Object.entries(secondSays)) expect(await pageSays(name), name).toEqual(codes)
  return Object.values(secondSays).filter((codes) => codes.length === 0).length
}

test('python3 is new enough', () => {
  const { said } = python('-c', 'import sys; print(sys.version_info >= (3, 9))')
  expect(said.trim(), 'The second verifier needs Python 3.9 or later.').toBe('True')
})

test('the second verifier holds every vector', () => {
  const { status, said } = python('pitlamp_verify.py', '--vectors')
  expect(said).toMatch(/^(\d+) of \1 vectors hold\n$/)
  expect(status).toBe(0)
})

test('its own tests pass', { timeout: LONG_MS }, () => {
  const { status, said } = python('-m', 'unittest', '-q')
  expect(said).toMatch(/Ran \d\d+ tests/)
  expect(status, said).toBe(0)
})

test('both verifiers say the same of the packs made for either', { timeout: LONG_MS }, async () => {
  const { status, said } = python('bad_packs.py', folder)
  expect(status, said).toBe(0)
  for (const { name, file } of listPacks(3, { good: 3, bad: 30 }))
    writeFileSync(join(folder, `${name}.zip`), file)
  expect(await countGoodOfAgreed()).toBeGreaterThan(10)
})

// `PITLAMP_ROUGH_PACKS=2000` compares that many.
test('both verifiers say the same of packs changed at random', { timeout: LONG_MS }, async () => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name))
  expect(python('rough_packs.py', folder, ROUGH_PACKS, '3').said).toBe('')
  const good = await countGoodOfAgreed()
  expect(good).toBeGreaterThan(0)
  expect(good).toBeLessThan(0.75 * Number(ROUGH_PACKS))
})
