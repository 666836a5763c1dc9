import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { useAddress } from '../../kit/web/address.ts'
import { useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { State } from '../../kit/web/ui/Mark.tsx'
import { Empty } from '../../kit/web/ui/Parts.tsx'
import { PrintButton } from '../../kit/web/ui/PrintButton.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { YearPick, yearIn } from '../../kit/web/ui/YearPick.tsx'
import { useMay } from '../../kit/web/who.ts'
import { BranchWork } from '../../org/ui/BranchChoice.tsx'
import type { Unit } from '../../org/ui/units.ts'
import { MONTH_STATES } from '../rules/months.ts'
import { howWords, refusals, words } from '../words/pages.ts'
import { Collect } from './Collect.tsx'
import { useChoosing } from './choosing.ts'
import { DuesGrid } from './DuesGrid.tsx'
import { MonthWhy } from './MonthWhy.tsx'
import './dues.css'

export type Dues = OutputOf<'dues.listMonths'>
export type Payer = Dues['people'][number]

/** What the marks mean here. */
function Meanings(): ReactNode {
  const say = useSay()
  return (
    <div className="legend">
      {MONTH_STATES.filter((state) => state !== 'notApplicable').map((state) => (
        <State key={state} state={state}>
          {say(howWords[state])}
        </State>
      ))}
    </div>
  )
}

function Months({ dues, branch, year }: { dues: Dues; branch: Unit; year: string }): ReactNode {
  const [{ why }, set] = useAddress({ why: '' })
  const choosing = useChoosing(dues, year)
  const may = useMay()
  const [personId, month] = why.split('.')
  const payer = dues.people.find((one) => one.personId === personId)
  const shown = payer?.months.find((one) => one.month === month)
  return (
    <>
      {may('dues.recordPayments') && <Collect dues={dues} branchId={branch.id} choosing={choosing} />}
      <DuesGrid dues={dues} branch={branch} year={year} choosing={choosing} />
      <Meanings />
      {payer && shown && (
        <MonthWhy key={why} payer={payer} month={shown} today={dues.today} onClose={() => set({ why: '' })} />
      )}
    </>
  )
}

function DuesOf({ branch, year }: { branch: Unit; year: string }): ReactNode {
  const say = useSay()
  const read = useRead('dues.listMonths', { branchId: branch.id, year })
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.listMonths} lines={16} />
  if (read.data.people.length === 0) return <Empty title={say(words.emptyTitle)}>{say(words.empty)}</Empty>
  return <Months key={`${branch.id}${year}`} dues={read.data} branch={branch} year={year} />
}

/** The dues of a branch: people by twelve months, what was due and paid; each cell leads to why. */
export default function DuesPage(): ReactNode {
  const say = useSay()
  const [asked, set] = useAddress({ year: '' })
  const year = yearIn(asked.year)
  return (
    <BranchWork
      title={say(words.title)}
      choices={
        <>
          <YearPick value={year} onChange={(next) => set({ year: next })} />
          <PrintButton />
        </>
      }
    >
      {(branch) => <DuesOf branch={branch} year={year} />}
    </BranchWork>
  )
}
