import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { findNode, readOrNothing } from './install.mjs'
import { ROOT } from './say.mjs'

/** All checks together end within this. */
const MOST_MS = 15 * 60_000
const began = Date.now()

/** Runs every check (a title, and a `run` that counts what passed and failed), also after one that failed, and ends with what failed, by name, and the one line that sums them up; exit code 1 when any failed. */
export function runAll(steps) {
  const total = { passed: 0, failed: 0 }
  const broken = []
  for (const { title, run } of steps) {
    console.log(`\n── ${title}`)
    const start = Date.now()
    const { passed, failed, names = [] } = run()
    console.log(`   ${failed === 0 ? '✓' : '✗'} ${title}: ${seconds(Date.now() - start)}`)
    total.passed += passed
    total.failed += failed
    if (failed > 0) broken.push(title, ...names.map((name) => `  ${name}`))
  }
  console.log(`\n── ${seconds(Date.now() - began)}`)
  for (const line of broken) console.log(`✗ ${line}`)
  console.log(`${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed === 0 ? 0 : 1
}

/** A check that is one program on our Node: it passes when the program ends well. */
export function program(title, args) {
  return { title, run: () => once(runNode(args)) }
}

/** A check that cannot be made here; it says what to do. */
export function notRun(title, sentence) {
  const run = () => {
    console.log(`   not run: ${sentence}`)
    return once(false)
  }
  return { title, run }
}

/** A run of vitest: its tests are counted one by one, and a file or a run that broke without any counts as one that failed. */
export function vitest(title, args, before = []) {
  return { title, run: () => countTests(args, before) }
}

function countTests(args, before) {
  const folder = mkdtempSync(join(tmpdir(), 'pitlamp-tests-'))
  const file = join(folder, 'results.json')
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  const ended = runNode([...before, 'node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args])
  const said = readOrNothing(file)
  rmSync(folder, { recursive: true, force: true })
  if (!said) return once(false)
  const { numPassedTests: passed, numFailedTests, testResults } = JSON.parse(said)
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
  )
  const failed = numFailedTests + broken.length
  sayLongest(testResults)
  return { passed, failed: failed === 0 && !ended ? 1 : failed, names: namesOfFailed(testResults) }
}

/** Each test that failed, as `file > test`, and each file that broke without one; under it the first lines of why. */
function namesOfFailed(testResults) {
  return testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const file = relative(ROOT, name)
      const tests = assertionResults.filter(({ status }) => status === 'failed')
      if (tests.length === 0) return [file, ...beginOf(message)]
      return tests.flatMap((test) => [`${file} > ${test.fullName}`, ...beginOf(test.failureMessages[0])])
    })
}

const MOST_LINES = 8

function beginOf(message = '') {
  const lines = stripVTControlCharacters(message).split('\n').slice(0, MOST_LINES)
  return lines.map((line) => `    ${line}`)
}

const MOST_NAMED = 8

/** Where the time went, for whoever wants some of it back. */
function sayLongest(testResults) {
  const files = testResults.map(({ name, startTime, endTime }) => ({ name, ms: endTime - startTime }))
  for (const { name, ms } of files.sort((a, b) => b.ms - a.ms).slice(0, MOST_NAMED))
    console.log(`   ${seconds(ms).padStart(8)} ${relative(ROOT, name)}`)
}

/** Runs our Node in the product's folder; whether it ended well, in the time that is left. */
export function runNode(args) {
  const left = Math.max(1, MOST_MS - (Date.now() - began))
  const options = { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], timeout: left, env: process.env }
  const { status, signal } = spawnSync(findNode(), args, options)
  if (signal) console.log(`   ended by ${signal} after ${seconds(Date.now() - began)} in all`)
  return status === 0
}

export function once(good) {
  return good ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`
}
