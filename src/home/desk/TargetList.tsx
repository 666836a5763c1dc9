import type { ReactNode } from 'react'
import { ValueSaid } from '../../assessment/ui/FactSaid.tsx'
import { GOAL, REST, TASK, type Target } from '../../assessment/ui/target-columns.tsx'
import { words as scoreWords } from '../../assessment/words/pages.ts'
import { useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { type Column, DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Empty } from '../../kit/web/ui/Parts.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { refusals, words } from '../words/pages.ts'
import type { Listed } from './BranchRecords.tsx'

const COLUMNS: readonly Column<Target>[] = [
  TASK,
  GOAL,
  {
    head: scoreWords.stands,
    kind: 'number',
    value: ({ value }) => value,
    cell: ({ value, fact }) => <ValueSaid of={fact} value={value} />,
  },
  ...REST,
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
