import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { History } from '../../../journal/ui/History.tsx'
import { useAction } from '../../../kit/web/act.ts'
import { today } from '../../../kit/web/dates.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Button, ButtonLink } from '../../../kit/web/ui/Button.tsx'
import { Dialog } from '../../../kit/web/ui/Dialog.tsx'
import { Form, Send } from '../../../kit/web/ui/Form.tsx'
import { Page, Part, Record } from '../../../kit/web/ui/Page.tsx'
import { Badge, Facts, Notice } from '../../../kit/web/ui/Parts.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { Outcome, Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../../kit/web/who.ts'
import { branchOf, useUnits } from '../../../org/ui/units.ts'
import { PromiseSaid } from '../../ui/PromiseSaid.tsx'
import { changePlanPath, enterMeetingPath, meetingPath, plansPath, roomPath } from '../../ui/paths.ts'
import { meetingKindWords } from '../../words/kinds.ts'
import { words } from '../../words/planning.ts'
import { planRefusals } from '../../words/plans.ts'
import { agendaKindWords, decisionKindWords, roomRefusals } from '../../words/room.ts'
import { words as sitting } from '../../words/sitting.ts'
import { Called } from './Called.tsx'
import { LeaveList } from './LeaveList.tsx'
import { PlanStateSaid } from './PlansPage.tsx'
import type { Planned } from './plan-entry.ts'
import { Sittings } from './Sittings.tsx'
import './plans.css'

function Cancelling({ plan, onClose }: { plan: Planned; onClose: () => void }): ReactNode {
  const say = useSay()
  const cancel = useAction('meetings.cancelPlanned')
  const [why, setWhy] = useHeld('plan.why', '')
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

/** Opens the room of a plan whose day has come, or leads back into it. */
function ToRoom({ plan }: { plan: Planned }): ReactNode {
  const say = useSay()
  const may = useMay()
  const [, go] = useLocation()
  const open = useAction('meetings.openMeeting')
  const send = async (): Promise<void> => {
    const opened = await open.send({ plannedId: plan.id })
    if (opened) go(roomPath(opened.id))
  }
  if (plan.meetingId)
    return (
      <ButtonLink kind="primary" to={roomPath(plan.meetingId)}>
        {say(words.toRoom)}
      </ButtonLink>
    )
  if (!may('meetings.openMeeting') || plan.sessions.every(({ day }) => day > today())) return null
  return (
    <>
      <Button kind="primary" busy={open.state === 'sending'} onPress={() => void send()}>
        {say(words.openRoom)}
      </Button>
      <Outcome of={open} words={roomRefusals.openMeeting} />
    </>
  )
}

function Actions({ plan, branchId }: { plan: Planned; branchId: string }): ReactNode {
  const say = useSay()
  const may = useMay()
  const [isCancelling, setCancelling] = useHeld('plan.cancelling', false)
  if (plan.state !== 'planned') return null
  const { id: plannedId, orgId, kind } = plan
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
      {may('meetings.enterMeeting') && !plan.meetingId && (
        <ButtonLink kind="quiet" to={enterMeetingPath({ branchId, orgId, kind, plannedId })}>
          {say(words.record)}
        </ButtonLink>
      )}
      <ToRoom plan={plan} />
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
        {plan.materials.map(({ id, title, isWithdrawn }) => (
          <li key={id}>
            <Link href={`/library/${id}`}>{title}</Link>{' '}
            {isWithdrawn && <Badge>{say(words.withdrawn)}</Badge>}
          </li>
        ))}
      </ul>
    </Part>
  )
}

function AgendaShown({ plan }: { plan: Planned }): ReactNode {
  const say = useSay()
  if (plan.agenda.length === 0) return null
  return (
    <Part title={say(sitting.agenda)}>
      <ol>
        {plan.agenda.map(({ id, no, kind, vote, title, personName, promise }) => (
          <li key={id}>
            {no}. {title} {personName}{' '}
            <span className="soft small">{say(vote ? decisionKindWords[vote] : agendaKindWords[kind])}</span>
            <PromiseSaid of={promise} on={plan.sessions[0]?.day} />
          </li>
        ))}
      </ol>
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
        <Sittings of={plan.sessions} kind={plan.kind} />
      </Part>
      <AgendaShown plan={plan} />
      {plan.state === 'planned' && may('meetings.listCalled') && <Called plannedId={plan.id} />}
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
      beside={<PlanStateSaid of={plan} />}
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
