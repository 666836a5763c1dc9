import type { ReactNode } from 'react'
import type { WriteName } from '../../contract.ts'
import type { Act } from '../act.ts'
import type { Words } from '../say.ts'
import { Dialog } from './Dialog.tsx'
import { ProblemSummary, useWrongs, Wrongs } from './Field.tsx'
import { Form, Send } from './Form.tsx'

/** A short form in front of the page for one action; its refusal and its wrong fields are said in it. */
export function Asking<N extends WriteName>(of: {
  title: string
  /** What is said before the fields. */
  lead?: string
  act: Act<N>
  refusals: Readonly<Record<string, Words>>
  /** What each field is called, by path. */
  labels: Readonly<Record<string, string>>
  send: string
  onSend: () => Promise<void>
  onClose: () => void
  children: ReactNode
}): ReactNode {
  const { title, act, labels } = of
  const wrongs = useWrongs(act.problem)
  return (
    <Dialog title={title} onClose={of.onClose}>
      <Form label={title} onSend={() => void of.onSend()}>
        {of.lead && <p>{of.lead}</p>}
        <ProblemSummary problem={act.problem} wrongs={wrongs} words={of.refusals} labels={labels} />
        <Wrongs of={wrongs}>{of.children}</Wrongs>
        <Send busy={act.state === 'sending'}>{of.send}</Send>
      </Form>
    </Dialog>
  )
}
