import { closeSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { type Refused, refuse } from '../refuse.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { DATABASE, type Durability, RUN_LOGIN, serverArguments, whyNot } from './cluster.ts'
import { isPostmasterOf } from './process.ts'
import { runAs, startAs } from './run.ts'
import type { StartCode } from './words.ts'

/** A cluster and all that is needed to run it. `log` is where PostgreSQL writes. */
export type Cluster = {
  readonly folder: string
  readonly log: string
  readonly binaries: Binaries
  readonly account: Account | undefined
  readonly durability: Durability
}

/** A PostgreSQL server that runs on a cluster. */
export type Postmaster = { readonly pid: number; readonly port: number }

const READY_WITHIN_MS = 120_000
const LOG_KEPT_BYTES = 1_000_000
const POLL_MS = 10

/** The server that runs on this folder now, and whether it says it is ready. A file left by a crash names none. */
export function findPostmaster(folder: string): (Postmaster & { ready: boolean }) | undefined {
  const lines = readOrNothing(join(folder, 'postmaster.pid'))?.split('\n') ?? []
  const pid = Number(lines[0])
  if (!(pid > 0) || !isPostmasterOf(pid, folder)) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.startsWith('ready') ?? false }
}

/** Starts a server and waits until it is ready, recovery after a crash included. */
export async function launch(cluster: Cluster, port: number): Promise<Postmaster | Refused<StartCode>> {
  const { folder, log, binaries, account, durability } = cluster
  disownPidFile(folder)
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_KEPT_BYTES) renameSync(log, `${log}.1`)
  const output = openSync(log, 'a', 0o600)
  const before = statSync(log).size
  const args = serverArguments(folder, port, durability)
  const child = startAs(account, join(binaries.bin, 'postgres'), args, output)
  closeSync(output)
  let ended = ''
  child.on('error', (problem) => {
    ended = String(problem)
  })
  child.on('exit', (code, signal) => {
    ended ||= `exit ${code ?? signal}`
  })
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; await sleep(POLL_MS)) {
    if (ended) return whyNot(`${readFileSync(log).subarray(before)}\n${ended}`, { folder, port })
    const running = findPostmaster(folder)
    if (running?.ready && running.pid === child.pid) return { pid: running.pid, port }
  }
  if (child.pid) await stopPostmaster({ pid: child.pid, port }, cluster)
  return refuse('not-started', undefined, { folder, port, detail: `${READY_WITHIN_MS / 1000} s` })
}

/**
 * A stale postmaster.pid may name a number some other program has now, and PostgreSQL would not start. It overlooks its parent's
 * number, so ours goes in. The file must stay: it is how PostgreSQL finds workers of the dead server that still hold its memory.
 */
function disownPidFile(folder: string): void {
  const file = join(folder, 'postmaster.pid')
  const text = readOrNothing(file)
  if (text && !findPostmaster(folder)) writeFileSync(file, text.replace(/^-?\d+/, String(process.pid)))
}

const escalation: [NodeJS.Signals, number][] = [
  ['SIGINT', 10_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
]

/** Asks the server to end, ever less politely, and waits until it has. */
export async function stopPostmaster(
  { pid }: Postmaster,
  { folder, binaries }: Pick<Cluster, 'folder' | 'binaries'>,
): Promise<void> {
  for (const [signal, patienceMs] of escalation) {
    if (!isPostmasterOf(pid, folder)) return
    await send(pid, signal, binaries)
    for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(POLL_MS)) {
      if (!isPostmasterOf(pid, folder)) return
    }
  }
}

async function send(pid: number, signal: NodeJS.Signals, { bin }: Binaries): Promise<void> {
  if (process.platform === 'win32') {
    await runAs(undefined, join(bin, 'pg_ctl'), ['kill', signal.slice(3), String(pid)])
    return
  }
  try {
    process.kill(pid, signal)
  } catch {
    // It ended between the look and the signal.
  }
}

/** A port of the loopback that nobody listens on now: `wanted` if it is free, else any. */
export async function freePort(wanted: number): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? 0
}

function tryPort(port: number): Promise<number | undefined> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
    })
  })
}

/** Where a client finds a database of the server. */
export function urlOf(port: number, password: string, database: string): string {
  return `postgres://${DATABASE}:${password}@127.0.0.1:${port}/${database}?sslmode=disable`
}

/** The same for the login a server runs with. */
export const runUrlOf = (port: number, password: string): string =>
  urlOf(port, password, DATABASE).replace(`//${DATABASE}:`, `//${RUN_LOGIN}:`)

/** Makes our database when it is missing. False when the server does not let us in or serves another folder. */
export async function openDatabase(port: number, password: string, folder: string): Promise<boolean> {
  const connectionString = urlOf(port, password, 'postgres')
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const asked = `select current_setting('data_directory') as at, exists (select from pg_database where datname = $1) as made`
    const { rows } = await client.query<{ at: string; made: boolean }>(asked, [DATABASE])
    if (rows[0]?.at !== folder) return false
    if (!rows[0].made) await client.query(`create database ${DATABASE}`)
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function readOrNothing(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
