import { existsSync, readFileSync, renameSync, statfsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isRefused, type Refused, refuse } from '../refuse.ts'
import { findBinaries } from './binaries.ts'
import { DATABASE, lookAtCluster, makeCluster, newPassword } from './cluster.ts'
import { findOwner, takeLock } from './lock.ts'
import { openPlace, type Place } from './place.ts'
import { type Cluster, findPostmaster, openDatabase, runUrlOf, urlOf } from './postmaster.ts'
import { type Access, runServer, type Server } from './server.ts'
import { movedSentence, type StartCode } from './words.ts'

/** What to start. `port` is only named by someone who needs a certain one; else a free one is chosen and kept. */
export type StartRequest = {
  readonly dataDir: string
  readonly log: (line: string) => void
  readonly port?: number
}

/** The running database of a data folder. */
export type Postgres = Server & {
  /** The same database for the login a server runs with, which whoever migrates it makes and lets in. */
  readonly runUrl: string
  /** Where the cluster, its log and its password lie. */
  readonly home: string
  /** `home` is not the data folder: root's folder cannot be entered by the account that runs the database. */
  readonly moved: boolean
  /** The ordinary account root handed the database to. */
  readonly account: string | undefined
}

const OWNER_PATIENCE_MS = 3_000
const NEW_CLUSTER_BYTES = 200_000_000

/**
 * Starts the database of a data folder, making it on the first call; takes over one that outlived its Pitlamp.
 * If the server dies it is started again on the same port. Call it from the main thread: the kernel ties the server to the thread.
 */
export async function startPostgres(request: StartRequest): Promise<Postgres | Refused<StartCode>> {
  return guarded(resolve(request.dataDir), async () => {
    const place = openPlace(request.dataDir)
    const lock = await takeLock(place.home, OWNER_PATIENCE_MS)
    if (!('release' in lock)) {
      return refuse('folder-locked', undefined, { folder: place.home, detail: `pid ${lock.pid}` })
    }
    const started = await startIn(place, request).catch((problem: unknown) => {
      lock.release()
      throw problem
    })
    if (isRefused(started)) lock.release()
    return isRefused(started) ? started : { ...started, stop: () => started.stop().finally(lock.release) }
  })
}

/** The addresses of the database another Pitlamp runs on this data folder now, as `Postgres` has them; undefined when none does. */
export async function joinPostgres(dataDir: string): Promise<Pick<Postgres, 'url' | 'runUrl'> | undefined> {
  if (!existsSync(dataDir)) return undefined
  const { home } = openPlace(dataDir)
  const folder = join(home, 'postgres')
  const access = findOwner(home) && readAccess(home)
  const running = findPostmaster(folder)
  if (!access || !running) return undefined
  const open = await openDatabase(running.port, access.password, folder)
  if (!open) return undefined
  const { port } = running
  return {
    url: urlOf(port, access.password, DATABASE),
    runUrl: runUrlOf(port, access.run ?? access.password),
  }
}

async function startIn(place: Place, request: StartRequest): Promise<Postgres | Refused<StartCode>> {
  const { home, moved, account } = place
  const folder = join(home, 'postgres')
  if (moved && account) request.log(movedSentence(home, account.name))
  const binaries = findBinaries(account)
  if (isRefused(binaries)) return binaries
  const foreign = lookAtCluster(folder, binaries) ?? lookAtHome(home)
  if (foreign) return foreign

  const known = readAccess(home) ?? { port: 0, password: newPassword() }
  const run = known.run ?? newPassword()
  const access = { ...known, run }
  const cluster: Cluster = { folder, log: join(home, 'postgres.log'), binaries, account, durability: 'kept' }
  const failed = existsSync(folder) ? undefined : await firstCluster(home, access, cluster)
  if (failed) return failed

  const told = request.port === undefined ? {} : { told: request.port }
  const server = await runServer(cluster, { ...access, ...told }, request.log)
  if (isRefused(server)) return fullDisk(home) ?? server
  const { port, ...kept } = server
  if (port !== access.port || known.run === undefined) writeAccess(home, { ...access, port })
  return { ...kept, runUrl: runUrlOf(port, run), home, moved, account: account?.name }
}

/** Somebody's own cluster must not get ours inside it. */
function lookAtHome(home: string): Refused<StartCode> | undefined {
  if (!existsSync(join(home, 'PG_VERSION'))) return undefined
  return refuse('folder-foreign', undefined, { folder: home, detail: 'PG_VERSION' })
}

async function firstCluster(
  home: string,
  access: Access,
  { folder, binaries, account }: Cluster,
): Promise<Refused<StartCode> | undefined> {
  if (freeBytes(home) < NEW_CLUSTER_BYTES) return refuse('disk-full', undefined, { folder: home })
  writeAccess(home, access)
  return makeCluster(folder, access.password, binaries, account)
}

/** On a full disk PostgreSQL cannot even write down why it ended. */
function fullDisk(home: string): Refused<StartCode> | undefined {
  return freeBytes(home) < 1_000_000 ? refuse('disk-full', undefined, { folder: home }) : undefined
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

function readAccess(home: string): Access | undefined {
  const file = join(home, 'access.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** Kept beside the cluster, for its owner's eyes only. */
function writeAccess(home: string, access: Access): void {
  const file = join(home, 'access.json')
  writeFileSync(`${file}.new`, JSON.stringify(access), { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
}

const systemTells: Partial<Record<string, StartCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'folder-closed',
  EPERM: 'folder-closed',
  EROFS: 'folder-closed',
  ENOTDIR: 'folder-foreign',
  ENOENT: 'folder-foreign',
  EEXIST: 'folder-foreign',
}

/** Turns what the machine says no to into a refusal; a bug stays an exception. */
export async function guarded<T>(folder: string, work: () => Promise<T>): Promise<T | Refused<StartCode>> {
  try {
    return await work()
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? systemTells[String(problem.code)] : undefined
    if (!code) throw problem
    return refuse(code, undefined, { folder, detail: String(problem).slice(0, 300) })
  }
}
