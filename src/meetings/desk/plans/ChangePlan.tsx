import { type ReactNode, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useAction } from '../../../kit/web/act.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Page } from '../../../kit/web/ui/Page.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { useUnits } from '../../../org/ui/units.ts'
import { planPath } from '../../ui/paths.ts'
import { words } from '../../words/planning.ts'
import { planRefusals } from '../../words/plans.ts'
import { PlanForm } from './PlanForm.tsx'
import { entryOf, type Planned, planInput } from './plan-entry.ts'

function ChangeForm({ plan }: { plan: Planned }): ReactNode {
  const say = useSay()
  const [, go] = useLocation()
  const [entry, setEntry] = useState(() => entryOf(plan))
  const change = useAction('meetings.changePlanned')
  const own = useUnits().filter(({ id }) => id === plan.orgId)
  const send = async (): Promise<void> => {
    const { orgId: _, ...given } = planInput(entry)
    if (await change.send({ id: plan.id, ...given })) go(planPath(plan.id))
  }
  return (
    <PlanForm
      title={say(words.changeTitle)}
      entry={entry}
      set={(by) => setEntry({ ...entry, ...by })}
      units={own}
      problem={change.problem}
      refusals={planRefusals.changePlanned}
      busy={change.state === 'sending'}
      send={say(words.saveChange)}
      onSend={() => void send()}
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
