import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Part } from '../../kit/web/ui/Page.tsx'
import { useMay } from '../../kit/web/who.ts'
import { sayFact } from '../ui/say-fact.ts'
import { words } from '../words/pages.ts'
import { EnterManual } from './EnterManual.tsx'

type Score = OutputOf<'assessment.findScore'>
type Item = { readonly no: string; readonly title: string; readonly fact: string; readonly says: string }

const idOfFact = (fact: string): string | undefined => /^manual\((.+)\)$/.exec(fact)?.[1]

function Line({ item, score, period }: { item: Item; score: Score; period: string }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const may = useMay()
  const [open, setOpen] = useHeld(`manual.open.${item.no}`, false)
  const factId = idOfFact(item.fact)
  const title = item.title || sayFact(item.fact, language)
  return (
    <li className="row">
      <span>
        {item.no} {title} · <span className="soft">{item.says}</span>
      </span>
      {factId && score.state !== 'closed' && may('assessment.enterManual') && (
        <Button onPress={() => setOpen(true)}>
          {say(words.enterManual)}
          <span className="unseen"> {title}</span>
        </Button>
      )}
      {open && factId && (
        <EnterManual
          of={{ branchId: score.branchId, period, factId }}
          title={title}
          onClose={() => setOpen(false)}
        />
      )}
    </li>
  )
}

/** The items of a period's scheme that are entered by hand: what was entered, and the form. Nothing where the branch is not assessed. */
export function ByHand({ branchId, period }: { branchId: string; period: string }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const read = useRead('assessment.findScore', { branchId, period })
  if (read.state !== 'ready') return null
  const score = read.data
  const items = [...score.items, ...score.leftOut]
    .filter(({ fact }) => idOfFact(fact) !== undefined)
    .map(({ no, title, fact, because }) => ({ no, title, fact, says: because[language] }))
  if (items.length === 0) return null
  return (
    <Part title={say(words.byHand)}>
      <p className="soft small">{say(words.byHandLead)}</p>
      <ul className="lines">
        {items.map((item) => (
          <Line key={item.no} item={item} score={score} period={period} />
        ))}
      </ul>
    </Part>
  )
}
