import type { ReactNode } from 'react'
import type { Block } from '../../../kit/web/block.ts'
import { useSay } from '../../../kit/web/say.ts'
import { leaveReasonWords } from '../../words/leave.ts'
import { whyNotWords } from '../../words/room.ts'
import { words } from '../../words/sitting.ts'
import { useLeaveSaid } from './leave.ts'
import {
  absent,
  type Called,
  type Calls,
  calledIn,
  isElsewhere,
  NOT_CALLED,
  type Person,
  PRESENT,
  type Room,
  type Session,
} from './roll.ts'

type Shown = {
  readonly room: Room
  readonly session: Session | undefined
  readonly block: Block<Calls>
  readonly isOpen: boolean
}
type Line = Omit<Shown, 'room' | 'session'> & { readonly person: Person; readonly elsewhere: boolean }

function Leave({ person }: { person: Person }): ReactNode {
  const say = useSay()
  const state = person.leave?.state
  if (!person.leave || (state !== 'granted' && state !== 'asked')) return null
  const why = say(leaveReasonWords[person.leave.reason])
  return (
    <span className="small soft">
      {say(state === 'granted' ? words.leaveGranted : words.leaveAsked, { why })}
    </span>
  )
}

function States({ person, block, called }: Pick<Line, 'person' | 'block'> & { called: Called }): ReactNode {
  const say = useSay()
  const leaveSaid = useLeaveSaid()
  const { personId, name } = person
  const choices = [
    { state: 'present', value: PRESENT },
    { state: 'absent', value: absent(leaveSaid(person)) },
  ] as const
  return (
    <fieldset className="row tight" aria-label={name}>
      {choices.map(({ state, value }) => (
        <button
          key={state}
          type="button"
          className="toggle"
          aria-pressed={called?.state === state}
          onClick={() => block.set({ [personId]: called?.state === state ? NOT_CALLED : value })}
        >
          {say(words[state])}
        </button>
      ))}
    </fieldset>
  )
}

function Reason({ person, block, called, isOpen }: Line & { called: Called }): ReactNode {
  const say = useSay()
  if (called?.state !== 'absent') return <Leave person={person} />
  if (!isOpen) return <span className="small soft">{called.reason}</span>
  return (
    <input
      className="input"
      aria-label={say(words.reasonOf, { name: person.name })}
      placeholder={say(words.reason)}
      value={called.reason}
      onChange={({ target }) => block.set({ [person.personId]: absent(target.value) })}
    />
  )
}

function RollLine(line: Line): ReactNode {
  const say = useSay()
  const { person, block, isOpen, elsewhere } = line
  const called = calledIn(block.value, person.personId)
  return (
    <li data-state={elsewhere ? 'present' : (called?.state ?? 'open')}>
      <span>
        {person.name}
        {person.nameNow && (
          <span className="soft small"> {say(words.nameNow, { name: person.nameNow })}</span>
        )}
        {person.whyNot && <span className="soft small"> {say(whyNotWords[person.whyNot])}</span>}
      </span>
      {elsewhere && <span className="small soft">{say(words.elsewhere)}</span>}
      {!elsewhere && isOpen && <States {...{ person, block, called }} />}
      {!elsewhere && !isOpen && <span className="small">{called ? say(words[called.state]) : '–'}</span>}
      {!elsewhere && <Reason {...line} called={called} />}
    </li>
  )
}

/** Everybody of the roster: those expected, then those who are welcome and not counted. */
export function RollList({ room, session, block, isOpen }: Shown): ReactNode {
  const say = useSay()
  const lines = (people: readonly Person[]): ReactNode => (
    <ul className="room-roll">
      {people.map((person) => (
        <RollLine
          key={person.personId}
          {...{ person, block, isOpen }}
          elsewhere={isElsewhere(room, person, session)}
        />
      ))}
    </ul>
  )
  const others = room.people.filter(({ isExpected }) => !isExpected)
  return (
    <>
      {lines(room.people.filter(({ isExpected }) => isExpected))}
      {others.length > 0 && (
        <details>
          <summary>{say(words.notCounted, { n: others.length })}</summary>
          {lines(others)}
        </details>
      )}
    </>
  )
}
