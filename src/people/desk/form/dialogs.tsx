import { type ReactNode, useState } from 'react'
import type { OutputOf } from '../../../kit/contract.ts'
import { useAction } from '../../../kit/web/act.ts'
import { today } from '../../../kit/web/dates.ts'
import { useSay } from '../../../kit/web/say.ts'
import { DayInput } from '../../../kit/web/ui/DayInput.tsx'
import { Dialog } from '../../../kit/web/ui/Dialog.tsx'
import { ProblemSummary, useWrongs, Wrongs } from '../../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../../kit/web/ui/Form.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { useUnits } from '../../../org/ui/units.ts'
import { meaningsOf, type What } from '../../rules/means.ts'
import { meaningWords, refusals, words } from '../../words/pages.ts'
import { identityInput, identityOf, type StandingEntry, standingInput } from './entry.ts'
import { IdentityFields, StandingFields, useLabels } from './PersonFields.tsx'

type Person = OutputOf<'people.findPerson'>
type About = { readonly person: Person; readonly onClose: () => void }

/** Corrects who a person is. */
export function ChangePerson({ person, onClose }: About): ReactNode {
  const say = useSay()
  const change = useAction('people.changePerson')
  const [entry, setEntry] = useState(() => identityOf(person))
  const wrongs = useWrongs(change.problem)
  const title = say(words.changeTitle, { name: person.name })
  const send = async (): Promise<void> => {
    if (await change.send({ id: person.id, ...identityInput(entry) })) onClose()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <Form label={title} length="long" onSend={() => void send()}>
        <p className="soft">{say(words.changeLead)}</p>
        <ProblemSummary
          problem={change.problem}
          wrongs={wrongs}
          words={refusals.changePerson}
          labels={useLabels()}
        />
        <Wrongs of={wrongs}>
          <div className="fields">
            <IdentityFields entry={entry} set={(part) => setEntry({ ...entry, ...part })} />
          </div>
        </Wrongs>
        <Send busy={change.state === 'sending'}>{say(words.save)}</Send>
      </Form>
    </Dialog>
  )
}

/** What the change will mean, sentence by sentence, before it is made. */
function Meanings({ from, to }: { from: What; to: What }): ReactNode {
  const say = useSay()
  const units = useUnits()
  const name = units.find(({ id }) => id === to.orgId)?.name ?? ''
  const meanings = meaningsOf(from, to)
  return (
    <div className="notice" role="status">
      <p className="strong">{say(words.itMeans)}</p>
      {meanings.length === 0 && <p>{say(words.meansNothing)}</p>}
      <ul>
        {meanings.map((one) => (
          <li key={one}>
            {say(meaningWords[one], { name, posts: to.posts || '–', shift: to.shift || '–' })}
          </li>
        ))}
      </ul>
    </div>
  )
}

type Changing = {
  readonly person: Person
  readonly last: Person['standings'][number]
  readonly onDone: () => void
}

function StandingForm({ person, last, onDone }: Changing): ReactNode {
  const say = useSay()
  const change = useAction('people.changeStanding')
  const wrongs = useWrongs(change.problem)
  const labels = useLabels()
  const [base, setBase] = useState('')
  const [reason, setReason] = useState('')
  const [entry, setEntry] = useState<StandingEntry>({ ...last, from: today() })
  const based = { path: 'duesBase', label: labels.duesBase, placeholder: say(words.asBefore), value: base }
  const send = async (): Promise<void> => {
    const duesBase = base.trim()
    const input = { personId: person.id, ...standingInput(entry), ...(duesBase && { duesBase }), reason }
    if (await change.send(input)) onDone()
  }
  return (
    <Form label={say(words.changeStanding)} length="long" onSend={() => void send()}>
      <ProblemSummary
        problem={change.problem}
        wrongs={wrongs}
        words={refusals.changeStanding}
        labels={labels}
      />
      <Wrongs of={wrongs}>
        <div className="fields">
          <StandingFields entry={entry} set={(part) => setEntry({ ...entry, ...part })} />
          <TextInput {...based} inputMode="decimal" onChange={setBase} />
          <TextInput path="reason" label={labels.reason} value={reason} onChange={setReason} />
        </div>
      </Wrongs>
      <Meanings from={last} to={entry} />
      <Send busy={change.state === 'sending'}>{say(words.standingGo)}</Send>
    </Form>
  )
}

/** From a day on, a person is something else, or elsewhere. */
export function ChangeStanding({ person, onClose }: About): ReactNode {
  const say = useSay()
  const last = person.standings.at(-1)
  if (!last) return null
  return (
    <Dialog title={say(words.standingTitle, { name: person.name })} onClose={onClose}>
      <StandingForm person={person} last={last} onDone={onClose} />
    </Dialog>
  )
}

/** The last day somebody was here. */
export function EndStanding({ person, onClose }: About): ReactNode {
  const say = useSay()
  const end = useAction('people.endStanding')
  const wrongs = useWrongs(end.problem)
  const labels = useLabels()
  const [lastDay, setLastDay] = useState<string>(today())
  const [reason, setReason] = useState('')
  const title = say(words.endTitle, { name: person.name })
  const send = async (): Promise<void> => {
    if (await end.send({ personId: person.id, lastDay, reason })) onClose()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <Form label={title} onSend={() => void send()}>
        <p>{say(words.endLead)}</p>
        <ProblemSummary problem={end.problem} wrongs={wrongs} words={refusals.endStanding} labels={labels} />
        <Wrongs of={wrongs}>
          <div className="fields">
            <DayInput path="lastDay" label={labels.lastDay} value={lastDay} onChange={setLastDay} />
            <TextInput path="reason" label={labels.reason} value={reason} onChange={setReason} />
          </div>
        </Wrongs>
        <Send busy={end.state === 'sending'}>{say(words.endGo)}</Send>
      </Form>
    </Dialog>
  )
}
