import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Refused, refuse } from '../refuse.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { makeOwnFolder, runAs } from './run.ts'
import type { StartCode } from './words.ts'

/** Name of the database and of its owner. */
export const DATABASE = 'pitlamp'
/** The login a server runs with: it owns nothing. */
export const RUN_LOGIN = 'pitlamp_run'

/** `kept` data is safe on disk at every commit; `thrown-away` data may vanish with the machine, and is quicker. */
export type Durability = 'kept' | 'thrown-away'

const everywhere = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  password_encryption: 'scram-sha-256',
  // The log tells of the server itself, never of statements or their values: they name people.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

const byDurability: Record<Durability, Record<string, string>> = {
  kept: { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' },
  'thrown-away': {
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',
    autovacuum_naptime: '1h',
  },
}

/** The command line of the server: settings that go with this release, whatever stands in the folder. */
export function serverArguments(folder: string, port: number, durability: Durability): string[] {
  const settings = Object.entries({ ...everywhere, ...byDurability[durability] })
  return [
    '-D',
    folder,
    '-p',
    String(port),
    ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
}

/** A password nobody has to type. */
export function newPassword(): string {
  return randomBytes(24).toString('base64url')
}

/** What is wrong with the folder of a cluster: not one at all, or of another major release. Undefined: nothing, or none there yet. */
export function lookAtCluster(folder: string, { major }: Binaries): Refused<StartCode> | undefined {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return undefined
  const file = join(folder, 'PG_VERSION')
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'PG_VERSION ?'
  if (found === String(major)) return undefined
  return refuse('folder-foreign', undefined, { folder, detail: `PostgreSQL ${found}, ${major}` })
}

/** Makes a cluster under a passing name and renames it when complete. Sorting is by code point, the same on every machine. */
export async function makeCluster(
  folder: string,
  password: string,
  binaries: Binaries,
  account: Account | undefined,
): Promise<Refused<StartCode> | undefined> {
  const making = `${folder}.new`
  const secret = `${folder}.secret`
  rmSync(making, { recursive: true, force: true })
  makeOwnFolder(making, account)
  writeFileSync(secret, password, { mode: 0o600 })
  if (account) chownSync(secret, account.uid, account.gid)
  const args = ['-D', making, `--username=${DATABASE}`, `--pwfile=${secret}`, ...initArguments(binaries)]
  const made = await runAs(account, join(binaries.bin, 'initdb'), args).finally(() =>
    rmSync(secret, { force: true }),
  )
  if (made.code !== 0) {
    rmSync(making, { recursive: true, force: true })
    return whyNot(made.output, { folder, port: 0 })
  }
  rmSync(folder, { recursive: true, force: true })
  renameSync(making, folder)
  return undefined
}

function initArguments({ major }: Binaries): string[] {
  const locale =
    major >= 17
      ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : ['--locale=C.UTF-8']
  return ['--auth=scram-sha-256', '--encoding=UTF8', '--no-instructions', ...locale]
}

const tells: [RegExp, StartCode][] = [
  [/address already in use|could not bind/i, 'port-in-use'],
  [/no space left|disk quota exceeded/i, 'disk-full'],
  [/another postmaster|lock file .* already exists|still in use|is another server running/i, 'folder-locked'],
  [/incompatible with server|was initialized by|not a valid data directory/i, 'folder-foreign'],
  [/permission denied|read-only file system/i, 'folder-closed'],
]

/** The reason in what PostgreSQL said before it ended. */
export function whyNot(output: string, at: { folder: string; port: number }): Refused<StartCode> {
  const detail = output.trim().split('\n').slice(-5).join(' / ').slice(-600) || '?'
  const code = tells.find(([sign]) => sign.test(output))?.[1] ?? 'not-started'
  return refuse(code, undefined, { ...at, detail })
}
