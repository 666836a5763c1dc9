import type { ReactNode } from 'react'
import type { ReadName, WriteName } from '../../contract.ts'
import type { Act } from '../act.ts'
import { LINE_TROUBLE } from '../call.ts'
import type { Read } from '../read.ts'
import { useLanguage, useSay, type Words } from '../say.ts'
import { type RefusalWords, sayProblem, ui } from '../words.ts'
import { Button } from './Button.tsx'

/** Where an answer will stand, so that nothing jumps when it comes. */
export function Bones({ lines = 6 }: { lines?: number }): ReactNode {
  const say = useSay()
  return (
    <div className="bones" role="status">
      <p className="unseen">{say(ui.loading)}</p>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <span key={line} aria-hidden="true" />
      ))}
    </div>
  )
}

/** A page on its way. */
export function PageBones(): ReactNode {
  const say = useSay()
  return (
    <div className="stack wide">
      <h1 className="unseen">{say(ui.loading)}</h1>
      <Bones lines={14} />
    </div>
  )
}

/** A question not answered yet, or answered with no: what happened, and the way on. `words` says every refusal of the action. */
export function Waiting<N extends ReadName>(of: {
  of: Read<N>
  words: RefusalWords<N>
  lines?: number
}): ReactNode {
  const language = useLanguage()
  const say = useSay()
  if (of.of.state !== 'failed') return <Bones lines={of.lines ?? 6} />
  const words: Readonly<Record<string, Words>> = of.words
  return (
    <div className="notice wrong" role="alert">
      <p>{sayProblem(of.of.problem, words, language)}</p>
      {LINE_TROUBLE.includes(of.of.problem.code) && (
        <div className="row">
          <Button onPress={of.of.retry}>{say(ui.retry)}</Button>
        </div>
      )}
    </div>
  )
}

/** What became of a change: the sentence of its refusal, or that it was done. Silent while nothing was sent. */
export function Outcome<N extends WriteName>(of: {
  of: Act<N>
  words: RefusalWords<N>
  done?: string
}): ReactNode {
  const language = useLanguage()
  const words: Readonly<Record<string, Words>> = of.words
  if (of.of.state === 'failed')
    return (
      <div className="notice wrong" role="alert">
        <p>{sayProblem(of.of.problem, words, language)}</p>
      </div>
    )
  if (of.of.state === 'done' && of.done)
    return (
      <div className="notice done" role="status">
        <p>{of.done}</p>
      </div>
    )
  return null
}
