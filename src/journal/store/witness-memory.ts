import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { join } from 'node:path'
import { syncFolder } from '../../kit/keys/secret.ts'
import { isRefused, type Refused, refuse } from '../../kit/refuse.ts'
import { parseCheckpoint } from '../rules/checkpoint.ts'
import { parseNote } from '../rules/note.ts'
import type { Tree } from '../rules/tree.ts'
import { originName } from '../rules/witness.ts'

/** What a witness remembers of one log: every checkpoint it signed, in a file that only grows. */
export type WitnessMemory = {
  readonly origin: string
  /** The tree signed last; undefined: none yet. */
  readonly last: () => (Tree & { readonly note: string }) | undefined
  /** The checkpoint signed at a size. */
  readonly at: (size: number) => (Tree & { readonly note: string }) | undefined
  /** Adds a signed checkpoint: durable when it returns. Throws when somebody else wrote to the file. */
  readonly add: (tree: Tree, note: string) => void
}

const MODE = 0o600
const checksum = (text: string): string => createHash('sha256').update(text).digest('hex')
const showLine = (note: string): string => {
  const text = JSON.stringify(note)
  return `${checksum(text)} ${text}\n`
}

type Kept = Tree & { readonly note: string }

function readLine(line: string): Kept | undefined {
  const [sum, text = ''] = [line.slice(0, 64), line.slice(65)]
  if (sum !== checksum(text)) return undefined
  const note: string = JSON.parse(text)
  const parsed = parseNote(note)
  const tree = isRefused(parsed) ? parsed : parseCheckpoint(`${parsed.text.split('\n', 3).join('\n')}\n`)
  return isRefused(tree) ? undefined : { size: tree.size, root: tree.root, note }
}

/** The whole lines of the file. What was cut off while it was written was never answered: it goes. */
function readLines(path: string): readonly string[] {
  if (!fs.existsSync(path)) return []
  const bytes = fs.readFileSync(path)
  const end = bytes.lastIndexOf(0x0a) + 1
  if (end < bytes.length) fs.truncateSync(path, end)
  return bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1)
}

function appendDurably(path: string, text: string, expected: number): void {
  const isNew = !fs.existsSync(path)
  const fd = fs.openSync(path, 'a', MODE)
  try {
    if (fs.fstatSync(fd).size !== expected) throw new Error(`${path} was written by somebody else`)
    fs.writeSync(fd, text)
    fs.fsyncSync(fd)
  } finally {
    fs.closeSync(fd)
  }
  if (isNew) syncFolder(join(path, '..'))
}

/** Opens the memory of one log in a witness's folder. Refuses a file that was changed: such a witness must get a new key. */
export function openMemory(dir: string, origin: string): WitnessMemory | Refused<'witness-damaged'> {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 })
  const path = join(dir, `${originName(origin)}.log`)
  const kept = new Map<number, Kept>()
  let last: Kept | undefined
  for (const [at, line] of readLines(path).entries()) {
    const read = readLine(line)
    const isNext = read && read.size >= (last?.size ?? 0) && read.note.startsWith(`${origin}\n`)
    if (!isNext) return refuse('witness-damaged', undefined, { file: path, line: at + 1 })
    last = read
    kept.set(read.size, read)
  }
  let length = fs.existsSync(path) ? fs.statSync(path).size : 0
  const add = (tree: Tree, note: string): void => {
    const line = showLine(note)
    appendDurably(path, line, length)
    length += Buffer.byteLength(line)
    last = { ...tree, note }
    kept.set(tree.size, last)
  }
  return { origin, last: () => last, at: (size) => kept.get(size), add }
}

/** Nobody needs more of it, and a log that signs on and on must not fill the disk. */
const MOST_ALARMS = 500

/**
 * Keeps evidence against a log in a file of its own, once however often it comes. Answers its path; undefined: it was there, or there is
 * enough.
 */
export function keepAlarm(dir: string, origin: string, evidence: string): string | undefined {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 })
  const path = join(dir, `ALARM-${originName(origin)}-${checksum(evidence).slice(0, 16)}.txt`)
  if (fs.existsSync(path) || countAlarms(dir) >= MOST_ALARMS) return undefined
  fs.writeFileSync(path, evidence, { mode: MODE, flush: true })
  syncFolder(dir)
  return path
}

/** How many pieces of evidence lie in a witness's folder. */
export const countAlarms = (dir: string): number =>
  fs.existsSync(dir) ? fs.readdirSync(dir).filter((name) => name.startsWith('ALARM-')).length : 0
