import { type ReactNode, useState } from 'react'
import { useAction } from '../../../kit/web/act.ts'
import { useAutosave } from '../../../kit/web/autosave.ts'
import { type Block, useBlock } from '../../../kit/web/block.ts'
import { COLON, COMMA, useSay } from '../../../kit/web/say.ts'
import { Clash } from '../../../kit/web/ui/Block.tsx'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Part } from '../../../kit/web/ui/Page.tsx'
import { Outcome } from '../../../kit/web/ui/Waiting.tsx'
import { useAccountId } from '../../../kit/web/who.ts'
import { roomRefusals } from '../../words/room.ts'
import { words } from '../../words/sitting.ts'
import { CallBox } from './CallBox.tsx'
import { useCan } from './can.ts'
import { useLeaveSaid } from './leave.ts'
import { RollList } from './RollList.tsx'
import {
  absent,
  type Calls,
  calledIn,
  callsOf,
  countOf,
  GUESTS,
  isElsewhere,
  linesOf,
  type Room,
  type Session,
} from './roll.ts'
import { Saving } from './Saving.tsx'

const REST_MS = 700
const LONG = [GUESTS]

type Shown = { readonly room: Room; readonly session: Session | undefined; readonly again: () => void }

function useCalling({ room, session, again }: Shown) {
  const key = ['pitlamp.draft.roll', useAccountId(), room.id, session?.id ?? ''].join('.')
  const now = { value: callsOf(room, session), rev: session?.call?.times ?? 0 }
  const block = useBlock<Calls>(key, now, LONG)
  const act = useAction('meetings.takeRoll')
  const send = async (): Promise<void> => {
    const sessionId = room.sessions.length > 1 && session ? { sessionId: session.id } : {}
    const taken = await act.send({ id: room.id, ...sessionId, times: block.rev, ...linesOf(block.value) })
    if (!taken) again()
  }
  const save = useAutosave(block, act, () => void send(), REST_MS)
  return { block, act, save }
}

/** How a roll reads beside another: who is absent and how many are here. */
function CallsSaid({
  room,
  calls,
  session,
}: {
  room: Room
  calls: Calls
  session: Session | undefined
}): ReactNode {
  const say = useSay()
  const named = (state: 'present' | 'absent'): string =>
    room.people
      .filter(({ personId }) => calledIn(calls, personId)?.state === state)
      .map(({ name }) => name)
      .join(say(COMMA))
  const { expected, called } = countOf(room, calls, session)
  return (
    <>
      <p>{say(words.rollLead, { expected, called })}</p>
      <p>
        {say(words.present)}
        {say(COLON)}
        {named('present') || '–'}
      </p>
      <p>
        {say(words.absent)}
        {say(COLON)}
        {named('absent') || '–'}
      </p>
    </>
  )
}

function Rest({
  room,
  session,
  block,
}: Pick<Shown, 'room' | 'session'> & { block: Block<Calls> }): ReactNode {
  const say = useSay()
  const leaveSaid = useLeaveSaid()
  const open = room.people.filter(
    (person) =>
      person.isExpected && !calledIn(block.value, person.personId) && !isElsewhere(room, person, session),
  )
  if (open.length === 0 || room.sessions.length > 1) return null
  const mark = (): void =>
    block.set(Object.fromEntries(open.map((person) => [person.personId, absent(leaveSaid(person))])))
  return <Button onPress={mark}>{say(words.restAbsent, { n: open.length })}</Button>
}

function Guests({ block }: { block: Block<Calls> }): ReactNode {
  const say = useSay()
  const [open, setOpen] = useState(block.value[GUESTS] !== '')
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say(words.guests)}</summary>
      <textarea
        className="input grows"
        aria-label={say(words.guests)}
        placeholder={say(words.guestsHint)}
        rows={2}
        value={block.value[GUESTS] ?? ''}
        onChange={({ target }) => block.set({ [GUESTS]: target.value })}
      />
    </details>
  )
}

/** The secretary's roll call: two letters and Enter for each who is here. Saved by itself, seen on every open screen. */
export function RollPanel(shown: Shown): ReactNode {
  const say = useSay()
  const { room, session } = shown
  const { block, act } = useCalling(shown)
  const isOpen = useCan(room).call
  const last = session?.call ?? { by: '', at: '' }
  return (
    <Part
      title={say(words.roll)}
      beside={
        <span className="small soft" role="status">
          <Saving block={block} sending={act.state === 'sending'} last={last} />
        </span>
      }
    >
      <Clash
        block={block}
        changed={session?.call ?? undefined}
        show={(calls) => <CallsSaid {...{ room, calls, session }} />}
      />
      {act.state === 'failed' && block.stand !== 'clash' && (
        <Outcome of={act} words={roomRefusals.takeRoll} />
      )}
      {isOpen && <CallBox {...{ room, session, block }} />}
      <RollList {...{ room, session, block, isOpen }} />
      {isOpen && (
        <div className="row">
          <Rest {...{ room, session, block }} />
        </div>
      )}
      {isOpen && <Guests block={block} />}
    </Part>
  )
}
