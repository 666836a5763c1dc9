import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useAction } from '../../../kit/web/act.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Choose } from '../../../kit/web/ui/Choose.tsx'
import { ProblemSummary, useWrongs, Wrongs } from '../../../kit/web/ui/Field.tsx'
import { Form, Send } from '../../../kit/web/ui/Form.tsx'
import { Part } from '../../../kit/web/ui/Page.tsx'
import { Badge } from '../../../kit/web/ui/Parts.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { personPath } from '../../../people/ui/paths.ts'
import { AGENDA_KINDS, type AgendaKind } from '../../rules/agenda.ts'
import { type DecisionKind, decisionsOf } from '../../rules/votes.ts'
import { PromiseSaid } from '../../ui/PromiseSaid.tsx'
import { agendaKindWords, decisionKindWords, roomRefusals } from '../../words/room.ts'
import { words } from '../../words/sitting.ts'
import { useCan } from './can.ts'
import { Decisions } from './Decisions.tsx'
import { MinuteBlock } from './MinuteBlock.tsx'
import type { Item, Room } from './roll.ts'
import { Vote } from './Vote.tsx'

type Shown = { readonly room: Room; readonly again: () => void }

function ItemHead({ item, heldOn }: { item: Item; heldOn: Room['heldOn'] }): ReactNode {
  const say = useSay()
  const { promise, personId, personName } = item
  return (
    <>
      <div className="row base">
        <h3>
          {item.no}. {item.title}
        </h3>
        <Badge>{item.vote ? say(decisionKindWords[item.vote]) : say(agendaKindWords[item.kind])}</Badge>
        {personId && <Link href={personPath(personId)}>{personName}</Link>}
      </div>
      {item.note && <p className="soft">{item.note}</p>}
      <PromiseSaid of={promise} on={heldOn} />
    </>
  )
}

function Piece({ room, item, again }: Shown & { item: Item }): ReactNode {
  return (
    <li className="item stack tight">
      <ItemHead item={item} heldOn={room.heldOn} />
      <Vote room={room} item={item} />
      <MinuteBlock {...{ room, item, again }} />
      <Decisions room={room} item={item} />
    </li>
  )
}

const BLANK: { kind: AgendaKind; title: string; vote: DecisionKind | '' } = {
  kind: 'discussion',
  title: '',
  vote: '',
}

function useAdding(room: Room, onDone: () => void) {
  const [typed, setTyped] = useHeld('item.typed', BLANK)
  const act = useAction('meetings.addAgendaItem')
  const send = async (): Promise<void> => {
    const { kind, title, vote } = typed
    if (await act.send({ id: room.id, kind, title, vote: kind === 'vote' ? vote || null : null })) onDone()
  }
  const set = (change: Partial<typeof BLANK>): void => setTyped({ ...typed, ...change })
  return { typed, set, act, send }
}

function AddItem({ room, onDone }: { room: Room; onDone: () => void }): ReactNode {
  const say = useSay()
  const { typed, set, act, send } = useAdding(room, onDone)
  const wrongs = useWrongs(act.problem)
  const labels = { kind: say(words.itemKind), title: say(words.itemTitle), vote: say(words.itemVote) }
  const decided = decisionsOf(room.kind)
  const kinds = AGENDA_KINDS.filter((kind) => kind !== 'vote' || decided.length > 0)
  return (
    <Form label={say(words.addItem)} onSend={() => void send()}>
      <ProblemSummary
        problem={act.problem}
        wrongs={wrongs}
        words={roomRefusals.addAgendaItem}
        labels={labels}
      />
      <Wrongs of={wrongs}>
        <div className="fields">
          <Choose
            path="kind"
            label={labels.kind}
            value={typed.kind}
            options={kinds.map((value) => ({ value, name: say(agendaKindWords[value]) }))}
            onChange={(kind) => set({ kind: kind || 'discussion' })}
          />
          {typed.kind === 'vote' && (
            <Choose
              path="vote"
              label={labels.vote}
              alone="taken"
              value={typed.vote}
              blank=""
              options={decided.map((value) => ({ value, name: say(decisionKindWords[value]) }))}
              onChange={(vote) => set({ vote })}
            />
          )}
        </div>
        <TextInput
          path="title"
          label={labels.title}
          value={typed.title}
          onChange={(title) => set({ title })}
        />
      </Wrongs>
      <Send kind="plain" busy={act.state === 'sending'}>
        {say(words.add)}
      </Send>
    </Form>
  )
}

/** What the meeting deals with, item by item: vote, minutes, decisions; and what was said besides. */
export function Agenda({ room, again }: Shown): ReactNode {
  const say = useSay()
  const [adding, setAdding] = useHeld('item.adding', false)
  const can = useCan(room)
  return (
    <Part title={say(words.agenda)}>
      {room.agenda.length === 0 && can.call && <p className="soft">{say(words.agendaNone)}</p>}
      <ol className="agenda">
        {room.agenda.map((item) => (
          <Piece key={item.id} {...{ room, item, again }} />
        ))}
      </ol>
      {adding && <AddItem room={room} onDone={() => setAdding(false)} />}
      {can.call && (
        <div className="row">
          <Button expanded={adding} onPress={() => setAdding(!adding)}>
            {say(words.addItem)}
          </Button>
        </div>
      )}
      <section className="item stack tight">
        <h3>{say(words.minutesOther)}</h3>
        <MinuteBlock {...{ room, again }} item={null} />
        <Decisions room={room} item={null} />
      </section>
    </Part>
  )
}

export { ItemHead }
