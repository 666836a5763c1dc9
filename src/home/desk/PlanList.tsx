import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../kit/contract.ts'
import { nameOfMonth, showDay } from '../../kit/web/dates.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Empty } from '../../kit/web/ui/Parts.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { meetingPath } from '../../meetings/ui/paths.ts'
import { refusals, words } from '../words/pages.ts'
import type { Listed } from './BranchRecords.tsx'

type PlanRow = OutputOf<'study.listPlan'>['rows'][number]

function Became({ of }: { of: PlanRow }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (!of.meeting) return <span className="soft">{say(words.notHeld)}</span>
  return (
    <Link href={meetingPath(of.meeting.id)} className="whole">
      {showDay(of.meeting.heldOn, language)}
    </Link>
  )
}

function Prepared({ is }: { is: boolean | null }): ReactNode {
  const say = useSay()
  return is ? say(words.isPrepared) : <span className="amber">{say(words.notPrepared)}</span>
}

/** The study plan of a branch and its groups for a year, with what became of each row. */
export function PlanList({ branchId, year, here }: Listed): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const read = useRead('study.listPlan', { branchId, year })
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.listPlan} lines={8} />
  const { rows } = read.data
  if (rows.length === 0) return <Empty title={say(words.planEmptyTitle)}>{say(words.planEmpty)}</Empty>
  return (
    <DataTable
      caption={say(words.plan)}
      rows={rows}
      keyOf={({ id }) => id}
      here={here}
      columns={[
        {
          id: 'month',
          head: say(words.month),
          cell: ({ month }) => <span className="whole">{nameOfMonth(Number(month.slice(5)), language)}</span>,
        },
        { id: 'subject', head: say(words.subject), kind: 'main', cell: ({ subject }) => subject },
        { id: 'form', head: say(words.form), cell: ({ form }) => form },
        { id: 'lecturer', head: say(words.lecturer), cell: ({ lecturer }) => lecturer },
        {
          id: 'hours',
          head: say(words.hours),
          kind: 'number',
          cell: ({ hoursHundredths: hours }) => (hours === null ? '' : hours / 100),
        },
        { id: 'prepared', head: say(words.prepared), cell: ({ prepared }) => <Prepared is={prepared} /> },
        { id: 'became', head: say(words.became), cell: (row) => <Became of={row} /> },
      ]}
    />
  )
}
