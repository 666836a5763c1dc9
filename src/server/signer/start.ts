import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Fault } from '../../journal/jobs.ts'
import { signersFolder } from '../../journal/store/signer.ts'
import { signerAccount } from '../../kit/postgres/account.ts'
import { type Begin, NEW_LOG, type Order, type Told } from './orders.ts'

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url))
/** Small: it counts a few leaves at a time. */
const HEAP = ['--max-old-space-size=96', '--max-semi-space-size=1', '--disable-warning=ExperimentalWarning']
const FIRST_PAUSE_MS = 200
const MOST_PAUSE_MS = 5000
/** One that lived so long did not end for want of a start. */
const LIVED_MS = 30_000
const FINISH_WITHIN_MS = 15_000

export type SignerParts = {
  readonly url: string
  readonly dataDir: string
  readonly keysDir: string
  readonly log: (fault: Fault) => void
}

export type RunningSigner = {
  /** Leaves have their places: they are signed within a second or so. */
  readonly kick: () => void
  /** Signs what is left, then ends. Waits a quarter of a minute at most. */
  readonly stop: () => Promise<void>
  /** Of the process that signs now. */
  readonly pid: () => number | undefined
}

function spawnSigner(begin: Begin, log: (fault: Fault) => void): ChildProcess {
  const env = { PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] }
  const child = fork(CHILD, { execArgv: HEAP, env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  child.on('message', ({ reference, action, message }: Told) =>
    log({ reference, action, error: new Error(message) }),
  )
  child.on('error', (error) => log({ reference: 'signer', action: 'journal.sign', error }))
  send(child, { begin })
  return child
}

/** One that is gone says so by its end, not here. */
const send = (child: ChildProcess | undefined, order: Order): void => {
  if (child?.connected) child.send(order, () => undefined)
}

/**
 * Keeps a signer running in a process of its own. One that ends by itself is told as a fault and started again, later each time; what it has
 * not signed waits, and nothing else does. It ends when we end, however that comes.
 */
export function startSigner({ url, dataDir, keysDir, log }: SignerParts): RunningSigner {
  const begin: Begin = { url, folder: signersFolder(dataDir), keysDir, account: signerAccount() }
  const state = { stopping: false, pauseMs: FIRST_PAUSE_MS }
  let child: ChildProcess | undefined
  let again: NodeJS.Timeout | undefined
  const ended = Promise.withResolvers<void>()
  const run = (): void => {
    const startedAt = performance.now()
    child = spawnSigner(begin, log)
    child.once('exit', (code, signal) => {
      if (state.stopping) return ended.resolve()
      if (performance.now() - startedAt > LIVED_MS || code === NEW_LOG) state.pauseMs = FIRST_PAUSE_MS
      if (code !== NEW_LOG)
        log({ reference: 'signer', action: 'journal.sign', error: new Error(`ended with ${code ?? signal}`) })
      again = setTimeout(run, state.pauseMs)
      state.pauseMs = Math.min(MOST_PAUSE_MS, state.pauseMs * 2)
    })
  }
  run()
  const stop = async (): Promise<void> => {
    state.stopping = true
    clearTimeout(again)
    if (child?.exitCode !== null || child.signalCode !== null) return
    send(child, 'finish')
    const late = setTimeout(() => child?.kill('SIGKILL'), FINISH_WITHIN_MS)
    await ended.promise
    clearTimeout(late)
  }
  return { kick: () => send(child, 'kick'), stop, pid: () => child?.pid }
}
