import type { ReactNode } from 'react'
import { useAction } from '../../../kit/web/act.ts'
import { showDay } from '../../../kit/web/dates.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Choose } from '../../../kit/web/ui/Choose.tsx'
import { DayInput } from '../../../kit/web/ui/DayInput.tsx'
import { ProblemSummary, useWrongs, Wrongs } from '../../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../../kit/web/ui/Form.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { followUpRefusals } from '../../words/follow-up.ts'
import { decisionStateWords } from '../../words/room.ts'
import { words } from '../../words/sitting.ts'
import { useCan } from './can.ts'
import type { Item, Room } from './roll.ts'

type Decided = Room['decisions'][number]

/** A decision in a line: what, who, by when, and what became of it. */
export function DecisionSaid({ of: { text, ownerName, dueOn, state, how } }: { of: Decided }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  return (
    <li>
      {text}{' '}
      {ownerName && dueOn && (
        <span className="soft small">
          {say(words.owed, { owner: ownerName, day: showDay(dueOn, language) })}
        </span>
      )}
      {state !== 'stands' && state !== 'open' && (
        <span className="soft small">
          {' '}
          {say(decisionStateWords[state])} {how}
        </span>
      )}
    </li>
  )
}

const BLANK = { text: '', ownerId: '', dueOn: '' }
type Typed = typeof BLANK
type Asked = {
  readonly room: Room
  readonly item: Item | null
  readonly typed: Typed
  readonly set: (typed: Typed) => void
  readonly onDone: () => void
}

function DecisionForm({ room, item, typed, set: setTyped, onDone }: Asked): ReactNode {
  const say = useSay()
  const act = useAction('meetings.decideItem')
  const wrongs = useWrongs(act.problem)
  const labels = { text: say(words.decision), ownerId: say(words.owner), dueOn: say(words.dueOn) }
  const send = async (): Promise<void> => {
    const { text, ownerId, dueOn } = typed
    const given = { text, ownerId: ownerId || null, dueOn: dueOn || null }
    if (await act.send({ id: room.id, itemId: item?.id ?? null, ...given })) onDone()
  }
  const people = room.people.map(({ personId, name }) => ({ value: String(personId), name }))
  const set = (change: Partial<Typed>): void => setTyped({ ...typed, ...change })
  return (
    <Form label={say(words.decide)} onSend={() => void send()}>
      <ProblemSummary
        problem={act.problem}
        wrongs={wrongs}
        words={followUpRefusals.decideItem}
        labels={labels}
      />
      <Wrongs of={wrongs}>
        <TextInput path="text" label={labels.text} value={typed.text} onChange={(text) => set({ text })} />
        <div className="fields">
          <Choose
            path="ownerId"
            label={labels.ownerId}
            value={typed.ownerId}
            blank={say(words.noOwner)}
            options={people}
            onChange={(ownerId) => set({ ownerId })}
          />
          {typed.ownerId && (
            <DayInput
              which="next"
              path="dueOn"
              label={labels.dueOn}
              value={typed.dueOn}
              onChange={(dueOn) => set({ dueOn })}
            />
          )}
        </div>
      </Wrongs>
      <Send kind="plain" busy={act.state === 'sending'}>
        {say(words.decideSave)}
      </Send>
    </Form>
  )
}

/** What was decided, of an item or of the meeting, and writing it down. */
export function Decisions({ room, item }: { room: Room; item: Item | null }): ReactNode {
  const say = useSay()
  const [open, setOpen] = useHeld(`decision.open.${item?.id}`, false)
  const [typed, set] = useHeld(`decision.typed.${item?.id}`, BLANK)
  const done = (): void => {
    setOpen(false)
    set(BLANK)
  }
  const decided = item ? item.decisions : room.decisions
  const can = useCan(room)
  return (
    <div className="stack tight">
      {decided.length > 0 && (
        <ul className="decided" aria-label={say(words.decisions)}>
          {decided.map((decision) => (
            <DecisionSaid key={decision.id} of={decision} />
          ))}
        </ul>
      )}
      {open && <DecisionForm {...{ room, item, typed, set }} onDone={done} />}
      {can.write && (
        <div className="row">
          <Button kind="quiet" expanded={open} onPress={() => setOpen(!open)}>
            <u>{say(open ? words.decideLess : words.decide)}</u>
          </Button>
        </div>
      )}
    </div>
  )
}
