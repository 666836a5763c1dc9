import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import type { Block } from '../../../kit/web/block.ts'
import { useSay } from '../../../kit/web/say.ts'
import { fieldId } from '../../../kit/web/ui/Field.tsx'
import { words } from '../../words/sitting.ts'
import { useLeaveSaid } from './leave.ts'
import {
  absent,
  type Calls,
  calledIn,
  isElsewhere,
  type Person,
  PRESENT,
  type Room,
  type Session,
} from './roll.ts'
import { meantBy } from './typed.ts'

const MOST_SHOWN = 6

type Shown = { readonly room: Room; readonly session: Session | undefined; readonly block: Block<Calls> }

/** Who is meant by what is typed, and calling them. */
function useTyped({ room, session, block }: Shown) {
  const say = useSay()
  const leaveSaid = useLeaveSaid()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [told, setTold] = useState('')
  const people = room.people
    .filter((person) => !isElsewhere(room, person, session))
    .map((person) => ({ ...person, isCalled: calledIn(block.value, person.personId) !== undefined }))
  const meant = meantBy(typed, people).slice(0, MOST_SHOWN)
  const type = (text: string): void => {
    setTyped(text)
    setAt(0)
    setTold('')
  }
  const call = (person: Person | undefined, as: 'present' | 'absent'): void => {
    if (!person) return
    const { name, personId } = person
    const wasHere = as === 'present' && block.value[personId] === PRESENT
    block.set({ [personId]: as === 'present' ? PRESENT : absent(leaveSaid(person)) })
    type('')
    setTold(
      say(wasHere ? words.alreadyPresent : as === 'present' ? words.isPresent : words.isAbsent, { name }),
    )
  }
  return { typed, type, at, setAt, told, meant, call }
}

const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

/** Names are called by typing: two letters, Enter. Whoever is called leaves the list, so the next Enter means the next of the same letters. */
export function CallBox(shown: Shown): ReactNode {
  const say = useSay()
  const [list, hint] = [useId(), useId()]
  const { typed, type, at, setAt, told, meant, call } = useTyped(shown)
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = MOVES[event.key]
    if (move && meant.length > 0) setAt((at + move + meant.length) % meant.length)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing)
      call(meant[at], event.shiftKey ? 'absent' : 'present')
    else if (event.key === 'Escape' && typed !== '') type('')
    else return
    event.preventDefault()
  }
  const nobody = typed.trim() !== '' && meant.length === 0 ? say(words.nobodyMeant, { typed }) : ''
  return (
    <div className="call-box stack tight">
      <label htmlFor={fieldId('call')}>{say(words.callBy)}</label>
      <input
        id={fieldId('call')}
        className="input"
        role="combobox"
        aria-expanded={meant.length > 0}
        aria-controls={list}
        aria-activedescendant={meant[at] && `${list}-${at}`}
        aria-describedby={hint}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => type(target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="meant" role="listbox" id={list} aria-label={say(words.meant)}>
        {meant.map((person, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
          <div
            key={person.personId}
            id={`${list}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            onClick={() => call(person, 'present')}
          >
            {person.name} <span className="soft small">{person.orgName}</span>
          </div>
        ))}
      </div>
      <p className="small soft" id={hint}>
        {say(words.callHint)}
      </p>
      <p role="status" className={nobody ? 'small amber' : 'small'}>
        {nobody || told}
      </p>
    </div>
  )
}
