import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { showPeriod } from '../../kit/web/dates.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { ButtonLink } from '../../kit/web/ui/Button.tsx'
import { type Column, DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Page } from '../../kit/web/ui/Page.tsx'
import { Empty, Why } from '../../kit/web/ui/Parts.tsx'
import { Code } from '../../kit/web/ui/Said.tsx'
import { Bones, Waiting } from '../../kit/web/ui/Waiting.tsx'
import { BranchLink } from '../../org/ui/BranchLink.tsx'
import { sayGrade } from '../ui/grade.ts'
import { comparePath, scorePath } from '../ui/paths.ts'
import { hundredths } from '../ui/points.ts'
import { words as compareWords } from '../words/compare.ts'
import { refusals, words } from '../words/pages.ts'
import { periodBefore } from './compare/usePair.ts'
import { PeriodActions } from './PeriodActions.tsx'
import { PeriodChooser, PeriodNote } from './PeriodChooser.tsx'
import { usePeriod } from './usePeriod.ts'
import { sayVeto, Vetoes } from './Vetoes.tsx'
import './scores.css'

type Score = OutputOf<'assessment.listScores'>['scores'][number]

type Row = Score & { readonly period: string; readonly run: OutputOf<'assessment.listScores'>['run'] }

function ScoreLink({ of }: { of: Row }): ReactNode {
  const say = useSay()
  const { name, score } = of
  const says = score === null ? say(words.whyNone, { name }) : say(words.scoreOf, { name, score })
  return (
    <Why to={scorePath(of.branchId, of.period)} says={says}>
      {score ?? say(words.noScore)}
    </Why>
  )
}

function Grade({ of: { grade, run } }: { of: Row }): ReactNode {
  const say = useSay()
  return grade === null ? '–' : sayGrade(grade, run, say)
}

/** How many items are short of full points, leading to which. */
function OpenItems({ of }: { of: Row }): ReactNode {
  const say = useSay()
  if (of.open === 0) return 0
  return (
    <Why to={scorePath(of.branchId, of.period)} says={say(words.openItemsOf, { name: of.name })}>
      {of.open}
    </Why>
  )
}

const COLUMNS: readonly Column<Row>[] = [
  { head: words.code, value: ({ code }) => code, cell: ({ code }) => <Code>{code}</Code> },
  {
    head: words.branch,
    kind: 'main',
    value: ({ name }) => name,
    cell: ({ branchId, name }) => <BranchLink orgId={branchId} name={name} />,
  },
  {
    head: words.score,
    kind: 'number',
    value: ({ score }) => (score === null ? null : Number(score)),
    cell: (row) => <ScoreLink of={row} />,
    sort: 'never',
  },
  {
    head: words.openItems,
    kind: 'number',
    value: ({ open }) => open,
    cell: (row) => <OpenItems of={row} />,
  },
  {
    head: words.grade,
    sort: 'never',
    value: ({ grade, run }, say) => grade && sayGrade(grade, run, say),
    cell: (row) => <Grade of={row} />,
  },
  {
    head: words.bonus,
    kind: 'number',
    value: ({ bonus }) => Number(bonus),
    cell: ({ bonus }) => (hundredths(bonus) > 0 ? `+${bonus}` : ''),
  },
  {
    head: words.veto,
    value: (row, say) => sayVeto(row, say),
    cell: (row) => <Vetoes of={row} />,
  },
]

function Scores({ period }: { period: string }): ReactNode {
  const say = useSay()
  const read = useRead('assessment.listScores', period ? { period } : null)
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.listScores} lines={14} />
  const { scores, state, schemeVersion, run } = read.data
  if (scores.length === 0) return <Empty title={say(words.emptyTitle)}>{say(words.empty)}</Empty>
  return (
    <>
      <div className="row spread">
        <PeriodNote of={read.data} />
        <PeriodActions period={period} version={schemeVersion} state={state} />
      </div>
      <DataTable
        caption={words.scores}
        rows={scores.map((score) => ({ ...score, period, run }))}
        keyOf={({ branchId }) => branchId}
        columns={COLUMNS}
        long={{ name: 'scores', finding: say(words.findBranch), empty: null }}
      />
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
      actions={
        <>
          {period && (
            <ButtonLink to={comparePath({ from: periodBefore(period), to: period })}>
              {say(compareWords.compare)}
            </ButtonLink>
          )}
          <PeriodChooser period={period} known={known} onChoose={choose} />
        </>
      }
    >
      {period ? <Scores period={period} /> : <Bones lines={14} />}
    </Page>
  )
}
