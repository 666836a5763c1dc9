import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp, say } from './say.mjs'

const LEAST_POSTGRES = 15
const FONTS = '/usr/share/fonts'
const SERVERS = '/usr/lib/postgresql'

/**
 * What the tests need from the distribution: a Chromium, Chinese glyphs, Python 3, and its own PostgreSQL. Installed when missing, as root or
 * where `sudo -n` works; without the first three the tests cannot be run here. The folder of the server's programs may stay undefined.
 */
export function ensureSystem() {
  const missing = Object.entries(needs).filter(([, isThere]) => !isThere())
  if (missing.length > 0) install(missing.map(([name]) => name))
  if (!findChromium() || !hasChinese() || !hasPython()) {
    const command = commandFor(Object.keys(needs).filter((name) => !needs[name]()))
    giveUp(
      `测试需要 Chromium、中文字体和 Python 3，请先运行：${command}`,
      `The tests need a Chromium, Chinese fonts and Python 3; run this first: ${command}`,
    )
  }
  return { chromium: findChromium(), postgres: findServer() }
}

/** The command a person runs to get the distribution's PostgreSQL. */
export function serverCommand() {
  return commandFor(['postgresql-15'])
}

const needs = {
  chromium: () => findChromium() !== undefined,
  'fonts-noto-cjk': hasChinese,
  python3: hasPython,
  'postgresql-15': () => findServer() !== undefined,
}

function findChromium() {
  const { PITLAMP_CHROMIUM } = process.env
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  return [PITLAMP_CHROMIUM, ...names.map(findProgram)].find((path) => path && existsSync(path))
}

/** Asks fontconfig; where its tool is missing, looks for the files themselves. */
function hasChinese() {
  const { stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  if (stdout?.trim()) return true
  return (
    existsSync(FONTS) &&
    readdirSync(FONTS, { recursive: true, encoding: 'utf8' }).some((name) => /CJK/.test(name))
  )
}

/** For the second verifier of evidence packs. */
function hasPython() {
  return findProgram('python3') !== undefined
}

/** The oldest PostgreSQL of the distribution that we promise to run on. */
function findServer() {
  const versions = existsSync(SERVERS) ? readdirSync(SERVERS).map(Number) : []
  return versions
    .filter((version) => version >= LEAST_POSTGRES)
    .sort((a, b) => a - b)
    .map((version) => join(SERVERS, String(version), 'bin'))
    .find((bin) => existsSync(join(bin, 'postgres')))
}

function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(':')
  return folders.map((folder) => join(folder, name)).find(existsSync)
}

/** One package after the other, so that one this distribution does not have keeps none of the others back. */
function install(names) {
  const before = asRoot()
  if (!before || !findProgram('apt-get')) return
  say(`正在安装系统软件包：${names.join(' ')}……`, `Installing from the distribution: ${names.join(' ')} …`)
  const apt = (args) => {
    const [first, ...rest] = [...before, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args]
    return spawnSync(first, rest, { stdio: ['ignore', 2, 2] }).status === 0
  }
  apt(['update'])
  for (const name of names) {
    const others = name === 'postgresql-15' ? ['postgresql'] : []
    const found = [name, ...others].find((one) => apt(['install', '-y', '--no-install-recommends', one]))
    if (!found) say(`没有装上 ${name}。`, `${name} could not be installed.`)
  }
}

function asRoot() {
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined
}

function commandFor(names) {
  if (!findProgram('apt-get')) return `install ${names.join(', ')} with the package manager of this system`
  return `sudo apt-get install -y --no-install-recommends ${names.join(' ')}`
}
