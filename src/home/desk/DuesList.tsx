import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../kit/contract.ts'
import { showDay, showMonth } from '../../kit/web/dates.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Empty } from '../../kit/web/ui/Parts.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { personPath } from '../../people/ui/paths.ts'
import { refusals, words } from '../words/pages.ts'
import type { Listed } from './BranchRecords.tsx'

type Payment = OutputOf<'dues.listPayments'>['payments'][number]
const yuan = (fen: number): string => (fen / 100).toFixed(2)

function Remark({ of }: { of: Payment }): ReactNode {
  const say = useSay()
  const remarks = [
    of.dueFen === null && say(words.noBase),
    of.dueFen !== null && of.paidFen !== of.dueFen && say(words.differs),
    of.paidOn.slice(0, 7) > of.month && say(words.paidLate),
  ].filter((remark) => remark !== false)
  return <span className="amber small">{remarks.join('；')}</span>
}

/** Who paid what for which month of a year, beside what was due. Amounts in yuan. */
export function DuesList({ branchId, year, here }: Listed): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const read = useRead('dues.listPayments', { branchId, year })
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.listPayments} lines={10} />
  const { payments } = read.data
  if (payments.length === 0) return <Empty title={say(words.duesEmptyTitle)}>{say(words.duesEmpty)}</Empty>
  const sum = payments.reduce((all, { paidFen }) => all + paidFen, 0)
  return (
    <DataTable
      caption={say(words.dues)}
      rows={payments}
      keyOf={({ id }) => id}
      here={here}
      columns={[
        {
          id: 'person',
          head: say(words.person),
          kind: 'main',
          cell: ({ personId, name }) => <Link href={personPath(personId)}>{name}</Link>,
        },
        { id: 'no', head: say(words.no), cell: ({ no }) => <span className="code soft">{no}</span> },
        {
          id: 'month',
          head: say(words.month),
          cell: ({ month }) => <span className="whole">{showMonth(month, language)}</span>,
        },
        {
          id: 'due',
          head: say(words.due),
          kind: 'number',
          cell: ({ dueFen }) => (dueFen === null ? <span className="soft">–</span> : yuan(dueFen)),
        },
        {
          id: 'paid',
          head: say(words.paid),
          kind: 'number',
          cell: ({ paidFen }) => yuan(paidFen),
          foot: yuan(sum),
        },
        {
          id: 'paidOn',
          head: say(words.paidOn),
          cell: ({ paidOn }) => <span className="whole">{showDay(paidOn, language)}</span>,
        },
        { id: 'remark', head: say(words.remark), cell: (payment) => <Remark of={payment} /> },
      ]}
    />
  )
}
