import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { findProgram } from './process.ts'

/** An ordinary user of the machine. PostgreSQL refuses to run as root, so root hands it to one of these. */
export type Account = { readonly uid: number; readonly gid: number; readonly name: string }

const OWN_NAME = 'pitlamp'
const SIGNER_NAME = 'pitlamp-signer'

/** Whether we run with all powers of the machine. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/**
 * Who runs the database: nobody else than us, unless we are root. Then the owner of the cluster if there is one,
 * else the system user `pitlamp`, made when it is missing, else `nobody`.
 */
export function databaseAccount(cluster?: string): Account | undefined {
  if (!isRoot()) return undefined
  const owner = cluster ? statSync(cluster, { throwIfNoEntry: false }) : undefined
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: nameOf(owner.uid) }
  return findAccount(OWN_NAME) ?? makeAccount(OWN_NAME) ?? findAccount('nobody')
}

/**
 * Who signs: nobody else than us, unless we are root. Then the system user `pitlamp-signer`, whom neither the database nor anybody else of
 * ours is, made when it is missing, else `nobody`.
 */
export function signerAccount(): Account | undefined {
  if (!isRoot()) return undefined
  return findAccount(SIGNER_NAME) ?? makeAccount(SIGNER_NAME) ?? findAccount('nobody')
}

/** Whether the account may walk down to this folder and read in it. Our own eyes (undefined) are not asked. */
export function canReach(path: string, account: Account | undefined): boolean {
  if (!account) return true
  const above = dirname(path)
  return mayPass(statSync(path), account) && (above === path || canReach(above, account))
}

function mayPass(of: { uid: number; gid: number; mode: number }, account: Account): boolean {
  if (of.uid === account.uid) return (of.mode & 0o100) !== 0
  if (of.gid === account.gid) return (of.mode & 0o010) !== 0
  return (of.mode & 0o001) !== 0
}

function makeAccount(name: string): Account | undefined {
  const useradd = findProgram('useradd')
  if (!useradd) return undefined
  try {
    const shell = findProgram('nologin') ?? '/bin/false'
    execFileSync(useradd, ['--system', '--user-group', '--no-create-home', '--shell', shell, name], {
      stdio: 'ignore',
    })
  } catch {
    // Refused (a read-only system), or a start beside us was quicker: the look below tells.
  }
  return findAccount(name)
}

function accounts(): string[][] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
}

function findAccount(name: string): Account | undefined {
  const row = accounts().find((fields) => fields[0] === name)
  return row && { uid: Number(row[2]), gid: Number(row[3]), name }
}

function nameOf(uid: number): string {
  return accounts().find((fields) => fields[2] === String(uid))?.[0] ?? String(uid)
}
