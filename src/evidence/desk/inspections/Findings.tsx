import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { MarkState } from '../../../kit/strip.ts'
import { showDay, showInstant } from '../../../kit/web/dates.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { State } from '../../../kit/web/ui/Mark.tsx'
import { Badge } from '../../../kit/web/ui/Parts.tsx'
import { DaySaid } from '../../../kit/web/ui/Said.tsx'
import { TITLES } from '../../../law/titles.ts'
import type { FindingState } from '../../rules/inspection.ts'
import { findingStateWords, recheckWords, severityWords, words } from '../../words/pages.ts'
import { Acts } from './Acts.tsx'
import type { Inspection } from './InspectionPage.tsx'
import { kindOf, useDrawnPath } from './said.ts'

export type Finding = Inspection['findings'][number]
type Round = Finding['rounds'][number]
type LinkTo = Finding['evidence'][number]

const MARKS: Readonly<Record<FindingState, MarkState>> = {
  noted: 'notApplicable',
  open: 'due',
  done: 'planned',
  rectified: 'done',
  withdrawn: 'notApplicable',
}

function Links({ of }: { of: readonly LinkTo[] }): ReactNode {
  const say = useSay()
  const pathOf = useDrawnPath()
  return (
    <ul>
      {of.map(({ subject, title, record, rev, leafIndex }) => (
        <li key={subject}>
          <Link href={pathOf(subject)}>
            {say(kindOf(record))} {title}
          </Link>{' '}
          <span className="small soft">{say(words.place, { rev, n: leafIndex + 1 })}</span>
        </li>
      ))}
    </ul>
  )
}

/** How long there is left for a round that is open. */
function Clock({ of: { clock, daysLeft } }: { of: Finding }): ReactNode {
  const say = useSay()
  if (clock === null || daysLeft === null) return null
  if (daysLeft < 0) return <span className="amber small">{say(words.overdue, { n: -daysLeft })}</span>
  return (
    <span className={clock === 'soon' ? 'amber small' : 'soft small'}>
      {daysLeft === 0 ? say(words.today) : say(words.soon, { n: daysLeft })}
    </span>
  )
}

function Words({ title, at, children }: { title: string; at: string; children: string }): ReactNode {
  const language = useLanguage()
  return (
    <div className="says">
      <p className="small soft">
        {title} · {showInstant(at, language)}
      </p>
      <p className="text">{children}</p>
    </div>
  )
}

function RoundLines({ of, finding }: { of: Round; finding: Finding }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const isLast = finding.rounds.at(-1)?.round === of.round
  return (
    <div className="stack tight">
      <p>
        <span className="strong">{say(words.round, { n: of.round })}</span> · {say(words.owner)}{' '}
        {of.ownerName ?? say(words.noOwner)} · {say(words.until)} <DaySaid of={of.dueOn} />{' '}
        {isLast && <Clock of={finding} />}
      </p>
      {of.doneOn && (
        <div className="says">
          <p className="small soft">{say(words.doneSaid, { day: showDay(of.doneOn, language) })}</p>
          <p className="text">{of.how}</p>
          {of.proof.length > 0 && <Links of={of.proof} />}
        </div>
      )}
      {of.recheck && (
        <Words title={say(words.looked, { result: say(recheckWords[of.recheck.result]) })} at={of.recheck.at}>
          {of.recheck.text}
        </Words>
      )}
    </div>
  )
}

function FindingCard({ of, isOpen }: { of: Finding; isOpen: boolean }): ReactNode {
  const say = useSay()
  const { no, orgName, clause, severity, state, contested, withdrawn } = of
  return (
    <li className="finding stack" id={`finding-${no}`}>
      <div className="row spread base">
        <h3>
          {say(words.findingNo, { n: no })} · {orgName}
        </h3>
        <span className="row">
          <Badge>{say(severityWords[severity])}</Badge>
          <State state={MARKS[state]}>{say(findingStateWords[state])}</State>
        </span>
      </div>
      <p className="text">{of.text}</p>
      {clause && (
        <p className="small soft">
          {say(words.clauseIs, { clause: `${clause} ${say(TITLES[clause])}`, source: TITLES[clause].source })}
        </p>
      )}
      <div>
        <p className="small soft">{say(words.evidence)}</p>
        <Links of={of.evidence} />
      </div>
      {contested && (
        <Words title={say(words.branchSays)} at={contested.at}>
          {contested.text}
        </Words>
      )}
      {withdrawn && (
        <Words title={say(words.takenBack)} at={withdrawn.at}>
          {withdrawn.text}
        </Words>
      )}
      {of.rounds.map((round) => (
        <RoundLines key={round.round} of={round} finding={of} />
      ))}
      {isOpen && <Acts of={of} />}
    </li>
  )
}

/** What was found, with the branch's own words, and what became of it. */
export function Findings({ of }: { of: Inspection }): ReactNode {
  const say = useSay()
  if (of.findings.length === 0) return <p className="soft">{say(words.noFindings)}</p>
  return (
    <ul className="plain">
      {of.findings.map((one) => (
        <FindingCard key={one.id} of={one} isOpen={of.state === 'drawn'} />
      ))}
    </ul>
  )
}
