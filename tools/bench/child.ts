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

/** Starts a file of this folder as a process of its own, so that its work is nobody else's. */
export function startChild<Told, Answer>(file: string, args: readonly string[] = []): Child<Told, Answer> {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child: ChildProcess = fork(path, [...args], {
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...NODE_ENV, ...process.env },
  })
  const ended = once(child, 'exit')
  return {
    pid: child.pid ?? 0,
    tell: async (told) => {
      child.send(told as object)
      const [answer] = await Promise.race([once(child, 'message'), ended.then(() => [undefined])])
      if (answer === undefined) throw new Error(`${file} ended`)
      return answer as Answer
    },
    end: async () => {
      child.disconnect()
      await ended
    },
  }
}

/** What a child does: answers each thing it is told, and ends when its parent lets go of it. */
export function answerParent<Told, Answer>(answer: (told: Told) => Promise<Answer>): void {
  process.on('message', async (told) => process.send?.(await answer(told as Told)))
  process.on('disconnect', () => process.exit(0))
}
