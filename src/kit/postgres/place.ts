import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Account, canReach, databaseAccount, isRoot } from './account.ts'

/** Where a database lives: `home` holds the cluster (`home/postgres`), its log, its lock and its password. */
export type Place = { readonly home: string; readonly moved: boolean; readonly account: Account | undefined }

/** Root keeps what an ordinary user cannot reach elsewhere in here. */
const ROOT_STORE = '/var/lib/pitlamp'
const POINTER = 'database-is-in'

/**
 * The place that belongs to a data folder, made when missing: the folder itself, or, as root below a folder others cannot enter,
 * one under /var/lib/pitlamp. A pointer in the data folder keeps that choice for ever, so that a later chmod loses nothing.
 */
export function openPlace(dataDir: string): Place {
  const folder = makeFolder(resolve(dataDir))
  const pointer = join(folder, POINTER)
  const moved = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : undefined
  if (moved) return placeAt(moved, true)
  const place = placeAt(folder, false)
  if (existsSync(join(folder, 'postgres')) || canReach(folder, place.account)) return place
  const name = `${folder.replaceAll(/\W+/g, '-').slice(1).slice(-40)}-${digest(folder)}`
  const elsewhere = makeFolder(join(makeFolder(ROOT_STORE), name))
  writeFileSync(pointer, `${elsewhere}\n`)
  return placeAt(elsewhere, true)
}

/** Whether a data folder has a database, here or where its pointer leads; makes nothing. What cannot be looked into may have one. */
export function hasDatabase(dataDir: string): boolean {
  const folder = resolve(dataDir)
  try {
    const pointer = join(folder, POINTER)
    const home = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : folder
    return statSync(join(home, 'postgres')).isDirectory()
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? problem.code : undefined
    return code !== 'ENOENT' && code !== 'ENOTDIR'
  }
}

function placeAt(folder: string, moved: boolean): Place {
  readdirSync(folder)
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  return { home: folder, moved, account: databaseAccount(join(folder, 'postgres')) }
}

/** Makes a folder only its owner may read; as root others may pass through it, for the database's account is one of them. */
export function makeFolder(path: string): string {
  if (!existsSync(path)) {
    mkdirSync(path, { recursive: true })
    chmodSync(path, isRoot() ? 0o711 : 0o700)
  }
  return realpathSync(path)
}

/** Where things worth keeping between runs lie (copied binaries, a cluster to clone); undefined where nothing can be kept. */
export function storehouse(): string | undefined {
  const { XDG_CACHE_HOME } = process.env
  const home = XDG_CACHE_HOME || join(homedir(), '.cache')
  const shared = join(tmpdir(), `pitlamp-${process.getuid?.() ?? 0}`)
  const choices = isRoot() ? [ROOT_STORE] : [join(home, 'pitlamp'), shared]
  return choices
    .values()
    .map(openStore)
    .find((folder) => folder !== undefined)
}

function openStore(path: string): string | undefined {
  try {
    const folder = makeFolder(path)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    const { uid } = statSync(folder)
    return uid === (process.getuid?.() ?? uid) ? folder : undefined
  } catch {
    return undefined
  }
}

/** Eight letters that stand for a longer text in a file name. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}
