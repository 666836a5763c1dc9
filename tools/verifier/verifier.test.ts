import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const LONG_MS = 120_000

/** Runs Python 3 in this folder; fails with a sentence where there is none, so that nothing is passed over in silence. */
function python(...args: string[]) {
  const { error, status, stdout, stderr } = spawnSync('python3', ['-B', ...args], {
    cwd: HERE,
    encoding: 'utf8',
  })
  if (error)
    throw new Error('The second verifier needs python3 (3.9 or later): install it and put it on the PATH.')
  return { status, said: stdout + stderr }
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
