import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Day } from '../../../kit/day.ts'
import { showDay } from '../../../kit/web/dates.ts'
import { COMMA, fill, useLanguage, useSay } from '../../../kit/web/say.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { articlesOf } from '../../../law/titles.ts'
import { personPath } from '../../../people/ui/paths.ts'
import { reasonWords, words } from '../../words/proposing.ts'
import { sayTimes } from '../../words/times.ts'
import type { ProposedSet } from './proposing.ts'

function When({ of, isOnly }: { of: ProposedSet['sessions'][number]; isOnly: boolean }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  return (
    <>
      <span className="strong">
        {showDay(of.day, language)} {sayTimes(of, language)}
      </span>
      <span>{of.shift || say(isOnly ? words.everybody : words.others)}</span>
      <span className="soft small">{say(words.sitting, { n: of.reached })}</span>
    </>
  )
}

/** Who cannot come, and at each sitting why. */
function Missed({ of }: { of: ProposedSet }): ReactNode {
  const say = useSay()
  if (of.missed.length === 0) return null
  return (
    <details>
      <summary>{say(words.missed, { n: of.missed.length })}</summary>
      <ul className="missed small">
        {of.missed.map(({ personId, name, why }) => (
          <li key={personId}>
            <Link href={personPath(personId)}>{name}</Link>{' '}
            <span className="soft">{[...new Set(why)].map((one) => say(words[one])).join(say(COMMA))}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** One proposal: its sittings, whom it reaches, why, who cannot come; and the button that takes it. */
export function Proposal({
  of,
  at,
  lateFor,
  isUsed,
  onUse,
}: {
  of: ProposedSet
  at: number
  /** The last day of the duty it misses. */
  lateFor: Day | undefined
  isUsed: boolean
  onUse: () => void
}): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const { reached: n, of: all, percent } = of
  return (
    <section className="proposal stack tight" data-used={isUsed || undefined}>
      <div className="row spread base">
        <h3>
          {say(words.proposal, { n: at + 1 })}
          {'　'}
          {say(words.reach, { n, of: all, percent })}
        </h3>
        <Button onPress={onUse}>
          {isUsed && <Check size={16} aria-hidden />}
          {isUsed ? say(words.used) : say(words.use, { n: at + 1 })}
        </Button>
      </div>
      {lateFor && <p className="amber">◐ {say(words.lateFor, { day: showDay(lateFor, language) })}</p>}
      <ul className="sittings">
        {of.sessions.map((one) => (
          <li key={`${one.day} ${one.starts}`}>
            <When of={one} isOnly={of.sessions.length === 1} />
          </li>
        ))}
      </ul>
      <ul className="reasons small soft">
        {of.reasons.map(({ code, n: some, of: total, source }) => (
          <li key={code}>
            {fill(reasonWords[code][language], { n: some, of: total })}
            {source && ` ${articlesOf(source)}`}
          </li>
        ))}
      </ul>
      <Missed of={of} />
    </section>
  )
}
