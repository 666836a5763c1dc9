import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../kit/contract.ts'
import { useMay } from '../../kit/web/may.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Part } from '../../kit/web/ui/Page.tsx'
import { personPath } from '../../people/ui/paths.ts'
import { sayFact } from '../ui/say-fact.ts'
import { words } from '../words/pages.ts'
import { EnterManual } from './EnterManual.tsx'

type Score = OutputOf<'assessment.findScore'>
type Left = Score['leftOut'][number]

const manualId = (fact: string): string | undefined => /^manual\((.+)\)$/.exec(fact)?.[1]

function LeftItem({ item, score, period }: { item: Left; score: Score; period: string }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const factId = manualId(item.fact)
  const title = item.title || sayFact(item.fact, language)
  return (
    <li className="row">
      <span>
        <span className="soft">{item.no}</span> {title}
        <span className="soft">
          {' '}
          · {item.because[language]} · {say(words.full)} {item.of}
        </span>
      </span>
      {factId && score.state !== 'closed' && may('assessment.enterManual') && (
        <Button onPress={() => setAsking(true)}>
          {say(words.enterManual)}
          <span className="unseen"> {title}</span>
        </Button>
      )}
      {asking && factId && (
        <EnterManual
          of={{ branchId: score.branchId, period, factId }}
          title={title}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  )
}

/** Items for which there was nothing to count; those scored by hand can be entered here. */
export function LeftOut({ of, period }: { of: Score; period: string }): ReactNode {
  const say = useSay()
  if (of.leftOut.length === 0) return null
  return (
    <Part title={say(words.leftOut)}>
      <p className="soft small">{say(words.leftOutLead)}</p>
      <ul className="lines">
        {of.leftOut.map((item) => (
          <LeftItem key={item.no} item={item} score={of} period={period} />
        ))}
      </ul>
    </Part>
  )
}

/** People left out of the items on dues, and why. */
export function Excluded({ of }: { of: Score['excluded'] }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (of.length === 0) return null
  return (
    <Part title={say(words.excluded)}>
      <p className="soft small">{say(words.excludedLead)}</p>
      <ul className="lines">
        {of.map((person) => (
          <li key={person.personId}>
            <Link href={personPath(person.personId)}>{person.name}</Link>{' '}
            <span className="soft code">{person.no}</span>
            <span className="soft"> · {person.because[language]}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}
