import { type ReactNode, useState } from 'react'
import { useAction } from '../../kit/web/act.ts'
import { useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { ProblemSummary, useWrongs, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form } from '../../kit/web/ui/Form.tsx'
import { TextInput } from '../../kit/web/ui/TextInput.tsx'
import { ui } from '../../kit/web/words.ts'
import { refusals, words } from '../words/pages.ts'

type About = { branchId: string; period: string; factId: string }

/** The number of an item scored by hand, with its reason. */
export function EnterManual({
  of,
  title,
  onClose,
}: {
  of: About
  title: string
  onClose: () => void
}): ReactNode {
  const say = useSay()
  const enter = useAction('assessment.enterManual')
  const [value, setValue] = useState('')
  const [reason, setReason] = useState('')
  const [evidence, setEvidence] = useState('')
  const wrongs = useWrongs(enter.problem)
  const labels = { value: say(words.value), reason: say(words.reason), evidence: say(words.proof) }
  const send = async (): Promise<void> => {
    if (await enter.send({ ...of, value: value.trim(), reason, evidence })) onClose()
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
          <TextInput
            path="value"
            label={labels.value}
            value={value}
            onChange={setValue}
            inputMode="decimal"
          />
          <TextInput path="reason" label={labels.reason} value={reason} onChange={setReason} />
          <TextInput
            path="evidence"
            label={labels.evidence}
            hint={say(ui.optional)}
            value={evidence}
            onChange={setEvidence}
          />
        </Wrongs>
        <div className="row">
          <Button kind="primary" type="submit" busy={enter.state === 'sending'}>
            {say(words.enterManual)}
          </Button>
          <Button onPress={onClose}>{say(ui.cancel)}</Button>
        </div>
      </Form>
    </Dialog>
  )
}
