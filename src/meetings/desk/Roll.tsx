import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../kit/contract.ts'
import { useSay } from '../../kit/web/say.ts'
import { ui } from '../../kit/web/words.ts'
import { personPath } from '../../people/ui/paths.ts'
import { words } from '../words/pages.ts'
import './meetings.css'

type Recorded = OutputOf<'meetings.findMeeting'>['roll'][number]
type Line = Omit<Recorded, 'personId'> & { readonly personId: string }
const STATES = ['absent', 'excluded', 'present'] as const

function Names({ state, lines }: { state: Line['state']; lines: readonly Line[] }): ReactNode {
  const say = useSay()
  if (lines.length === 0) return null
  return (
    <>
      <dt>
        {say(words[state])} {lines.length}
      </dt>
      <dd className="names">
        {lines.map(({ personId, name, reason }) => (
          <span key={personId} className="whole">
            <Link href={personPath(personId)}>{name}</Link>
            {reason && <span className="soft">{say(ui.aside, { said: reason })}</span>}
          </span>
        ))}
      </dd>
    </>
  )
}

/** Who was there, who was not and why. A record from a ledger has numbers only. */
export function Roll({ roll }: { roll: readonly Line[] }): ReactNode {
  const say = useSay()
  if (roll.length === 0) return <p className="soft">{say(words.rollNone)}</p>
  return (
    <dl className="facts roll">
      {STATES.map((state) => (
        <Names key={state} state={state} lines={roll.filter((line) => line.state === state)} />
      ))}
    </dl>
  )
}
