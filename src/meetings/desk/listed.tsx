import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../kit/contract.ts'
import type { Column } from '../../kit/web/ui/DataTable.tsx'
import { Code, DaySaid, Said } from '../../kit/web/ui/Said.tsx'
import { BranchLink } from '../../org/ui/BranchLink.tsx'
import { Lateness } from '../ui/Lateness.tsx'
import { meetingPath } from '../ui/paths.ts'
import { meetingKindWords } from '../words/kinds.ts'
import { words } from '../words/listed.ts'

type Meeting = OutputOf<'meetings.listHeld'>['meetings'][number]

function Recorded({ of }: { of: Meeting }): ReactNode {
  return (
    <span className="row">
      <Lateness days={of.recordedAfterDays} />
      {of.failed.length > 0 && (
        <span className="amber small">
          <Said of={words.countsNot} />
        </span>
      )}
    </span>
  )
}

/** The columns of the list of meetings. */
export const COLUMNS: readonly Column<Meeting>[] = [
  {
    head: words.heldOn,
    kind: 'main',
    value: ({ heldOn }) => heldOn,
    cell: ({ id, heldOn }) => (
      <Link href={meetingPath(id)}>
        <DaySaid of={heldOn} />
      </Link>
    ),
  },
  { head: words.kind, value: ({ kind }, say) => say(meetingKindWords[kind]) },
  {
    head: words.unit,
    value: ({ orgName }) => orgName,
    cell: ({ orgId, orgName }) => <BranchLink orgId={orgId} name={orgName} tab="meetings" />,
  },
  { head: words.subject, value: ({ subject }) => subject },
  { head: words.attendance, kind: 'number', value: ({ present, expected }) => `${present}/${expected}` },
  {
    head: words.recorded,
    value: ({ recordedAfterDays }) => recordedAfterDays,
    cell: (one) => <Recorded of={one} />,
  },
  { head: words.no, value: ({ no }) => no, cell: ({ no }) => <Code>{no}</Code> },
]
