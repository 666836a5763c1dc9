import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { canReach, isRoot } from './account.ts'
import { runAs } from './run.ts'
import {
  ask,
  clearAll,
  clearing,
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

/** What only root can arrange; as an ordinary user there is nothing to show. */
const asRoot = isRoot() ? test : (): void => undefined

/** Not every root may mount a disk. */
const whereMounts =
  isRoot() && spawnSync('unshare', ['-m', 'true']).status === 0 ? test : (): void => undefined

/** Root can show what an ordinary user meets where that user can enter this folder and run this Node. */
const stranger = { uid: 65534, gid: 65534, name: 'stranger' }
const isOpen = [import.meta.dirname, process.execPath].every((path) => canReach(path, stranger))
const asOther = isRoot() && isOpen ? test : (): void => undefined
const asOtherOrSelf = isRoot() ? asOther : test

test('the first start makes a database, the second finds what was in it, at the same address', async () => {
  const dataDir = join(newFolder(), 'data')
  const first = await start(dataDir)
  await ask(first.url, 'create table kept as select 42 as answer')
  await first.stop()
  const second = await start(dataDir)
  expect(await ask(second.url, 'select answer from kept')).toBe(42)
  expect(second).toMatchObject({ url: first.url, adopted: false })
})

test('the database is safe on disk, sorts by code point, and no root runs it', async () => {
  const dataDir = await usedFolder()
  const { url, pid } = await start(dataDir)
  const settings = `select string_agg(name || '=' || setting, ' ' order by name collate "C") from pg_settings where name in
    ('fsync', 'full_page_writes', 'synchronous_commit', 'jit', 'listen_addresses', 'random_page_cost', 'TimeZone', 'server_encoding')`
  expect(await ask(url, settings)).toBe(
    'TimeZone=UTC fsync=on full_page_writes=on jit=off listen_addresses=127.0.0.1 random_page_cost=1.1 server_encoding=UTF8 synchronous_commit=on',
  )
  expect(
    await ask(url, `select string_agg(c, '' order by c) from unnest(array['b', 'B', '矿', 'a', '党']) c`),
  ).toBe('Bab党矿')
  expect(await ask(url, `select lower('ÄÖ')`)).toBe('äö')
  expect(statSync(`/proc/${pid()}`).uid).not.toBe(0)
  expect(statSync(join(dataDir, 'access.json')).mode & 0o777).toBe(0o600)
  await expect(ask(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password')
})

test('the log tells neither statements nor values', async () => {
  const dataDir = await usedFolder()
  const { url } = await start(dataDir)
  await ask(url, 'create table people (id text primary key)')
  await ask(url, `insert into people values ('410000')`)
  await expect(ask(url, `insert into people values ('410000')`)).rejects.toThrow('duplicate')
  const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8')
  expect(log).toContain('ready to accept connections')
  expect(log).not.toContain('410000')
})

test.each([
  ['a cluster of another release', 'postgres/PG_VERSION', '15\n'],
  ['a folder of the same name with other things', 'postgres/letters.txt', 'dear'],
  ["somebody's own cluster", 'PG_VERSION', '18\n'],
])('%s is refused and left as it is', async (_, file, text) => {
  const dataDir = newFolder()
  mkdirSync(join(dataDir, 'postgres'))
  writeFileSync(join(dataDir, file), text)
  expect(await refusal(dataDir)).toBe('folder-foreign')
  expect(readFileSync(join(dataDir, file), 'utf8')).toBe(text)
  expect(readdirSync(dataDir).filter((name) => name !== 'PG_VERSION')).toEqual(['postgres'])
})

test('a file where the folder should be is refused', async () => {
  const file = join(newFolder(), 'data')
  writeFileSync(file, 'no folder')
  expect(await refusal(file)).toBe('folder-foreign')
})

test('the port of last time taken: another one; a port one must have taken: refused', async () => {
  const dataDir = await usedFolder()
  const first = await start(dataDir)
  await first.stop()
  const port = Number(new URL(first.url).port)
  const taken = createServer().listen(port, '127.0.0.1')
  clearing.push(() => taken.close())
  await until(() => taken.listening)
  expect(await refusal(dataDir, port)).toBe('port-in-use')
  const second = await start(dataDir)
  expect(Number(new URL(second.url).port)).not.toBe(port)
  expect(await ask(second.url, 'select 1')).toBe(1)
})

asOtherOrSelf('a folder that may not be written is refused', async () => {
  const closed = newFolder()
  chmodSync(closed, isRoot() ? 0o700 : 0o500)
  const said = isRoot() ? startElsewhere(join(closed, 'data'), 65534).said : refusal(join(closed, 'data'))
  expect(await said).toBe('folder-closed')
})

asRoot(
  'root below a folder others cannot enter: kept under /var/lib/pitlamp for ever, and said so',
  async () => {
    const closed = newFolder()
    chmodSync(closed, 0o700)
    const dataDir = join(closed, 'data')
    const first = await start(dataDir)
    clearing.splice(1, 0, () => rmSync(first.home, { recursive: true, force: true }))
    expect(first.moved).toBe(true)
    expect(first.home).toMatch(/^\/var\/lib\/pitlamp\/[\w-]+-data-\w{8}$/)
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
    await first.stop()
    chmodSync(closed, 0o755)
    expect((await start(dataDir)).home).toBe(first.home)
  },
)

asOther('an ordinary user starts, and root after him goes on as that user', async () => {
  const folder = newFolder()
  await runAs(undefined, 'chown', ['65534:65534', folder])
  const dataDir = join(folder, 'data')
  const { owner, said } = startElsewhere(dataDir, 65534)
  expect(await said).toMatch(/^postgres:/)
  owner.kill('SIGKILL')
  const second = await start(dataDir)
  expect(second.url).toBe(await said)
  expect(statSync(`/proc/${second.pid()}`).uid).toBe(65534)
})

whereMounts('a full disk is named', async () => {
  const small = newFolder()
  const mounted = await runAs(undefined, 'mount', ['-t', 'tmpfs', '-o', 'size=20m,mode=755', 'none', small])
  expect(mounted.output).toBe('')
  clearing.push(() => runAs(undefined, 'umount', ['-l', small]))
  expect(await refusal(join(small, 'data'))).toBe('disk-full')
  writeFileSync(join(small, 'filler'), Buffer.alloc(19_900_000))
  expect(await refusal(join(small, 'other'))).toBe('disk-full')
})
