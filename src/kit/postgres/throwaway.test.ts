import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { isRefused } from '../refuse.ts'
import { systemBinaries } from './binaries.ts'
import { findPostmaster } from './postmaster.ts'
import type { Server } from './server.ts'
import { startThrowawayPostgres, type ThrowawayRequest } from './throwaway.ts'

vi.setConfig({ testTimeout: 120_000 })

async function start(request: ThrowawayRequest): Promise<Server> {
  const server = await startThrowawayPostgres(request)
  if (isRefused(server)) throw new Error(JSON.stringify(server))
  return server
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end())
  return rows[0] && Object.values(rows[0])[0]
}

const foldersOf = (pid: number | undefined): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`pitlamp-throwaway-${pid}-`))

const gone = (pid: number | undefined): Promise<void> =>
  expect.poll(() => foldersOf(pid), { timeout: 60_000, interval: 50 }).toEqual([])

/** Starts one in a process of its own, and tells the data folder. */
async function startElsewhere(): Promise<{ kill: () => void; pid: number | undefined; folder: string }> {
  const script = `
    import { startThrowawayPostgres } from ${JSON.stringify(import.meta.resolve('./throwaway.ts'))}
    const { url } = await startThrowawayPostgres({ durability: 'thrown-away' })
    console.log(url)
    setInterval(() => {}, 1000)`
  const owner = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve) =>
    owner.stdout.once('data', (line) => resolve(String(line).trim())),
  )
  const folder = String(await ask(url, 'show data_directory'))
  return { kill: () => owner.kill('SIGKILL'), pid: owner.pid, folder }
}

test.each([
  ['kept', 'on'],
  ['thrown-away', 'off'],
] as const)('%s: fsync is %s; nothing remains after stop', async (durability, fsync) => {
  const server = await start({ durability })
  expect(await ask(server.url, 'show fsync')).toBe(fsync)
  expect(await ask(server.url, 'select count(*)::int from pg_stat_user_tables')).toBe(0)
  await server.stop()
  await gone(process.pid)
})

test('two at once do not disturb each other', async () => {
  const [one, other] = await Promise.all([
    start({ durability: 'thrown-away' }),
    start({ durability: 'thrown-away' }),
  ])
  await ask(one.url, 'create table mine (n int)')
  await one.stop()
  expect(await ask(other.url, `select to_regclass('mine') is null`)).toBe(true)
  await other.stop()
})

test('it is gone after kill -9 of its owner', async () => {
  const { kill, pid, folder } = await startElsewhere()
  expect(foldersOf(pid)).toHaveLength(1)
  kill()
  await gone(pid)
  expect(findPostmaster(folder)).toBe(undefined)
})

test('what remains when the guard is killed too is swept by the next one, a running one is not', async () => {
  const [dead, alive] = await Promise.all([startElsewhere(), startElsewhere()])
  const guard = guardOf(dead.folder)
  process.kill(guard, 'SIGKILL')
  dead.kill()
  await expect.poll(() => findPostmaster(dead.folder), { timeout: 60_000 }).toBe(undefined)
  expect(foldersOf(dead.pid)).toHaveLength(1)
  const next = await start({ durability: 'thrown-away' })
  expect(foldersOf(dead.pid)).toEqual([])
  expect(foldersOf(alive.pid)).toHaveLength(1)
  await next.stop()
  alive.kill()
  await gone(alive.pid)
})

const debian = '/usr/lib/postgresql/15/bin'
const onDebian = existsSync(debian) ? test : (): void => undefined
onDebian("it runs on a distribution's PostgreSQL 15 with the same order of text", async () => {
  const server = await start({ durability: 'kept', binaries: systemBinaries(debian) })
  expect(await ask(server.url, 'show server_version_num')).toMatch(/^15/)
  expect(
    await ask(
      server.url,
      `select string_agg(c, '' order by c) from unnest(array['b', 'B', '矿', 'a', '党']) c`,
    ),
  ).toBe('Bab党矿')
  await server.stop()
})

/** The shell whose command line ends in the home of this data folder. */
function guardOf(folder: string): number {
  const home = folder.slice(0, -'/postgres'.length)
  const isGuard = (pid: string): boolean =>
    existsSync(`/proc/${pid}/cmdline`) &&
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').endsWith(`\0sh\0${home}\0`)
  return Number(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .find(isGuard),
  )
}
