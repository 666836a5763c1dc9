import type { ReactNode } from 'react'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Badge } from '../../../kit/web/ui/Parts.tsx'
import { DaySaid } from '../../../kit/web/ui/Said.tsx'
import type { Session } from '../../rules/plans.ts'
import type { MeetingKind } from '../../rules.ts'
import { words } from '../../words/planning.ts'
import { sayTimes } from '../../words/times.ts'

/** When a sitting is: its day and its times. */
export function When({ of }: { of: Session }): ReactNode {
  const language = useLanguage()
  return (
    <>
      <DaySaid of={of.day} /> {sayTimes(of, language)}
    </>
  )
}

type Shown = { readonly of: readonly Session[]; readonly kind: MeetingKind }

/** The sittings of a planned meeting, each with whose it is and where. */
export function Sittings({ of, kind }: Shown): ReactNode {
  const say = useSay()
  const all = say(kind === 'committeeMeeting' ? words.committee : words.everybody)
  return (
    <ul className="sittings">
      {of.map((one) => (
        <li key={`${one.day}${one.starts}${one.shift}`}>
          <span className="strong">
            <When of={one} />
          </span>
          <span>{one.place}</span>
          <Badge>{one.shift || all}</Badge>
        </li>
      ))}
    </ul>
  )
}
