import type { OutputOf } from '../../kit/contract.ts'
import type { Column } from '../../kit/web/ui/DataTable.tsx'
import { State } from '../../kit/web/ui/Mark.tsx'
import { Code, FullDay, Said } from '../../kit/web/ui/Said.tsx'
import { words } from '../words/pages.ts'
import { FactSaid, ValueSaid } from './FactSaid.tsx'

export type Target = OutputOf<'assessment.listTargets'>['targets'][number]

/** The task, with the fact it is measured by. */
export const TASK: Column<Target> = {
  head: words.task,
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
}

/** How much is asked. */
export const GOAL: Column<Target> = {
  head: words.goal,
  kind: 'number',
  value: ({ goal }) => goal,
  cell: ({ goal, fact }) => <ValueSaid of={fact} value={goal} />,
}

/** Until when, whether it is met, and its number. */
export const REST: readonly Column<Target>[] = [
  {
    head: words.deadline,
    value: ({ deadline }) => deadline,
    cell: ({ deadline }) => <FullDay of={deadline} />,
  },
  {
    head: words.targetState,
    value: ({ isMet }, say) => say(isMet ? words.met : words.notMet),
    cell: ({ isMet }) => (
      <State state={isMet ? 'done' : 'due'}>
        <Said of={isMet ? words.met : words.notMet} />
      </State>
    ),
  },
  { head: words.targetNo, value: ({ no }) => no, cell: ({ no }) => <Code>{no}</Code> },
]
