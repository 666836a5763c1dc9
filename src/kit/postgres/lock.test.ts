import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { findOwner, type Lock, type Owner, takeLock, tryLock } from './lock.ts'
import { processMark } from './process.ts'

const home = mkdtempSync(join(tmpdir(), 'pitlamp-lock-'))
afterEach(() => {
  for (const name of readdirSync(home)) rmSync(join(home, name))
})

afterAll(() => rmSync(home, { recursive: true }))

const isTaken = (answer: Lock | Owner): answer is Lock => 'release' in answer
const leave = (owner: unknown): void => writeFileSync(join(home, 'pitlamp.lock'), JSON.stringify(owner))

test('a free folder is taken, and free again after release', async () => {
  const lock = await takeLock(home, 0)
  if (!isTaken(lock)) throw new Error('not taken')
  expect(findOwner(home)).toEqual({ pid: process.pid, mark: processMark(process.pid) })
  expect(await takeLock(home, 0)).toEqual(findOwner(home))
  lock.release()
  expect(findOwner(home)).toBe(undefined)
  expect(readdirSync(home)).toEqual([])
})

test.each([
  ['an owner that is gone', { pid: 4_194_000, mark: 'then' }],
  ['a later process with the number of the owner', { pid: process.ppid, mark: 'then' }],
  ['a lock cut off in the writing', '{"pid":'],
])('%s does not hold the folder', async (_, owner) => {
  leave(owner)
  expect(isTaken(await takeLock(home, 0))).toBe(true)
})

test('a running owner holds it', async () => {
  const owner = { pid: process.ppid, mark: processMark(process.ppid) }
  leave(owner)
  expect(await takeLock(home, 0)).toEqual(owner)
})

test('an owner that ends within the patience makes way', async () => {
  const first = await takeLock(home, 0)
  if (!isTaken(first)) throw new Error('not taken')
  setTimeout(first.release, 150)
  expect(isTaken(await takeLock(home, 60_000))).toBe(true)
})

test('an owner that came between the look and the taking keeps the folder', () => {
  const living = { pid: process.ppid, mark: processMark(process.ppid) }
  leave(living)
  expect(tryLock(join(home, 'pitlamp.lock'), undefined)).toBe(undefined)
  expect(tryLock(join(home, 'pitlamp.lock'), '{"pid":4194000,"mark":"then"}')).toBe(undefined)
  expect(findOwner(home)).toEqual(living)
})

test('of many that clear a dead owner away at once, one gets the folder', async () => {
  leave({ pid: 4_194_000, mark: 'then' })
  const answers = await Promise.all(Array.from({ length: 20 }, () => takeLock(home, 0)))
  expect(answers.filter(isTaken)).toHaveLength(1)
})
