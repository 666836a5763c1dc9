import { setTimeout as sleep } from 'node:timers/promises'
import { isRefused, type Refused, refuse } from '../refuse.ts'
import { DATABASE } from './cluster.ts'
import {
  type Cluster,
  findPostmaster,
  freePort,
  launch,
  openDatabase,
  type Postmaster,
  stopPostmaster,
  urlOf,
} from './postmaster.ts'
import { supervise } from './supervise.ts'
import type { StartCode } from './words.ts'

/** A running database server that is ours to stop. */
export type Server = {
  /** For `pg`: superuser of this server alone, on the loopback. Stays true when the server is started again. */
  readonly url: string
  /** Its process now. */
  readonly pid: () => number
  /** It ran already, left by a Pitlamp that was killed. */
  readonly adopted: boolean
  /** Settles when the server died and could not be started again. */
  readonly lost: Promise<Refused<StartCode>>
  /** Ends the server; a second call waits for the first. */
  readonly stop: () => Promise<void>
}

/** How to reach a server: the port of last time (0: none yet), the owner's password and the running server's; `told` is a port that must be had. */
export type Access = {
  readonly port: number
  readonly password: string
  readonly run?: string
  readonly told?: number
}

const PATIENCE_MS = 15_000

/** Runs a cluster: takes over a server that runs on it already, else starts one, and keeps it running. */
export async function runServer(
  cluster: Cluster,
  access: Access,
  log: (line: string) => void,
): Promise<(Server & { port: number }) | Refused<StartCode>> {
  const orphan = await awaitOrphan(cluster, access.password, log)
  const server = orphan ?? (await launchSomewhere(cluster, access))
  if (isRefused(server)) return server
  if (!(await openDatabase(server.port, access.password, cluster.folder))) {
    await stopPostmaster(server, cluster)
    return refuse('folder-foreign', undefined, { folder: cluster.folder, detail: 'access.json' })
  }
  const url = urlOf(server.port, access.password, DATABASE)
  return { url, port: server.port, adopted: orphan !== undefined, ...supervise(server, cluster, log) }
}

/** A server left by a killed Pitlamp: ours when it answers, waited for while it ends, ended when it does neither. */
async function awaitOrphan(
  cluster: Cluster,
  password: string,
  log: (line: string) => void,
): Promise<Postmaster | undefined> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(50)) {
    const running = findPostmaster(cluster.folder)
    if (!running) return undefined
    if (running.ready && (await openDatabase(running.port, password, cluster.folder))) return running
  }
  const silent = findPostmaster(cluster.folder)
  if (silent) log(`database process ${silent.pid} does not answer: ending it`)
  if (silent) await stopPostmaster(silent, cluster)
  return undefined
}

/** On the port it is told, else on the one of last time, else on any; another one when that was taken meanwhile. */
async function launchSomewhere(cluster: Cluster, access: Access): Promise<Postmaster | Refused<StartCode>> {
  for (const until = Date.now() + PATIENCE_MS; ; await sleep(200)) {
    const server = await launch(cluster, access.told ?? (await freePort(access.port)))
    if (!isRefused(server) || Date.now() > until) return server
    const moves = server.refused === 'port-in-use' && access.told === undefined
    if (server.refused !== 'folder-locked' && !moves) return server
  }
}
