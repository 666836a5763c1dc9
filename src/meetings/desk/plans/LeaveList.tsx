import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../../kit/contract.ts'
import type { MarkState } from '../../../kit/strip.ts'
import { useAction } from '../../../kit/web/act.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useSay } from '../../../kit/web/say.ts'
import { useStay } from '../../../kit/web/stay.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { type Column, DataTable } from '../../../kit/web/ui/DataTable.tsx'
import { Dialog } from '../../../kit/web/ui/Dialog.tsx'
import { Form, Send } from '../../../kit/web/ui/Form.tsx'
import { State } from '../../../kit/web/ui/Mark.tsx'
import { DaySaid, Said } from '../../../kit/web/ui/Said.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { Outcome } from '../../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../../kit/web/who.ts'
import type { LeaveState } from '../../rules/plans.ts'
import { planPath } from '../../ui/paths.ts'
import { leaveReasonWords, leaveStateWords } from '../../words/leave.ts'
import { words } from '../../words/planning.ts'
import { planRefusals } from '../../words/plans.ts'

export type Leave = OutputOf<'meetings.listLeave'>['requests'][number]

const MARKS: Readonly<Record<LeaveState, MarkState>> = {
  asked: 'due',
  granted: 'done',
  refused: 'notApplicable',
  withdrawn: 'notApplicable',
}

function Refusing({ leave, onClose }: { leave: Leave; onClose: () => void }): ReactNode {
  const say = useSay()
  const refuse = useAction('meetings.answerLeave')
  const [why, setWhy] = useHeld(`leave.why.${leave.id}`, '')
  const send = async (): Promise<void> => {
    if (await refuse.send({ id: leave.id, state: 'refused', answer: why })) onClose()
  }
  const title = say(words.refuseTitle, { name: leave.name })
  return (
    <Dialog title={title} onClose={onClose}>
      <Form label={title} onSend={() => void send()}>
        <Outcome of={refuse} words={planRefusals.answerLeave} />
        <TextInput path="answer" label={say(words.refuseWhy)} value={why} onChange={setWhy} />
        <Send busy={refuse.state === 'sending'}>{say(words.refuse)}</Send>
      </Form>
    </Dialog>
  )
}

function Answering({ leave }: { leave: Leave }): ReactNode {
  const say = useSay()
  const may = useMay()
  const grant = useAction('meetings.answerLeave')
  const [isRefusing, setRefusing] = useHeld(`leave.open.${leave.id}`, false)
  const answered = useStay<HTMLSpanElement>(leave.state)
  if (leave.state === 'withdrawn')
    return (
      <span ref={answered} tabIndex={-1} className="soft">
        {say(leave.answeredBy ? words.comesAfterGrant : words.comes)}
      </span>
    )
  if (leave.state !== 'asked')
    return (
      <span ref={answered} tabIndex={-1}>
        {leave.answer} <span className="soft small">{leave.answeredBy}</span>
      </span>
    )
  if (!may('meetings.answerLeave')) return null
  return (
    <div className="stack tight">
      <span className="row">
        <Button
          busy={grant.state === 'sending'}
          onPress={() => void grant.send({ id: leave.id, state: 'granted' })}
        >
          {say(words.grant)}
        </Button>
        <Button kind="quiet" onPress={() => setRefusing(true)}>
          <u>{say(words.refuse)}</u>
        </Button>
      </span>
      <Outcome of={grant} words={planRefusals.answerLeave} />
      {isRefusing && <Refusing leave={leave} onClose={() => setRefusing(false)} />}
    </div>
  )
}

const WHO: Column<Leave> = { head: words.who, kind: 'main', value: ({ name }) => name }
const MEETING: Column<Leave> = {
  head: words.meeting,
  value: ({ subject }) => subject,
  cell: ({ plannedId, subject, day }) => (
    <>
      <Link href={planPath(plannedId)}>{subject}</Link>{' '}
      <span className="soft small">
        <DaySaid of={day} />
      </span>
    </>
  ),
}
const REST: readonly Column<Leave>[] = [
  {
    head: words.reason,
    value: ({ reason, note }, say) => {
      const said = say(leaveReasonWords[reason])
      return note ? say(words.reasonNoted, { reason: said, note }) : said
    },
  },
  {
    head: words.state,
    value: ({ state }, say) => say(leaveStateWords[state]),
    cell: ({ state }) => (
      <State state={MARKS[state]}>
        <Said of={leaveStateWords[state]} />
      </State>
    ),
  },
  { head: words.answer, value: ({ answer }) => answer, cell: (leave) => <Answering leave={leave} /> },
]

/** Requests for leave, to be answered in their lines. `of`: the meeting is named, or the page is about it. */
export function LeaveList({
  of,
  requests,
}: {
  of: 'branch' | 'meeting'
  requests: readonly Leave[]
}): ReactNode {
  const columns = of === 'branch' ? [WHO, MEETING, ...REST] : [WHO, ...REST]
  return <DataTable caption={words.leave} rows={requests} keyOf={({ id }) => id} columns={columns} />
}
