import type { ReactNode } from 'react'
import type { OutputOf } from '../../kit/contract.ts'
import { day } from '../../kit/day.ts'
import { useAddress } from '../../kit/web/address.ts'
import { useRead } from '../../kit/web/read.ts'
import { useSay } from '../../kit/web/say.ts'
import { ButtonLink } from '../../kit/web/ui/Button.tsx'
import { Pick } from '../../kit/web/ui/Choose.tsx'
import { type Column, DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Empty } from '../../kit/web/ui/Parts.tsx'
import { Said } from '../../kit/web/ui/Said.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { useMay } from '../../kit/web/who.ts'
import { HELD_ON, REST } from '../../meetings/ui/columns.tsx'
import { enterMeetingPath } from '../../meetings/ui/paths.ts'
import { meetingKindWords } from '../../meetings/words/kinds.ts'
import { words as meetingWords } from '../../meetings/words/pages.ts'
import { refusals, words } from '../words/pages.ts'
import type { Listed } from './BranchRecords.tsx'

type Meeting = OutputOf<'meetings.listMeetings'>['meetings'][number] & { readonly branchId: string }

function Kind({ of }: { of: Meeting }): ReactNode {
  return (
    <>
      <Said of={meetingKindWords[of.kind]} />
      {of.orgId !== of.branchId && <span className="soft small"> {of.orgName}</span>}
    </>
  )
}

const COLUMNS: readonly Column<Meeting>[] = [
  HELD_ON,
  {
    head: words.meetingKind,
    value: ({ kind }, say) => say(meetingKindWords[kind]),
    cell: (one) => <Kind of={one} />,
  },
  ...REST,
]

function KindFilter({ kind, onChange }: { kind: string; onChange: (kind: string) => void }): ReactNode {
  const say = useSay()
  const options = Object.entries(meetingKindWords).map(([value, name]) => ({ value, name: say(name) }))
  return (
    <div className="row unprinted">
      <Pick
        look="auto"
        aria-label={say(words.meetingKind)}
        value={kind}
        blank={say(words.allKinds)}
        options={options}
        onChange={onChange}
      />
    </div>
  )
}

function NoMeetings({ branchId }: { branchId: string }): ReactNode {
  const say = useSay()
  const may = useMay()
  const enter = may('meetings.enterMeeting') && (
    <ButtonLink to={enterMeetingPath({ branchId })}>{say(meetingWords.enter)}</ButtonLink>
  )
  return (
    <Empty title={say(meetingWords.listEmptyTitle)} action={enter}>
      {say(meetingWords.listEmpty)}
    </Empty>
  )
}

/** The meetings of a branch and its groups in a year, latest first. */
export function MeetingList({ branchId, year, here }: Listed): ReactNode {
  const say = useSay()
  const [{ kind }, set] = useAddress({ kind: '' })
  const span = { from: day(`${year}-01-01`), to: day(`${year}-12-31`) }
  const read = useRead('meetings.listMeetings', { branchId, ...span })
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.listMeetings} lines={10} />
  const { meetings } = read.data
  if (meetings.length === 0) return <NoMeetings branchId={branchId} />
  const shown = meetings
    .filter((meeting) => !kind || meeting.kind === kind)
    .map((one) => ({ ...one, branchId }))
  return (
    <>
      <KindFilter kind={kind} onChange={(chosen) => set({ kind: chosen })} />
      {shown.length === 0 ? (
        <p className="soft">{say(meetingWords.listNone)}</p>
      ) : (
        <DataTable
          caption={words.meetings}
          rows={shown}
          keyOf={({ id }) => id}
          here={here}
          columns={COLUMNS}
        />
      )}
    </>
  )
}
