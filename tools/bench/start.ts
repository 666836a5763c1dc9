import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { startPostgres } from '../../src/kit/postgres/launch.ts'
import { makeFolder } from '../../src/kit/postgres/place.ts'
import { isRefused } from '../../src/kit/refuse.ts'
import { before } from './child.ts'
import type { Line, Measure } from './measure.ts'
import { median, showMib, showMs, timed } from './numbers.ts'
import { listBelow, readProc, residentBytes } from './proc.ts'
import { ROOT } from './product.ts'

const MOST_MS = 1500
const MOST_BYTES = 150 * 1024 * 1024
const IDLE_MS = 10_000
const RUNS = 7

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

type Started = { readonly child: ChildProcess; readonly address: string; readonly ended: Promise<unknown> }

/** `npm start` as a person types it, waited for until the desk is answered. */
async function npmStart(data: string): Promise<Started> {
  const port = await freePort()
  const args = ['start', '--silent', '--', '--port', String(port), '--data', data]
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn('npm', args, { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'ignore'], detached: true })
  const ended = once(child, 'exit')
  const address = `http://127.0.0.1:${port}`
  for (;;) {
    const answered = await fetch(`${address}/desk`).catch(() => undefined)
    if (answered?.ok) return { child, address, ended }
    if (child.exitCode !== null) throw new Error('npm start ended')
    await sleep(5)
  }
}

async function stop({ child, ended }: Started): Promise<void> {
  if (child.pid) process.kill(-child.pid, 'SIGTERM')
  await ended
  await sleep(500)
}

/** Resident memory of the server among a process's descendants, and of those that only launched it. */
function memoryBelow(pid: number): { server: number; launchers: number } {
  let [server, launchers] = [0, 0]
  for (const one of listBelow(pid)) {
    const command = readProc(`${one}/cmdline`)
    if (command.includes('postgres')) continue
    if (command.includes('src/cli/main.ts')) server += residentBytes(one)
    else launchers += residentBytes(one)
  }
  return { server, launchers }
}

/** The database of the folder alone, until it answers. */
async function startDatabase(data: string): Promise<number> {
  const { ms, answer } = await timed(async () => {
    const server = await startPostgres({ dataDir: data, log: () => undefined })
    if (isRefused(server)) throw new Error(server.refused)
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    await client.query('select 1')
    await client.end()
    return server
  })
  await answer.stop()
  return ms
}

/** Names the mine and makes its first administrator, by the link the first start draws. */
async function setUp(data: string): Promise<void> {
  const args = [
    '--disable-warning=ExperimentalWarning',
    'src/cli/main.ts',
    'serve',
    '--json',
    '--port',
    '0',
    '--data',
    data,
  ]
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const [said] = await before(child, 'the server', (until) => once(child.stdout, 'data', until))
  const { address, setUp: link }: { address: string; setUp: string } = JSON.parse(String(said))
  const token = new URL(link).searchParams.get('token')
  const person = { name: '管理员', login: 'admin', password: 'lamp-room-door-47-blue' }
  const response = await fetch(`${address}/api/access.setUp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, mineName: '测量矿', ...person }),
  })
  if (!response.ok) throw new Error(`access.setUp: ${await response.text()}`)
  child.kill('SIGTERM')
  await ended
}

async function measure(data: string, runs: number): Promise<Line[]> {
  await setUp(data)
  const [starts, databases]: [number[], number[]] = [[], []]
  for (let run = 0; run <= runs; run += 1) {
    databases.push(await startDatabase(data))
    const { ms, answer } = await timed(() => npmStart(data))
    if (run > 0) starts.push(ms)
    await stop(answer)
  }
  const idle = await npmStart(data)
  await sleep(IDLE_MS)
  const { server, launchers } = memoryBelow(idle.child.pid ?? 0)
  await stop(idle)
  const ms = median(starts)
  return [
    {
      what: '`npm start` until the desk is answered, after set-up',
      asked: `≤ ${showMs(MOST_MS)}`,
      measured: `${showMs(ms)} (fastest ${showMs(Math.min(...starts))})`,
      bare: `${showMs(median(databases))} (database alone)`,
      met: ms <= MOST_MS,
    },
    {
      what: 'resident memory of the server after 10 s idle',
      asked: `≤ ${showMib(MOST_BYTES)}`,
      measured: showMib(server),
      met: server > 0 && server <= MOST_BYTES,
    },
    { what: 'of npm and the launcher beside it', measured: showMib(launchers) },
  ]
}

/** Start and rest. Bare: the database of the same folder by itself, until it answers. */
export const start: Measure = {
  title: 'start and rest',
  run: async ({ home, small }) => {
    const data = makeFolder(join(home, 'start'))
    try {
      return await measure(data, small ? 2 : RUNS)
    } finally {
      rmSync(data, { recursive: true, force: true, maxRetries: 5 })
    }
  },
}
