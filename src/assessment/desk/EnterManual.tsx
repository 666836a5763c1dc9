import type { ReactNode } from 'react'
import { useAction } from '../../kit/web/act.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useSay } from '../../kit/web/say.ts'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { ProblemSummary, useWrongs, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { TextInput } from '../../kit/web/ui/TextInput.tsx'
import { ui } from '../../kit/web/words.ts'
import { refusals, words } from '../words/pages.ts'

type About = { branchId: string; period: string; factId: string }
type Typed = Readonly<Record<'value' | 'reason' | 'evidence', string>>
const FIELDS = ['value', 'reason', 'evidence'] as const

function useLabels(): Typed {
  const say = useSay()
  return {
    value: say(words.value),
    reason: say(words.reason),
    evidence: `${say(words.proof)} (${say(ui.optional)})`,
  }
}

function Inputs({
  typed,
  set,
  labels,
}: {
  typed: Typed
  set: (typed: Typed) => void
  labels: Typed
}): ReactNode {
  return FIELDS.map((path) => (
    <TextInput
      key={path}
      path={path}
      label={labels[path]}
      value={typed[path]}
      onChange={(text) => set({ ...typed, [path]: text })}
    />
  ))
}

type Shown = { of: About; title: string; onClose: () => void }

/** The number of an item scored by hand, with its reason. */
export function EnterManual({ of, title, onClose }: Shown): ReactNode {
  const say = useSay()
  const labels = useLabels()
  const enter = useAction('assessment.enterManual')
  const [typed, setTyped] = useHeld<Typed>(`manual.${title}`, { value: '', reason: '', evidence: '' })
  const wrongs = useWrongs(enter.problem)
  const send = async (): Promise<void> => {
    if (await enter.send({ ...of, ...typed, value: typed.value.trim() })) onClose()
  }
  return (
    <Dialog title={say(words.manualTitle, { name: title })} onClose={onClose}>
      <Form label={title} onSend={() => void send()}>
        <p className="soft">{say(words.manualLead)}</p>
        <ProblemSummary
          problem={enter.problem}
          wrongs={wrongs}
          words={refusals.enterManual}
          labels={labels}
        />
        <Wrongs of={wrongs}>
          <Inputs typed={typed} set={setTyped} labels={labels} />
        </Wrongs>
        <Send busy={enter.state === 'sending'}>{say(words.enterManual)}</Send>
      </Form>
    </Dialog>
  )
}
