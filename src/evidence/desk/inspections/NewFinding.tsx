import type { ReactNode } from 'react'
import { addDays } from '../../../kit/day.ts'
import { useAction } from '../../../kit/web/act.ts'
import { today } from '../../../kit/web/dates.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Asking } from '../../../kit/web/ui/Asking.tsx'
import { Choose } from '../../../kit/web/ui/Choose.tsx'
import { DayInput } from '../../../kit/web/ui/DayInput.tsx'
import { LongInput } from '../../../kit/web/ui/TextInput.tsx'
import { CLAUSES, type Clause } from '../../../law/clauses.ts'
import { TITLES } from '../../../law/titles.ts'
import { RECTIFY_DAYS, SEVERITIES, type Severity } from '../../rules/inspection.ts'
import { refusals } from '../../words/inspection.ts'
import { severityWords, words } from '../../words/pages.ts'
import type { Drawn } from './Sample.tsx'

type Typed = {
  readonly text: string
  readonly clause: Clause | ''
  readonly severity: Severity
  readonly dueOn: string
}

const blank = (): Typed => ({
  ...{ text: '', clause: '', severity: 'improve', dueOn: String(addDays(today(), RECTIFY_DAYS)) },
})

type Fields = { readonly typed: Typed; readonly set: (more: Partial<Typed>) => void }

function Ask({ typed, set }: Fields): ReactNode {
  const say = useSay()
  const clauses = CLAUSES.map((value) => ({ value, name: `${value} ${say(TITLES[value])}` }))
  return (
    <>
      <LongInput path="text" label={say(words.text)} value={typed.text} onChange={(text) => set({ text })} />
      <Choose
        path="clause"
        label={say(words.clause)}
        blank={say(words.noClause)}
        value={typed.clause}
        options={clauses}
        onChange={(clause) => set({ clause })}
      />
      <Choose
        path="severity"
        label={say(words.severity)}
        value={typed.severity}
        options={SEVERITIES.map((value) => ({ value, name: say(severityWords[value]) }))}
        onChange={(severity) => severity && set({ severity })}
      />
      {typed.severity !== 'note' && (
        <DayInput
          path="dueOn"
          which="next"
          label={say(words.dueOn)}
          value={typed.dueOn}
          onChange={(dueOn) => set({ dueOn })}
        />
      )}
    </>
  )
}

type Shown = {
  readonly id: string
  readonly chosen: readonly Drawn[]
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Writes down what was found in the records that are ticked. */
export function NewFinding({ id, chosen, onDone, onClose }: Shown): ReactNode {
  const say = useSay()
  const act = useAction('evidence.addFinding')
  const [typed, setTyped] = useHeld('finding.new', blank)
  const set = (more: Partial<Typed>): void => setTyped({ ...typed, ...more })
  const labels = { text: say(words.text), clause: say(words.clause), dueOn: say(words.dueOn) }
  const title = say(words.addFinding)
  const send = async (): Promise<void> => {
    const { text, severity } = typed
    const dueOn = severity === 'note' ? null : typed.dueOn
    const sampleIds = chosen.map((one) => one.id)
    if (!(await act.send({ id, sampleIds, text, clause: typed.clause || null, severity, dueOn }))) return
    onClose()
    onDone()
  }
  return (
    <Asking
      {...{ title, act, labels, onClose }}
      refusals={refusals.addFinding}
      send={say(words.save)}
      onSend={send}
    >
      <ul className="small soft">
        {chosen.map((one) => (
          <li key={one.id}>
            {one.title} · {one.orgName}
          </li>
        ))}
      </ul>
      <Ask typed={typed} set={set} />
    </Asking>
  )
}
