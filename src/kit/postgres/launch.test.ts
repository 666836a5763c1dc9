import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { isRefused } from '../refuse.ts'
import { isRoot } from './account.ts'
import { findBinaries } from './binaries.ts'
import { serverArguments } from './cluster.ts'
import { joinPostgres, type Postgres, startPostgres } from './launch.ts'
import { findPostmaster } from './postmaster.ts'
import { runAs } from './run.ts'
import type { StartCode } from './words.ts'

// Every commit waits for the disk here, and the disk may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

/** What only root can arrange; as an ordinary user there is nothing to show. */
const asRoot = isRoot() ? test : (): void => undefined

const clearing: (() => unknown)[] = []
afterEach(async () => {
  for (const clear of clearing.splice(0).reverse()) await clear()
})

function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'pitlamp-launch-')))
  chmodSync(folder, 0o755)
  clearing.push(async () => {
    await until(() => !findPostmaster(join(folder, 'data', 'postgres')))
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** A data folder with a database that was started and stopped once, copied from the first of them. */
let model: string | undefined
async function usedFolder(): Promise<string> {
  const dataDir = join(newFolder(), 'data')
  if (model) {
    await runAs(undefined, 'cp', ['-Rp', model, dataDir])
    return dataDir
  }
  const first = await start(dataDir)
  await first.stop()
  model = join(mkdtempSync(join(tmpdir(), 'pitlamp-launch-model-')), 'data')
  await runAs(undefined, 'cp', ['-Rp', dataDir, model])
  return dataDir
}
afterAll(() => model && rmSync(dirname(model), { recursive: true, force: true }))

async function start(dataDir: string, port?: number, told: string[] = []): Promise<Postgres> {
  const started = await startPostgres({
    dataDir,
    log: (line) => told.push(line),
    ...(port !== undefined && { port }),
  })
  if (isRefused(started)) throw new Error(JSON.stringify(started))
  clearing.push(started.stop)
  return started
}

async function refusal(dataDir: string, port?: number): Promise<StartCode | undefined> {
  const started = await startPostgres({ dataDir, log: () => undefined, ...(port !== undefined && { port }) })
  if (isRefused(started)) return started.refused
  await started.stop()
  return undefined
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end())
  return rows[0] && Object.values(rows[0])[0]
}

/** A Pitlamp of its own that starts the database of this folder, says its answer in one line and waits. */
function startElsewhere(dataDir: string, uid?: number): { owner: ChildProcess; said: Promise<string> } {
  const script = `
    import { startPostgres } from ${JSON.stringify(import.meta.resolve('./launch.ts'))}
    const started = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, log() {} })
    console.log(started.url ?? started.refused)
    setInterval(() => {}, 1000)`
  const owner = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid !== undefined && { uid, gid: uid, cwd: '/' }),
  })
  clearing.push(async () => {
    owner.kill('SIGKILL')
    await until(() => owner.exitCode !== null || owner.signalCode !== null)
  })
  return {
    owner,
    said: new Promise((resolve) => owner.stdout.once('data', (line) => resolve(String(line).trim()))),
  }
}

const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  await expect.poll(holds, { timeout: 60_000, interval: 50 }).toBe(true)
}

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

test('a folder in use by another running Pitlamp is refused, but can be joined', async () => {
  const dataDir = await usedFolder()
  const { owner, said } = startElsewhere(dataDir)
  const url = await said
  expect(await startPostgres({ dataDir, log: () => undefined })).toMatchObject({
    refused: 'folder-locked',
    facts: { detail: `pid ${owner.pid}` },
  })
  expect(await joinPostgres(dataDir)).toBe(url)
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

test('a folder that may not be written is refused', async () => {
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

asRoot('an ordinary user starts, and root after him goes on as that user', async () => {
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

asRoot('a full disk is named', async () => {
  const small = newFolder()
  const mounted = await runAs(undefined, 'mount', ['-t', 'tmpfs', '-o', 'size=20m,mode=755', 'none', small])
  expect(mounted.output).toBe('')
  clearing.push(() => runAs(undefined, 'umount', ['-l', small]))
  expect(await refusal(join(small, 'data'))).toBe('disk-full')
  writeFileSync(join(small, 'filler'), Buffer.alloc(19_900_000))
  expect(await refusal(join(small, 'other'))).toBe('disk-full')
})
