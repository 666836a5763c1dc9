import type { ReactNode } from 'react'
import type { OutputOf } from '../../../kit/contract.ts'
import { useAction } from '../../../kit/web/act.ts'
import { useCorrection } from '../../../kit/web/correction.ts'
import { today } from '../../../kit/web/dates.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useSay } from '../../../kit/web/say.ts'
import { CorrectionForm, type FieldSaid } from '../../../kit/web/ui/Correction.tsx'
import { DayInput } from '../../../kit/web/ui/DayInput.tsx'
import { Dialog } from '../../../kit/web/ui/Dialog.tsx'
import { ProblemSummary, useWrongs, Wrongs } from '../../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../../kit/web/ui/Form.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { useUnits } from '../../../org/ui/units.ts'
import { meaningsOf, type What } from '../../rules/means.ts'
import { categoryWords, duesClassWords, meaningWords, refusals, words } from '../../words/pages.ts'
import {
  type HeldEntry,
  heldOf,
  identityInput,
  identityOf,
  type StandingEntry,
  saidOf,
  standingInput,
} from './entry.ts'
import { IdentityFields, StandingFields, useLabels } from './PersonFields.tsx'

type Person = OutputOf<'people.findPerson'>
type About = { readonly person: Person; readonly onClose: () => void }

/** Corrects who a person is. */
export function ChangePerson({ person, onClose }: About): ReactNode {
  const say = useSay()
  const labels = useLabels()
  const change = useAction('people.changePerson')
  const { id, rev } = person
  const correction = useCorrection(
    ['person', id],
    { value: identityOf(person), rev },
    {
      send: (entry, begun) => change.send({ id, rev: begun, ...identityInput(entry) }),
    },
  )
  const { value, set } = correction.block
  const wrongs = useWrongs(change.problem)
  const title = say(words.changeTitle, { name: person.name })
  return (
    <Dialog title={title} onClose={onClose}>
      <CorrectionForm
        {...{ correction, state: change.state, onSaved: onClose, label: title, length: 'long' }}
        send={say(words.save)}
        fields={(entry) => saidOf(entry, labels)}
        trouble={
          <ProblemSummary problem={change.problem} words={refusals.changePerson} {...{ wrongs, labels }} />
        }
      >
        <p className="soft">{say(words.changeLead)}</p>
        <Wrongs of={wrongs}>
          <div className="fields">
            <IdentityFields entry={value} set={set} />
          </div>
        </Wrongs>
      </CorrectionForm>
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

/** A standing in words, field by field. */
function useStandingSaid(): (held: HeldEntry) => FieldSaid[] {
  const say = useSay()
  const labels = useLabels()
  const units = useUnits()
  return ({ category, orgId, posts, shift, duesClass }) => [
    { name: labels.category, value: say(categoryWords[category]) },
    { name: labels.orgId, value: units.find(({ id }) => id === orgId)?.name ?? '' },
    { name: labels.posts, value: posts },
    { name: labels.shift, value: shift },
    { name: labels.duesClass, value: say(duesClassWords[duesClass]) },
  ]
}

/** The base of dues is typed anew each time and kept by no browser. */
function StandingForm({ person, last, onDone }: Changing): ReactNode {
  const say = useSay()
  const change = useAction('people.changeStanding')
  const wrongs = useWrongs(change.problem)
  const labels = useLabels()
  const [base, setBase] = useHeld('standing.base', '')
  const [reason, setReason] = useHeld('standing.reason', '')
  const [from, setFrom] = useHeld<string>('standing.from', today())
  const correction = useCorrection(
    ['standing', person.id],
    { value: heldOf(last), rev: person.rev },
    {
      send: (held, rev) => {
        const duesBase = base.trim()
        const standing = standingInput({ ...held, from })
        return change.send({ personId: person.id, rev, ...standing, ...(duesBase && { duesBase }), reason })
      },
    },
  )
  const entry = { ...correction.block.value, from }
  const set = ({ from: day, ...held }: Partial<StandingEntry>): void => {
    if (day !== undefined) setFrom(day)
    else correction.block.set(held)
  }
  const based = { path: 'duesBase', label: labels.duesBase, placeholder: say(words.asBefore), value: base }
  return (
    <CorrectionForm
      {...{ correction, state: change.state, onSaved: onDone, fields: useStandingSaid(), length: 'long' }}
      {...{ label: say(words.changeStanding), send: say(words.standingGo) }}
      trouble={
        <ProblemSummary problem={change.problem} words={refusals.changeStanding} {...{ wrongs, labels }} />
      }
    >
      <Wrongs of={wrongs}>
        <div className="fields">
          <StandingFields entry={entry} set={set} />
          <TextInput {...based} inputMode="decimal" onChange={setBase} />
          <TextInput path="reason" label={labels.reason} value={reason} onChange={setReason} />
        </div>
      </Wrongs>
      <Meanings from={last} to={entry} />
    </CorrectionForm>
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
  const [lastDay, setLastDay] = useHeld<string>('end.lastDay', today())
  const [reason, setReason] = useHeld('end.reason', '')
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
