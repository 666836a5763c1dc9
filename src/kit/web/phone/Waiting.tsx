import type { ReactNode } from 'react'
import type { ReadName, WriteName } from '../../contract.ts'
import { LINE_TROUBLE } from '../call.ts'
import type { Read } from '../read.ts'
import { useLanguage, useSay, type Words } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { Bones } from '../ui/Waiting.tsx'
import { type RefusalWords, sayProblem, ui } from '../words.ts'
import type { Post } from './useOutbox.ts'
import { words as own } from './words.ts'

/** A question not answered yet, or answered with no, or cut off: what happened, and the way on. */
export function Waiting<N extends ReadName>({
  of,
  words,
}: {
  of: Read<N>
  words: RefusalWords<N>
}): ReactNode {
  const language = useLanguage()
  const say = useSay()
  if (of.state !== 'failed') return <Bones lines={6} />
  const table: Readonly<Record<string, Words>> = { ...words, offline: own.offlineHere }
  return (
    <div className="notice wrong" role="alert">
      <p>{sayProblem(of.problem, table, language)}</p>
      {LINE_TROUBLE.includes(of.problem.code) && <Button onPress={of.retry}>{say(ui.retry)}</Button>}
    </div>
  )
}

/** Nothing there yet: what would be, and what to do. */
export function Empty({ children }: { children: ReactNode }): ReactNode {
  return <div className="empty">{children}</div>
}

/** What became of something sent from the phone: taken, waiting for the line, or refused and why. Silent before. */
export function Outcome<N extends WriteName>({
  of: { fate },
  words,
  done,
}: {
  of: Post<N>
  words: RefusalWords<N>
  done: string
}): ReactNode {
  const language = useLanguage()
  const say = useSay()
  if (fate.state === 'idle') return null
  if (fate.state === 'sending') return <Bones lines={1} />
  const table: Readonly<Record<string, Words>> = words
  if (fate.state === 'refused')
    return (
      <p className="notice wrong" role="alert">
        {sayProblem(fate.problem, table, language)}
      </p>
    )
  if (fate.state === 'waiting')
    return (
      <p className="notice late" role="status">
        {say(fate.isKept ? own.waiting : own.waitingHere)}
      </p>
    )
  return (
    <p className="notice done" role="status">
      {done}
    </p>
  )
}
