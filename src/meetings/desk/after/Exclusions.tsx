import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../../kit/contract.ts'
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
import { DaySaid, Said } from '../../../kit/web/ui/Said.tsx'
import { Waiting } from '../../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../../kit/web/who.ts'
import type { Unit } from '../../../org/ui/units.ts'
import { personPath } from '../../../people/ui/paths.ts'
import { meetingPath } from '../../ui/paths.ts'
import { words } from '../../words/after.ts'
import { followUpRefusals } from '../../words/follow-up.ts'
import { whyNotWords } from '../../words/room.ts'
import { Excluding } from './Excluding.tsx'

type Exclusion = OutputOf<'meetings.listExclusions'>['exclusions'][number]

function Ending({ of, onClose }: { of: Exclusion; onClose: () => void }): ReactNode {
  const say = useSay()
  const act = useAction('meetings.endExclusion')
  const [on, setOn] = useHeld(`exclusion.on.${of.id}`, String(today()))
  const title = say(words.endTitle, { name: of.name })
  const labels = { on: say(words.lastDay) }
  const send = async (): Promise<void> => {
    if (await act.send({ id: of.id, on })) onClose()
  }
  return (
    <Asking
      {...{ title, act, labels, onClose }}
      refusals={followUpRefusals.endExclusion}
      send={say(words.end)}
      onSend={send}
    >
      <DayInput path="on" label={labels.on} value={on} onChange={setOn} />
    </Asking>
  )
}

function Stand({ of }: { of: Exclusion }): ReactNode {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useHeld(`exclusion.open.${of.id}`, false)
  return (
    <span className="row">
      <State state={of.holds ? 'done' : 'notApplicable'}>{say(of.holds ? words.holds : words.over)}</State>
      {of.to === null && may('meetings.endExclusion') && (
        <Button onPress={() => setOpen(true)}>{say(words.end)}</Button>
      )}
      {open && <Ending of={of} onClose={() => setOpen(false)} />}
    </span>
  )
}

const COLUMNS: readonly Column<Exclusion>[] = [
  {
    head: words.who,
    kind: 'main',
    value: ({ name }) => name,
    cell: ({ personId, name }) => <Link href={personPath(personId)}>{name}</Link>,
  },
  {
    head: words.ground,
    value: ({ ground }, say) => say(whyNotWords[ground]),
    cell: ({ ground }) => <Said of={whyNotWords[ground]} />,
  },
  { head: words.approval, value: ({ approvalNo }) => approvalNo },
  {
    head: words.consent,
    value: ({ consentMeetingNo }) => consentMeetingNo ?? '',
    cell: ({ consentMeetingId, consentMeetingNo }) =>
      consentMeetingId ? (
        <Link href={meetingPath(consentMeetingId)}>{consentMeetingNo}</Link>
      ) : (
        <Said of={words.noConsent} />
      ),
  },
  { head: words.fromDay, value: ({ from }) => from, cell: ({ from }) => <DaySaid of={from} /> },
  { head: words.toDay, value: ({ to }) => to, cell: ({ to }) => to && <DaySaid of={to} /> },
  {
    head: words.state,
    value: ({ holds }, say) => say(holds ? words.holds : words.over),
    cell: (of) => <Stand of={of} />,
  },
]

/** Who is not counted among those expected, on which ground, approved where and consented when. */
export function Exclusions({ branch }: { branch: Unit }): ReactNode {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useHeld(`exclusion.adding.${branch.id}`, false)
  const read = useRead('meetings.listExclusions', { branchId: branch.id })
  if (read.state !== 'ready') return <Waiting of={read} words={followUpRefusals.listExclusions} lines={6} />
  const { exclusions } = read.data
  return (
    <>
      <div className="row spread">
        <p className="soft">{say(words.exclusionsLead)}</p>
        {may('meetings.excludeFromExpected') && (
          <Button onPress={() => setOpen(true)}>{say(words.exclude)}</Button>
        )}
      </div>
      {exclusions.length === 0 ? (
        <p>{say(words.exclusionsNone)}</p>
      ) : (
        <DataTable caption={words.exclusions} rows={exclusions} keyOf={({ id }) => id} columns={COLUMNS} />
      )}
      {open && <Excluding branch={branch} onClose={() => setOpen(false)} />}
    </>
  )
}
