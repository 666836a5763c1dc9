import type { ReactNode } from 'react'
import { dayAt } from '../../../kit/day.ts'
import { ZONE } from '../../../kit/web/dates.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { State } from '../../../kit/web/ui/Mark.tsx'
import { Facts } from '../../../kit/web/ui/Parts.tsx'
import { FullDay } from '../../../kit/web/ui/Said.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { failureOf, sayAgo, type Witness } from '../../ui/said.ts'
import { words } from '../../words/witnesses.ts'
import { EndWitness } from './dialogs.tsx'

/** A key or a command, as long as it is. */
export const Long = ({ children }: { children: string }): ReactNode => (
  <code className="code witness-key">{children}</code>
)

function Signed({ of: { signed } }: { of: Witness }): ReactNode {
  const say = useSay()
  if (!signed) return say(words.never)
  return say(words.signedSize, { n: signed.size, ago: sayAgo(signed.timeS, new Date(), say) })
}

function Goes({ of: { signed, failure } }: { of: Witness }): ReactNode {
  const say = useSay()
  if (failure === null)
    return <State state={signed ? 'done' : 'due'}>{say(signed ? words.isWell : words.isNew)}</State>
  return <State state="late">{say(words.isFailing, { why: say(failureOf(failure).says) })}</State>
}

function End({ of }: { of: Witness }): ReactNode {
  const say = useSay()
  const may = useMay()
  const [asking, setAsking] = useHeld(`witness.end.${of.id}`, false)
  if (of.until !== null || !may('journal.endWitness')) return null
  return (
    <span className="unprinted">
      <Button onPress={() => setAsking(true)}>
        {say(words.end)}
        <span className="unseen"> {of.name}</span>
      </Button>
      {asking && <EndWitness of={of} onClose={() => setAsking(false)} />}
    </span>
  )
}

/** A witness: what it signed last and how long ago, how it goes, by which key and where it is found, or why it ended. */
export function Card({ of }: { of: Witness }): ReactNode {
  const say = useSay()
  const { name, kind, vkey, url, since, until, whyEnded } = of
  const day = (at: string): ReactNode => <FullDay of={dayAt(new Date(at), ZONE)} />
  return (
    <li className="stack tight">
      <div className="row spread base">
        <h3>{name}</h3>
        <End of={of} />
      </div>
      <Facts
        of={[
          { name: say(words.state), value: until === null && <Goes of={of} /> },
          { name: say(words.signed), value: <Signed of={of} /> },
          { name: say(words.until), value: until !== null && day(until) },
          { name: say(words.whyEnded), value: whyEnded },
          { name: say(words.kind), value: say(words[kind]) },
          { name: say(words.since), value: day(since) },
          { name: say(words.url), value: url && <Long>{url}</Long> },
          { name: say(words.key), value: <Long>{vkey}</Long> },
        ]}
      />
    </li>
  )
}
