import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../../kit/contract.ts'
import { showPeriod } from '../../../kit/web/dates.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { Page, Part } from '../../../kit/web/ui/Page.tsx'
import { Notice } from '../../../kit/web/ui/Parts.tsx'
import { Bones, Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { sayGrade } from '../../ui/grade.ts'
import { comparePath, scorePath } from '../../ui/paths.ts'
import { sayFact } from '../../ui/say-fact.ts'
import { words } from '../../words/compare.ts'
import { refusals } from '../../words/pages.ts'
import { PeriodNote } from '../PeriodChooser.tsx'
import { type Change, changesBetween, type Item, showDifference } from './changes.ts'
import { PairChooser } from './PairChooser.tsx'
import { type Pair, usePair } from './usePair.ts'
import './compare.css'

type Answer = OutputOf<'assessment.findScore'>
type Shown = { readonly pair: Pair; readonly branchId: string }

/** An item in one of the periods: its points, and the sentence that says why. */
function Side({
  item,
  period,
  branchId,
}: {
  item: Item | undefined
  period: string
  branchId: string
}): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const name = showPeriod(period, language)
  if (!item)
    return (
      <div className="side-of soft">
        <p className="small">{name}</p>
        <p>{say(words.notThen)}</p>
      </div>
    )
  return (
    <div className="side-of">
      <p className="small soft">{name}</p>
      <p className="strong">{say(words.points, { points: item.points, of: item.of })}</p>
      <p>{item.because[language]}</p>
      <p className="small">
        <Link href={scorePath(branchId, period, item.no)}>{say(words.why, { period: name })}</Link>
      </p>
    </div>
  )
}

function ChangeLine({ change, pair, branchId }: Shown & { change: Change }): ReactNode {
  const language = useLanguage()
  const { no, title, fact, before, after, by } = change
  return (
    <li className="change">
      <p className="row base">
        <span className="soft">{no}</span>
        <span className="strong">{title || sayFact(fact, language)}</span>
        <span className={by < 0 ? 'amber' : 'soft'}>{showDifference(by)}</span>
      </p>
      <div className="sides">
        <Side item={before} period={pair.from} branchId={branchId} />
        <Side item={after} period={pair.to} branchId={branchId} />
      </div>
    </li>
  )
}

function Both({ before, after, pair, branchId }: Shown & { before: Answer; after: Answer }): ReactNode {
  const say = useSay()
  const { changed, same } = changesBetween(before.items, after.items)
  const none = say(words.noneChanged)
  const gradeSaid = ({ grade, run }: Answer) => (grade === null ? '–' : sayGrade(grade, run, say))
  return (
    <>
      <p className="lead-line">
        {say(words.whole, {
          before: before.score ?? say(words.noScore),
          after: after.score ?? say(words.noScore),
        })}
        {' · '}
        {say(words.grades, { before: gradeSaid(before), after: gradeSaid(after) })}
      </p>
      {after.run && <PeriodNote of={after} />}
      {before.schemeVersion !== after.schemeVersion && (
        <Notice kind="late">
          {say(words.otherScheme, { before: before.schemeVersion, after: after.schemeVersion })}
        </Notice>
      )}
      <Part title={say(words.changedItems, { n: changed.length })}>
        {changed.length === 0 && <p className="soft">{none}</p>}
        <ul>
          {changed.map((change) => (
            <ChangeLine key={change.no} {...{ change, pair, branchId }} />
          ))}
        </ul>
      </Part>
      <details>
        <summary>{say(words.sameItems, { n: same.length })}</summary>
        <ul>
          {same.map((change) => (
            <ChangeLine key={change.no} {...{ change, pair, branchId }} />
          ))}
        </ul>
      </details>
    </>
  )
}

function Compared({ pair, branchId }: Shown): ReactNode {
  const before = useRead('assessment.findScore', { branchId, period: pair.from })
  const after = useRead('assessment.findScore', { branchId, period: pair.to })
  if (before.state !== 'ready') return <Waiting of={before} words={refusals.findScore} lines={14} />
  if (after.state !== 'ready') return <Waiting of={after} words={refusals.findScore} lines={14} />
  return <Both before={before.data} after={after.data} pair={pair} branchId={branchId} />
}

/** One branch in two periods, item by item: from what to what, and why both times. */
export default function CompareBranch({ id }: { id: string }): ReactNode {
  const say = useSay()
  const pair = usePair()
  const { from, to } = pair
  const named = useRead('assessment.findScore', to ? { branchId: id, period: to } : null)
  return (
    <Page
      title={named.data ? `${named.data.name} · ${say(words.compare)}` : say(words.compare)}
      above={to && <Link href={comparePath({ from, to })}>{say(words.compare)}</Link>}
      under={say(words.lead)}
      actions={<PairChooser of={pair} />}
    >
      {!to ? (
        <Bones lines={14} />
      ) : from === to ? (
        <p>{say(words.samePeriod)}</p>
      ) : (
        <Compared pair={{ from, to }} branchId={id} />
      )}
    </Page>
  )
}
