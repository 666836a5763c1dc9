import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutputOf } from '../../kit/contract.ts'
import type { Column } from '../../kit/web/ui/DataTable.tsx'
import { Code, DaySaid, Said } from '../../kit/web/ui/Said.tsx'
import { words } from '../words/listed.ts'
import { Lateness } from './Lateness.tsx'
import { meetingPath } from './paths.ts'

/** What every list of meetings has of each. */
type Meeting = Pick<
  OutputOf<'meetings.listHeld'>['meetings'][number],
  'id' | 'no' | 'heldOn' | 'subject' | 'present' | 'expected' | 'recordedAfterDays'
> & { readonly failed: readonly unknown[] }

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

/** When it was held, leading to its record. */
export const HELD_ON: Column<Meeting> = {
  head: words.heldOn,
  kind: 'main',
  value: ({ heldOn }) => heldOn,
  cell: ({ id, heldOn }) => (
    <Link href={meetingPath(id)}>
      <DaySaid of={heldOn} />
    </Link>
  ),
}

/** What it was about, who came, how it was recorded, its number. */
export const REST: readonly Column<Meeting>[] = [
  { head: words.subject, value: ({ subject }) => subject },
  { head: words.attendance, kind: 'number', value: ({ present, expected }) => `${present}/${expected}` },
  {
    head: words.recorded,
    value: ({ recordedAfterDays }) => recordedAfterDays,
    cell: (one) => <Recorded of={one} />,
  },
  { head: words.no, value: ({ no }) => no, cell: ({ no }) => <Code>{no}</Code> },
]
