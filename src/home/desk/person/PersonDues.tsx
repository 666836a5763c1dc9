import { type ReactNode, useState } from 'react'
import { recordedAfter } from '../../../dues/ui/how.ts'
import { duesPath } from '../../../dues/ui/paths.ts'
import { howWords, refusals } from '../../../dues/words/pages.ts'
import { WhenLate } from '../../../journal/ui/LateBadge.tsx'
import type { OutputOf } from '../../../kit/contract.ts'
import { showYuan } from '../../../kit/money.ts'
import { showMonth } from '../../../kit/web/dates.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useLanguage, useSay } from '../../../kit/web/say.ts'
import { type Column, DataTable } from '../../../kit/web/ui/DataTable.tsx'
import { State } from '../../../kit/web/ui/Mark.tsx'
import { Part } from '../../../kit/web/ui/Page.tsx'
import { Why } from '../../../kit/web/ui/Parts.tsx'
import { MonthSaid, Said } from '../../../kit/web/ui/Said.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { YearPick, yearIn } from '../../../kit/web/ui/YearPick.tsx'
import { words } from '../../words/person.ts'

type Month = OutputOf<'dues.listOfPerson'>['months'][number]
type Row = Month & { readonly personId: string }

const stateOf = ({ duty, state }: Month) => howWords[duty === 'owed' ? state : duty]
const inYuan = (fen: number | null): number | null => (fen === null ? null : fen / 100)

/** What was due, leading to how it was computed. */
function Due({ of }: { of: Row }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const { month, branchId, personId, dueFen } = of
  const due = dueFen === null ? '–' : showYuan(dueFen)
  if (!branchId) return due
  return (
    <Why
      to={duesPath({ branchId, year: month.slice(0, 4), personId, month })}
      says={say(words.whyMonth, { month: showMonth(month, language) })}
    >
      {due}
    </Why>
  )
}

const COLUMNS: readonly Column<Row>[] = [
  {
    head: words.month,
    kind: 'main',
    value: ({ month }) => month,
    cell: ({ month }) => <MonthSaid of={month} />,
  },
  {
    head: words.state,
    value: (month, say) => say(stateOf(month)),
    cell: (month) => (
      <span className="row">
        <State state={month.state}>
          <Said of={stateOf(month)} />
        </State>
        <WhenLate days={recordedAfter(month)} />
      </span>
    ),
  },
  { head: words.due, kind: 'number', value: ({ dueFen }) => inYuan(dueFen), cell: (row) => <Due of={row} /> },
  {
    head: words.paid,
    kind: 'number',
    value: ({ paidFen }) => inYuan(paidFen),
    cell: ({ paidFen }) => showYuan(paidFen),
  },
  {
    head: words.difference,
    kind: 'number',
    value: ({ differenceFen }) => inYuan(differenceFen),
    cell: ({ differenceFen }) => (differenceFen ? showYuan(differenceFen) : ''),
  },
]

/** A person's dues of a year, month by month, as far as they stood in the asker's units. */
export function PersonDues({ personId }: { personId: string }): ReactNode {
  const say = useSay()
  const [asked, choose] = useState('')
  const year = yearIn(asked)
  const read = useRead('dues.listOfPerson', { personId, year }, { meanwhile: 'last' })
  const sums = read.data && { year, due: showYuan(read.data.dueFen), paid: showYuan(read.data.paidFen) }
  return (
    <Part
      title={say(words.dues)}
      beside={
        <span className="row">
          {sums && <span className="soft">{say(words.duesSums, sums)}</span>}
          <YearPick value={year} onChange={choose} />
        </span>
      }
    >
      {read.state !== 'ready' ? (
        <Waiting of={read} words={refusals.listOfPerson} />
      ) : read.data.months.length === 0 ? (
        <p className="soft">{say(words.noDues)}</p>
      ) : (
        <DataTable
          caption={words.dues}
          rows={read.data.months.map((month) => ({ ...month, personId }))}
          keyOf={({ month }) => month}
          columns={COLUMNS}
        />
      )}
    </Part>
  )
}
