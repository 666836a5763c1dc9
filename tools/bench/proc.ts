import { readdirSync, readFileSync } from 'node:fs'

/** A file of what the kernel says of a process; nothing where there is none. */
export function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8')
  } catch {
    return ''
  }
}

/** What the kernel counts of a process, behind its name: its parent is the second, its processor time the twelfth and thirteenth. */
const fieldsOf = (pid: number): string[] => readProc(`${pid}/stat`).split(') ').at(-1)?.split(' ') ?? []

const TICK_MS = 10

/** Processor time a process has had, of all its threads, in milliseconds. */
export const processorMs = (pid: number): number => {
  const fields = fieldsOf(pid)
  return TICK_MS * (Number(fields[11]) + Number(fields[12]))
}

/** Resident memory of a process, in bytes; 0 when there is none. */
export const residentBytes = (pid: number): number =>
  1024 * Number(/VmRSS:\s+(\d+)/.exec(readProc(`${pid}/status`))?.[1] ?? 0)

/** A process and all below it. */
export function listBelow(pid: number): number[] {
  const all = readdirSync('/proc').map(Number).filter(Number.isInteger)
  const parents = new Map(all.map((one) => [one, Number(fieldsOf(one)[1])]))
  const isBelow = (one: number | undefined): boolean =>
    one !== undefined && one > 1 && (one === pid || isBelow(parents.get(one)))
  return all.filter(isBelow)
}
