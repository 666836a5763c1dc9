import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../kit/contract.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Part } from '../../kit/web/ui/Page.tsx'
import { useMay } from '../../kit/web/who.ts'
import { personPath } from '../../people/ui/paths.ts'
import { sayFact } from '../ui/say-fact.ts'
import { words } from '../words/pages.ts'
import { EnterManual } from './EnterManual.tsx'

type Score = OutputOf<'assessment.findScore'>
type Left = Score['leftOut'][number]

const manualId = (fact: string): string | undefined => /^manual\((.+)\)$/.exec(fact)?.[1]

type Placed = { readonly item: Left; readonly score: Score; readonly period: string }

/** Entering the points of an item scored by hand: for those who may, while the period is not closed. */
function ByHand({ item, score, period }: Placed): ReactNode {
  const say = useSay()
  const may = useMay()
  const title = useTitle(item)
  const [asking, setAsking] = useHeld(`manual.open.${item.no}`, false)
  const factId = manualId(item.fact)
  if (!factId || score.state === 'closed' || !may('assessment.enterManual')) return null
  const about = { branchId: score.branchId, period, factId }
  return (
    <>
      <Button onPress={() => setAsking(true)}>
        {say(words.enterManual)}
        <span className="unseen"> {title}</span>
      </Button>
      {asking && <EnterManual of={about} title={title} onClose={() => setAsking(false)} />}
    </>
  )
}

function useTitle({ title, fact }: Left): string {
  const language = useLanguage()
  return title || sayFact(fact, language)
}

function LeftItem(placed: Placed): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const { item } = placed
  const title = useTitle(item)
  return (
    <li className="row">
      <span className="soft">
        {item.no} <span className="ink">{title}</span> · {say(words.fullOf, { of: item.of })} ·{' '}
        {item.because[language]}
      </span>
      <ByHand {...placed} />
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
