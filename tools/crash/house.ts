import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const MAIN = join(ROOT, 'src', 'cli', 'main.ts')

/** The product as `npm start` runs it, in a process of its own on one data folder. */
export type House = {
  readonly dataDir: string
  /** Where it answers, or answered last. */
  readonly address: () => string
  /** Starts it; answers its set-up link, null once it is set up. Rejects when it ends instead. */
  readonly start: () => Promise<string | null>
  /** The number of its process, while it runs. */
  readonly pid: () => number | undefined
  /** Its process dies at once. */
  readonly kill: () => void
  /** Asks it to end; answers its exit code. */
  readonly stop: () => Promise<number | null>
  /** Rejects when it ends without being told to. */
  readonly lost: Promise<never>
}

type Running = { readonly process: ChildProcess; readonly ended: Promise<unknown>; told: boolean }

const environment = (): NodeJS.ProcessEnv => {
  const { DATABASE_URL, PITLAMP_KEYS, PITLAMP_DATA, ...env } = process.env
  return { NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'pitlamp'), ...env }
}

/** Runs a command of the product; standard output is ours to read. */
export function runVerb(args: readonly string[]): ChildProcess {
  const program = ['--disable-warning=ExperimentalWarning', MAIN, ...args]
  return spawn(process.execPath, program, { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] })
}

/** The first line a program says; undefined when it ends without one. */
async function firstLine({ stdout }: ChildProcess, ended: Promise<unknown>): Promise<string | undefined> {
  const line = new Promise<string>((resolve) => {
    if (stdout) createInterface({ input: stdout }).once('line', resolve)
  })
  return Promise.race([line, ended.then(() => undefined)])
}

/** Follows a server that was just started: rejects `lost` when it ends without being told to. */
function follow(child: ChildProcess, lost: (problem: Error) => void): Running {
  const running: Running = { process: child, ended: once(child, 'exit'), told: false }
  void running.ended.then(() => {
    if (!running.told) lost(new Error('the server ended by itself: see its log'))
  })
  return running
}

/** A house that is not running yet. What it says goes to the file `log`. */
export function openHouse(dataDir: string, log: string): House {
  const said = createWriteStream(log, { flags: 'a' })
  const lost = Promise.withResolvers<never>()
  lost.promise.catch(() => undefined)
  let address = ''
  let running: Running | undefined

  const start = async (): Promise<string | null> => {
    const child = runVerb(['serve', '--data', dataDir, '--port', '0', '--json'])
    child.stderr?.pipe(said, { end: false })
    running = follow(child, lost.reject)
    const line = await firstLine(child, running.ended)
    if (line === undefined) throw new Error('the server ended while it started: see its log')
    const answer: { address: string; setUp: string | null } = JSON.parse(line)
    address = answer.address
    return answer.setUp
  }
  const send = (signal: NodeJS.Signals): void => {
    if (!running) return
    running.told = true
    running.process.kill(signal)
  }
  const stop = async (): Promise<number | null> => {
    send('SIGTERM')
    await running?.ended
    return running?.process.exitCode ?? null
  }
  const pid = (): number | undefined => running?.process.pid
  return {
    dataDir,
    address: () => address,
    start,
    pid,
    kill: () => send('SIGKILL'),
    stop,
    lost: lost.promise,
  }
}
