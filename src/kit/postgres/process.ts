import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync } from 'node:fs'

/**
 * Tells one process from a later one that got the same number: boot and start time on Linux, start time elsewhere.
 * Undefined when no such process runs; a zombie counts as gone.
 */
export function processMark(pid: number): string | undefined {
  if (process.platform === 'linux') return linuxMark(pid)
  if (process.platform === 'win32')
    return ask('powershell', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`])
  return ask('ps', ['-o', 'lstart=', '-p', String(pid)])
}

/** Whether process `pid` is the PostgreSQL server of this data folder (a resolved path). Where it cannot be told: whether it runs. */
export function isPostmasterOf(pid: number, folder: string): boolean {
  if (process.platform === 'linux') return linuxMark(pid) !== undefined && worksOn(pid, folder)
  if (process.platform === 'win32') return processMark(pid) !== undefined
  return ask('ps', ['-o', 'command=', '-p', String(pid)])?.includes(folder) ?? false
}

/** Whether a process with this number runs, whichever it is. */
export function processRuns(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function linuxMark(pid: number): string | undefined {
  const stat = readOrNothing(`/proc/${pid}/stat`)
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (!fields?.[19] || fields[0] === 'Z' || fields[0] === 'X') return undefined
  const boot = readOrNothing('/proc/sys/kernel/random/boot_id')?.slice(0, 8) ?? ''
  return `${boot}${fields[19]}`
}

/** Its command line names the folder (anybody may read that), or it stands in it (only its owner may, or root with every power). */
function worksOn(pid: number, folder: string): boolean {
  if (readOrNothing(`/proc/${pid}/cmdline`)?.split('\0').includes(folder)) return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch {
    return false
  }
}

function readOrNothing(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function ask(program: string, args: string[]): string | undefined {
  try {
    const answer = execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    return answer.trim() || undefined
  } catch {
    return undefined
  }
}

/** The full path of a program on PATH or in the system's folders, if it is there. */
export function findProgram(name: string): string | undefined {
  const { PATH = '' } = process.env
  const folders = [...PATH.split(':'), '/usr/bin', '/bin', '/usr/sbin', '/sbin']
  return folders
    .filter((folder) => folder.startsWith('/'))
    .map((folder) => `${folder}/${name}`)
    .find(existsSync)
}
