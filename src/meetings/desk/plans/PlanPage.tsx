import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import { History } from '../../../journal/ui/History.tsx'
import { useAction } from '../../../kit/web/act.ts'
import { today } from '../../../kit/web/dates.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Button, ButtonLink } from '../../../kit/web/ui/Button.tsx'
import { Dialog } from '../../../kit/web/ui/Dialog.tsx'
import { Form, Send } from '../../../kit/web/ui/Form.tsx'
import { Page, Part, Record } from '../../../kit/web/ui/Page.tsx'
import { Facts, Notice } from '../../../kit/web/ui/Parts.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { Outcome, Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { branchOf, useUnits } from '../../../org/ui/units.ts'
import { changePlanPath, enterMeetingPath, meetingPath, plansPath } from '../../ui/paths.ts'
import { meetingKindWords } from '../../words/kinds.ts'
import { words } from '../../words/planning.ts'
import { planRefusals } from '../../words/plans.ts'
import { LeaveList } from './LeaveList.tsx'
import { PlanStateSaid } from './PlansPage.tsx'
import type { Planned } from './plan-entry.ts'
import { Sittings } from './Sittings.tsx'
import './plans.css'

function Cancelling({ plan, onClose }: { plan: Planned; onClose: () => void }): ReactNode {
  const say = useSay()
  const cancel = useAction('meetings.cancelPlanned')
  const [why, setWhy] = useState('')
  const send = async (): Promise<void> => {
    if (await cancel.send({ id: plan.id, why })) onClose()
  }
  return (
    <Dialog title={say(words.cancelTitle)} onClose={onClose}>
      <Form label={say(words.cancelTitle)} onSend={() => void send()}>
        <p className="soft">{say(words.cancelLead)}</p>
        <Outcome of={cancel} words={planRefusals.cancelPlanned} />
        <TextInput path="why" label={say(words.cancelWhy)} value={why} onChange={setWhy} />
        <Send busy={cancel.state === 'sending'}>{say(words.cancel)}</Send>
      </Form>
    </Dialog>
  )
}

function Actions({ plan, branchId }: { plan: Planned; branchId: string }): ReactNode {
  const say = useSay()
  const may = useMay()
  const [isCancelling, setCancelling] = useState(false)
  if (plan.state !== 'planned') return null
  const { id: plannedId, orgId, kind } = plan
  const hasBegun = plan.sessions.some(({ day }) => day <= today())
  return (
    <>
      {may('meetings.cancelPlanned') && (
        <Button kind="quiet" onPress={() => setCancelling(true)}>
          {say(words.cancel)}
        </Button>
      )}
      {may('meetings.changePlanned') && (
        <ButtonLink to={changePlanPath(plan.id)}>{say(words.change)}</ButtonLink>
      )}
      {may('meetings.enterMeeting') && (
        <ButtonLink
          kind={hasBegun ? 'primary' : 'plain'}
          to={enterMeetingPath({ branchId, orgId, kind, plannedId })}
        >
          {say(words.record)}
        </ButtonLink>
      )}
      {isCancelling && <Cancelling plan={plan} onClose={() => setCancelling(false)} />}
    </>
  )
}

function LeaveOf({ plan, branchId }: { plan: Planned; branchId: string }): ReactNode {
  const say = useSay()
  const read = useRead('meetings.listLeave', { branchId })
  if (read.state !== 'ready') return <Waiting of={read} words={planRefusals.listLeave} lines={3} />
  const requests = read.data.requests.filter(({ plannedId }) => plannedId === plan.id)
  return (
    <Part title={say(words.leave)}>
      {requests.length === 0 ? (
        <p className="soft">{say(words.leaveNone)}</p>
      ) : (
        <LeaveList of="meeting" requests={requests} />
      )}
    </Part>
  )
}

function Reading({ plan }: { plan: Planned }): ReactNode {
  const say = useSay()
  if (plan.materials.length === 0) return null
  return (
    <Part title={say(words.toRead)}>
      <ul>
        {plan.materials.map(({ id, title }) => (
          <li key={id}>
            <Link href={`/library/${id}`}>{title}</Link>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function PlanBody({ plan, branchId }: { plan: Planned; branchId: string }): ReactNode {
  const say = useSay()
  const may = useMay()
  return (
    <Record aside={may('journal.findHistory') && <History subject={plan.id} />}>
      {plan.state === 'cancelled' && <Notice>{say(words.cancelledWhy, { why: plan.whyCancelled })}</Notice>}
      <Part title={say(words.sessions)}>
        <Sittings of={plan.sessions} />
      </Part>
      <Facts
        of={[
          { name: say(words.note), value: plan.note, long: true },
          {
            name: say(words.meeting),
            value: plan.meetingId && <Link href={meetingPath(plan.meetingId)}>{say(words.recorded)}</Link>,
          },
        ]}
      />
      <Reading plan={plan} />
      {may('meetings.listLeave') && <LeaveOf plan={plan} branchId={branchId} />}
    </Record>
  )
}

/** One planned meeting: when for whom, what to read, who asked for leave; from here it is changed, called off, recorded. */
export default function PlanPage({ id, papers }: { id: string; papers?: ReactNode }): ReactNode {
  const say = useSay()
  const units = useUnits()
  const read = useRead('meetings.findPlanned', { id })
  if (read.state !== 'ready')
    return (
      <Page title={say(words.title)}>
        <Waiting of={read} words={planRefusals.findPlanned} lines={10} />
      </Page>
    )
  const plan = read.data
  const branchId = branchOf(units, plan.orgId)?.id ?? plan.orgId
  return (
    <Page
      title={plan.subject}
      above={<Link href={plansPath(branchId)}>{plan.orgName}</Link>}
      beside={<PlanStateSaid of={plan.state} />}
      under={say(meetingKindWords[plan.kind])}
      actions={
        <>
          {papers}
          <Actions plan={plan} branchId={branchId} />
        </>
      }
    >
      <PlanBody plan={plan} branchId={branchId} />
    </Page>
  )
}
