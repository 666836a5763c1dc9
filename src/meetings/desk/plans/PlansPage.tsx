import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../../kit/contract.ts'
import type { MarkState } from '../../../kit/strip.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useSay } from '../../../kit/web/say.ts'
import { ButtonLink } from '../../../kit/web/ui/Button.tsx'
import { type Column, DataTable } from '../../../kit/web/ui/DataTable.tsx'
import { State } from '../../../kit/web/ui/Mark.tsx'
import { Part } from '../../../kit/web/ui/Page.tsx'
import { Empty } from '../../../kit/web/ui/Parts.tsx'
import { Said } from '../../../kit/web/ui/Said.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { BranchWork } from '../../../org/ui/BranchChoice.tsx'
import type { Unit } from '../../../org/ui/units.ts'
import { type Arranged, type PlanStanding, standingOf } from '../../rules/plans.ts'
import { newPlanPath, planPath } from '../../ui/paths.ts'
import { meetingKindWords } from '../../words/kinds.ts'
import { words } from '../../words/planning.ts'
import { planRefusals, planStateWords } from '../../words/plans.ts'
import { LeaveList } from './LeaveList.tsx'
import { When } from './Sittings.tsx'

type Plan = OutputOf<'meetings.listPlanned'>['plans'][number]

const MARKS: Readonly<Record<PlanStanding, MarkState>> = {
  planned: 'planned',
  underWay: 'due',
  past: 'missed',
  held: 'done',
  cancelled: 'notApplicable',
}

/** Where a planned meeting stands, as shape and word. */
export function PlanStateSaid({ of }: { of: Arranged }): ReactNode {
  const standing = standingOf(of, new Date())
  return (
    <State state={MARKS[standing]}>
      <Said of={planStateWords[standing]} />
    </State>
  )
}

function Count({ of: { leave } }: { of: Plan }): ReactNode {
  const say = useSay()
  if (leave.asked + leave.granted === 0) return null
  return say(words.leaveCount, { asked: leave.asked, granted: leave.granted })
}

function First({ of: { sessions } }: { of: Plan }): ReactNode {
  const say = useSay()
  const [first] = sessions
  return (
    <>
      {first && <When of={first} />}{' '}
      {sessions.length > 1 && (
        <span className="soft small whole">{say(words.more, { n: sessions.length })}</span>
      )}
    </>
  )
}

const COLUMNS: readonly Column<Plan>[] = [
  {
    head: words.subject,
    kind: 'main',
    value: ({ subject }) => subject,
    cell: ({ id, subject }) => <Link href={planPath(id)}>{subject}</Link>,
  },
  {
    head: words.when,
    value: ({ sessions }) => sessions[0]?.day ?? null,
    cell: (plan) => <First of={plan} />,
  },
  { head: words.kind, value: ({ kind }, say) => say(meetingKindWords[kind]) },
  { head: words.unit, value: ({ orgName }) => orgName },
  {
    head: words.state,
    value: (plan, say) => say(planStateWords[standingOf(plan, new Date())]),
    cell: (plan) => <PlanStateSaid of={plan} />,
  },
  { head: words.leave, value: ({ leave }) => leave.asked, cell: (plan) => <Count of={plan} /> },
]

function WaitingLeave({ branch }: { branch: Unit }): ReactNode {
  const say = useSay()
  const read = useRead('meetings.listLeave', { branchId: branch.id, state: 'asked' })
  const requests = read.data?.requests ?? []
  if (requests.length === 0) return null
  return (
    <Part title={say(words.leaveWaiting)}>
      <LeaveList of="branch" requests={requests} />
    </Part>
  )
}

function PlansOf({ branch }: { branch: Unit }): ReactNode {
  const say = useSay()
  const may = useMay()
  const read = useRead('meetings.listPlanned', { branchId: branch.id })
  if (read.state !== 'ready') return <Waiting of={read} words={planRefusals.listPlanned} lines={10} />
  const { plans } = read.data
  if (plans.length === 0) return <Empty title={say(words.emptyTitle)}>{say(words.empty)}</Empty>
  return (
    <>
      {may('meetings.answerLeave') && <WaitingLeave branch={branch} />}
      <Part title={say(words.title)}>
        <DataTable caption={words.title} rows={plans} keyOf={({ id }) => id} columns={COLUMNS} />
      </Part>
    </>
  )
}

/** The meetings to come of a branch, the next first, and the leave that waits for an answer. */
export default function PlansPage(): ReactNode {
  const say = useSay()
  const may = useMay()
  return (
    <BranchWork
      title={say(words.title)}
      actions={(branch) =>
        may('meetings.planMeeting') && (
          <ButtonLink kind="primary" to={newPlanPath({ branchId: branch.id })}>
            {say(words.plan)}
          </ButtonLink>
        )
      }
    >
      {(branch) => <PlansOf key={branch.id} branch={branch} />}
    </BranchWork>
  )
}
