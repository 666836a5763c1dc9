import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdirSync } from 'node:fs'
import { parse } from 'node:path'
import type { Account } from './account.ts'
import { findProgram } from './process.ts'

/** Makes a folder that belongs to the account, and to nobody else. */
export function makeOwnFolder(path: string, account: Account | undefined): void {
  mkdirSync(path, { mode: 0o700 })
  if (account) chownSync(path, account.uid, account.gid)
}

/** How a program ended, and what it said. */
export type Ran = { readonly code: number; readonly output: string }

/** Runs a program to its end, as the account if one is given. */
export function runAs(account: Account | undefined, program: string, args: string[]): Promise<Ran> {
  const child = spawn(program, args, { ...identity(account), stdio: ['ignore', 'pipe', 'pipe'] })
  const said: Buffer[] = []
  child.stdout.on('data', (piece: Buffer) => said.push(piece))
  child.stderr.on('data', (piece: Buffer) => said.push(piece))
  return new Promise((resolve) => {
    child.on('error', (problem) => resolve({ code: -1, output: String(problem) }))
    child.on('close', (code) => resolve({ code: code ?? -1, output: Buffer.concat(said).toString() }))
  })
}

/**
 * Starts a server in a session of its own (Ctrl-C in the terminal is for us, not for it), writing to `log`.
 * On Linux the kernel asks it to shut down (SIGINT) the moment we die, however we die.
 */
export function startAs(
  account: Account | undefined,
  program: string,
  args: string[],
  log: number,
): ChildProcess {
  const tie = lifeTie()
  const child = spawn(tie ?? program, tie ? ['--pdeathsig', 'INT', program, ...args] : args, {
    ...identity(account),
    detached: true,
    stdio: ['ignore', log, log],
  })
  child.unref()
  return child
}

/** setpriv, where it knows --pdeathsig (util-linux; BusyBox's does not). */
function lifeTie(): string | undefined {
  const setpriv = process.platform === 'linux' ? findProgram('setpriv') : undefined
  if (!setpriv) return undefined
  try {
    execFileSync(setpriv, ['--pdeathsig', 'INT', 'true'], { stdio: 'ignore' })
    return setpriv
  } catch {
    return undefined
  }
}

type Identity = { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv }

const PASSED_ON = ['PATH', 'TMPDIR', 'LD_LIBRARY_PATH', 'SystemRoot', 'TEMP', 'TMP']

/** Messages in English, so that they can be told apart; no secret and no PostgreSQL setting of ours is handed down. */
function identity(account: Account | undefined): Identity {
  const passed = PASSED_ON.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))
  const env = { ...Object.fromEntries(passed), LC_ALL: 'C', TZ: 'UTC' }
  return { cwd: parse(process.cwd()).root, env, ...(account && { uid: account.uid, gid: account.gid }) }
}
