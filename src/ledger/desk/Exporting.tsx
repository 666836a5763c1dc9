import type { ReactNode } from 'react'
import { useAction } from '../../kit/web/act.ts'
import { useAsk } from '../../kit/web/ask.ts'
import { saveFile } from '../../kit/web/file.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { useWrongs, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { Part } from '../../kit/web/ui/Page.tsx'
import { Notice } from '../../kit/web/ui/Parts.tsx'
import { TextInput } from '../../kit/web/ui/TextInput.tsx'
import { Outcome } from '../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../kit/web/who.ts'
import { sayProblem } from '../../kit/web/words.ts'
import { refusals, words } from '../words/pages.ts'

function Unmasked({ onClose }: { onClose: () => void }): ReactNode {
  const say = useSay()
  const exporting = useAction('ledger.exportUnmasked')
  const [reason, setReason] = useHeld('export.reason', '')
  const send = async (): Promise<void> => {
    const file = await exporting.send({ reason })
    if (!file) return
    saveFile(file.fileName, file.content)
    onClose()
  }
  const asked = { path: 'reason', value: reason, onChange: setReason }
  return (
    <Dialog title={say(words.exportUnmasked)} onClose={onClose}>
      <Form label={say(words.exportUnmasked)} onSend={() => void send()}>
        <Outcome of={exporting} words={refusals.exportUnmasked} />
        <Wrongs of={useWrongs(exporting.problem)}>
          <TextInput {...asked} label={say(words.exportReason)} hint={say(words.exportReasonHint)} />
        </Wrongs>
        <Send busy={exporting.state === 'sending'}>{say(words.exportUnmasked)}</Send>
      </Form>
    </Dialog>
  )
}

/** The ledgers as a workbook; with ID numbers only for a stated reason. */
export function Exporting(): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const may = useMay()
  const exporting = useAsk('ledger.export')
  const [asking, setAsking] = useHeld('export.asking', false)
  const save = async (): Promise<void> => {
    const file = await exporting.ask({})
    if (file) saveFile(file.fileName, file.content)
  }
  return (
    <Part title={say(words.export)}>
      <p className="soft">{say(words.exportLead)}</p>
      {exporting.problem && <Notice kind="wrong">{sayProblem(exporting.problem, {}, language)}</Notice>}
      <div className="row">
        <Button busy={exporting.state === 'asking'} onPress={() => void save()}>
          {say(words.export)}
        </Button>
        {may('ledger.exportUnmasked') && (
          <Button onPress={() => setAsking(true)}>{say(words.exportUnmasked)}</Button>
        )}
      </div>
      {asking && <Unmasked onClose={() => setAsking(false)} />}
    </Part>
  )
}
