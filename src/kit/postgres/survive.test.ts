import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { isRefused } from '../refuse.ts'
import { isRoot } from './account.ts'
import { findBinaries } from './binaries.ts'
import { serverArguments } from './cluster.ts'
import { joinPostgres, startPostgres } from './launch.ts'
import { findPostmaster } from './postmaster.ts'
import { runAs } from './run.ts'
import {
  ask,
  clearAll,
  clearModel,
  newFolder,
  refusal,
  start,
  startElsewhere,
  until,
  usedFolder,
} from './test/folders.ts'

// Every commit waits for the disk here, and the disk may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })
afterEach(clearAll)
afterAll(clearModel)

test('a folder in use by another running Pitlamp is refused, but can be joined', async () => {
  const dataDir = await usedFolder()
  const { owner, said } = startElsewhere(dataDir)
  const url = await said
  expect(await startPostgres({ dataDir, log: () => undefined })).toMatchObject({
    refused: 'folder-locked',
    facts: { detail: `pid ${owner.pid}` },
  })
  expect((await joinPostgres(dataDir))?.url).toBe(url)
  expect(await ask(url, 'select 1')).toBe(1)
  owner.kill('SIGKILL')
  await until(async () => (await joinPostgres(dataDir)) === undefined)
})

test('of two that start at once, one gets the folder', async () => {
  const dataDir = join(newFolder(), 'data')
  const said = await Promise.all([startElsewhere(dataDir).said, startElsewhere(dataDir).said])
  expect(said.filter((answer) => answer === 'folder-locked')).toHaveLength(1)
})

test('after kill -9 of the owner the next start works at once and has every committed row', async () => {
  const dataDir = await usedFolder()
  for (let round = 0; round < 3; round++) {
    const { owner, said } = startElsewhere(dataDir)
    const url = await said
    await ask(url, 'create table if not exists rows (n int)')
    await ask(url, `insert into rows values (${round})`)
    owner.kill('SIGKILL')
  }
  const { url, pid } = await start(dataDir)
  expect(await ask(url, 'select count(*)::int from rows')).toBe(3)
  expect(findPostmaster(join(dataDir, 'postgres'))?.pid).toBe(pid())
})

test('a server that outlived its owner is taken over', async () => {
  const dataDir = await usedFolder()
  const first = await start(dataDir)
  await first.stop()
  const folder = join(first.home, 'postgres')
  const { uid, gid } = statSync(folder)
  const account = isRoot() ? { uid, gid, name: 'owner' } : undefined
  const binaries = findBinaries(account)
  if (isRefused(binaries)) throw new Error('no binaries')
  const left = runAs(
    account,
    join(binaries.bin, 'postgres'),
    serverArguments(folder, Number(new URL(first.url).port), 'kept'),
  )
  await until(() => findPostmaster(folder)?.ready ?? false)
  const orphan = findPostmaster(folder)
  const second = await start(dataDir)
  expect(second).toMatchObject({ adopted: true, url: first.url })
  expect(second.pid()).toBe(orphan?.pid)
  await second.stop()
  expect((await left).code).toBe(0)
})

test('a server that is killed comes back at the same address', async () => {
  const { url, pid } = await start(await usedFolder())
  await ask(url, 'create table kept as select 7 as answer')
  const killed = pid()
  process.kill(killed, 'SIGKILL')
  await until(() => ask(url, 'select answer = 7 from kept').then(Boolean, () => false))
  expect(pid()).not.toBe(killed)
})

test('a server that cannot come back says why, and the folder is free after stop', async () => {
  const dataDir = await usedFolder()
  const started = await start(dataDir)
  writeFileSync(join(started.home, 'postgres', 'PG_VERSION'), '9.4\n')
  process.kill(started.pid(), 'SIGKILL')
  expect(await started.lost).toMatchObject({ refused: 'folder-foreign' })
  await started.stop()
  expect(await refusal(dataDir)).toBe('folder-foreign')
})

test('a stale postmaster.pid with the number of a running program does not matter', async () => {
  const dataDir = await usedFolder()
  const first = await start(dataDir)
  process.kill(first.pid(), 'SIGSTOP')
  const file = join(first.home, 'postgres', 'postmaster.pid')
  const text = readFileSync(file, 'utf8')
  process.kill(first.pid(), 'SIGCONT')
  await first.stop()
  writeFileSync(file, text.replace(/^\d+/, String(process.ppid)))
  expect(await refusal(dataDir)).toBe(undefined)
})
