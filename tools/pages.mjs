import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { findNode, readOrNothing, writeOrNot } from './install.mjs'
import { giveUp, ROOT, say } from './say.mjs'

const STAMP = join(ROOT, 'dist', '.pitlamp-stamp')
const SOURCES = [
  'src',
  'vite.config.ts',
  'tools/phone-build.ts',
  'tools/one-file.ts',
  'tools/packed.ts',
  'tools/licences.ts',
  'package-lock.json',
]

/** Builds the pages, unless those of exactly these sources are there. */
export function ensurePages() {
  const files = SOURCES.flatMap(listFiles)
  const [look, content] = (readOrNothing(STAMP) ?? '').split(' ')
  const seen = digest(files, lookOf)
  if (look === seen) return
  const read = digest(files, contentOf)
  if (content !== read) {
    say('正在生成页面……', 'Building the pages …')
    if (!build())
      giveUp('页面没有生成（原因见上）。', 'The pages could not be built (the reason stands above).')
  }
  writeOrNot(STAMP, `${seen} ${read}`)
}

/** Builds the pages in any case; whether that went well. */
export function buildPages() {
  const files = SOURCES.flatMap(listFiles)
  const stamp = `${digest(files, lookOf)} ${digest(files, contentOf)}`
  const good = build()
  if (good) writeOrNot(STAMP, stamp)
  return good
}

/** What it says goes to standard error: standard output belongs to the commands. */
function build() {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js')
  const options = { cwd: ROOT, stdio: ['ignore', 2, 2] }
  return spawnSync(findNode(), [vite, 'build', '--logLevel', 'warn'], options).status === 0
}

function listFiles(path) {
  const full = join(ROOT, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .sort()
    .flatMap((name) => listFiles(join(path, name)))
}

/** Size and time of change: enough to know that nothing changed, at a thousandth of the cost of reading. */
function lookOf(path) {
  const { size, mtimeMs } = statSync(join(ROOT, path))
  return `${size} ${mtimeMs}`
}

function contentOf(path) {
  return readFileSync(join(ROOT, path))
}

function digest(files, of) {
  const hash = createHash('sha256')
  for (const path of files) hash.update(`${path}\n`).update(of(path))
  return hash.digest('hex')
}
