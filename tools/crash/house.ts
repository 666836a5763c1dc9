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
  /** Its process dies at once. */
  readonly kill: () => void
  /** Asks it to end; answers its exit code. */
  readonly stop: () => Promise<number | null>
}

type Running = { readonly process: ChildProcess; readonly ended: Promise<unknown> }

const environment = (): NodeJS.ProcessEnv => {
  const { DATABASE_URL, PITLAMP_KEYS, PITLAMP_DATA, ...env } = process.env
  return { NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'pitlamp'), ...env }
}

/** Runs a command of the product; standard output is ours to read. */
export function runVerb(args: readonly string[]): ChildProcess {
  const program = ['--disable-warning=ExperimentalWarning', MAIN, ...args]
  return spawn(process.execPath, program, { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] })
}

/** A house that is not running yet. What it says goes to `log`. */
export function openHouse(dataDir: string, log: string): House {
  const said = createWriteStream(log, { flags: 'a' })
  let address = ''
  let running: Running | undefined

  const start = async (): Promise<string | null> => {
    const child = runVerb(['serve', '--data', dataDir, '--port', '0', '--json'])
    child.stderr?.pipe(said, { end: false })
    const ended = once(child, 'exit')
    running = { process: child, ended }
    const lines = child.stdout ? createInterface({ input: child.stdout }) : undefined
    const told: Promise<unknown[]> = lines ? once(lines, 'line') : ended
    const [line] = await Promise.race([told, ended.then(() => [undefined])])
    if (typeof line !== 'string') throw new Error(`the server ended while it started: see ${log}`)
    const answer: { address: string; setUp: string | null } = JSON.parse(line)
    address = answer.address
    return answer.setUp
  }
  const stop = async (): Promise<number | null> => {
    running?.process.kill('SIGTERM')
    await running?.ended
    return running?.process.exitCode ?? null
  }
  return {
    dataDir,
    address: () => address,
    start,
    kill: () => void running?.process.kill('SIGKILL'),
    stop,
  }
}
