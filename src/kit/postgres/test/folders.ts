import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { expect } from 'vitest'
import { isRefused } from '../../refuse.ts'
import { type Postgres, startPostgres } from '../launch.ts'
import { findPostmaster } from '../postmaster.ts'
import { runAs } from '../run.ts'
import type { StartCode } from '../words.ts'

/** Undone after each test, the last first. */
export const clearing: (() => unknown)[] = []

/** Undoes what the test began: for `afterEach`. */
export async function clearAll(): Promise<void> {
  for (const clear of clearing.splice(0).reverse()) await clear()
}

/** An empty folder everybody may enter; the data folder in it is called `data`. */
export function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'pitlamp-launch-')))
  chmodSync(folder, 0o755)
  clearing.push(async () => {
    await until(() => !findPostmaster(join(folder, 'data', 'postgres')))
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

let model: string | undefined

/** A data folder with a database that was started and stopped once, copied from the first of them. */
export async function usedFolder(): Promise<string> {
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

/** Removes what `usedFolder` copies from: for `afterAll`. */
export function clearModel(): void {
  if (model) rmSync(dirname(model), { recursive: true, force: true })
}

/** Starts a database that must start; what it tells goes to `told`. */
export async function start(dataDir: string, port?: number, told: string[] = []): Promise<Postgres> {
  const started = await startPostgres({
    dataDir,
    log: (line) => told.push(line),
    ...(port !== undefined && { port }),
  })
  if (isRefused(started)) throw new Error(JSON.stringify(started))
  clearing.push(started.stop)
  return started
}

/** Why a database does not start; undefined when it does. */
export async function refusal(dataDir: string, port?: number): Promise<StartCode | undefined> {
  const started = await startPostgres({ dataDir, log: () => undefined, ...(port !== undefined && { port }) })
  if (isRefused(started)) return started.refused
  await started.stop()
  return undefined
}

/** The first column of the first row. */
export async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end())
  return rows[0] && Object.values(rows[0])[0]
}

/** A Pitlamp of its own that starts the database of this folder, says its answer in one line and waits. */
export function startElsewhere(
  dataDir: string,
  uid?: number,
): { owner: ChildProcess; said: Promise<string> } {
  const script = `
    import { startPostgres } from ${JSON.stringify(import.meta.resolve('../launch.ts'))}
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

/** Waits for something to be so. */
export const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  await expect.poll(holds, { timeout: 60_000, interval: 50 }).toBe(true)
}
