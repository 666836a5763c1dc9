import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { isRoot } from './account.ts'
import { runnable } from './binaries.ts'
import { storehouse } from './place.ts'

const clearing: string[] = []
afterEach(() => {
  for (const path of clearing.splice(0)) rmSync(path, { recursive: true, force: true })
})

/** A package as npm leaves it when its install script did not run: a library under its full name alone. */
function newPackage(): { root: string; lib: string } {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'pitlamp-binaries-')))
  clearing.push(root)
  const lib = join(root, 'native', 'lib')
  for (const path of ['bin', 'lib', 'share']) mkdirSync(join(root, 'native', path), { recursive: true })
  for (const path of ['bin/postgres', 'bin/initdb', 'lib/libicu.so.60.2']) {
    writeFileSync(join(root, 'native', path), path, { mode: 0o755 })
  }
  const links = [{ source: 'native/lib/libicu.so.60.2', target: 'native/lib/libicu.so.60' }]
  writeFileSync(join(root, 'native', 'pg-symlinks.json'), JSON.stringify(links))
  chmodSync(root, 0o755)
  return { root, lib }
}

const stranger = { uid: 4_000_001, gid: 4_000_001, name: 'stranger' }

test('missing library links are made, and a second look changes nothing', () => {
  const { root, lib } = newPackage()
  expect(runnable(root, 'x', undefined)).toBe(root)
  expect(lstatSync(join(lib, 'libicu.so.60')).isSymbolicLink()).toBe(true)
  expect(runnable(root, 'x', undefined)).toBe(root)
  expect(readdirSync(lib).sort()).toEqual(['libicu.so.60', 'libicu.so.60.2'])
})

test('programs the account cannot reach are copied once to where it can, links included', () => {
  const { root } = newPackage()
  chmodSync(root, 0o700)
  const name = `test-${process.pid}`
  const copy = runnable(root, name, isRoot() ? stranger : undefined)
  if (!isRoot()) expect(copy).toBe(root)
  else {
    clearing.push(join(storehouse() ?? '', name))
    expect(copy).toBe(join(storehouse() ?? '', name))
    expect(readdirSync(join(copy ?? '', 'native', 'lib')).sort()).toEqual(['libicu.so.60', 'libicu.so.60.2'])
    rmSync(root, { recursive: true })
    expect(runnable(copy ?? '', name, stranger)).toBe(copy)
  }
})
