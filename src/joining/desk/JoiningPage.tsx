import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { useHeld } from '../../kit/web/held.ts'
import { useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Empty } from '../../kit/web/ui/Parts.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../kit/web/who.ts'
import { BranchWork } from '../../org/ui/BranchChoice.tsx'
import type { Unit } from '../../org/ui/units.ts'
import { nextStep, stageOfCase } from '../rules/stations.ts'
import { STAGES, type Stage } from '../rules.ts'
import { refusals, stageWords, words } from '../words/pages.ts'
import { CaseCard } from './CaseCard.tsx'
import { OpenCase } from './OpenCase.tsx'
import './joining.css'

type Case = OutputOf<'joining.listCases'>['cases'][number]

type Column = { readonly stage: Stage; readonly cases: readonly Case[]; readonly branchId: string }

function StageColumn({ stage, cases, branchId }: Column): ReactNode {
  const say = useSay()
  const here = cases.filter((of) => stageOfCase(of) === stage)
  const moving = here.filter((of) => nextStep(of))
  const archived = here.length - moving.length
  return (
    <section className="stack" aria-label={say(stageWords[stage])}>
      <h2>
        {say(stageWords[stage])} <span className="soft">{say(words.count, { n: moving.length })}</span>
      </h2>
      {moving.length === 0 && <p className="soft small">{say(words.noneHere)}</p>}
      {moving.map((of) => (
        <CaseCard key={of.id} of={of} orgId={branchId} />
      ))}
      {archived > 0 && <Archived cases={here.filter((of) => !nextStep(of))} branchId={branchId} />}
    </section>
  )
}

function Archived({ cases, branchId }: { cases: readonly Case[]; branchId: string }): ReactNode {
  const say = useSay()
  return (
    <details>
      <summary className="soft">{say(words.archived, { n: cases.length })}</summary>
      <div className="stack">
        {cases.map((of) => (
          <CaseCard key={of.id} of={of} orgId={branchId} />
        ))}
      </div>
    </details>
  )
}

function Board({ branch }: { branch: Unit }): ReactNode {
  const say = useSay()
  const read = useRead('joining.listCases', { branchId: branch.id })
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.listCases} lines={12} />
  const { cases } = read.data
  if (cases.length === 0)
    return (
      <Empty title={say(words.emptyTitle)} action={<Open branch={branch} />}>
        {say(words.empty)}
      </Empty>
    )
  return (
    <div className="board">
      {STAGES.map(({ stage }) => (
        <StageColumn key={stage} stage={stage} cases={cases} branchId={branch.id} />
      ))}
    </div>
  )
}

function Open({ branch }: { branch: Unit }): ReactNode {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useHeld('case.opening', false)
  if (!may('joining.openCase')) return null
  return (
    <>
      <Button onPress={() => setOpen(true)}>{say(words.open)}</Button>
      {open && <OpenCase branchId={branch.id} onClose={() => setOpen(false)} />}
    </>
  )
}

/** The admissions of a branch by their five stages: where each stands, what comes next until when, what is wrong by which clause. */
export default function JoiningPage(): ReactNode {
  const say = useSay()
  return (
    <BranchWork title={say(words.title)} actions={(branch) => <Open branch={branch} />}>
      {(branch) => <Board key={branch.id} branch={branch} />}
    </BranchWork>
  )
}
