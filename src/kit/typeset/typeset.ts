import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Paper } from '../paper.ts'
import type { Asked, Said } from './child.ts'

export type PaperFormat = Asked['format']

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url))
/** The process ends when nothing was asked for so long, and its memory is free again. */
const IDLE_MS = 5_000
const MOST_MS = 30_000

type Waiting = { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (why: Error) => void }
type Press = { readonly child: ChildProcess; readonly waiting: Map<number, Waiting>; idle?: NodeJS.Timeout }

let press: Press | undefined
let last = 0

function stop(stopped: Press, why: string): void {
  if (press === stopped) press = undefined
  clearTimeout(stopped.idle)
  stopped.child.kill()
  for (const { reject } of stopped.waiting.values()) reject(new Error(why))
  stopped.waiting.clear()
}

function rest(own: Press): void {
  if (own.waiting.size > 0) return
  own.child.unref()
  own.child.channel?.unref()
  own.idle = setTimeout(() => stop(own, 'idle'), IDLE_MS).unref()
}

function start(): Press {
  // It needs no keys, no database and no address: it is given none.
  const env = { PATH: process.env['PATH'] }
  const child = fork(CHILD, { serialization: 'advanced', execArgv: [], env })
  const own: Press = { child, waiting: new Map() }
  child.on('message', ({ id, bytes, fault }: Said) => {
    const asked = own.waiting.get(id)
    own.waiting.delete(id)
    if (bytes) asked?.resolve(bytes)
    else asked?.reject(new Error(`a paper could not be set: ${fault}`))
    rest(own)
  })
  child.on('exit', () => stop(own, 'the press ended'))
  return own
}

/** Sets a paper as a .docx or a PDF, in a process of its own. Rejects when that takes more than half a minute: a bug. */
export function setPaper(paper: Paper, format: PaperFormat): Promise<Uint8Array> {
  press ??= start()
  const own = press
  clearTimeout(own.idle)
  own.child.ref()
  own.child.channel?.ref()
  last += 1
  const asked: Asked = { id: last, paper, format }
  return new Promise<Uint8Array>((resolve, reject) => {
    const limit = setTimeout(() => stop(own, 'a paper took too long'), MOST_MS)
    const done =
      <T>(then: (value: T) => void) =>
      (value: T): void => {
        clearTimeout(limit)
        then(value)
      }
    own.waiting.set(asked.id, { resolve: done(resolve), reject: done(reject) })
    own.child.send(asked)
  })
}
