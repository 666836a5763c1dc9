import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { WhenLate } from '../../journal/ui/LateBadge.tsx'
import type { OutputOf } from '../../kit/contract.ts'
import { showDay } from '../../kit/web/dates.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { type Column, DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Empty } from '../../kit/web/ui/Parts.tsx'
import { DaySaid, MonthSaid, Said } from '../../kit/web/ui/Said.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { meetingPath } from '../../meetings/ui/paths.ts'
import { words as studyWords } from '../../study/words/pages.ts'
import { refusals, words } from '../words/pages.ts'
import type { Listed } from './BranchRecords.tsx'

type PlanRow = OutputOf<'study.listPlan'>['rows'][number]

function Became({ of }: { of: PlanRow }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (of.cancelledOn)
    return (
      <span className="soft">
        {say(studyWords.cancelled, {
          day: showDay(of.cancelledOn, language),
          reason: of.cancelReason ?? '',
        })}
      </span>
    )
  if (!of.meeting)
    return (
      <span className="soft">
        <Said of={words.notHeld} />
      </span>
    )
  return (
    <span className="row">
      <Link href={meetingPath(of.meeting.id)}>
        <DaySaid of={of.meeting.heldOn} />
      </Link>
      <WhenLate days={of.meeting.recordedAfterDays} />
    </span>
  )
}

const COLUMNS: readonly Column<PlanRow>[] = [
  { head: words.month, value: ({ month }) => month, cell: ({ month }) => <MonthSaid of={month} /> },
  { head: words.subject, kind: 'main', value: ({ subject }) => subject },
  { head: words.form, value: ({ form }) => form },
  { head: words.lecturer, value: ({ lecturer }) => lecturer },
  {
    head: words.hours,
    kind: 'number',
    value: ({ hoursHundredths }) => (hoursHundredths === null ? null : hoursHundredths / 100),
  },
  {
    head: words.prepared,
    value: ({ prepared }, say) => say(prepared ? words.isPrepared : words.notPrepared),
    cell: ({ prepared }) => (
      <span className={prepared ? undefined : 'amber'}>
        <Said of={prepared ? words.isPrepared : words.notPrepared} />
      </span>
    ),
  },
  { head: words.became, value: ({ meeting }) => meeting?.heldOn ?? null, cell: (row) => <Became of={row} /> },
]

/** The study plan of a branch and its groups for a year, with what became of each row. */
export function PlanList({ branchId, year, here }: Listed): ReactNode {
  const say = useSay()
  const read = useRead('study.listPlan', { branchId, year })
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.listPlan} lines={8} />
  const { rows } = read.data
  if (rows.length === 0) return <Empty title={say(words.planEmptyTitle)}>{say(words.planEmpty)}</Empty>
  return <DataTable caption={words.plan} rows={rows} keyOf={({ id }) => id} here={here} columns={COLUMNS} />
}
