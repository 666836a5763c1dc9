import type { ReactNode } from 'react'
import type { WriteName } from '../../../kit/contract.ts'
import type { Act } from '../../../kit/web/act.ts'
import type { Words } from '../../../kit/web/say.ts'
import { Dialog } from '../../../kit/web/ui/Dialog.tsx'
import { ProblemSummary, useWrongs, Wrongs } from '../../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../../kit/web/ui/Form.tsx'

/** A short form in front of the page for one action; its refusal and its wrong fields are said in it. */
export function Asking<N extends WriteName>(of: {
  title: string
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
        <ProblemSummary problem={act.problem} wrongs={wrongs} words={of.refusals} labels={labels} />
        <Wrongs of={wrongs}>{of.children}</Wrongs>
        <Send busy={act.state === 'sending'}>{of.send}</Send>
      </Form>
    </Dialog>
  )
}
