import type { ReactNode } from 'react'
import { useAction } from '../../kit/web/act.ts'
import { today } from '../../kit/web/dates.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useSay } from '../../kit/web/say.ts'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { useWrongs, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { TextInput } from '../../kit/web/ui/TextInput.tsx'
import { Outcome } from '../../kit/web/ui/Waiting.tsx'
import type { Step } from '../rules.ts'
import { DefectSaid } from '../ui/DefectSaid.tsx'
import { refusals, words } from '../words/pages.ts'
import { stepWords } from '../words/steps.ts'
import { FromVote } from './FromVote.tsx'
import { type NamedIds, namedIn } from './NamedFields.tsx'
import { readNumbers, type Typed } from './numbers.ts'
import { StepFields } from './StepFields.tsx'
import { typedFrom, type Vote } from './votes.ts'

type Shown = {
  readonly id: string
  readonly name: string
  readonly orgId: string
  readonly step: Step
  readonly onClose: () => void
}

/** Why a step against the rules is recorded all the same; asked once the rules have said no. */
function Paper({
  clause,
  paper,
  setPaper,
}: {
  clause: string
  paper: string
  setPaper: (why: string) => void
}): ReactNode {
  const say = useSay()
  return (
    <>
      <p className="amber">
        <DefectSaid clause={clause} />
      </p>
      <TextInput path="paper" label={say(words.paper)} value={paper} onChange={setPaper} />
    </>
  )
}

/** The form for one step of an admission: its day, and the numbers it asks for. */
export function RecordStep({ id, name, orgId, step, onClose }: Shown): ReactNode {
  const say = useSay()
  const record = useAction('joining.recordStep')
  const [on, setOn] = useHeld<string>(`step.on.${id}.${step}`, today())
  const [typed, setTyped] = useHeld<Typed>(`step.typed.${id}.${step}`, {})
  const [named, setNamed] = useHeld<NamedIds>(`step.named.${id}.${step}`, [])
  const [paper, setPaper] = useHeld(`step.paper.${id}.${step}`, '')
  const [voteId, setVoteId] = useHeld(`step.vote.${id}.${step}`, '')
  const take = (vote: Vote | undefined): void => {
    setVoteId(vote?.id ?? '')
    if (!vote) return
    setOn(vote.heldOn)
    setTyped(typedFrom(vote, step))
  }
  const isAgainst = record.problem?.code === 'against-rules'
  const send = async (): Promise<void> => {
    const entry = { id, step, on, numbers: readNumbers(step, typed), ...namedIn(step, named), paper }
    if (await record.send(entry)) onClose()
  }
  return (
    <Dialog title={`${name} · ${say(stepWords[step])}`} onClose={onClose}>
      <Form label={say(words.recordStep, { step: say(stepWords[step]) })} onSend={() => void send()}>
        <Outcome of={record} words={refusals.recordStep} />
        <Wrongs of={useWrongs(record.problem)}>
          <FromVote id={id} step={step} chosen={voteId} onChoose={take} />
          <StepFields {...{ step, on, setOn, typed, setTyped, orgId, named, setNamed }} />
          {isAgainst && <Paper clause={record.problem.clause ?? ''} paper={paper} setPaper={setPaper} />}
        </Wrongs>
        <Send busy={record.state === 'sending'}>
          {say(isAgainst && paper !== '' ? words.recordPaper : words.record)}
        </Send>
      </Form>
    </Dialog>
  )
}
