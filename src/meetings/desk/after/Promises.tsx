import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../../kit/contract.ts'
import type { MarkState } from '../../../kit/strip.ts'
import { useAction } from '../../../kit/web/act.ts'
import { today } from '../../../kit/web/dates.ts'
import { useHeld } from '../../../kit/web/held.ts'
import { useRead } from '../../../kit/web/read.ts'
import { useSay } from '../../../kit/web/say.ts'
import { Asking } from '../../../kit/web/ui/Asking.tsx'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { type Column, DataTable } from '../../../kit/web/ui/DataTable.tsx'
import { DayInput } from '../../../kit/web/ui/DayInput.tsx'
import { State } from '../../../kit/web/ui/Mark.tsx'
import { Empty } from '../../../kit/web/ui/Parts.tsx'
import { DaySaid, Said } from '../../../kit/web/ui/Said.tsx'
import { TextInput } from '../../../kit/web/ui/TextInput.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../../kit/web/who.ts'
import type { Unit } from '../../../org/ui/units.ts'
import type { DecisionState } from '../../rules/decisions.ts'
import { meetingPath } from '../../ui/paths.ts'
import { words } from '../../words/after.ts'
import { followUpRefusals } from '../../words/follow-up.ts'
import { meetingKindWords } from '../../words/kinds.ts'
import { decisionStateWords } from '../../words/room.ts'

type Decision = OutputOf<'meetings.listDecisions'>['decisions'][number]

const MARKS: Readonly<Record<DecisionState, MarkState>> = {
  open: 'due',
  stands: 'done',
  done: 'done',
  dropped: 'notApplicable',
}

type Ending = { readonly decision: Decision; readonly onClose: () => void }

function Finishing({ decision, onClose }: Ending): ReactNode {
  const say = useSay()
  const act = useAction('meetings.finishDecision')
  const [typed, setTyped] = useHeld(`promise.done.${decision.id}`, { on: String(today()), how: '' })
  const labels = { on: say(words.doneOn), how: say(words.how) }
  const title = say(words.finishTitle, { text: decision.text })
  const send = async (): Promise<void> => {
    if (await act.send({ id: decision.id, ...typed })) onClose()
  }
  return (
    <Asking
      {...{ title, act, labels, onClose }}
      refusals={followUpRefusals.finishDecision}
      send={say(words.finish)}
      onSend={send}
    >
      <DayInput path="on" label={labels.on} value={typed.on} onChange={(on) => setTyped({ ...typed, on })} />
      <TextInput
        path="how"
        label={labels.how}
        value={typed.how}
        onChange={(how) => setTyped({ ...typed, how })}
      />
    </Asking>
  )
}

function Dropping({ decision, onClose }: Ending): ReactNode {
  const say = useSay()
  const act = useAction('meetings.dropDecision')
  const [why, setWhy] = useHeld(`promise.why.${decision.id}`, '')
  const title = say(words.dropTitle, { text: decision.text })
  const send = async (): Promise<void> => {
    if (await act.send({ id: decision.id, why })) onClose()
  }
  return (
    <Asking
      {...{ title, act, labels: { why: say(words.why) }, onClose }}
      refusals={followUpRefusals.dropDecision}
      send={say(words.drop)}
      onSend={send}
    >
      <TextInput path="why" label={say(words.why)} value={why} onChange={setWhy} />
    </Asking>
  )
}

function Acting({ decision }: { decision: Decision }): ReactNode {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useHeld<'finish' | 'drop' | null>(`promise.open.${decision.id}`, null)
  if (decision.state !== 'open') return decision.how
  if (!may('meetings.finishDecision')) return null
  const close = (): void => setOpen(null)
  return (
    <span className="row">
      <Button onPress={() => setOpen('finish')}>{say(words.finish)}</Button>
      <Button kind="quiet" onPress={() => setOpen('drop')}>
        <u>{say(words.drop)}</u>
      </Button>
      {open === 'finish' && <Finishing decision={decision} onClose={close} />}
      {open === 'drop' && <Dropping decision={decision} onClose={close} />}
    </span>
  )
}

/** How long there is left, and the day itself. */
function Clock({ of: { dueOn, daysLeft, clock } }: { of: Decision }): ReactNode {
  const say = useSay()
  if (!dueOn) return null
  const left = daysLeft ?? 0
  const words_ =
    left < 0
      ? say(words.overdue, { n: -left })
      : left === 0
        ? say(words.dueToday)
        : say(words.soon, { n: left })
  return (
    <>
      <DaySaid of={dueOn} />{' '}
      {clock && <span className={clock === 'overdue' ? 'amber small' : 'soft small'}>{words_}</span>}
    </>
  )
}

const COLUMNS: readonly Column<Decision>[] = [
  { head: words.what, kind: 'main', value: ({ text }) => text },
  {
    head: words.owner,
    value: ({ ownerName }) => ownerName ?? '',
    cell: ({ ownerName }) => <span className="whole">{ownerName}</span>,
  },
  { head: words.due, value: ({ dueOn }) => dueOn, cell: (decision) => <Clock of={decision} /> },
  {
    head: words.from,
    value: ({ kind, heldOn }, say) => `${say(meetingKindWords[kind])} ${heldOn}`,
    cell: ({ meetingId, kind, heldOn }) => (
      <Link href={meetingPath(meetingId)}>
        <Said of={meetingKindWords[kind]} /> <DaySaid of={heldOn} />
      </Link>
    ),
  },
  {
    head: words.state,
    value: ({ state }, say) => say(decisionStateWords[state]),
    cell: ({ state }) => (
      <State state={MARKS[state]}>
        <Said of={decisionStateWords[state]} />
      </State>
    ),
  },
  { head: words.act, value: ({ how }) => how, cell: (decision) => <Acting decision={decision} /> },
]

/** The decisions of a branch: open promises first, each with its clock. */
export function Promises({ branch }: { branch: Unit }): ReactNode {
  const say = useSay()
  const read = useRead('meetings.listDecisions', { branchId: branch.id })
  if (read.state !== 'ready') return <Waiting of={read} words={followUpRefusals.listDecisions} lines={10} />
  const { decisions } = read.data
  if (decisions.length === 0) return <Empty title={say(words.promisesNone)}>{say(words.promisesEmpty)}</Empty>
  return <DataTable caption={words.promises} rows={decisions} keyOf={({ id }) => id} columns={COLUMNS} />
}
