import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { parseDay } from '../../../kit/day.ts'
import { useAction } from '../../../kit/web/act.ts'
import { useAddress } from '../../../kit/web/address.ts'
import { useDraft } from '../../../kit/web/draft.ts'
import { useSay } from '../../../kit/web/say.ts'
import { useAccountId } from '../../../kit/web/who.ts'
import { BranchWork } from '../../../org/ui/BranchChoice.tsx'
import { branchAndGroups, type Unit, useUnits } from '../../../org/ui/units.ts'
import { planPath, plansPath } from '../../ui/paths.ts'
import { words } from '../../words/planning.ts'
import { planRefusals } from '../../words/plans.ts'
import { PlanForm } from './PlanForm.tsx'
import { blankPlan, planInput } from './plan-entry.ts'

function NewPlanOf({ branch }: { branch: Unit }): ReactNode {
  const say = useSay()
  const [, go] = useLocation()
  const [asked] = useAddress({ org: '', kind: '', on: '', from: '', by: '' })
  const units = branchAndGroups(useUnits(), branch.id)
  const draftKey = ['pitlamp.draft.plan', useAccountId(), branch.id, asked.org, asked.kind, asked.on].join(
    '.',
  )
  const draft = useDraft(draftKey, blankPlan({ ...asked, branch: branch.id }))
  const [first, last] = [parseDay(asked.from), parseDay(asked.by)]
  const isOfDuty = first && last && draft.value.kind === asked.kind
  const plan = useAction('meetings.planMeeting')
  const send = async (): Promise<void> => {
    const answer = await plan.send(planInput(draft.value))
    if (!answer) return
    draft.drop()
    go(planPath(answer.id))
  }
  return (
    <>
      <p className="soft">
        {say(words.planLead)} <Link href={plansPath(branch.id)}>{say(words.title)}</Link>
      </p>
      <PlanForm
        title={say(words.plan)}
        entry={draft.value}
        set={draft.set}
        units={units}
        duty={isOfDuty ? { first, last } : undefined}
        problem={plan.problem}
        refusals={planRefusals.planMeeting}
        busy={plan.state === 'sending'}
        send={say(words.save)}
        onSend={() => void send()}
      />
    </>
  )
}

/** Plans a meeting: when for which shift, where, what to read. */
export default function NewPlan(): ReactNode {
  const say = useSay()
  return (
    <BranchWork title={say(words.plan)}>
      {(branch) => <NewPlanOf key={branch.id} branch={branch} />}
    </BranchWork>
  )
}
