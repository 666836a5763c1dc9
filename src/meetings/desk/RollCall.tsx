import type { ReactNode } from 'react'
import { parseDay } from '../../kit/day.ts'
import { type Read, useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { fieldId } from '../../kit/web/ui/Field.tsx'
import { Part } from '../../kit/web/ui/Page.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { isExpected } from '../rules/expected.ts'
import { words } from '../words/pages.ts'
import type { Entry, RollChanges, Rolled, RollState } from './entry.ts'
import './meetings.css'

const STATES: readonly RollState[] = ['present', 'absent', 'excluded']
const MOST = 1000

type Convened = Pick<Entry, 'orgId' | 'heldOn' | 'kind' | 'roll'>

/** Whom a meeting expects, by its kind and the roster of its day; everybody is present, or as `otherwise` says, unless the secretary said so. */
export function useRoll(
  entry: Convened,
  otherwise: RollState = 'present',
): { read: Read<'people.listPeople'>; roll: Rolled[] } {
  const { orgId, heldOn, kind } = entry
  const asked = orgId && parseDay(heldOn) ? { orgId, on: heldOn, limit: MOST } : null
  const read = useRead('people.listPeople', asked, { meanwhile: 'last' })
  if (!asked || !kind) return { read, roll: [] }
  const expected = (read.data?.people ?? []).filter((person) => isExpected(kind, person))
  const roll = expected.map(({ id, name }) => ({
    personId: id,
    name,
    state: entry.roll[id]?.state ?? otherwise,
    reason: entry.roll[id]?.reason ?? '',
  }))
  return { read, roll }
}

/** How many were expected and came. */
export function sumOf(roll: readonly Rolled[]): { expected: number; present: number } {
  const expected = roll.filter(({ state }) => state !== 'excluded').length
  return { expected, present: roll.filter(({ state }) => state === 'present').length }
}

type Turn = (state: RollState, reason: string) => void

function States({ line, onTurn }: { line: Rolled; onTurn: Turn }): ReactNode {
  const say = useSay()
  return (
    <span className="states" role="radiogroup" aria-labelledby={`who-${line.personId}`}>
      {STATES.map((state) => (
        <label key={state} className="choice">
          <input
            type="radio"
            name={`roll-${line.personId}`}
            checked={line.state === state}
            onChange={() => onTurn(state, line.reason)}
          />
          {say(words[state])}
        </label>
      ))}
    </span>
  )
}

function RollLine({ line, onTurn }: { line: Rolled; onTurn: Turn }): ReactNode {
  const say = useSay()
  return (
    <li data-state={line.state}>
      <span className="who" id={`who-${line.personId}`}>
        {line.name}
      </span>
      <States line={line} onTurn={onTurn} />
      {line.state !== 'present' && (
        <input
          className="input"
          aria-label={`${line.name} ${say(words.reason)}`}
          placeholder={say(words.reason)}
          value={line.reason}
          onChange={({ target }) => onTurn(line.state, target.value)}
        />
      )}
    </li>
  )
}

type Shown = {
  read: Read<'people.listPeople'>
  roll: readonly Rolled[]
  changes: RollChanges
  onChange: (changes: RollChanges) => void
}

/** One line for each who is expected. */
export function RollLines({ read, roll, changes, onChange }: Shown): ReactNode {
  const say = useSay()
  if (read.state === 'failed') return <Waiting of={read} words={{}} />
  if (roll.length === 0)
    return <p className="soft">{say(read.state === 'ready' ? words.rollEmpty : words.rollFirst)}</p>
  return (
    <ul className="roll-call">
      {roll.map((line) => (
        <RollLine
          key={line.personId}
          line={line}
          onTurn={(state, reason) => onChange({ ...changes, [line.personId]: { state, reason } })}
        />
      ))}
    </ul>
  )
}

/** The secretary's roll call, by the roster of the day. */
export function RollCall(shown: Shown): ReactNode {
  const say = useSay()
  return (
    <div id={fieldId('roll')} tabIndex={-1}>
      <Part title={say(words.roll)} beside={<span className="small soft">{say(words.rollLead)}</span>}>
        <RollLines {...shown} />
      </Part>
    </div>
  )
}
