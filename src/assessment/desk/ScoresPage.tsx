import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { showPeriod } from '../../kit/web/dates.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Page } from '../../kit/web/ui/Page.tsx'
import { Badge, Empty, Why } from '../../kit/web/ui/Parts.tsx'
import { Bones, Waiting } from '../../kit/web/ui/Waiting.tsx'
import { BranchLink } from '../../org/ui/BranchLink.tsx'
import { scorePath } from '../ui/paths.ts'
import { hundredths } from '../ui/points.ts'
import { refusals, words } from '../words/pages.ts'
import { PeriodActions } from './PeriodActions.tsx'
import { PeriodChooser, PeriodNote } from './PeriodChooser.tsx'
import { usePeriod } from './usePeriod.ts'
import './scores.css'

type Score = OutputOf<'assessment.listScores'>['scores'][number]

function ScoreLink({ of, period }: { of: Score; period: string }): ReactNode {
  const say = useSay()
  const to = scorePath(of.branchId, period)
  if (of.score === null)
    return (
      <Why to={to} says={say(words.whyNone, { name: of.name })}>
        {say(words.noScore)}
      </Why>
    )
  return (
    <Why to={to} says={say(words.scoreOf, { name: of.name, score: of.score })}>
      {of.score}
    </Why>
  )
}

function ScoreTable({ scores, period }: { scores: readonly Score[]; period: string }): ReactNode {
  const say = useSay()
  return (
    <DataTable
      caption={say(words.scores)}
      rows={scores}
      keyOf={({ branchId }) => branchId}
      columns={[
        { id: 'code', head: say(words.code), cell: ({ code }) => <span className="code soft">{code}</span> },
        {
          id: 'branch',
          head: say(words.branch),
          kind: 'main',
          cell: ({ branchId, name }) => <BranchLink orgId={branchId} name={name} />,
        },
        {
          id: 'score',
          head: say(words.score),
          kind: 'number',
          cell: (one) => <ScoreLink of={one} period={period} />,
        },
        { id: 'grade', head: say(words.grade), cell: ({ grade }) => grade ?? '–' },
        {
          id: 'bonus',
          head: say(words.bonus),
          kind: 'number',
          cell: ({ bonus }) => (hundredths(bonus) > 0 ? `+${bonus}` : ''),
        },
        {
          id: 'veto',
          head: say(words.veto),
          cell: ({ vetoed }) => vetoed && <Badge kind="stop">{say(words.vetoed)}</Badge>,
        },
      ]}
    />
  )
}

function Scores({ period }: { period: string }): ReactNode {
  const say = useSay()
  const read = useRead('assessment.listScores', period ? { period } : null)
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.listScores} lines={14} />
  const { scores, state, schemeVersion } = read.data
  if (scores.length === 0) return <Empty title={say(words.emptyTitle)}>{say(words.empty)}</Empty>
  return (
    <>
      <div className="row spread">
        <PeriodNote state={state} version={schemeVersion} />
        <PeriodActions period={period} version={schemeVersion} state={state} />
      </div>
      <ScoreTable scores={scores} period={period} />
    </>
  )
}

/** Every branch's score in a period, by code; each number opens to why. */
export default function ScoresPage(): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const { period, choose, known } = usePeriod()
  return (
    <Page
      title={period ? `${say(words.scores)} · ${showPeriod(period, language)}` : say(words.scores)}
      under={say(words.scoresLead)}
      actions={<PeriodChooser period={period} known={known} onChoose={choose} />}
    >
      {period ? <Scores period={period} /> : <Bones lines={14} />}
    </Page>
  )
}
