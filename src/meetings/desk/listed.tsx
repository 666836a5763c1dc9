import type { OutputOf } from '../../kit/contract.ts'
import type { Column } from '../../kit/web/ui/DataTable.tsx'
import { BranchLink } from '../../org/ui/BranchLink.tsx'
import { HELD_ON, REST } from '../ui/columns.tsx'
import { meetingKindWords } from '../words/kinds.ts'
import { words } from '../words/listed.ts'

type Meeting = OutputOf<'meetings.listHeld'>['meetings'][number]

/** The columns of the list of meetings. */
export const COLUMNS: readonly Column<Meeting>[] = [
  HELD_ON,
  { head: words.kind, value: ({ kind }, say) => say(meetingKindWords[kind]) },
  {
    head: words.unit,
    value: ({ orgName }) => orgName,
    cell: ({ orgId, orgName }) => <BranchLink orgId={orgId} name={orgName} tab="meetings" />,
  },
  ...REST,
]
