import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../../kit/contract.ts'
import { showPeriod } from '../../../kit/web/dates.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { type Column, DataTable } from '../../../kit/web/ui/DataTable.tsx'
import { Page } from '../../../kit/web/ui/Page.tsx'
import { Why } from '../../../kit/web/ui/Parts.tsx'
import { Code } from '../../../kit/web/ui/Said.tsx'
import { Bones, Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { comparePath, scoresPath } from '../../ui/paths.ts'
import { hundredths } from '../../ui/points.ts'
import { words } from '../../words/compare.ts'
import { refusals, words as scoreWords } from '../../words/pages.ts'
import { PeriodNote } from '../PeriodChooser.tsx'
import { showDifference } from './changes.ts'
import { PairChooser } from './PairChooser.tsx'
import { type Pair, usePair } from './usePair.ts'

type Score = OutputOf<'assessment.listScores'>['scores'][number]
type Row = { readonly before: Score | undefined; readonly after: Score; readonly pair: Pair }

const numberOf = (score: Score | undefined): number | null =>
  score?.score == null ? null : hundredths(score.score)

function Difference({ of: { before, after, pair } }: { of: Row }): ReactNode {
  const say = useSay()
  const [from, to] = [numberOf(before), numberOf(after)]
  if (from === null || to === null) return '–'
  return (
    <Why to={comparePath(pair, after.branchId)} says={say(words.whyChange, { name: after.name })}>
      {showDifference(to - from)}
    </Why>
  )
}

const columnsOf = (
  pair: Pair,
  name: (period: string) => { zh: string; en: string },
): readonly Column<Row>[] => [
  { head: words.code, value: ({ after }) => after.code, cell: ({ after }) => <Code>{after.code}</Code> },
  {
    head: words.branch,
    kind: 'main',
    value: ({ after }) => after.name,
    cell: ({ after }) => <Link href={comparePath(pair, after.branchId)}>{after.name}</Link>,
  },
  { head: name(pair.from), kind: 'number', value: ({ before }) => before?.score ?? '–' },
  { head: name(pair.to), kind: 'number', value: ({ after }) => after.score ?? '–' },
  {
    head: words.difference,
    kind: 'number',
    value: ({ before, after }) => (numberOf(after) ?? 0) - (numberOf(before) ?? 0),
    cell: (row) => <Difference of={row} />,
  },
]

function Compared({ pair }: { pair: Pair }): ReactNode {
  const before = useRead('assessment.listScores', { period: pair.from })
  const after = useRead('assessment.listScores', { period: pair.to })
  if (before.state !== 'ready') return <Waiting of={before} words={refusals.listScores} lines={14} />
  if (after.state !== 'ready') return <Waiting of={after} words={refusals.listScores} lines={14} />
  const known = new Map(before.data.scores.map((score) => [score.branchId, score]))
  const rows = after.data.scores.map((score) => ({ before: known.get(score.branchId), after: score, pair }))
  const name = (period: string) => ({ zh: showPeriod(period, 'zh'), en: showPeriod(period, 'en') })
  return (
    <>
      {after.data.run && <PeriodNote of={after.data} />}
      <DataTable
        caption={words.compare}
        rows={rows}
        keyOf={({ after: { branchId } }) => branchId}
        columns={columnsOf(pair, name)}
      />
    </>
  )
}

/** Every branch in two periods, by code; a difference opens to the items that made it. */
export default function ComparePage(): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const pair = usePair()
  const { from, to } = pair
  return (
    <Page
      title={say(words.compare)}
      above={
        <Link href={scoresPath(to)}>
          {say(scoreWords.scores)} {to && showPeriod(to, language)}
        </Link>
      }
      under={say(words.lead)}
      actions={<PairChooser of={pair} />}
    >
      {!to ? (
        <Bones lines={14} />
      ) : from === to ? (
        <p>{say(words.samePeriod)}</p>
      ) : (
        <Compared pair={{ from, to }} />
      )}
    </Page>
  )
}
