import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../kit/contract.ts'
import { day } from '../../kit/day.ts'
import { useAddress } from '../../kit/web/address.ts'
import { showDay } from '../../kit/web/dates.ts'
import { useMay } from '../../kit/web/may.ts'
import { useRead } from '../../kit/web/read.ts'
import { type Language, type Say, useLanguage, useSay } from '../../kit/web/say.ts'
import { ButtonLink } from '../../kit/web/ui/Button.tsx'
import { type Column, DataTable } from '../../kit/web/ui/DataTable.tsx'
import { Empty } from '../../kit/web/ui/Parts.tsx'
import { Waiting } from '../../kit/web/ui/Waiting.tsx'
import { Lateness } from '../../meetings/ui/Lateness.tsx'
import { enterMeetingPath, meetingPath } from '../../meetings/ui/paths.ts'
import { meetingKindWords } from '../../meetings/words/kinds.ts'
import { words as meetingWords } from '../../meetings/words/pages.ts'
import { refusals, words } from '../words/pages.ts'
import type { Listed } from './BranchRecords.tsx'

type Meeting = OutputOf<'meetings.listMeetings'>['meetings'][number]

function columnsOf(say: Say, language: Language, branchId: string): Column<Meeting>[] {
  return [
    {
      id: 'day',
      head: say(words.heldOn),
      kind: 'main',
      cell: ({ id, heldOn }) => (
        <Link href={meetingPath(id)} className="whole">
          {showDay(heldOn, language)}
        </Link>
      ),
    },
    {
      id: 'kind',
      head: say(words.meetingKind),
      cell: ({ kind, orgId, orgName }) => (
        <>
          {say(meetingKindWords[kind])}
          {orgId !== branchId && <span className="soft small"> {orgName}</span>}
        </>
      ),
    },
    {
      id: 'subject',
      head: say(words.subject),
      cell: ({ subject }) => <span className="clip">{subject}</span>,
    },
    {
      id: 'present',
      head: say(words.attendance),
      kind: 'number',
      cell: ({ present, expected }) => `${present}/${expected}`,
    },
    {
      id: 'recorded',
      head: say(words.recorded),
      cell: ({ recordedAfterDays, failed }) => (
        <span className="row">
          <Lateness days={recordedAfterDays} />
          {failed.length > 0 && <span className="amber small">{say(words.countsNot)}</span>}
        </span>
      ),
    },
    { id: 'no', head: say(words.no), cell: ({ no }) => <span className="code soft">{no}</span> },
  ]
}

function KindFilter({ kind, onChange }: { kind: string; onChange: (kind: string) => void }): ReactNode {
  const say = useSay()
  return (
    <select
      className="input auto unprinted"
      aria-label={say(words.meetingKind)}
      value={kind}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{say(words.allKinds)}</option>
      {Object.entries(meetingKindWords).map(([value, name]) => (
        <option key={value} value={value}>
          {say(name)}
        </option>
      ))}
    </select>
  )
}

/** The meetings of a branch and its groups in a year, latest first. */
export function MeetingList({ branchId, year, here }: Listed): ReactNode {
  const say = useSay()
  const language = useLanguage()
  const may = useMay()
  const [{ kind }, set] = useAddress({ kind: '' })
  const span = { from: day(`${year}-01-01`), to: day(`${year}-12-31`) }
  const read = useRead('meetings.listMeetings', { branchId, ...span })
  if (read.state !== 'ready') return <Waiting of={read} words={refusals.listMeetings} lines={10} />
  const { meetings } = read.data
  const shown = kind ? meetings.filter((meeting) => meeting.kind === kind) : meetings
  if (meetings.length === 0)
    return (
      <Empty
        title={say(meetingWords.listEmptyTitle)}
        action={
          may('meetings.enterMeeting') && (
            <ButtonLink to={enterMeetingPath({ branchId })}>{say(meetingWords.enter)}</ButtonLink>
          )
        }
      >
        {say(meetingWords.listEmpty)}
      </Empty>
    )
  return (
    <>
      <div className="row">
        <KindFilter kind={kind} onChange={(chosen) => set({ kind: chosen })} />
      </div>
      {shown.length === 0 ? (
        <p className="soft">{say(meetingWords.listNone)}</p>
      ) : (
        <DataTable
          caption={say(words.meetings)}
          rows={shown}
          keyOf={({ id }) => id}
          here={here}
          columns={columnsOf(say, language, branchId)}
        />
      )}
    </>
  )
}
