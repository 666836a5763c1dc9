import type { ReactNode } from 'react'
import { sayFact, sayValue } from '../../assessment/ui/say-fact.ts'
import { words as scoreWords } from '../../assessment/words/pages.ts'
import { showFullDay } from '../../kit/web/dates.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { DataTable } from '../../kit/web/ui/DataTable.tsx'
import { State } from '../../kit/web/ui/Mark.tsx'
import { Empty } from '../../kit/web/ui/Parts.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { refusals, words } from '../words/pages.ts'
import type { Listed } from './BranchRecords.tsx'

/** The tasks of a branch: how much, until when, and where each stands. */
export function TargetList({ branchId, here }: Listed): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const read = useRead('assessment.listTargets', { branchId })
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.listTargets} lines={6} />
  const { targets } = read.data
  if (targets.length === 0)
    return <Empty title={say(scoreWords.targetsEmptyTitle)}>{say(scoreWords.targetsEmpty)}</Empty>
  return (
    <DataTable
      caption={say(words.targets)}
      rows={targets}
      keyOf={({ id }) => id}
      here={here}
      columns={[
        {
          id: 'task',
          head: say(scoreWords.task),
          kind: 'main',
          cell: ({ task, fact }) => (
            <>
              {task} <span className="soft small">{sayFact(fact, language)}</span>
            </>
          ),
        },
        {
          id: 'goal',
          head: say(scoreWords.goal),
          kind: 'number',
          cell: ({ goal, fact }) => sayValue(fact, goal, language),
        },
        {
          id: 'value',
          head: say(scoreWords.stands),
          kind: 'number',
          cell: ({ value, fact }) => (value === null ? '–' : sayValue(fact, value, language)),
        },
        {
          id: 'deadline',
          head: say(scoreWords.deadline),
          cell: ({ deadline }) => <span className="whole">{showFullDay(deadline, language)}</span>,
        },
        {
          id: 'met',
          head: say(words.stands),
          cell: ({ isMet }) => (
            <State state={isMet ? 'done' : 'due'}>{say(isMet ? scoreWords.met : scoreWords.notMet)}</State>
          ),
        },
        { id: 'no', head: say(words.no), cell: ({ no }) => <span className="code soft">{no}</span> },
      ]}
    />
  )
}
