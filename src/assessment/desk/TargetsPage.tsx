import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { parsePeriod } from '../../kit/period.ts'
import { showPeriod } from '../../kit/web/dates.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useRead } from '../../kit/web/read.ts'
import { useLanguage, useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { type Column, DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Part } from '../../kit/web/ui/Page.tsx'
import { Empty, Why } from '../../kit/web/ui/Parts.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../kit/web/who.ts'
import { BranchWork } from '../../org/ui/BranchChoice.tsx'
import type { Unit } from '../../org/ui/units.ts'
import { scorePath } from '../ui/paths.ts'
import { sayFact, sayValue } from '../ui/say-fact.ts'
import { GOAL, REST, TASK, type Target } from '../ui/target-columns.tsx'
import { refusals, words } from '../words/pages.ts'
import { ByHand } from './ByHand.tsx'
import { PeriodChooser } from './PeriodChooser.tsx'
import { AddTarget, ChangeTarget } from './TargetForm.tsx'
import { usePeriod } from './usePeriod.ts'

function Change({ of }: { of: Target }): ReactNode {
  const say = useSay()
  const [open, setOpen] = useHeld(`target.open.${of.id}`, false)
  return (
    <>
      <Button kind="quiet" label={say(words.changeTargetOf, { task: of.task })} onPress={() => setOpen(true)}>
        <u>{say(words.changeTarget)}</u>
      </Button>
      {open && <ChangeTarget of={of} onClose={() => setOpen(false)} />}
    </>
  )
}

/** What was reached, leading to the score it enters. */
function Reached({ of, to }: { of: Target; to: string }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  if (of.value === null) return '–'
  const says = `${sayFact(of.fact, language)}，${say(words.whyValue)}`
  return (
    <Why to={to} says={says}>
      {sayValue(of.fact, of.value, language)}
    </Why>
  )
}

type Shown = { readonly targets: readonly Target[]; readonly branchId: string; readonly period: string }

function Targets({ targets, branchId, period }: Shown): ReactNode {
  const may = useMay()
  const reached: Column<Target> = {
    head: words.stands,
    kind: 'number',
    value: ({ value }) => value,
    cell: (of) => <Reached of={of} to={scorePath(branchId, period)} />,
  }
  const change: Column<Target> = {
    head: words.changeTarget,
    value: () => null,
    cell: (of) => <Change of={of} />,
  }
  const columns = [TASK, GOAL, reached, ...REST]
  return (
    <DataTable
      caption={words.targets}
      rows={targets}
      keyOf={({ id }) => id}
      columns={may('assessment.changeTarget') ? [...columns, change] : columns}
    />
  )
}

const isWithin = ({ deadline }: Target, period: string): boolean => {
  const span = parsePeriod(period)
  return span !== undefined && deadline >= span.first && deadline <= span.last
}

type All = OutputOf<'assessment.listTargets'>['targets']

function Lists({ all, branchId, period }: { all: All; branchId: string; period: string }): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const due = all.filter((target) => isWithin(target, period))
  const others = all.filter((target) => !isWithin(target, period))
  return (
    <>
      <Part title={say(words.inPeriod, { period: showPeriod(period, language) })}>
        {due.length === 0 ? (
          <p className="soft">{say(words.noneDue)}</p>
        ) : (
          <Targets targets={due} branchId={branchId} period={period} />
        )}
        <p className="small soft">{say(words.targetsHow)}</p>
      </Part>
      {others.length > 0 && (
        <Part title={say(words.otherwise)}>
          <Targets targets={others} branchId={branchId} period={period} />
        </Part>
      )}
    </>
  )
}

function TargetsOf({ branch, period }: { branch: Unit; period: string }): ReactNode {
  const say = useSay()
  const read = useRead('assessment.listTargets', { branchId: branch.id })
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.listTargets} lines={8} />
  const { targets } = read.data
  return (
    <>
      {targets.length === 0 ? (
        <Empty title={say(words.targetsEmptyTitle)}>{say(words.targetsEmpty)}</Empty>
      ) : (
        <Lists all={targets} branchId={branch.id} period={period} />
      )}
      {period && <ByHand branchId={branch.id} period={period} />}
    </>
  )
}

function Add({ branch }: { branch: Unit }): ReactNode {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useHeld(`target.adding.${branch.id}`, false)
  if (!may('assessment.addTarget')) return null
  return (
    <>
      <Button kind="primary" onPress={() => setOpen(true)}>
        {say(words.addTarget)}
      </Button>
      {open && <AddTarget branchId={branch.id} onClose={() => setOpen(false)} />}
    </>
  )
}

/** The tasks of a branch: those due in a period first, what was reached of each, and what is entered by hand. */
export default function TargetsPage(): ReactNode {
  const say = useSay()
  const { period, choose, known } = usePeriod()
  return (
    <BranchWork
      title={say(words.targetsTitle)}
      choices={<PeriodChooser period={period} known={known} onChoose={choose} />}
      actions={(branch) => <Add branch={branch} />}
    >
      {(branch) => <TargetsOf key={branch.id} branch={branch} period={period} />}
    </BranchWork>
  )
}
