import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { LateBadge } from '../../journal/ui/LateBadge.tsx'
import type { OutputOf } from '../../kit/contract.ts'
import { showYuan } from '../../kit/money.ts'
import { useRead } from '../../kit/web/read.ts'
import { type Say, useSay } from '../../kit/web/say.ts'
import { type Column, DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Empty } from '../../kit/web/ui/Parts.tsx'
import { Code, DaySaid, MonthSaid, Said } from '../../kit/web/ui/Said.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { ui } from '../../kit/web/words.ts'
import { personPath } from '../../people/ui/paths.ts'
import { refusals, words } from '../words/pages.ts'
import type { Listed } from './BranchRecords.tsx'

type Payment = OutputOf<'dues.listPayments'>['payments'][number]

function remarksOn(of: Payment, say: Say): string {
  const remarks = [
    of.dueFen === null && say(words.noBase),
    of.dueFen !== null && of.paidFen !== of.dueFen && say(words.differs),
    of.paidOn.slice(0, 7) > of.month && say(words.paidLate),
  ].filter((remark) => remark !== false)
  return remarks.join(say(ui.semicolon))
}

function Remark({ of }: { of: Payment }): ReactNode {
  const remarks = remarksOn(of, useSay())
  return remarks && <span className="amber small">{remarks}</span>
}

const COLUMNS: readonly Column<Payment>[] = [
  {
    head: words.person,
    kind: 'main',
    sort: 'name',
    value: ({ name }) => name,
    cell: ({ personId, name }) => <Link href={personPath(personId)}>{name}</Link>,
  },
  { head: words.no, value: ({ no }) => no, cell: ({ no }) => <Code>{no}</Code> },
  { head: words.month, value: ({ month }) => month, cell: ({ month }) => <MonthSaid of={month} /> },
  {
    head: words.dueYuan,
    kind: 'number',
    value: ({ dueFen }) => (dueFen === null ? null : dueFen / 100),
    cell: ({ dueFen }) => (dueFen === null ? '–' : showYuan(dueFen)),
  },
  {
    head: words.paidYuan,
    kind: 'number',
    value: ({ paidFen }) => paidFen / 100,
    cell: ({ paidFen }) => showYuan(paidFen),
    foot: (payments) => showYuan(payments.reduce((sum, { paidFen }) => sum + paidFen, 0)),
  },
  { head: words.paidOn, value: ({ paidOn }) => paidOn, cell: ({ paidOn }) => <DaySaid of={paidOn} /> },
  {
    head: words.recorded,
    value: ({ recordedAfterDays }) => recordedAfterDays,
    cell: ({ recordedAfterDays: days }) =>
      days === null ? (
        <span className="soft small">
          <Said of={ui.imported} />
        </span>
      ) : (
        <LateBadge days={days} />
      ),
  },
  { head: words.remark, value: remarksOn, cell: (payment) => <Remark of={payment} /> },
]

/** Who paid what for which month of a year, beside what was due. Amounts in yuan. */
export function DuesList({ branchId, year, here }: Listed): ReactNode {
  const say = useSay()
  const read = useRead('dues.listPayments', { branchId, year })
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.listPayments} lines={10} />
  const { payments } = read.data
  if (payments.length === 0) return <Empty title={say(words.duesEmptyTitle)}>{say(words.duesEmpty)}</Empty>
  return (
    <DataTable caption={words.dues} rows={payments} keyOf={({ id }) => id} here={here} columns={COLUMNS} />
  )
}
