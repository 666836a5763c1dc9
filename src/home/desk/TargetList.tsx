import type { ReactNode } from 'react'
import { FactSaid, ValueSaid } from '../../assessment/ui/FactSaid.tsx'
import { words as scoreWords } from '../../assessment/words/pages.ts'
import type { OutputOf } from '../../kit/contract.ts'
import { useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { type Column, DataTable } from '../../kit/web/ui/DataTable.tsx'
import { State } from '../../kit/web/ui/Mark.tsx'
import { Empty } from '../../kit/web/ui/Parts.tsx'
import { Code, FullDay, Said } from '../../kit/web/ui/Said.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { refusals, words } from '../words/pages.ts'
import type { Listed } from './BranchRecords.tsx'

type Target = OutputOf<'assessment.listTargets'>['targets'][number]

const COLUMNS: readonly Column<Target>[] = [
  {
    head: scoreWords.task,
    kind: 'main',
    value: ({ task }) => task,
    cell: ({ task, fact }) => (
      <>
        {task}{' '}
        <span className="soft small">
          <FactSaid of={fact} />
        </span>
      </>
    ),
  },
  {
    head: scoreWords.goal,
    kind: 'number',
    value: ({ goal }) => goal,
    cell: ({ goal, fact }) => <ValueSaid of={fact} value={goal} />,
  },
  {
    head: scoreWords.stands,
    kind: 'number',
    value: ({ value }) => value,
    cell: ({ value, fact }) => <ValueSaid of={fact} value={value} />,
  },
  {
    head: scoreWords.deadline,
    value: ({ deadline }) => deadline,
    cell: ({ deadline }) => <FullDay of={deadline} />,
  },
  {
    head: words.stands,
    value: ({ isMet }, say) => say(isMet ? scoreWords.met : scoreWords.notMet),
    cell: ({ isMet }) => (
      <State state={isMet ? 'done' : 'due'}>
        <Said of={isMet ? scoreWords.met : scoreWords.notMet} />
      </State>
    ),
  },
  { head: words.no, value: ({ no }) => no, cell: ({ no }) => <Code>{no}</Code> },
]

/** The tasks of a branch: how much, until when, and where each stands. */
export function TargetList({ branchId, here }: Listed): ReactNode {
  const say = useSay()
  const read = useRead('assessment.listTargets', { branchId })
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.listTargets} lines={6} />
  const { targets } = read.data
  if (targets.length === 0)
    return <Empty title={say(scoreWords.targetsEmptyTitle)}>{say(scoreWords.targetsEmpty)}</Empty>
  return (
    <DataTable caption={words.targets} rows={targets} keyOf={({ id }) => id} here={here} columns={COLUMNS} />
  )
}
