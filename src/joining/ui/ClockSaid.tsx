import type { ReactNode } from 'react'
import { type Day, daysBetween } from '../../kit/day.ts'
import { showDay, today } from '../../kit/web/dates.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import type { Clock } from '../rules/stations.ts'
import { words } from '../words/pages.ts'

type Shown = Pick<Clock, 'kind' | 'on' | 'source'> & { readonly clause: string }

/** What is due until when, or not before when, with its clause; amber once it is over. */
export function ClockSaid({ of, now = today() }: { of: Shown; now?: Day }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const { kind, on, clause, source } = of
  const said = { day: showDay(on, language, now), clause }
  const days = daysBetween(on, now)
  if (kind === 'latest' && days > 0)
    return (
      <span className="amber" title={source}>
        {say(words.over, { ...said, n: days })}
      </span>
    )
  if (kind === 'latest') return <span title={source}>{say(words.latest, said)}</span>
  return <span title={source}>{say(days >= 0 ? words.mayNow : words.earliest, said)}</span>
}
