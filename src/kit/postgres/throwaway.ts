import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRefused, type Refused } from '../refuse.ts'
import { canReach, databaseAccount } from './account.ts'
import { type Binaries, findBinaries, settle } from './binaries.ts'
import { type Durability, makeCluster, newPassword } from './cluster.ts'
import { guarded } from './launch.ts'
import { digest, makeFolder, storehouse } from './place.ts'
import { type Cluster, findPostmaster, stopPostmaster } from './postmaster.ts'
import { processMark } from './process.ts'
import { makeOwnFolder, runAs } from './run.ts'
import { runServer, type Server } from './server.ts'
import type { StartCode } from './words.ts'

/** What to start. `binaries`: other programs than those npm brought. */
export type ThrowawayRequest = {
  readonly durability: Durability
  readonly binaries?: Binaries
  readonly log?: (line: string) => void
}

/** A server with its folder, for what else shall be gone with it. */
export type Throwaway = Server & { readonly home: string }

/** Leftovers are known by the name of their folder: whose they are, by process number and mark. */
const NAME = 'pitlamp-throwaway'

/**
 * Starts an empty database that is gone when it is stopped and, where there is a shell, when we die in whatever way.
 * What even that leaves behind (guard killed too) is swept at the next call.
 */
export async function startThrowawayPostgres(
  request: ThrowawayRequest,
): Promise<Throwaway | Refused<StartCode>> {
  const account = databaseAccount()
  const base = realpathSync([tmpdir(), '/tmp'].find((folder) => canReach(folder, account)) ?? tmpdir())
  return guarded(base, async () => {
    const binaries = request.binaries ?? findBinaries(account)
    if (isRefused(binaries)) return binaries
    await sweep(base, binaries)
    const home = makeFolder(
      join(base, [NAME, process.pid, markOf(process.pid), randomBytes(4).toString('hex')].join('-')),
    )
    const guard = startGuard(home)
    const clear = (): void => {
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
      guard?.stdin?.end()
    }
    const { durability, log = () => undefined } = request
    const [folder, logFile] = [join(home, 'postgres'), join(home, 'postgres.log')]
    const server = await runFresh({ folder, log: logFile, binaries, account, durability }, log).catch(
      (problem: unknown) => {
        clear()
        throw problem
      },
    )
    if (isRefused(server)) clear()
    return isRefused(server) ? server : { ...server, home, stop: () => server.stop().finally(clear) }
  })
}

async function runFresh(cluster: Cluster, log: (line: string) => void): Promise<Server | Refused<StartCode>> {
  const { folder, binaries, account } = cluster
  const model = await findModel(cluster)
  if (model) {
    await copyModel(model, cluster)
    return runServer(cluster, { port: 0, password: readFileSync(join(model, 'password'), 'utf8') }, log)
  }
  const password = newPassword()
  const failed = await makeCluster(folder, password, binaries, account)
  return failed ?? runServer(cluster, { port: 0, password }, log)
}

/** A cluster made once for this release and account, and copied since: a tenth of the time. Undefined where none can be kept. */
async function findModel({ binaries, account }: Cluster): Promise<string | undefined> {
  const store = storehouse()
  if (!store) return undefined
  const model = join(store, `model-${binaries.version}-${account?.name ?? 'own'}`)
  if (existsSync(model)) return model
  const making = makeFolder(`${model}.${process.pid}`)
  const password = newPassword()
  writeFileSync(join(making, 'password'), password, { mode: 0o600 })
  const failed = await makeCluster(join(making, 'postgres'), password, binaries, account)
  if (!failed) settle(making, model)
  if (failed) rmSync(making, { recursive: true, force: true })
  return failed ? undefined : model
}

async function copyModel(model: string, { folder, account }: Cluster): Promise<void> {
  const from = join(model, 'postgres')
  makeOwnFolder(folder, account)
  if (process.platform === 'win32') cpSync(from, folder, { recursive: true })
  else await runAs(account, 'cp', ['-Rp', `${from}/.`, folder])
}

const guardScript = `
cat > /dev/null
for turn in 1 2 3 4 5 6 7 8 9 10; do
  pid=$(sed -n 1p "$1/postgres/postmaster.pid" 2> /dev/null) || break
  [ ! -d /proc/self ] || grep -aqF "$1/postgres" "/proc/$pid/cmdline" || break
  kill -QUIT "$pid" 2> /dev/null || break
  sleep 0.2
done
rm -rf -- "$1" || { sleep 1; rm -rf -- "$1"; }`

/** Waits for the end of its input, which comes when we let go of it or die, and then clears the folder. */
function startGuard(home: string): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined
  const guard = spawn('/bin/sh', ['-c', guardScript, 'sh', home], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.on('error', () => undefined)
  guard.stdin.on('error', () => undefined)
  guard.unref()
  return guard
}

/** Removes what killed runs of ours left. */
async function sweep(base: string, binaries: Binaries): Promise<void> {
  for (const name of readdirSync(base)) {
    const owner = new RegExp(`^${NAME}-(\\d+)-(\\w+)-\\w+$`).exec(name)
    const home = join(base, name)
    const mine = statSync(home, { throwIfNoEntry: false })?.uid === process.getuid?.()
    if (!owner || !mine || markOf(Number(owner[1])) === owner[2]) continue
    const folder = join(home, 'postgres')
    const left = findPostmaster(folder)
    if (left) await stopPostmaster(left, { folder, binaries })
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

function markOf(pid: number): string {
  return digest(processMark(pid) ?? 'gone')
}
