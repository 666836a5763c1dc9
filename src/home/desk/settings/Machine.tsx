import type { ReactNode } from 'react'
import type { OutputOf } from '../../../kit/contract.ts'
import type { MarkState } from '../../../kit/strip.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useSay } from '../../../kit/web/say.ts'
import { State } from '../../../kit/web/ui/Mark.tsx'
import { Part } from '../../../kit/web/ui/Page.tsx'
import { Said } from '../../../kit/web/ui/Said.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { refusals, words } from '../../words/settings.ts'

type Checked = OutputOf<'home.findHouse'>['checks'][number]

const MARKS: Readonly<Record<Checked['state'], MarkState>> = { good: 'done', mind: 'late', bad: 'missed' }

function Line({ of }: { of: Checked }): ReactNode {
  const say = useSay()
  return (
    <li className="row base">
      <State state={MARKS[of.state]}>{say(words[of.state])}</State>
      <Said of={of.sentence} />
    </li>
  )
}

/** The checks of `pitlamp doctor`, made in the server itself, one sentence each. */
export function Machine(): ReactNode {
  const say = useSay()
  const house = useRead('home.findHouse', {})
  return (
    <Part title={say(words.machine)}>
      {house.state === 'ready' ? (
        <ul className="stack tight plain">
          {house.data.checks.map((one) => (
            <Line key={one.check} of={one} />
          ))}
        </ul>
      ) : (
        <Waiting of={house} words={refusals.findHouse} />
      )}
    </Part>
  )
}
