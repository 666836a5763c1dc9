import type { ReactNode } from 'react'
import { useAction } from '../../kit/web/act.ts'
import { useCorrection } from '../../kit/web/correction.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Choose } from '../../kit/web/ui/Choose.tsx'
import { CorrectionForm } from '../../kit/web/ui/Correction.tsx'
import { DayInput } from '../../kit/web/ui/DayInput.tsx'
import { Dialog } from '../../kit/web/ui/Dialog.tsx'
import { useWrongs, Wrongs } from '../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../kit/web/ui/Form.tsx'
import { TextInput } from '../../kit/web/ui/TextInput.tsx'
import { Outcome } from '../../kit/web/ui/Waiting.tsx'
import { MEETING_KINDS } from '../../meetings/rules.ts'
import { sayFact } from '../ui/say-fact.ts'
import type { Target } from '../ui/target-columns.tsx'
import { refusals, words } from '../words/pages.ts'

type Typed = Readonly<Record<'task' | 'fact' | 'goal' | 'deadline', string>>

/** The facts a target may name (A3.4). */
const FACTS: readonly string[] = [
  ...MEETING_KINDS.map((kind) => `meeting.held(${kind})`),
  'meeting.attendance',
  'joining.admitted',
  'study.planDone',
]

function Fields({ typed, set }: { typed: Typed; set: (change: Partial<Typed>) => void }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  return (
    <>
      <TextInput path="task" label={say(words.task)} value={typed.task} onChange={(task) => set({ task })} />
      <Choose
        path="fact"
        label={say(words.targetFact)}
        value={typed.fact}
        blank={say(words.chooseFact)}
        options={FACTS.map((fact) => ({ value: fact, name: sayFact(fact, language) }))}
        onChange={(fact) => set({ fact })}
      />
      <TextInput
        path="goal"
        label={say(words.goal)}
        inputMode="decimal"
        value={typed.goal}
        onChange={(goal) => set({ goal })}
      />
      <DayInput
        which="next"
        path="deadline"
        label={say(words.deadline)}
        value={typed.deadline}
        onChange={(deadline) => set({ deadline })}
      />
    </>
  )
}

/** Sets a task for a branch. */
export function AddTarget({ branchId, onClose }: { branchId: string; onClose: () => void }): ReactNode {
  const say = useSay()
  const add = useAction('assessment.addTarget')
  const [no, setNo] = useHeld(`target.no.${branchId}`, '')
  const [typed, setTyped] = useHeld<Typed>(`target.new.${branchId}`, {
    task: '',
    fact: '',
    goal: '',
    deadline: '',
  })
  const wrongs = useWrongs(add.problem)
  const send = async (): Promise<void> => {
    if (await add.send({ orgId: branchId, no, ...typed, goal: typed.goal.trim() })) onClose()
  }
  return (
    <Dialog title={say(words.addTarget)} onClose={onClose}>
      <Form label={say(words.addTarget)} onSend={() => void send()}>
        <p className="small soft">{say(words.targetsHow)}</p>
        <Outcome of={add} words={refusals.addTarget} />
        <Wrongs of={wrongs}>
          <div className="fields">
            <TextInput path="no" label={say(words.targetNo)} value={no} onChange={setNo} />
            <Fields typed={typed} set={(change) => setTyped({ ...typed, ...change })} />
          </div>
        </Wrongs>
        <Send busy={add.state === 'sending'}>{say(words.addTarget)}</Send>
      </Form>
    </Dialog>
  )
}

/** Changes a task; its number stays. */
export function ChangeTarget({ of, onClose }: { of: Target; onClose: () => void }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const change = useAction('assessment.changeTarget')
  const { id, task, fact, goal, deadline, rev } = of
  const now: Typed = { task, fact, goal, deadline }
  const correction = useCorrection(
    ['target', id],
    { value: now, rev },
    {
      send: (typed, begun) => change.send({ id, rev: begun, ...typed, goal: typed.goal.trim() }),
    },
  )
  const { value, set } = correction.block
  return (
    <Dialog title={say(words.changeTargetOf, { task })} onClose={onClose}>
      <CorrectionForm
        {...{ correction, state: change.state, onSaved: onClose, send: say(words.save) }}
        label={say(words.changeTarget)}
        fields={(typed) => [
          { name: say(words.task), value: typed.task },
          { name: say(words.targetFact), value: typed.fact && sayFact(typed.fact, language) },
          { name: say(words.goal), value: typed.goal },
          { name: say(words.deadline), value: typed.deadline },
        ]}
        trouble={<Outcome of={change} words={refusals.changeTarget} />}
      >
        <Wrongs of={useWrongs(change.problem)}>
          <div className="fields">
            <Fields typed={value} set={set} />
          </div>
        </Wrongs>
      </CorrectionForm>
    </Dialog>
  )
}
