import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ROOT } from './say.mjs'

/** Tests of disks, processes, inputs and whole commands: another version of the database changes nothing about those. */
const ELSEWHERE = /^src[/\\](cli|server)[/\\]|[/\\]jobs[/\\.]/

/**
 * The test files that reach the test database by their imports, and no browser: those that run a second time on the
 * distribution's PostgreSQL. Found by looking, so that nobody has to remember a list.
 */
export function databaseTests() {
  const tests = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.test\.tsx?$/.test(path))
    .map((path) => join('src', path))
    .sort()
  return tests.filter((path) => {
    const text = textOf(path, new Set())
    return (
      !ELSEWHERE.test(path) &&
      text.includes("inject('databaseUrl')") &&
      !/from 'playwright-core'|import\('playwright-core'\)/.test(text)
    )
  })
}

/** All the source a file stands on, itself included. */
function textOf(path, seen) {
  const full = join(ROOT, path)
  if (seen.has(path) || !existsSync(full)) return ''
  seen.add(path)
  const text = readFileSync(full, 'utf8')
  const below = [...text.matchAll(/(?:from|import\() ?'(\.[^']+\.tsx?)'/g)].map(([, to]) =>
    join(dirname(path), to),
  )
  return [text, ...below.map((to) => textOf(to, seen))].join('\n')
}
