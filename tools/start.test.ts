import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'

const HERE = fileURLToPath(new URL('..', import.meta.url))
const clearing: (() => unknown)[] = []
afterEach(() => {
  for (const clear of clearing.splice(0)) clear()
})

/** A product as small as can be: our tools, one page, and a command that tells how it was called. */
function newProduct(mainTs: string): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'pitlamp-start-')))
  clearing.push(() => rmSync(root, { recursive: true, force: true }))
  for (const name of ['bin', 'tools']) cpSync(join(HERE, name), join(root, name), { recursive: true })
  mkdirSync(join(root, 'src', 'cli'), { recursive: true })
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock))
  writeFileSync(join(root, 'src', 'page.ts'), 'export const page = 1\n')
  writeFileSync(join(root, 'src', 'cli', 'main.ts'), mainTs)
  writeFileSync(
    join(root, 'vite.config.ts'),
    `export default { build: { lib: { entry: 'src/page.ts', formats: ['es'], fileName: 'page' } } }`,
  )
  return root
}

const lock = {
  packages: {
    '': {},
    'node_modules/one': { version: '1.2.3' },
    'node_modules/elsewhere': { version: '4.0.0', optional: true },
  },
}

const tell = `console.log(JSON.stringify({ args: process.argv.slice(2), cwd: process.cwd(), major: Number.parseInt(process.versions.node) }))
process.exitCode = 2`

function linkModules(root: string): void {
  symlinkSync(join(HERE, 'node_modules'), join(root, 'node_modules'))
}

/** A Pitlamp that says who it is and each signal it gets, and ends half a second after the first. */
const listen = `for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { console.log(signal); setTimeout(() => process.exit(7), 500) })
console.log('up ' + process.pid)
setInterval(() => {}, 1000)`

function startProduct(root: string): { wrapper: ChildProcess; said: () => string } {
  const wrapper = spawn(process.execPath, ['bin/pitlamp.mjs', 'x'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  wrapper.stdout.on('data', (text) => {
    said += text
  })
  clearing.push(() => wrapper.kill('SIGKILL'))
  return { wrapper, said: () => said }
}

const soon = { timeout: 60_000, interval: 20 }

test('a command gets its arguments where the person stands, and its exit code and output are its own', () => {
  const root = newProduct(tell)
  linkModules(root)
  const ran = spawnSync(
    process.execPath,
    [join(root, 'bin', 'pitlamp.mjs'), 'assess', 'a b.xlsx', '--json'],
    { cwd: tmpdir(), encoding: 'utf8' },
  )
  expect(JSON.parse(ran.stdout)).toEqual({
    args: ['assess', 'a b.xlsx', '--json'],
    cwd: realpathSync(tmpdir()),
    major: 24,
  })
  expect(ran).toMatchObject({ status: 2, stderr: '' })
})

test('npm start serves from the folder of the product; certificates are looked for where the person stood', () => {
  const root = newProduct(tell)
  linkModules(root)
  const args = ['--host', '0.0.0.0', '--cert', 'site.pem', '--key', '/etc/site.key']
  const env = { ...process.env, INIT_CWD: '/etc' }
  const ran = spawnSync(process.execPath, [join(root, 'tools', 'start.mjs'), ...args], {
    cwd: '/',
    encoding: 'utf8',
    env,
  })
  expect(JSON.parse(ran.stdout)).toMatchObject({
    cwd: root,
    args: ['serve', '--host', '0.0.0.0', '--cert', '/etc/site.pem', '--key', '/etc/site.key'],
  })
})

test('the pages are built once, and again only when a source says something else', () => {
  const root = newProduct(tell)
  linkModules(root)
  const built = (): number => {
    spawnSync(process.execPath, [join(root, 'tools', 'start.mjs')], { cwd: root })
    return statSync(join(root, 'dist', 'page.js')).mtimeMs
  }
  const first = built()
  expect(built()).toBe(first)
  utimesSync(join(root, 'src', 'page.ts'), 0, 0)
  expect(built()).toBe(first)
  writeFileSync(join(root, 'src', 'page.ts'), 'export const page = 2\n')
  expect(built()).toBeGreaterThan(first)
  expect(readFileSync(join(root, 'dist', 'page.js'), 'utf8')).toContain('2')
})

test('a Ctrl-C that arrives twice, from the terminal and from npm, reaches the server once', async () => {
  const root = newProduct(listen)
  linkModules(root)
  const { wrapper, said } = startProduct(root)
  await expect.poll(said, soon).toContain('up')
  wrapper.kill('SIGINT')
  await expect.poll(said, soon).toContain('SIGINT')
  wrapper.kill('SIGINT')
  await expect.poll(() => wrapper.exitCode, soon).toBe(7)
  expect(said().match(/SIGINT/g)).toHaveLength(1)
})

const tied =
  process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'TERM', 'true']).status === 0
const whereTied = tied ? test : (): void => undefined

whereTied('the server ends when what started it is killed', async () => {
  const root = newProduct(listen)
  linkModules(root)
  const { wrapper, said } = startProduct(root)
  await expect.poll(said, soon).toContain('up')
  wrapper.kill('SIGKILL')
  await expect.poll(said, soon).toContain('SIGTERM')
})

/** A node_modules of its own, and an npm that writes down how it was called. */
function fakeNpm(root: string, installed: object, status: number): () => string | undefined {
  const bin = join(root, 'fake')
  mkdirSync(bin)
  writeFileSync(join(bin, 'npm'), `#!/bin/sh\necho "$@" >> ${root}/called\nexit ${status}\n`)
  chmodSync(join(bin, 'npm'), 0o755)
  mkdirSync(join(root, 'node_modules', '.bin'), { recursive: true })
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }))
  return () => (existsSync(join(root, 'called')) ? readFileSync(join(root, 'called'), 'utf8') : undefined)
}

function call(root: string): { status: number | null; stderr: string } {
  const env = { PATH: `${join(root, 'fake')}:${process.env['PATH']}`, LANG: 'en_US.UTF-8' }
  return spawnSync(process.execPath, [join(root, 'bin', 'pitlamp.mjs'), 'help'], {
    cwd: root,
    encoding: 'utf8',
    env,
  })
}

test.each([
  ['all that this machine needs', { 'node_modules/one': { version: '1.2.3' } }, false],
  ['an older version', { 'node_modules/one': { version: '1.2.2' } }, true],
  ['nothing', {}, true],
])('with %s installed, npm is asked or not', (_, installed, isAsked) => {
  const root = newProduct(tell)
  const called = fakeNpm(root, installed, 0)
  expect(call(root).status).toBe(2)
  expect(called() !== undefined).toBe(isAsked)
  call(root)
  expect(called()?.split('\n').length).toBe(isAsked ? 2 : undefined)
})

test('when the packages cannot be installed, it says so and ends', () => {
  const root = newProduct(tell)
  fakeNpm(root, {}, 1)
  expect(call(root)).toMatchObject({ status: 1, stderr: expect.stringContaining('could not be installed') })
})

test('the first lines can be read by a Node older than 20', () => {
  for (const file of ['bin/pitlamp.mjs', 'tools/start.mjs']) {
    const text = readFileSync(join(HERE, file), 'utf8')
    expect(text).not.toMatch(/^import .* from|\bawait\b|\?\?|\?\./m)
    expect(() => execFileSync(process.execPath, ['--check', join(HERE, file)])).not.toThrow()
  }
})
