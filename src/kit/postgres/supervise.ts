import { setTimeout as sleep } from 'node:timers/promises'
import { isRefused, type Refused } from '../refuse.ts'
import { type Cluster, launch, type Postmaster, stopPostmaster } from './postmaster.ts'
import { isPostmasterOf, processRuns } from './process.ts'
import type { StartCode } from './words.ts'

const LOOK_EVERY_MS = 200
const RETRY_FOR_MS = 15_000

/** A server under watch: its process now, the end of all attempts to keep it, and how to end it. */
export type Supervised = {
  readonly pid: () => number
  readonly lost: Promise<Refused<StartCode>>
  readonly stop: () => Promise<void>
}

/** Keeps a server running until it is stopped: one that died is started again on its port, so that its address stays true. */
export function supervise(first: Postmaster, cluster: Cluster, log: (line: string) => void): Supervised {
  const lost = Promise.withResolvers<Refused<StartCode>>()
  const runs = process.platform === 'linux' ? isPostmasterOf : processRuns
  let server = first
  let reviving: Promise<void> | undefined
  let stopping: Promise<void> | undefined

  const look = setInterval(() => {
    if (!reviving && !runs(server.pid, cluster.folder)) reviving = bringBack()
  }, LOOK_EVERY_MS).unref()

  async function bringBack(): Promise<void> {
    log(`database process ${server.pid} is gone: starting it again`)
    const next = await relaunch(cluster, server.port)
    if (isRefused(next)) {
      clearInterval(look)
      lost.resolve(next)
      return
    }
    server = next
    reviving = undefined
  }

  async function end(): Promise<void> {
    clearInterval(look)
    await reviving
    await stopPostmaster(server, cluster)
  }

  const stop = (): Promise<void> => {
    stopping ??= end()
    return stopping
  }
  return { pid: () => server.pid, lost: lost.promise, stop }
}

/** The workers of a killed server hold its memory for a moment longer. */
async function relaunch(cluster: Cluster, port: number): Promise<Postmaster | Refused<StartCode>> {
  for (const until = Date.now() + RETRY_FOR_MS; ; await sleep(100)) {
    const server = await launch(cluster, port)
    if (!isRefused(server) || server.refused !== 'folder-locked' || Date.now() > until) return server
  }
}
