import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { useAction } from '../../../kit/web/act.ts'
import { useCorrection } from '../../../kit/web/correction.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useSay } from '../../../kit/web/say.ts'
import { CorrectionNotes } from '../../../kit/web/ui/Correction.tsx'
import { Page } from '../../../kit/web/ui/Page.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { useUnits } from '../../../org/ui/units.ts'
import { planPath } from '../../ui/paths.ts'
import { words } from '../../words/planning.ts'
import { planRefusals } from '../../words/plans.ts'
import { PlanForm } from './PlanForm.tsx'
import { entryOf, type Planned, planInput } from './plan-entry.ts'
import { usePlanSaid } from './plan-said.ts'

function ChangeForm({ plan }: { plan: Planned }): ReactNode {
  const say = useSay()
  const [, go] = useLocation()
  const change = useAction('meetings.changePlanned')
  const correction = useCorrection(
    ['plan', plan.id],
    { value: entryOf(plan), rev: plan.rev },
    {
      long: ['note'],
      send: (entry, rev) => {
        const { orgId: _, ...given } = planInput(entry)
        return change.send({ id: plan.id, rev, ...given })
      },
    },
  )
  const { value, set, stand } = correction.block
  const own = useUnits().filter(({ id }) => id === plan.orgId)
  const save = async (): Promise<void> => {
    if (stand !== 'clash' && (await correction.save())) go(planPath(plan.id))
  }
  return (
    <PlanForm
      title={say(words.changeTitle)}
      entry={value}
      set={set}
      units={own}
      plannedId={plan.id}
      problem={stand === 'clash' ? undefined : change.problem}
      refusals={planRefusals.changePlanned}
      busy={change.state === 'sending'}
      send={say(words.saveChange)}
      onSend={() => void save()}
      notes={<CorrectionNotes {...{ correction, state: change.state }} fields={usePlanSaid(plan)} />}
    />
  )
}

/** Changes a planned meeting; those it is for are told. */
export default function ChangePlan({ id }: { id: string }): ReactNode {
  const say = useSay()
  const read = useRead('meetings.findPlanned', { id })
  return (
    <Page
      title={say(words.changeTitle)}
      above={read.data && <Link href={planPath(id)}>{read.data.subject}</Link>}
      under={say(words.changeLead)}
    >
      {read.state === 'ready' ? (
        <ChangeForm plan={read.data} />
      ) : (
        <Waiting of={read} words={planRefusals.findPlanned} lines={12} />
      )}
    </Page>
  )
}
