import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { NODE_ENV } from './product.ts'

/** Another Node of ours that does one thing at a time when told to. */
export type Child<Told, Answer> = {
  readonly pid: number
  readonly tell: (told: Told) => Promise<Answer>
  readonly end: () => Promise<void>
}

/** What a child does next, before it ends. Throws when it ends without it, or has ended already. `next` listens until the signal. */
export async function before<T>(
  child: ChildProcess,
  what: string,
  next: (until: { readonly signal: AbortSignal }) => Promise<T>,
): Promise<T> {
  const heard = new AbortController()
  const gone = child.exitCode !== null || child.signalCode !== null
  const ended = gone ? Promise.resolve() : once(child, 'exit', heard)
  const end = ended.then(() => {
    throw new Error(`${what} ended`)
  })
  try {
    return await Promise.race([next(heard), end])
  } finally {
    heard.abort()
  }
}

/** Tells a child something; what it says next. */
export async function tellChild<Answer>(child: ChildProcess, what: string, told: object): Promise<Answer> {
  const [answer] = await before(child, what, (until) => {
    const said = once(child, 'message', until)
    if (child.connected) child.send(told, () => undefined) // one that cannot be told any more has ended
    return said
  })
  return answer
}

/** Starts a file of this folder as a process of its own, so that its work is nobody else's. */
export function startChild<Told extends object, Answer>(
  file: string,
  args: readonly string[] = [],
): Child<Told, Answer> {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = fork(path, [...args], {
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...NODE_ENV, ...process.env },
  })
  const ended = once(child, 'exit')
  return {
    pid: child.pid ?? 0,
    tell: (told) => tellChild(child, file, told),
    end: async () => {
      if (child.connected) child.disconnect()
      await ended
    },
  }
}

/** What a child does: answers each thing it is told, and ends when its parent lets go of it. */
export function answerParent<Told, Answer>(answer: (told: Told) => Promise<Answer>): void {
  process.on('message', async (told) => process.send?.(await answer(told as Told)))
  process.on('disconnect', () => process.exit(0))
}
