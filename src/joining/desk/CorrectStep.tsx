import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { useAction } from '../../kit/web/act.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useSay } from '../../kit/web/say.ts'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { useWrongs, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { TextInput } from '../../kit/web/ui/TextInput.tsx'
import { Outcome } from '../../kit/web/ui/Waiting.tsx'
import { NAMED_AT } from '../rules/named.ts'
import { NUMBERS_OF } from '../rules/stations.ts'
import type { Step } from '../rules.ts'
import { refusals, words } from '../words/pages.ts'
import { stepWords } from '../words/steps.ts'
import { type NamedIds, namedIn } from './NamedFields.tsx'
import { readNumbers, type Typed, typeNumber } from './numbers.ts'
import { StepFields } from './StepFields.tsx'

type Case = OutputOf<'joining.findCase'>

/** Corrects the day and numbers of a recorded step, or strikes it out when the day is emptied. */
export function CorrectStep({ of, step, onClose }: { of: Case; step: Step; onClose: () => void }): ReactNode {
  const say = useSay()
  const correct = useAction('joining.correctStep')
  const [on, setOn] = useHeld<string>(
    `correct.on.${step}`,
    of.stations.find((one) => one.step === step)?.on ?? '',
  )
  const [typed, setTyped] = useHeld<Typed>(
    `correct.typed.${step}`,
    Object.fromEntries((NUMBERS_OF[step] ?? []).map((name) => [name, typeNumber(name, of.numbers[name])])),
  )
  const role = NAMED_AT[step]
  const [named, setNamed] = useHeld<NamedIds>(
    `correct.named.${step}`,
    role ? of[role].map(({ personId }) => personId) : [],
  )
  const [reason, setReason] = useHeld(`correct.reason.${step}`, '')
  const send = async (): Promise<void> => {
    const numbers = readNumbers(step, typed)
    const change = { id: of.id, step, on: on || null, numbers, ...namedIn(step, named), reason }
    if (await correct.send(change)) onClose()
  }
  return (
    <Dialog title={say(words.correctOf, { step: say(stepWords[step]) })} onClose={onClose}>
      <Form label={say(words.correct)} onSend={() => void send()}>
        <p className="small soft">{say(words.correctLead)}</p>
        <Outcome of={correct} words={refusals.correctStep} />
        <Wrongs of={useWrongs(correct.problem)}>
          <StepFields {...{ step, on, setOn, typed, setTyped, orgId: of.orgId, named, setNamed }} />
          <TextInput path="reason" label={say(words.reason)} value={reason} onChange={setReason} />
        </Wrongs>
        <Send busy={correct.state === 'sending'}>{say(words.correct)}</Send>
      </Form>
    </Dialog>
  )
}
